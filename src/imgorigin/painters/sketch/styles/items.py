"""What grows and stands on the tile of an isometric picture: each draws itself on a cell."""

from __future__ import annotations

from collections.abc import Callable

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.styles.solids import Ground
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.onstage import draw_icon

Item = Callable[[Ground, Stream, float, float, bool], None]
"""Draws itself on the cell i, j; the last argument says whether it may be tall."""


def conifer(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    size, stage = rng.between(0.75, 1.15) * (1.0 if tall else 0.5), ground.stage
    green = stage.lit(palette.mix("#2f8a62", "#8a9a3c", 0.5 if stage.has("autumn") else 0.0))
    ground.block((i + 0.42, j + 0.42), (0.16, 0.16, 0.4 * size), stage.lit("#7a5236"))
    for level, (width, z) in enumerate(((0.94, 0.3), (0.76, 0.8), (0.54, 1.25))):
        w = width * min(1.0, size)
        cap = stage.lit("#f4f8fc") if stage.has("snow") else ""
        ground.pyramid(
            i + 0.5 - w / 2,
            j + 0.5 - w / 2,
            w,
            0.95 * size,
            palette.lighter(green, 0.07 * level),
            z=z * size,
            cap=cap,
        )


def leafy(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    size, shade, stage = (1.0 if tall else 0.55) * rng.between(0.8, 1.1), rng.between(0, 0.16), ground.stage
    leaf = palette.lighter(_leaf(stage, "#57a84a"), shade)
    ground.block((i + 0.42, j + 0.42), (0.16, 0.16, 0.6 * size), stage.lit("#7a5236"))
    w = 0.8 * min(1.0, size)
    ground.block((i + 0.5 - w / 2, j + 0.5 - w / 2), (w, w, 0.8 * size), leaf, z=0.55 * size)
    ground.block((i + 0.5 - w * 0.3, j + 0.5 - w * 0.3), (w * 0.6, w * 0.6, 0.3 * size), leaf, z=1.35 * size)


def _leaf(stage: Stage, green: str) -> str:
    if stage.has("snow"):
        return stage.lit(palette.mix(green, "#e8f1f6", 0.35))
    return stage.lit(palette.mix(green, "#e08a2c", 0.75) if stage.has("autumn") else green)


def peak(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    size, shade, stage = rng.between(1.4, 2.3) * (1.0 if tall else 0.35), rng.between(0, 0.14), ground.stage
    rock = palette.mix(stage.lit(palette.lighter("#7d8ba0", shade)), stage.light.near, 0.15)
    ground.pyramid(i, j, size, size * 1.15, rock, cap=stage.lit("#fbfdff") if tall else "")


def rock(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    size = rng.between(0.2, 0.5)
    ground.block((i + 0.3, j + 0.3), (size, size, size * 0.7), ground.stage.lit("#9a9da6"))


def flowers(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    for _ in range(3):
        color = rng.pick(("#f25c7a", "#ffd23f", "#ffffff", "#b57bff", "#ff8a4c"))
        x, y = i + rng.between(0.1, 0.8), j + rng.between(0.1, 0.8)
        ground.block((x + 0.05, y + 0.05), (0.05, 0.05, 0.16), ground.stage.lit("#3f8f45"))
        ground.block((x, y), (0.16, 0.16, 0.12), ground.stage.lit(color), z=0.16)


def palm(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    stood("palm-tree", size=rng.between(2.6, 3.6) * (1.0 if tall else 0.6))(ground, rng, i, j, tall)


def cactus(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    h, stage = rng.between(0.8, 1.4) * (1.0 if tall else 0.5), ground.stage
    green = stage.lit("#4f9a5a")
    ground.block((i + 0.1, j + 0.42), (0.3, 0.18, 0.18), green, z=h * 0.5)
    ground.block((i + 0.4, j + 0.4), (0.24, 0.24, h), green)
    ground.block((i + 0.64, j + 0.42), (0.2, 0.18, 0.18), green, z=h * 0.35)


def dune(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    size = min(rng.between(0.9, 2.0) * (1.0 if tall else 0.5), 10 - max(i, j))
    ground.pyramid(i, j, size, size * 0.42, ground.stage.lit("#eabf7c"))


def tower(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    """With windows on both sides, lit at night; low ones in front."""
    stage = ground.stage
    h = rng.between(1.4, 3.6) if tall else rng.between(0.35, 0.8)
    color = stage.lit(rng.pick(("#e9ecf2", "#c9d6e6", "#f2c8a0", "#8fb3d9", "#e8a08a", "#b9c4d6", "#7d93b8")))
    lit = [rng.chance(0.6) for _ in range(80)]
    ground.block((i + 0.1, j + 0.1), (0.8, 0.8, h), color)
    ground.block((i + 0.34, j + 0.34), (0.3, 0.3, 0.14), palette.darker(color, 0.2), z=h)
    bright = "#ffe08a" if stage.light.lamps else "#f4fbff"
    dull = palette.darker(color, 0.42)
    for row in range(int((h - 0.2) / 0.32)):
        for column in range(3):
            key, z = (row * 6 + column * 2) % 80, 0.16 + row * 0.32
            ground.panel_left(i + 0.2 + column * 0.22, j + 0.9, 0.13, 0.18, bright if lit[key] else dull, z=z)
            shaded = palette.darker(bright, 0.12) if lit[(key + 1) % 80] else palette.darker(dull, 0.2)
            ground.panel_right(i + 0.9, j + 0.2 + column * 0.22, 0.13, 0.18, shaded, z=z)


def house(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    stage = ground.stage
    wall, roof = (
        stage.lit(rng.pick(("#fff4e0", "#f7d9c4", "#dfe9f2"))),
        stage.lit(rng.pick(("#d9603f", "#4f7ea8", "#8a5a86"))),
    )
    ground.block((i + 0.12, j + 0.12), (0.76, 0.76, 0.6), wall)
    ground.panel_left(i + 0.4, j + 0.88, 0.18, 0.36, palette.darker(roof, 0.3))
    ground.panel_right(i + 0.88, j + 0.36, 0.24, 0.22, "#ffe08a" if stage.light.lamps else "#bfe3f7", z=0.2)
    ground.pyramid(i + 0.04, j + 0.04, 0.92, 0.62, roof, z=0.6)


def cube(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    h = rng.between(0.2, 1.5) if tall else rng.between(0.1, 0.4)
    base = ground.stage.scene.color or "#6f7bf7"
    lightness, a, b = palette.lab(base)
    key = palette.Lab(lightness, a, b)
    color = palette.from_hue(rng.between(0.55, 0.88), max(0.08, key.chroma * 0.8), key.hue + rng.spread(0.7))
    ground.block((i + 0.06, j + 0.06), (0.88, 0.88, h), ground.stage.lit(color))


def crater(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    size = rng.between(0.4, 1.1)
    x, y = ground.at(i + 0.5, j + 0.5)
    ground.draw.ellipse(x, y, size * ground.a, size * ground.a / 2, "#77789a")
    ground.draw.ellipse(
        x, y + ground.a * 0.07 * size, size * ground.a * 0.86, size * ground.a * 0.42, "#8e90b0"
    )


def coral(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    for _ in range(3):
        color = ground.stage.lit(rng.pick(("#ff6f91", "#ff9671", "#ffc75f", "#c86bfa", "#2fd0c0")))
        h = rng.between(0.3, 1.4 if tall else 0.5)
        ground.block((i + rng.between(0.1, 0.7), j + rng.between(0.1, 0.7)), (0.18, 0.18, h), color)


def puff(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    size = rng.between(0.6, 1.2)
    ground.block((i, j), (size, size, size * 0.4), ground.stage.lit("#ffffff"))


def desk(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    """With a screen on it, and a chair before it."""
    stage, wood = ground.stage, ground.stage.lit("#d9a871")
    chair = stage.lit(rng.pick(("#3f6fb5", "#e07a5f", "#3d9a86", "#f2b441")))
    for x, y in ((0.1, 0.1), (1.5, 0.1), (0.1, 0.7), (1.5, 0.7)):
        ground.block((i + x, j + y), (0.08, 0.08, 0.7), stage.lit("#6f7681"))
    ground.block((i, j), (1.7, 0.9, 0.1), wood, z=0.7)
    ground.block((i + 0.5, j + 0.2), (0.7, 0.08, 0.5), stage.lit("#2f3642"), z=0.84)
    ground.panel_left(i + 0.54, j + 0.285, 0.62, 0.42, "#7fd0f5", z=0.88)
    ground.block((i + 1.32, j + 0.35), (0.14, 0.14, 0.18), stage.lit("#f5f5f0"), z=0.8)
    ground.block((i + 0.6, j + 1.15), (0.6, 0.6, 0.12), chair, z=0.42)
    ground.block((i + 0.86, j + 1.4), (0.08, 0.08, 0.42), stage.lit("#4a515c"))
    ground.block((i + 0.6, j + 1.7), (0.6, 0.1, 0.75), chair, z=0.42)


def sofa(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    color = ground.stage.lit(rng.pick(("#3f8f86", "#d9694f", "#5a6fc0", "#d99a3a")))
    ground.block((i, j), (1.9, 0.28, 0.95), color)
    ground.block((i, j + 0.28), (1.9, 0.7, 0.42), palette.lighter(color, 0.1))
    for x in (0.0, 1.68):
        ground.block((i + x, j + 0.1), (0.22, 0.9, 0.62), color)


def plant(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    stood("potted-plant", size=rng.between(1.7, 2.1))(ground, rng, i, j, tall)


def cafe_table(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    stage = ground.stage
    stool = rng.pick(("#c8553d", "#3d7a72", "#e0a33e"))
    ground.block((i + 0.42, j + 0.42), (0.16, 0.16, 0.6), stage.lit("#5b4636"))
    ground.block((i, j), (1, 1, 0.1), stage.lit("#b87a4b"), z=0.6)
    ground.block((i + 0.4, j + 0.4), (0.18, 0.18, 0.2), stage.lit("#fff8ec"), z=0.7)
    ground.block((i + 1.15, j + 0.25), (0.45, 0.45, 0.4), stage.lit(stool))


def stood(*names: str, size: float, z: float = 0, place: tuple[float, float] = (0.5, 0.5)) -> Item:
    """One of these icons or figures, `size` cells high if it fills its grid, standing on `z`."""

    def item(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
        name, seed = rng.pick(names), rng.whole(0, 9999)
        x, y = ground.at(i + place[0], j + place[1], z)
        icon = icon_of(Subject(name, name), seed)
        draw_icon(ground.stage, icon, x, y + ground.a * 0.1, size * ground.a, shadow=not z)

    return item


def either(high: Item, low: Item) -> Item:
    """The first where it may be tall, else the second."""

    def item(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
        (high if tall else low)(ground, rng, i, j, tall)

    return item
