"""A coffee shop: a window, a counter, shelves and warm lamps; a round table in front."""

from __future__ import annotations

from dataclasses import replace

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.furniture import pendant, planks, put, shelf, window
from imgorigin.painters.sketch.elements.rooms import mirrored
from imgorigin.painters.sketch.elements.spots import parted
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import trace

_WALLS = ("#c9784f", "#7d8f69", "#b5654a", "#4f7470")
_WARM_WALLS = ("#c9784f", "#b5654a", "#a8705a", "#c08a52")
_DARK = "#2a1710"
_FLOORS = ("#8a5a38", "#a5764a", "#6b4330")
_TABLES = ("#e3b982", "#c98f5a", "#f0e2c8", "#b8c4b0")
_LAMPS = ("#e8b04a", "#d96f4a", "#5f8f86", "#e9e1d0")
_MENUS = tuple(
    (Subject("mug", "mug"), Subject(cake, cake))
    for cake in ("croissant", "doughnut", "shortcake", "cupcake", "cookie")
)


def paint(stage: Stage) -> None:
    walls = _WARM_WALLS if "warm" in stage.scene.moods else _WALLS
    wall = stage.lit(stage.stream("wall").pick(walls), 0.6)
    choice = stage.stream("looks")
    boards, wood, shade, menu = (
        choice.pick(_FLOORS),
        choice.pick(_TABLES),
        choice.pick(_LAMPS),
        choice.pick(_MENUS),
    )
    turned = choice.chance(0.5)
    floor = stage.horizon(0.72, deepest=520)
    draw = stage.draw
    with stage.layer("wall"):
        fill = draw.gradient(palette.mix(wall, _DARK, 0.30), palette.mix(wall, "#ffdfae", 0.18))
        draw.rect(0, 0, stage.w, stage.h, fill)
        _panelling(stage, wall, floor)
    with mirrored(stage, really=turned):
        _back_wall(stage, wall, floor)
    with stage.layer("floor") as rng:
        planks(stage, rng, floor, stage.lit(boards, 0.6))
    with mirrored(stage, really=turned):
        _counter(stage, wall, floor)
    _lamps(stage, palette.mix(shade, wall, 0.15), floor)
    beings, things = parted(stage.scene.subjects or menu)
    at_desk = any(one.pose == "working" for one in beings)
    seat = Spot(
        ground=stage.h - (24 if at_desk else 60), size=640 if at_desk else 520, tall=floor, shadow=at_desk
    )
    put_subjects(stage, seat, beings)
    if at_desk:
        put_subjects(stage, replace(seat, x=0.2, size=320), things)
    else:
        _table(stage, stage.lit(wood, 0.6), things, small=bool(beings))


def _panelling(stage: Stage, wall: str, floor: float) -> None:
    """Wainscot along the lower wall."""
    top, color = floor - 190, palette.mix(wall, _DARK, 0.45)
    stage.draw.rect(0, top, stage.w, floor - top, color)
    stage.draw.rect(0, top, stage.w, 12, palette.lighter(color, 0.14))
    seams = "".join(trace(("M", x, top + 12), ("V", floor)) for x in range(40, int(stage.w), 64))
    stage.draw.line(seams, palette.darker(color, 0.3), 2.5, opacity=0.6)


def _back_wall(stage: Stage, wall: str, floor: float) -> None:
    """The window on the left; shelves beside it, or above it in a tall picture."""
    tall = stage.h > stage.w * 1.3
    wide = min(stage.w * 0.44, 780) if not tall else stage.w * 0.62
    high = min((floor - 190) * 0.62, 430)
    x, y = (stage.w - wide) / 2 if tall else stage.w * 0.07, floor - 230 - high
    with stage.layer("window"):
        window(stage, x, y, wide, high, frame=palette.mix(wall, _DARK, 0.72), panes=3 if wide > 520 else 2)
    wood = stage.lit("#6b432b", 0.6)
    left, right = (x, x + wide) if tall else (x + wide + 90, stage.w * 0.95)
    heights = (y - 110, y - 260) if tall else (y + high * 0.38, y + high * 0.86)
    if right - left < 160:
        return
    for index, height in enumerate(heights):
        if height > 220:
            with stage.layer(f"shelf-{index}") as rng:
                shelf(stage, rng, left, height, right - left, wood=wood)


def _counter(stage: Stage, wall: str, floor: float) -> None:
    """With an espresso machine and a cake stand; only where the picture is broad enough."""
    if stage.w < 1250:
        return
    draw = stage.draw
    x, w, top = stage.w * 0.60, stage.w * 0.46, floor - 120
    front = palette.mix(wall, _DARK, 0.62)
    with stage.layer("counter"):
        _machine(stage, x + w * 0.30, top)
        _cake_stand(stage, x + w * 0.60, top)
        draw.rect(x, top, w, floor + 30 - top, draw.gradient(front, palette.darker(front, 0.35)))
        slats = "".join(trace(("M", x + dx, top + 18), ("V", floor + 30)) for dx in range(26, int(w), 34))
        draw.line(slats, palette.darker(front, 0.4), 4, opacity=0.6)
        draw.rect(x - 16, top - 8, w + 32, 26, stage.lit("#c99863", 0.6), corner=5)


def _machine(stage: Stage, x: float, y: float) -> None:
    draw = stage.draw
    steel, dark = stage.lit("#c9ced6"), stage.lit("#3a3f4a")
    draw.rect(x - 90, y - 122, 180, 122, steel, corner=10)
    draw.rect(x - 90, y - 122, 180, 26, palette.lighter(steel, 0.4), corner=10)
    draw.rect(x - 74, y - 76, 148, 62, dark, corner=6)
    for dx in (-38, 38):
        draw.rect(x + dx - 17, y - 80, 34, 16, steel, corner=4)
        draw.rect(x + dx - 3, y - 66, 6, 12, steel)
        draw.rect(x + dx - 12, y - 40, 24, 26, stage.lit("#f4f1ea"), corner=5)
    draw.circle(x, y - 109, 6, "#e5533d")
    draw.rect(x - 96, y - 14, 192, 14, palette.darker(steel, 0.25), corner=4)


def _cake_stand(stage: Stage, x: float, y: float) -> None:
    draw = stage.draw
    china = stage.lit("#f4f1ea")
    draw.rect(x - 6, y - 44, 12, 44, china)
    draw.ellipse(x, y - 4, 40, 8, china)
    put(stage, "croissant", x - 30, y - 50, 62)
    put(stage, "doughnut", x + 26, y - 50, 54)
    draw.rect(x - 76, y - 54, 152, 12, china, corner=6)
    draw.path(trace(("M", x - 70, y - 54), ("a", 70, 78, 0, 0, 1, 140, 0), "z"), palette.WHITE, opacity=0.22)


def _lamps(stage: Stage, color: str, floor: float) -> None:
    count = max(2, round(stage.w / 430))
    reach = min(floor, 900)
    with stage.layer("lamps"):
        for index in range(count):
            y = floor - reach * (0.82 - 0.05 * (index % 2))
            pendant(stage, stage.w * (index + 0.5) / count, max(70, y), 46, color)


def _table(stage: Stage, wood: str, things: list[Subject], *, small: bool) -> None:
    """The table the subjects stand on, its edge cut off by the picture where it is narrow."""
    draw, x, y = stage.draw, stage.w / 2, stage.h - 112
    r = min(stage.w * 0.62, 640)
    with stage.layer("table"):
        draw.glow(x, stage.h, r * 1.2, _DARK, 0.85, ry=150, body=0.8)
        draw.rect(x - 46, y, 92, stage.h - y, palette.mix(wood, _DARK, 0.8))
        draw.ellipse(x, y + 30, r, 84, palette.mix(wood, _DARK, 0.55))
        draw.ellipse(x, y, r, 84, draw.gradient(palette.lighter(wood, 0.25), wood, towards=(0.4, 1)))
        draw.ellipse(x - r * 0.12, y - 12, r * 0.62, 40, palette.lighter(wood, 0.4), opacity=0.4)
    put_subjects(
        stage, Spot(ground=y + 16, size=240 if small else 420, tall=560, x=0.36 if small else 0.5), things
    )


CAFE = Place(
    name="cafe",
    paint=paint,
    words="cafe coffee_shop coffeeshop coffee_house coffeehouse diner bar pub cafeteria tearoom tavern",
    phrase="in a coffee shop",
    alone="a cozy coffee shop with a mug and a pastry on a table",
    indoors=True,
    shade=0.5,
    company=True,
)
