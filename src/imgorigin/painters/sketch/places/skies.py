"""High in the sky, above the clouds: towers of cumulus, and a sea of clouds below."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import disc, trace

_BANKS = 5


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.74, deepest=420)
    paint_sky(stage, horizon, clouds=False)
    _veils(stage, horizon)
    for bank in range(_BANKS - 1):
        _bank(stage, horizon, bank)
    middle = stage.h * 0.46
    spot = Spot(ground=middle + 220, size=460, air=middle, shadow=False, busts=False, tall=stage.h * 0.7)
    put_subjects(stage, spot)
    _bank(stage, horizon, _BANKS - 1)


def _veils(stage: Stage, horizon: float) -> None:
    """Thin high clouds drawn out by the wind."""
    with stage.layer("veils") as rng:
        for _ in range(int(stage.w / 260) + 2):
            x, y = rng.between(-100, stage.w), horizon * rng.between(0.06, 0.5)
            w, h = rng.between(240, 620), rng.between(7, 18)
            shape = trace(
                ("M", x, y), ("q", w * 0.4, -h * 2, w, -h * 0.6), ("q", -w * 0.5, h * 1.6, -w, h * 0.6), "z"
            )
            color = palette.mix(stage.sky_at(y / horizon), _lit(stage), 0.6)
            stage.draw.path(shape, color, opacity=0.5)


def _bank(stage: Stage, horizon: float, index: int) -> None:
    """A row of cumulus, its crowns lit and its foot in haze; towers rise at the sides of the farther ones."""
    near = index / (_BANKS - 1)
    light, depth = stage.light, stage.h - horizon
    y = horizon + depth * (-0.10 + 0.86 * near)
    size = 46 + 92 * near
    haze = palette.mix(light.horizon, stage.sky_at(0.55), 0.35 * (1 - near))
    body = palette.mix(haze, _lit(stage), 0.42 + 0.42 * near)
    shade = palette.mix(body, palette.mix(stage.sky_at(0.35), light.far, 0.5), 0.5)
    with stage.layer(f"clouds-{index}") as rng:
        puffs, swell = [], rng.wave(0.55, 2)
        step = size * 0.62
        tower = stage.w * rng.between(0.06, 0.26)
        tower = tower if (index % 2 == 0) == (stage.sun_x > stage.w / 2) else stage.w - tower
        for column in range(int(stage.w / step) + 3):
            x = column * step - step + rng.spread(step * 0.3)
            away = abs(x - tower) / (size * 3.4)
            lift = max(0.0, 1 - away**2) * size * (3.4 - 2.4 * near) * rng.between(0.75, 1)
            top = y - size * (0.3 + 0.5 * swell(x)) - lift
            puffs += _column(rng, x, top, y + size, size)
        _heap(stage, puffs, y, (body, shade))


def _column(rng: Stream, x: float, top: float, foot: float, size: float) -> list[tuple[float, float, float]]:
    """Balls of cloud from `top` down to `foot`."""
    balls, y = [], top
    while y < foot:
        balls.append((x + rng.spread(size * 0.25), y, size * rng.between(0.55, 0.85)))
        y += size * 0.75
    return balls


def _heap(stage: Stage, puffs: list[tuple[float, float, float]], y: float, tones: tuple[str, str]) -> None:
    """All balls as one shape in shade, and again smaller towards the light."""
    body, shade = tones
    top, low = min(ball[1] - ball[2] for ball in puffs), stage.h
    whole = (
        "".join(disc(px, py, r) for px, py, r in puffs)
        + f"M-60 {y:.0f}H{stage.w + 60:.0f}V{stage.h + 5:.0f}H-60Z"
    )
    fill = stage.draw.gradient(
        palette.mix(body, shade, 0.35), palette.mix(body, shade, 0.8), body, span=((0, top), (0, low))
    )
    stage.draw.path(whole, fill)
    aside = -1 if stage.sun_x < stage.w / 2 else 1
    high = stage.draw.gradient(
        palette.lighter(body, 0.45), (body, 0), span=((0, top), (0, y + (low - y) * 0.4))
    )
    lights = "".join(disc(px + aside * r * 0.16, py - r * 0.16, r * 0.74) for px, py, r in puffs if py < y)
    stage.draw.path(lights, high)


def _lit(stage: Stage) -> str:
    """Of clouds in the sun."""
    light = stage.light
    if light.dark:
        return palette.mix(light.sky[-1], light.sun, 0.35 if stage.scene.time == "night" else 0.2)
    return (
        palette.mix(light.sun, light.sky[-2], 0.25)
        if light.low
        else palette.mix(palette.WHITE, light.horizon, 0.2)
    )


SKY = Place(
    name="sky",
    paint=paint,
    words="sky skies clouds cloudscape flying soaring airborne in_flight heaven above_the_clouds",
    phrase="in the sky",
    alone="a sea of clouds under a wide sky",
)
