"""Abstract art in one colour and its neighbours. What no word leads to ends here."""

from __future__ import annotations

from imgorigin.painters.sketch.elements.patterns import PATTERNS
from imgorigin.painters.sketch.elements.scheme import scheme_of
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage


def paint(stage: Stage) -> None:
    scheme = scheme_of(stage)
    with stage.layer(stage.scene.pattern) as rng:
        PATTERNS[stage.scene.pattern](stage, rng, scheme)


ABSTRACT = Place(
    name="abstract",
    paint=paint,
    words="abstract geometric pattern patterns texture textures gradient gradients shapes "
    "background_pattern mandala fractal bauhaus wallpaper mosaic tiles kaleidoscope polygon "
    "polygons seamless wavy swirl swirls",
    phrase="in an abstract composition",
    alone="an abstract pattern",
    indoors=True,
    shade=0,
)
