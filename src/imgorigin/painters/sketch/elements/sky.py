"""The sky: its colours, sun, moon and stars, clouds, northern lights, rainbows and fireworks."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.light import LIGHTS, OVERCAST_CONDITIONS
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import Point, disc, dome, trace

_SPACINGS: Final = (290, 360, 480, 640)
"""Units of picture width for each cloud: one of these, for skies differ."""
_SUN_SWAY: Final = 0.05
"""How much higher or lower than usual the sun may stand."""
_HALO: Final = 460
"""The most units that a sun's glow reaches: to fill it takes a quarter of the time of a sunset."""
_STAR_AREA: Final = 5200
"""Square units of sky for each star."""
_MARE: Final = ((-0.3, -0.2, 0.2), (0.25, 0.3, 0.26), (0.2, -0.4, 0.13))
"""Dark spots of the moon: offset and radius, in radii."""
_AURORA: Final = (("#37e8a0", "#7b5cff"), ("#58f0c0", "#3aa0ff"), ("#2fd98f", "#c45cff"))
"""Curtains: colour at the foot and at the top."""
_RAINBOW: Final = ("#e5383b", "#f3722c", "#f9c74f", "#43aa5b", "#2f6fde", "#7b3fc4")
_BURSTS: Final = ("#ffd166", "#ff6b8a", "#7df9ff", "#b58cff", "#8dffb0")


def paint_sky(stage: Stage, horizon: float, *, clouds: bool = True, sun: bool = True) -> None:
    """The whole sky down to `horizon`, and its last colour below."""
    light, draw = stage.light, stage.draw
    with stage.layer("sky"):
        draw.rect(0, 0, stage.w, horizon + 4, draw.gradient(*light.sky))
        draw.rect(0, horizon, stage.w, stage.h - horizon, light.horizon)
    if light.dark:
        _stars(stage, horizon)
        if stage.has("stars"):
            _milky_way(stage, horizon)
    if sun and not light.overcast and not stage.has("aurora", "no sun"):
        _sun(stage, horizon)
    if stage.has("aurora"):
        _aurora(stage, horizon)
    if stage.has("rainbow"):
        _rainbow(stage, horizon)
    if clouds and not (light.dark or stage.has("fog", "no clouds")):
        _clouds(stage, horizon)
        if stage.has("clouds"):
            _bank(stage, horizon, "added-clouds", 1, max(3, round(stage.w / 420)))
    if stage.has("fireworks"):
        _fireworks(stage, horizon)


def sun_y(stage: Stage, horizon: float) -> float:
    """How high the sun stands: no more than some 900 units above the horizon, however tall the picture."""
    return _sun_at(stage, horizon, stage.light.height)


def _sun_at(stage: Stage, horizon: float, height: float) -> float:
    sway = stage.stream("sun-height").spread(_SUN_SWAY)
    return horizon - min(horizon, 900) * (1 - height - sway)


def _sun(stage: Stage, horizon: float) -> None:
    light, draw = stage.light, stage.draw
    x, y, r = stage.sun_x, sun_y(stage, horizon), light.disc
    halo = palette.mix(light.sun, "#ff8a5c" if light.low and light.lamps else light.horizon, 0.6)
    if light.low:
        stage.attend(x, y)
    with stage.layer("sun"):
        strong, reach = 0.28 if light.dark else 0.5, min(r * 8, _HALO)
        draw.circle(
            x, y, reach, draw.radial((halo, strong), (halo, strong * 0.4), (halo, 0), at=(0, 0.48, 1))
        )
        draw.glow(x, y, r * 2.4, light.sun, 0.5)
        draw.circle(x, y, r, light.sun)
        if light.dark and r < 60:
            for dx, dy, size in _MARE:
                draw.circle(x + dx * r, y + dy * r, size * r, palette.mix(light.sun, light.sky[1], 0.14))


def _stars(stage: Stage, horizon: float) -> None:
    with stage.layer("stars") as rng:
        paint_stars(stage, rng, horizon, round(stage.w * horizon / _STAR_AREA))


def _milky_way(stage: Stage, horizon: float) -> None:
    """A band of light across the sky, thick with stars, from one side to high on the other."""
    draw, light = stage.draw, stage.light
    side = 1 if stage.sun_x < stage.w / 2 else -1
    foot, reach = stage.w / 2 + side * stage.w * 0.06, min(stage.w * 0.62, horizon * 1.3)
    with stage.layer("milky-way") as rng:
        dust = palette.mix(light.horizon, "#e9dcff", 0.5)
        steps = 26
        for step in range(steps):
            share = step / (steps - 1)
            x, y = foot + side * reach * (share - 0.3), horizon * (1.02 - 1.06 * share)
            r = horizon * (0.15 + 0.07 * math.sin(share * 7)) * rng.between(0.85, 1.2)
            draw.glow(x + rng.spread(30), y, r, dust, 0.2, body=0.5)
        shapes = {1.3: "", 2.2: "", 3.4: ""}
        for _ in range(620):
            share, off = rng.between(), rng.spread() * rng.between() * horizon * 0.26
            x, y = foot + side * reach * (share - 0.3), horizon * (1.02 - 1.06 * share)
            size = rng.pick((1.3, 1.3, 1.3, 1.3, 2.2, 2.2, 3.4))
            shapes[size] += disc(x + off * 0.8, y + off * 0.5 * side, size)
        for size, shape in shapes.items():
            draw.path(shape, "#fdf6ff", opacity=0.6 + 0.1 * size)


def paint_stars(stage: Stage, rng: Stream, depth: float, count: int) -> None:
    """`count` stars between the top of the picture and `depth`, most of them small and high up."""
    sizes = {0.9: 0.55, 1.5: 0.8, 2.5: 1.0}
    dots: dict[float, list[Point]] = {size: [] for size in sizes}
    for _ in range(count):
        x, y = rng.between(0, stage.w), depth * rng.between() ** 1.25
        rank = rng.between()
        dots[0.9 if rank < 0.7 else 1.5 if rank < 0.94 else 2.5].append((x, y))
    for size, opacity in sizes.items():
        shape = "".join(disc(x, y, size) for x, y in dots[size])
        stage.draw.path(shape, palette.WHITE, opacity=opacity)


def _clouds(stage: Stage, horizon: float) -> None:
    light = stage.light
    overcast = bool(stage.scene.conditions & OVERCAST_CONDITIONS)
    bands = max(1, round(horizon / 900))
    spacing = stage.stream("cloudiness").pick(_SPACINGS)
    _bank(
        stage, horizon, "streaks" if light.low else "clouds", bands, max(2, bands * round(stage.w / spacing))
    )
    if overcast:
        _bank(stage, horizon, "more-clouds", bands, 3 * bands)


def _bank(stage: Stage, horizon: float, name: str, bands: int, count: int) -> None:
    """Clouds over the whole width, so many of them; none before the sun of a bright day."""
    light = stage.light
    sun = _sun_at(stage, horizon, LIGHTS["day"].height)
    with stage.layer(name) as rng:
        for index in range(count):
            y = horizon * rng.between(0.10, 0.58)
            size = (0.42 + 0.95 * rng.between() ** 1.6) * (1.2 - y / horizon) * 150
            x = ((index * bands) % count + rng.between(0.1, 0.9) * bands) * stage.w / count
            if not light.low and abs(x - stage.sun_x) < size * 1.7 + 60 and abs(y - sun) < size * 0.6 + 70:
                x += (size * 1.7 + 150) * (1 if x > stage.sun_x else -1)
            behind = stage.sky_at(y / horizon)
            (_streak if light.low else cloud)(
                stage, rng, x, y, size, color=cloud_color(stage, behind), behind=behind
            )


def cloud_color(stage: Stage, behind: str) -> str:
    """Of a cloud before the sky colour `behind`."""
    light = stage.light
    if light.overcast:
        return palette.mix(behind, "#dfe6ea", 0.34)
    if light.low or light.dark:
        return palette.mix(behind, palette.mix(light.sky[-2], light.sun, 0.35), 0.55)
    return palette.mix(behind, palette.WHITE, 0.88)


def cloud(stage: Stage, rng: Stream, x: float, y: float, size: float, *, color: str, behind: str) -> None:
    """A fair-weather cloud standing on y, about three times `size` wide."""
    count = rng.whole(4, 6)
    left = x - (count - 1) / 2 * size * 0.5
    shape = ""
    for index in range(count):
        swell = math.sin(math.pi * (index + 0.5) / count)
        r = size * (0.20 + 0.42 * swell) * rng.between(0.88, 1.1)
        shape += dome(left + index * size * 0.5, y, r)
    width, foot = (count - 1) * size * 0.5 + size * 0.9, size * 0.13
    shape += trace(
        ("M", left - size * 0.45, y - foot),
        ("h", width),
        ("a", foot, foot, 0, 0, 1, 0, 2 * foot),
        ("h", -width),
        ("a", foot, foot, 0, 0, 1, 0, -2 * foot),
        "z",
    )
    stage.draw.path(shape, stage.draw.gradient(color, palette.mix(color, behind, 0.5)))


def _streak(stage: Stage, rng: Stream, x: float, y: float, size: float, *, color: str, behind: str) -> None:
    """Three thin bands of cloud, as a low sun lights them from below."""
    for index in range(3):
        width, depth = size * rng.between(1.6, 3.6), size * rng.between(0.07, 0.13)
        left, top = x - width / 2 + rng.spread(size), y + index * size * 0.17
        bulge = width * rng.between(0.3, 0.6)
        shape = trace(
            ("M", left, top),
            ("C", left + bulge * 0.6, top - depth, left + bulge, top - depth * 1.3, left + width, top),
            ("C", left + width * 0.7, top + depth / 2, left + width * 0.3, top + depth / 2, left, top),
            "Z",
        )
        stage.draw.path(shape, palette.mix(color, behind, 0.08 + 0.24 * index))


def _aurora(stage: Stage, horizon: float) -> None:
    """Three curtains of light, drawn in upright strips that melt into each other."""
    draw, strip, depth = stage.draw, 10, min(horizon, 1000)
    top = horizon - depth
    for index, (foot, crown) in enumerate(_AURORA):
        fill = draw.gradient(
            (crown, 0), (crown, 0.26), (foot, 0.62), (foot, 0.78), (foot, 0), at=(0, 0.35, 0.8, 0.94, 1)
        )
        with stage.layer(f"aurora-{index}") as rng, draw.group('shape-rendering="crispEdges"'):
            sway, reach = rng.wave(0.32), rng.wave(1.1, 2)
            for x in range(-20, int(stage.w) + 20, strip):
                height = depth * (0.40 + 0.14 * reach(x * 2.2)) * (1 - 0.12 * index)
                base = top + depth * (0.55 + 0.10 * index) + sway(x) * depth * 0.17
                shine = 0.62 + 0.26 * math.sin(x / 47 + index * 2) * math.sin(x / 19)
                draw.rect(x, base - height, strip, height, fill, opacity=shine)


def _rainbow(stage: Stage, horizon: float) -> None:
    radius = min(stage.w * 0.46, horizon * 0.86, 760)
    x, band = stage.w - stage.sun_x, radius * 0.035
    with stage.layer("rainbow"):
        for index, color in enumerate(_RAINBOW):
            r = radius - index * band
            shape = trace(("M", x - r, horizon + 20), ("a", r, r, 0, 0, 1, 2 * r, 0))
            stage.draw.line(shape, color, band * 1.1, opacity=0.5, cap="butt")


def _fireworks(stage: Stage, horizon: float) -> None:
    depth = min(horizon, 1100)
    with stage.layer("fireworks") as rng:
        for index in range(max(3, round(stage.w / 330))):
            x = (index + rng.between(0.2, 0.8)) * stage.w / max(3, round(stage.w / 330))
            y, r = horizon - depth * rng.between(0.42, 0.86), rng.between(90, 190)
            color = rng.pick(_BURSTS)
            stage.draw.glow(x, y, r * 1.5, color, 0.35)
            rays, sparks = "", ""
            for ray in range(28):
                angle, reach = math.tau * ray / 28, r * rng.between(0.75, 1.05)
                dx, dy = math.cos(angle), math.sin(angle)
                rays += trace(
                    ("M", x + dx * r * 0.3, y + dy * r * 0.3), ("L", x + dx * reach, y + dy * reach)
                )
                sparks += disc(x + dx * reach, y + dy * reach, 4)
            stage.draw.line(rays, color, 3, opacity=0.75)
            stage.draw.path(sparks, palette.lighter(color, 0.6))
