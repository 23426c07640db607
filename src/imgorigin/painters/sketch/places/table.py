"""A wooden table by a window, sunlight falling on it."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.furniture import planks, put, sunbeams
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects

_WALLS = ("#ecdcc6", "#c9dcd5", "#ecccbb", "#cfd6ea", "#e3d3e0")
_DEEP_WALLS = ("#6f9088", "#a8745f", "#6f7fa6", "#c29a5f")
"""For subjects that are pale themselves."""
_DARK_WALL = "#2b2d36"
_STANDING_OUT = 0.16
"""Least difference of the subject's colour from the wall behind it."""
_USUAL = (Subject("laptop", "laptop"), Subject("mug", "mug"))


def paint(stage: Stage) -> None:
    tall = stage.h > 1.25 * stage.w
    edge = stage.horizon(0.68, deepest=700 if tall else 560)
    subjects = stage.scene.subjects or _USUAL
    wall = _wall_color(stage, subjects)
    draw = stage.draw
    with stage.layer("wall"):
        draw.rect(
            0, 0, stage.w, edge, draw.gradient(palette.mix(wall, "#5a4a3a", 0.12), palette.lighter(wall, 0.3))
        )
    with stage.layer("table") as rng:
        planks(stage, rng, edge, stage.lit("#a9713f"))
    if not stage.light.overcast and not stage.light.dark:
        with stage.layer("sunbeams"):
            sunbeams(stage, max(0.0, edge - 900), edge, stage.light.sun)
    if all(subject.name != "potted-plant" for subject in subjects) and stage.w > 900:
        with stage.layer("plant"):
            put(stage, "potted-plant", stage.w * 0.12, edge + (stage.h - edge) * 0.16, 370)
    spot = Spot(ground=edge + (stage.h - edge) * 0.55, size=760 if tall else 580, tall=edge + 60)
    put_subjects(stage, spot, subjects)


def _wall_color(stage: Stage, subjects: tuple[Subject, ...]) -> str:
    """One of the walls before which the subject's colour stands out."""
    rng = stage.stream("wall")
    pale, deep = rng.shuffled(_WALLS), rng.shuffled(_DEEP_WALLS)
    if "dark" in stage.scene.moods:
        return _DARK_WALL
    subject = icon_of(subjects[0], stage.scene.seed).color
    walls = (*pale, *deep)
    clear = (wall for wall in walls if palette.difference(wall, subject) >= _STANDING_OUT)
    return stage.lit(next(clear, deep[0]))


TABLE = Place(
    name="table",
    paint=paint,
    words="table desk tabletop countertop counter wooden_table kitchen_table dining_table "
    "desktop_background still_life flat_lay",
    phrase="on a wooden table",
    alone="a laptop and a mug on a wooden table",
    indoors=True,
    shade=0.5,
)
