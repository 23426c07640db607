"""A boutique: clothes on rails, shelves, a mirror, and a round plinth in the middle for what is sold."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import pendant, planks, put
from imgorigin.painters.sketch.elements.rooms import Piece, Room, flanks, lamplit, shade_under, walls
from imgorigin.painters.sketch.elements.soft import FABRICS, plant_piece
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import dome, trace

_WALLS: Final = ("#f0dcd2", "#d9e3dc", "#e6dfee", "#efe6d3", "#d5dfea", "#c9a795")
_ACCENTS: Final = ("#d98c7a", "#7f9f8c", "#8f7fb5", "#c9a24f", "#5f86ad")
_GOODS: Final = (
    "handbag",
    "running-shoe",
    "high-heeled-shoe",
    "top-hat",
    "backpack",
    "sunglasses",
    "watch",
    "perfume",
    "t-shirt",
    "jeans",
)
_USUAL: Final = ("handbag", "running-shoe", "dress", "shopping-bags")
_BRASS: Final = "#c9a052"


def paint(stage: Stage) -> None:
    choice = stage.stream("colors")
    wall, accent, usual = choice.pick(_WALLS), choice.pick(_ACCENTS), choice.pick(_USUAL)
    room = walls(stage, wall, share=0.74, deepest=430)
    with stage.layer("floor") as rng:
        planks(stage, rng, room.floor, stage.lit("#c9a580"))
    x, half = stage.w / 2, 290.0
    _niche(stage, room, stage.lit(stage.scene.color or accent))
    flanks(stage, room, half, [_rail(), _shelves(), _mirror(), plant_piece("#f3ece2")], first=_rail())
    with stage.layer("lamps"):
        for index in range(count := max(2, round(stage.w / 520))):
            pendant(
                stage,
                stage.w * (index + 0.5) / count,
                max(90.0, room.floor - 620),
                36,
                stage.lit(_BRASS),
                drop=8,
            )
    ground = _plinth(stage, room, stage.lit(accent))
    subjects = stage.scene.subjects or (Subject(usual, usual),)
    put_subjects(stage, Spot(ground=ground, size=410, tall=room.floor * 0.66, x=x / stage.w), subjects)


def _niche(stage: Stage, room: Room, accent: str) -> None:
    """A lit arch behind the plinth."""
    draw, x, foot = stage.draw, stage.w / 2, room.floor - 14
    high = min(330.0, foot - room.top - 300)
    with stage.layer("niche"):
        shape = dome(x, foot - high, 250, 250) + trace(
            ("M", x - 250, foot - high - 1), ("h", 500), ("V", foot), ("h", -500), "z"
        )
        draw.path(shape, draw.gradient(palette.lighter(accent, 0.35), accent))
        lamplit(stage, x, foot - high, 330, 0.8)


def _plinth(stage: Stage, room: Room, accent: str) -> float:
    draw, x = stage.draw, stage.w / 2
    y = stage.h - (stage.h - room.floor) * 0.42
    with stage.layer("plinth"):
        draw.glow(x, y + 60, 400, palette.INK, 0.4, ry=60)
        for low, r, tone in (
            (50, 340, palette.lighter(accent, 0.1)),
            (0, 270, palette.lighter(accent, 0.35)),
        ):
            draw.ellipse(x, y + low + 34, r, r * 0.15, palette.darker(tone, 0.2))
            draw.rect(x - r, y + low, 2 * r, 34, palette.darker(tone, 0.2))
            draw.ellipse(x, y + low, r, r * 0.15, palette.lighter(tone, 0.25))
    return y + 14


def _rail() -> Piece:
    """Clothes on hangers, shoes below."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, brass, y = stage.draw, stage.lit(_BRASS), room.floor + 34
        top = y - 500
        shade_under(stage, x, y, 200)
        draw.line(trace(("M", x - 190, y), ("V", top), ("H", x + 190), ("V", y)), brass, 12)
        for index, color in enumerate(rng.shuffled(FABRICS)):
            _garment(stage, x - 160 + index * 53, top, rng.between(210, 320), stage.lit(color))
        draw.rect(x - 196, y - 74, 392, 14, stage.lit("#b98a5e"), corner=4)
        for dx in (-110, 10, 116):
            put(
                stage,
                rng.pick(("running-shoe", "high-heeled-shoe", "hiking-boot")),
                x + dx,
                y - 72,
                96,
                shadow=False,
            )

    return Piece(430, paint)


def _garment(stage: Stage, x: float, y: float, h: float, color: str) -> None:
    """A shirt or a dress seen from its sleeve side, on a hanger."""
    draw = stage.draw
    draw.line(
        trace(("M", x, y - 2), ("v", 18), ("l", -22, 18), ("M", x, y + 16), ("l", 22, 18)),
        stage.lit("#8a7f76"),
        5,
    )
    shape = trace(("M", x - 24, y + 32), ("q", 24, -18, 48, 0), ("l", 7, h - 8), ("q", -31, 14, -62, 0), "z")
    draw.path(
        shape,
        draw.gradient(palette.lighter(color, 0.18), color, palette.darker(color, 0.18), towards=(1, 0.2)),
    )
    draw.line(trace(("M", x, y + 40), ("l", 3, h - 24)), palette.darker(color, 0.3), 3, opacity=0.6)


def _shelves() -> Piece:
    """Boards with bags, hats and shoes, each in its light."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, wood = stage.draw, stage.lit("#b98a5e")
        goods = rng.shuffled(_GOODS)
        for level in range(3):
            y = room.floor - 90 - level * 180
            lamplit(stage, x, y - 90, 200, 0.5)
            for slot, dx in enumerate((-118, 0, 118)):
                put(stage, goods[(level * 3 + slot) % len(goods)], x + dx, y + 2, 104, shadow=False)
            draw.rect(x - 190, y, 380, 14, wood, corner=3)
            draw.rect(x - 190, y + 14, 380, 10, palette.BLACK, opacity=0.12)

    return Piece(400, paint)


def _mirror() -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        draw, y = stage.draw, room.floor + 30
        shade_under(stage, x, y, 110)
        draw.rect(x - 110, y - 540, 220, 540, stage.lit(_BRASS), corner=110)
        draw.rect(
            x - 97,
            y - 527,
            194,
            514,
            draw.gradient(palette.lighter(room.wall, 0.7), "#b9cfd8", towards=(0.8, 1)),
            corner=97,
        )
        draw.line(
            trace(("M", x - 60, y - 300), ("l", 100, -120), ("M", x - 40, y - 240), ("l", 70, -84)),
            palette.WHITE,
            9,
            opacity=0.7,
        )

    return Piece(240, paint)


SHOP = Place(
    name="shop",
    paint=paint,
    words="shop boutique boutiques clothing_store fashion_store store_interior shop_interior retail_store "
    "department_store fitting_room gift_shop shoe_store storefront_interior",
    phrase="in a boutique",
    alone="a boutique with clothes and bags",
    indoors=True,
    shade=0.45,
    company=True,
)
