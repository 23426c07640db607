"""What one sits and lies on, and the small furniture that stands beside it."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.furniture import bookcase, floor_lamp, pictures, put
from imgorigin.painters.sketch.elements.rooms import Piece, Room, curtained, lamplit, shade_under
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import Point, box, disc, smooth, trace

FABRICS: Final = ("#c8553d", "#3d6f8f", "#4f7a5b", "#8a5a83", "#c9973f", "#5566a0", "#b5677a")
WOODS: Final = ("#9a6b45", "#b98a5e", "#6f4a35", "#c7a06f")
_LEAVES: Final = ("#2f8f5b", "#3fa56b", "#27784d", "#55b87c")


def sofa(stage: Stage, x: float, y: float, w: float, *, color: str, accent: str) -> None:
    """With three cushions, its feet on y."""
    draw, h = stage.draw, w * 0.42
    shade, light = palette.darker(color, 0.18), palette.lighter(color, 0.14)
    shade_under(stage, x, y, w * 0.52)
    for side in (-0.42, 0.38):
        draw.rect(x + side * w, y - h * 0.14, w * 0.035, h * 0.14, stage.lit("#6b4a33"), corner=4)
    draw.rect(x - w * 0.43, y - h, w * 0.86, h * 0.8, draw.gradient(light, color), corner=w * 0.06)
    for index in range(3):
        seat = x - w * 0.40 + index * w * 0.268
        draw.rect(seat, y - h * 0.9, w * 0.262, h * 0.6, palette.lighter(color, 0.08), corner=w * 0.035)
        draw.rect(seat, y - h * 0.46, w * 0.262, h * 0.2, palette.lighter(color, 0.22), corner=w * 0.03)
    draw.rect(x - w * 0.43, y - h * 0.29, w * 0.86, h * 0.18, shade, corner=w * 0.02)
    for side, turn in ((-1, -12), (1, 10)):
        px, py = x + side * w * 0.27, y - h * 0.62
        with draw.group(f'transform="rotate({turn} {px:.0f} {py:.0f})"'):
            draw.rect(px - w * 0.075, py - w * 0.07, w * 0.15, w * 0.15, accent, corner=w * 0.025)
            draw.rect(
                px - w * 0.06, py - w * 0.055, w * 0.12, w * 0.022, palette.lighter(accent, 0.3), corner=6
            )
    for left in (x - w * 0.5, x + w * 0.39):
        draw.rect(left, y - h * 0.68, w * 0.11, h * 0.58, draw.gradient(light, shade), corner=w * 0.04)


def bed(stage: Stage, x: float, y: float, w: float, *, cover: str, wood: str) -> None:
    """Seen from its foot, the headboard behind."""
    draw, h = stage.draw, w * 0.5
    linen = stage.lit("#fbf8f2")
    shade_under(stage, x, y, w * 0.54)
    _headboard(stage, x, y - h * 1.34, w, wood)
    draw.rect(x - w * 0.47, y - h * 0.8, w * 0.94, h * 0.5, linen, corner=24)
    for side in (-1, 1):
        left, under = x + side * w * 0.225, palette.darker(linen, 0.07)
        draw.rect(left - w * 0.19, y - h * 1.0, w * 0.38, h * 0.32, under, corner=w * 0.05)
        draw.rect(left - w * 0.18, y - h * 1.01, w * 0.36, h * 0.28, linen, corner=w * 0.05)
    _blanket(stage, (x, y), w, cover, linen)
    for foot in (-0.49, 0.45):
        draw.rect(x + foot * w, y - h * 0.06, w * 0.04, h * 0.06, palette.darker(wood, 0.2))


def _headboard(stage: Stage, x: float, top: float, w: float, wood: str) -> None:
    draw, h = stage.draw, w * 0.5
    draw.rect(x - w * 0.5, top, w, h * 1.1, draw.gradient(palette.lighter(wood, 0.15), wood), corner=w * 0.05)
    for index in range(1, 6):
        left = x - w * 0.5 + index * w / 6 - 2
        draw.rect(left, top + h * 0.04, 4, h * 0.6, palette.darker(wood, 0.25), opacity=0.5)


def _blanket(stage: Stage, at: Point, w: float, cover: str, linen: str) -> None:
    """Over the bed down to its foot, the sheet folded over its upper end."""
    draw, (x, y), h, shade = stage.draw, at, w * 0.5, palette.darker(cover, 0.2)
    upper = (("M", x - w * 0.48, y - h * 0.58), ("Q", x, y - h * 0.66, x + w * 0.48, y - h * 0.58))
    top = trace(*upper, ("L", x + w * 0.52, y - h * 0.10), ("H", x - w * 0.52), "z")
    draw.path(top, draw.gradient(palette.lighter(cover, 0.22), cover))
    lower = (("L", x + w * 0.49, y - h * 0.44), ("Q", x, y - h * 0.52, x - w * 0.49, y - h * 0.44))
    draw.path(trace(*upper, *lower, "z"), linen)
    creases = "".join(
        smooth(
            [(x + dx * w, y - h * 0.40), (x + dx * w * 1.06, y - h * 0.26), (x + dx * w * 1.02, y - h * 0.12)]
        )
        for dx in (-0.3, -0.08, 0.16, 0.34)
    )
    draw.line(creases, shade, 4, opacity=0.4)
    draw.rect(x - w * 0.52, y - h * 0.14, w * 1.04, h * 0.13, shade, corner=10)


def tall_plant(stage: Stage, x: float, y: float, h: float, pot: str) -> None:
    """Broad leaves on bent stems, in a pot that stands on y."""
    draw = stage.draw
    shade_under(stage, x, y, h * 0.2)
    leaves = (
        (-0.30, 0.62, -52),
        (0.30, 0.66, 50),
        (-0.20, 0.86, -26),
        (0.20, 0.90, 26),
        (0.0, 0.98, 2),
        (-0.34, 0.42, -74),
        (0.34, 0.44, 74),
    )
    stems = "".join(
        trace(("M", x, y - h * 0.24), ("Q", x + dx * h * 0.25, y - h * up * 0.8, x + dx * h, y - h * up))
        for dx, up, _ in leaves
    )
    draw.line(stems, stage.lit("#3b7a4e"), h * 0.014)
    for index, (dx, up, turn) in enumerate(leaves):
        lx, ly, color = x + dx * h * 0.9, y - h * up, stage.lit(_LEAVES[index % 4])
        draw.ellipse(
            lx, ly, h * 0.085, h * 0.17, draw.gradient(palette.lighter(color, 0.2), color), turn=turn
        )
        draw.ellipse(lx, ly, h * 0.008, h * 0.14, palette.darker(color, 0.2), opacity=0.6, turn=turn)
    tone = stage.lit(pot)
    draw.polygon(
        [(x - h * 0.13, y - h * 0.27), (x + h * 0.13, y - h * 0.27), (x + h * 0.095, y), (x - h * 0.095, y)],
        draw.gradient(palette.lighter(tone, 0.15), tone, palette.darker(tone, 0.2), towards=(1, 0)),
    )
    draw.rect(x - h * 0.145, y - h * 0.29, h * 0.29, h * 0.045, palette.lighter(tone, 0.12), corner=5)


def table_lamp(stage: Stage, x: float, y: float, h: float) -> None:
    draw = stage.draw
    lamplit(stage, x, y - h * 0.7, h * 1.7, 0.75)
    draw.ellipse(x, y - 4, h * 0.22, 7, stage.lit("#5a4636"))
    draw.ellipse(x, y - h * 0.24, h * 0.13, h * 0.22, stage.lit("#7e93a8"))
    draw.polygon(
        [
            (x - h * 0.2, y - h),
            (x + h * 0.2, y - h),
            (x + h * 0.34, y - h * 0.46),
            (x - h * 0.34, y - h * 0.46),
        ],
        draw.gradient("#fff0cc", "#f4c878"),
    )


def chest(
    stage: Stage, x: float, y: float, *, w: float, h: float, wood: str, rows: int = 2, columns: int = 1
) -> None:
    """Drawers on short feet, standing on y."""
    draw, face = stage.draw, palette.lighter(wood, 0.12)
    shade_under(stage, x, y, w * 0.52)
    for side in (-0.44, 0.40):
        draw.rect(x + side * w, y - 26, w * 0.04, 26, palette.darker(wood, 0.35))
    draw.rect(x - w / 2, y - h, w, h - 22, wood, corner=8)
    draw.rect(x - w / 2 - 6, y - h - 8, w + 12, 14, palette.lighter(wood, 0.25), corner=5)
    wide, high = (w - 12) / columns - 12, (h - 34) / rows - 10
    for row in range(rows):
        for column in range(columns):
            left, top = x - w / 2 + 12 + column * (wide + 12), y - h + 14 + row * (high + 10)
            draw.rect(left, top, wide, high, face, corner=5)
            draw.circle(left + wide / 2, top + high / 2, 7, stage.lit("#e7c27a"))


# -------------------------------------------------------------------------------------------- pieces


def window_piece(
    color: str,
    *,
    w: float = 360,
    h: float = 430,
    sill: float = 170,
    view: str = "country",
    beside: float = 200,
) -> Piece:
    """A window with curtains of that colour, its sill that high above the floor; `beside` is what the
    curtains take of the wall."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        curtained(stage, room, x, w, h, sill=sill, color=color, view=view)

    return Piece(w + beside, paint)


def shelf_piece(wood: str) -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        shade_under(stage, x, room.floor + 26, 140)
        bookcase(stage, rng, x - 135, room.floor + 26, w=270, h=580, wood=stage.lit(wood))

    return Piece(270, paint)


def plant_piece(pot: str = "#d98a5b", h: float = 420) -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        tall_plant(stage, x, room.floor + 40, h * rng.between(0.9, 1.1), pot)

    return Piece(h * 0.62, paint)


def lamp_piece() -> Piece:
    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        floor_lamp(stage, x, room.floor + 36, 600 * rng.between(0.94, 1.04))

    return Piece(190, paint)


def chest_piece(wood: str, thing: str = "") -> Piece:
    """A sideboard with a picture group over it and a thing on it."""

    def paint(stage: Stage, rng: Stream, room: Room, x: float) -> None:
        pictures(stage, rng, x - 120, room.floor - 560, 240)
        chest(stage, x, room.floor + 30, w=420, h=190, wood=stage.lit(wood), columns=2)
        if thing:
            put(stage, thing, x - 90, room.floor - 166, 120, shadow=False)
        table_lamp(stage, x + 130, room.floor - 168, 150)

    return Piece(430, paint)


def clock(stage: Stage, x: float, y: float, r: float, rim: str) -> None:
    draw = stage.draw
    draw.circle(x + 5, y + 8, r, palette.BLACK, opacity=0.12)
    draw.circle(x, y, r, rim)
    draw.circle(x, y, r * 0.84, stage.lit("#fffdf7"))
    marks = "".join(
        disc(x + dx * r * 0.68, y + dy * r * 0.68, r * 0.06) for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0))
    )
    draw.path(marks, stage.lit("#4a5270"))
    draw.line(
        trace(("M", x, y), ("L", x - r * 0.3, y - r * 0.34), ("M", x, y), ("L", x + r * 0.1, y - r * 0.58)),
        stage.lit("#39405a"),
        r * 0.09,
    )


def framed(stage: Stage, rng: Stream, spot: tuple[float, float, float, float], frame: str) -> None:
    """A picture of soft shapes; `spot` has its middle, width and height. What it shows is by chance."""
    x, y, w, h = spot
    draw = stage.draw
    tones = tuple(stage.lit(tone) for tone in rng.shuffled(FABRICS)[:3])
    draw.rect(x - w / 2 + 6, y - h / 2 + 12, w, h, palette.BLACK, corner=4, opacity=0.14)
    draw.rect(x - w / 2, y - h / 2, w, h, frame, corner=4)
    left, top, wide, high = sheet = (x - w / 2 + 14, y - h / 2 + 14, w - 28, h - 28)
    draw.rect(left, top, wide, high, stage.lit("#f7efe2"))
    shown = (_hills, _figures, _quarters)[rng.whole(0, 2)]
    a, b = rng.between(0.3, 0.7), rng.between(0.35, 0.6)
    with draw.clipped(box(left, top, wide, high)):
        shown(stage, sheet, tones, (a, b))


Spread = tuple[float, float, float, float]
"""Left, top, width and height."""


def _hills(stage: Stage, sheet: Spread, tones: tuple[str, ...], at: Point) -> None:
    """Three of them, a sun above at these shares of the sheet."""
    draw, (left, top, wide, high), foot = stage.draw, sheet, sheet[1] + sheet[3]
    draw.rect(left, top, wide, high, draw.gradient(palette.lighter(tones[0], 0.55), stage.lit("#f7efe2")))
    draw.circle(left + wide * at[0], top + high * at[1], min(wide, high) * 0.2, tones[1])
    for index, share in enumerate((0.62, 0.76, 0.9)):
        crest = smooth(
            [
                (left - 10 + step * (wide + 20) / 4, top + high * (share + 0.06 * ((step + index) % 2)))
                for step in range(5)
            ]
        )
        draw.path(f"{crest}V{foot:.0f}H{left - 10:.0f}z", palette.mix(tones[2], palette.INK, 0.16 * index))


def _figures(stage: Stage, sheet: Spread, tones: tuple[str, ...], at: Point) -> None:
    """A disc, a bar and a triangle."""
    draw, (left, top, wide, high) = stage.draw, sheet
    draw.circle(left + wide * 0.42, top + high * 0.42, min(wide, high) * 0.34, tones[0])
    draw.rect(left + wide * at[0], top + high * 0.3, wide * 0.3, high * 0.6, tones[1], opacity=0.85)
    peak = (left + wide * at[1], top + high * 0.5)
    draw.path(trace(("M", left, top + high), ("L", *peak), ("L", left + wide, top + high), "z"), tones[2])


def _quarters(stage: Stage, sheet: Spread, tones: tuple[str, ...], at: Point) -> None:
    """Four fields, and a ring in the middle wherever `at` is."""
    draw, (left, top, wide, high) = stage.draw, sheet
    for index, tone in enumerate((*tones, palette.lighter(tones[0], 0.4))):
        across, down = 0.5 * (index % 2), 0.5 * (index // 2)
        draw.rect(left + wide * across, top + high * down, wide * 0.5, high * 0.5, tone)
    x, y, r = left + wide * 0.5, top + high * 0.5, min(wide, high)
    draw.circle(x, y, r * 0.26, stage.lit("#f7efe2"))
    draw.circle(x, y, r * 0.16, tones[1])
