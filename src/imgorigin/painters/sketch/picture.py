"""Scene -> the text of an SVG file."""

from __future__ import annotations

from imgorigin.painters.sketch.describe import alt_of, title_of
from imgorigin.painters.sketch.elements.weather import paint_weather
from imgorigin.painters.sketch.light import graded
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.styles import Sheet, style_of
from imgorigin.painters.sketch.styles.ground import grounded
from imgorigin.painters.sketch.svg import document


def drawn(scene: Scene, width: int, height: int) -> str:
    """A picture of the scene, laid out for a canvas of that many pixels (only their ratio matters)."""
    place, style = PLACES[scene.place], style_of(scene.styles)
    stage = Stage(scene, (width, height), shade=place.shade)
    if style.paint:
        style.paint(stage)
    else:
        place.paint(stage)
        if not place.indoors:
            paint_weather(stage)
    drawing = graded(stage.draw.text(), scene)
    if style.dress:
        drawing = style.dress(Sheet(drawing, stage.w, stage.h, scene))
    drawing = grounded(drawing, stage.w, stage.h)
    return document(drawing, stage.w, stage.h, (width, height), title=title_of(scene), about=alt_of(scene))
