"""What rooms are made of: windows with a view, floors, lamps, shelves, tables, chairs."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.land import hill
from imgorigin.painters.sketch.elements.plants import trees
from imgorigin.painters.sketch.elements.skyline import Skyline, skyline, stone
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.subjects.onstage import draw_icon
from imgorigin.painters.sketch.svg import box, disc, trace

LAMPLIGHT: Final = "#ffdf9e"
_CUPS: Final = ("#f4f1ea", "#e9c46a", "#2a9d8f", "#e76f51")
_BOTTLES: Final = ("#2f4a3c", "#5a2d22", "#d9a441", "#355070")
_SPINES: Final = ("#c8553d", "#3d6f8f", "#e0b04a", "#4f7a5b", "#8a5a83", "#e9dfcf", "#2f3e55")
_WOOD: Final = "#1a0f0a"


def put(
    stage: Stage, name: str, x: float, y: float, size: float, *, color: str = "", shadow: bool = True
) -> None:
    """A piece of the room's own: an icon that is no subject, standing on y."""
    icon = icon_of(Subject(name, name, color), stage.scene.seed)
    draw_icon(stage, icon, x, y, size, shadow=shadow)


def window(
    stage: Stage, x: float, y: float, w: float, h: float, *, frame: str, view: str = "country", panes: int = 2
) -> None:
    """A window of `panes` side by side on the "country" or the "city"."""
    draw, light = stage.draw, stage.light
    draw.rect(x - 12, y - 12, w + 24, h + 24, frame, corner=8)
    with draw.clipped(box(x, y, w, h)):
        draw.rect(x, y, w, h, draw.gradient(*light.sky))
        if (light.low or light.dark) and not light.overcast:
            draw.glow(x + w * 0.7, y + h * 0.4, h * 0.5, light.sun, 0.6)
            draw.circle(x + w * 0.7, y + h * 0.4, max(16, h * 0.05), light.sun)
        if view == "city":
            _city_view(stage, x, y, w, h)
        else:
            _country_view(stage, x, y, w, h)
        if stage.has("rain", "snow"):
            _weather_outside(stage, x, y, w, h)
        for left, right, opacity in ((0.10, 0.28, 0.14), (0.36, 0.42, 0.12)):
            gleam = [
                (x + w * left, y),
                (x + w * right, y),
                (x + w * (right - 0.26), y + h),
                (x + w * (left - 0.26), y + h),
            ]
            draw.polygon(gleam, palette.WHITE, opacity=opacity)
    for pane in range(1, panes):
        draw.rect(x + w * pane / panes - 5, y, 10, h, frame)
    draw.rect(x, y + h * 0.62, w, 8, frame)
    draw.rect(x - 22, y + h + 10, w + 44, 16, palette.lighter(frame, 0.25), corner=4)


def _city_view(stage: Stage, x: float, y: float, w: float, h: float) -> None:
    light = stage.light
    reach = min(h, 1000)
    rows = ((0.25, 0.8, palette.mix(light.far, light.horizon, 0.3)), (0.12, 0.5, stone(stage, 0.3)))
    for index, (low, high, color) in enumerate(rows):
        lit = ("#ffe7b3",) if light.lamps else ("#eef6fb",)
        row = Skyline(
            name=f"view-{index}",
            base=y + h,
            low=reach * low,
            high=reach * high,
            color=color,
            windows=lit if index else (),
            lit=0.4,
            left=x,
            right=x + w,
        )
        skyline(stage, row)


def _country_view(stage: Stage, x: float, y: float, w: float, h: float) -> None:
    light = stage.light
    ground = light.ground
    if stage.has("autumn", "snow"):
        ground = palette.mix(ground, "#d08a35" if stage.has("autumn") else "#eef3f8", 0.7)
    with stage.layer("view") as rng:
        far = (palette.mix(ground, light.horizon, 0.5), palette.mix(ground, light.horizon, 0.3))
        hill(stage, rng, y + h * 0.7, h * 0.06, far, frequency=1.4)
        top = hill(
            stage, rng, y + h * 0.82, h * 0.05, (palette.mix(ground, light.sun, 0.1), ground), frequency=1.2
        )
    with stage.layer("view-trees") as rng:
        color = palette.mix(ground, light.near, 0.4)
        trees(stage, rng, top, max(3, int(w / 80)), h * 0.34, color=color, left=x, right=x + w)


def _weather_outside(stage: Stage, x: float, y: float, w: float, h: float) -> None:
    with stage.layer("weather-outside") as rng:
        shape = ""
        for _ in range(int(w * h / 2600)):
            left, top = x + rng.between() * w, y + rng.between() * h
            shape += disc(left, top, 3) if stage.has("snow") else trace(("M", left, top), ("l", -6, 28))
        if stage.has("snow"):
            stage.draw.path(shape, palette.WHITE, opacity=0.85)
        else:
            stage.draw.line(shape, "#e6f0f7", 1.6, opacity=0.5)


def planks(stage: Stage, rng: Stream, y: float, color: str, bottom: float | None = None) -> None:
    """A wooden floor or table top from y down."""
    draw = stage.draw
    bottom = stage.h if bottom is None else bottom
    depth = bottom - y
    draw.rect(
        0, y, stage.w, depth, draw.gradient(palette.lighter(color, 0.16), palette.mix(color, _WOOD, 0.22))
    )
    joint = palette.mix(color, _WOOD, 0.45)
    for plank in range(1, 5):
        draw.rect(0, y + depth * (plank / 4.6) ** 1.5, stage.w, 2.4, joint, opacity=0.55)
    grain = ""
    for _ in range(int(stage.w / 22)):
        x, top = rng.between(-50, stage.w), y + depth * rng.between(0.03, 1) ** 1.2
        length = rng.between(60, 320)
        grain += trace(("M", x, top), ("q", length / 2, rng.spread(5), length, 0))
    draw.line(grain, palette.mix(color, _WOOD, 0.6), 1.8, opacity=0.2)
    draw.rect(0, y, stage.w, 7, palette.lighter(color, 0.42), opacity=0.8)


def pendant(stage: Stage, x: float, y: float, size: float, color: str, *, drop: float = 5.2) -> None:
    """A lamp hanging from the ceiling, its shade's middle at y, its light `drop` sizes deep."""
    draw = stage.draw
    draw.glow(x, y + size * 0.5, size * 3.4, LAMPLIGHT, 0.5)
    cone = [(x - size * 0.8, y + size * 0.2), (x + size * 0.8, y + size * 0.2)]
    cone += [(x + size * 2.3, y + size * drop), (x - size * 2.3, y + size * drop)]
    draw.polygon(cone, draw.gradient((LAMPLIGHT, 0.28), (LAMPLIGHT, 0)))
    draw.rect(x - 2, 0, 4, y - size * 0.6, palette.mix(color, palette.BLACK, 0.5))
    draw.path(
        trace(("M", x - size, y + size * 0.25), ("a", size, size, 0, 0, 1, size * 2, 0), "z"),
        draw.gradient(palette.lighter(color, 0.2), palette.darker(color, 0.15)),
    )
    bulb = size * 0.36
    draw.path(
        trace(("M", x - bulb, y + size * 0.25), ("a", bulb, bulb * 0.85, 0, 0, 0, 2 * bulb, 0), "z"),
        "#fff6db",
    )


def shelf(stage: Stage, rng: Stream, x: float, y: float, w: float, *, wood: str) -> None:
    """A board with cups, bottles and plants on it."""
    draw = stage.draw
    left, end = x + 36, x + w - 46
    while left < end:
        kind, color, height = rng.between(), rng.between(), rng.between(60, 92)
        if kind < 0.42:
            put(stage, "cup", left, y + 2, 62, color=_CUPS[int(color * len(_CUPS))], shadow=False)
            left += 64
        elif kind < 0.74:
            bottle(stage, left, y, height, _BOTTLES[int(color * len(_BOTTLES))])
            left += 48
        else:
            put(stage, "potted-plant", left + 8, y + 2, 86, shadow=False)
            left += 84
    draw.rect(x, y, w, 13, wood, corner=3)
    draw.rect(x, y + 13, w, 10, palette.BLACK, corner=3, opacity=0.14)


def bottle(stage: Stage, x: float, y: float, h: float, color: str) -> None:
    draw, color = stage.draw, stage.lit(color)
    draw.rect(x - 15, y - h * 0.72, 30, h * 0.72, color, corner=5)
    draw.rect(x - 6, y - h, 12, h * 0.34, color, corner=3)
    draw.rect(x - 15, y - h * 0.46, 30, h * 0.24, stage.lit("#f3e7cf"))


def bookcase(stage: Stage, rng: Stream, x: float, y: float, *, w: float, h: float, wood: str) -> None:
    """Standing on y, full of books, a plant here and there."""
    draw, rows = stage.draw, max(2, round(h / 150))
    inner = palette.mix(wood, _WOOD, 0.45)
    draw.rect(x, y - h, w, h, wood, corner=5)
    pitch = (h - 12) / rows
    for row in range(rows):
        top = y - h + 12 + row * pitch
        draw.rect(x + 12, top, w - 24, pitch - 12, inner)
        left, end = x + 18.0, x + w - 24
        while left < end - 14:
            thick, tall, color = rng.between(13, 26), rng.between(0.62, 0.9), rng.pick(_SPINES)
            gap = rng.chance(0.10)
            if left + thick > end:
                break
            if not gap:
                height = (pitch - 12) * tall
                draw.rect(left, top + pitch - 12 - height, thick, height, stage.lit(color), corner=2)
            left += thick + (34 if gap else 2)


def pictures(stage: Stage, rng: Stream, x: float, y: float, size: float) -> None:
    """Three framed pictures in a group, `size` wide, hung from y."""
    draw = stage.draw
    frame = stage.lit("#5b4636")
    for dx, dy, w, h in ((0, 0.08, 0.52, 0.70), (0.62, 0, 0.38, 0.48), (0.62, 0.56, 0.38, 0.38)):
        left, top, wide, high = x + dx * size, y + dy * size, w * size, h * size
        sky, land = (
            rng.pick(("#2a9d8f", "#e76f51", "#457b9d", "#e9c46a")),
            rng.pick(("#3d5a6c", "#8a5a83", "#6b8f5a")),
        )
        draw.rect(left, top, wide, high, frame, corner=4)
        left, top, wide, high = left + 9, top + 9, wide - 18, high - 18
        draw.rect(left, top, wide, high, draw.gradient(stage.lit(sky), stage.lit("#f4e9d8")))
        with draw.clipped(box(left, top, wide, high)):
            draw.circle(
                left + wide * rng.between(0.3, 0.7), top + high * 0.36, wide * 0.13, stage.lit("#fff3d6")
            )
            draw.ellipse(left + wide * 0.25, top + high * 1.05, wide * 0.6, high * 0.38, stage.lit(land))
            draw.ellipse(
                left + wide * 0.85,
                top + high * 1.1,
                wide * 0.55,
                high * 0.5,
                stage.lit(palette.darker(land, 0.3)),
            )


def rug(stage: Stage, x: float, y: float, r: float, color: str) -> None:
    for share, tone in (
        (1.0, palette.mix(color, _WOOD, 0.25)),
        (0.97, color),
        (0.84, palette.mix(color, "#fff2dc", 0.5)),
        (0.80, color),
    ):
        stage.draw.ellipse(x, y, r * share, r * share * 0.105, tone)


def armchair(stage: Stage, x: float, y: float, size: float, color: str) -> None:
    """Facing the viewer, its feet on y; `size` is its width."""
    draw = stage.draw
    shade, light = palette.darker(color, 0.2), palette.lighter(color, 0.12)
    foot = stage.lit("#6b4a33")
    draw.glow(x, y, size * 0.62, palette.BLACK, 0.4, ry=size * 0.07, body=0.5)
    for side in (-0.38, 0.33):
        draw.rect(x + side * size, y - size * 0.10, size * 0.05, size * 0.10, foot)
    draw.rect(x - size * 0.38, y - size * 0.98, size * 0.76, size * 0.80, color, corner=size * 0.14)
    draw.rect(x - size * 0.30, y - size * 0.90, size * 0.60, size * 0.6, light, corner=size * 0.10)
    draw.rect(x - size * 0.36, y - size * 0.28, size * 0.72, size * 0.22, shade, corner=size * 0.05)
    draw.rect(x - size * 0.34, y - size * 0.34, size * 0.68, size * 0.15, light, corner=size * 0.06)
    for left in (x - size * 0.5, x + size * 0.32):
        draw.rect(left, y - size * 0.54, size * 0.18, size * 0.48, color, corner=size * 0.08)
        draw.rect(left + size * 0.025, y - size * 0.515, size * 0.13, size * 0.1, light, corner=size * 0.05)


def floor_lamp(stage: Stage, x: float, y: float, h: float) -> None:
    draw = stage.draw
    draw.glow(x, y - h * 0.86, h * 0.62, LAMPLIGHT, 0.65)
    draw.rect(x - 4, y - h * 0.86, 8, h * 0.86, stage.lit("#4a3b32"), corner=3)
    draw.ellipse(x, y - 4, h * 0.11, 9, stage.lit("#4a3b32"))
    shade = [
        (x - h * 0.075, y - h),
        (x + h * 0.075, y - h),
        (x + h * 0.14, y - h * 0.76),
        (x - h * 0.14, y - h * 0.76),
    ]
    draw.polygon(shade, draw.gradient("#ffe9bd", "#f2b95f"))


def sunbeams(stage: Stage, top: float, floor: float, color: str = "#fff3d6") -> None:
    """Light from a window out of sight, on the wall from `top` and on what begins at `floor`."""
    draw = stage.draw
    wall = draw.gradient((color, 0.55), (color, 0.12))
    start = stage.w * 0.52
    for beam in range(3):
        x = start + beam * 280
        draw.polygon([(x, top + 30), (x + 220, top), (x + 20, floor), (x - 200, floor)], wall)
        draw.polygon(
            [(x - 220, floor + 6), (x, floor + 6), (x - 240, stage.h), (x - 500, stage.h)],
            color,
            opacity=0.16,
        )
