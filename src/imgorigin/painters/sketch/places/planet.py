"""The ground of another world: the Moon, Mars, or a planet without a name; its neighbours in the sky."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.elements.globes import globe
from imgorigin.painters.sketch.elements.rocks import boulder
from imgorigin.painters.sketch.elements.sky import paint_stars
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.svg import polyline, smooth


@dataclass(frozen=True, slots=True)
class World:
    """`sky` from the zenith down; `ground` far and near; `neighbours` are the colours of two globes."""

    sky: tuple[str, ...]
    ground: tuple[str, str]
    neighbours: tuple[str, str]
    stars: float = 1.0
    spires: bool = False


_MOON: Final = World(("#05060f", "#0a0d1d", "#141a30"), ("#9a9ca6", "#6c6f7c"), ("#2f7fd6", "#b8bcc8"))
_MARS: Final = World(
    ("#4a2a2c", "#a8603f", "#e0a26b", "#f3cd9c"), ("#d98a55", "#9a4a2c"), ("#e9c9a8", "#b8a08c"), 0.12
)
_NAMELESS: Final = (
    World(
        ("#140b33", "#3a1a66", "#a83d8f", "#ff9a7a"),
        ("#7a3f8f", "#33194f"),
        ("#f2a65a", "#6fd0e0"),
        0.8,
        True,
    ),
    World(
        ("#04182b", "#0b4257", "#2a9a94", "#bdeccb"),
        ("#2f7f7c", "#0e3540"),
        ("#e87f6b", "#f4dc9a"),
        0.7,
        True,
    ),
    World(
        ("#0f0a2e", "#27206b", "#5a58c4", "#b7b6f5"),
        ("#5d6fb8", "#222a5c"),
        ("#e86fa8", "#8fe3c8"),
        0.8,
        True,
    ),
)
_ROWS: Final = 4


def paint(stage: Stage) -> None:
    world = _world(stage)
    horizon = stage.horizon(0.60, deepest=540)
    _sky(stage, world, horizon)
    for row in range(_ROWS):
        _ridge(stage, world, horizon, row)
    _craters(stage, world, horizon)
    with stage.layer("rocks") as rng:
        edge = min(stage.w * 0.24, 380)
        for x, r in (
            (edge * 0.35, 70),
            (edge * 1.05, 34),
            (stage.w - edge * 0.4, 58),
            (stage.w - edge * 1.2, 28),
        ):
            boulder(
                stage,
                rng,
                x,
                stage.h - rng.between(30, 120),
                r=r,
                color=palette.mix(world.ground[1], world.ground[0], 0.5),
            )
    put_subjects(stage, Spot(ground=stage.h - 70, size=400, air=horizon * 0.45, tall=horizon))


def _world(stage: Stage) -> World:
    """By name, or one of the nameless; by night and at dusk its sky is that much darker."""
    rng = stage.stream("world")
    world = {"moon": _MOON, "mars": _MARS}.get(stage.scene.place, rng.pick(_NAMELESS))
    shade = 0.5 if stage.light.dark and stage.scene.place == "mars" else 0.0
    sky = tuple(palette.mix(color, "#0a0614", shade) for color in world.sky)
    low, high = (palette.mix(color, "#0a0614", shade * 0.8) for color in world.ground)
    return World(sky, (low, high), world.neighbours, max(world.stars, shade * 1.6), world.spires)


def _sky(stage: Stage, world: World, horizon: float) -> None:
    draw = stage.draw
    with stage.layer("sky"):
        draw.rect(0, 0, stage.w, horizon + 90, draw.gradient(*world.sky))
    with stage.layer("stars") as rng:
        paint_stars(stage, rng, horizon, int(stage.w * horizon / 4200 * world.stars))
    side = 1 if stage.sun_x < stage.w / 2 else -1
    with stage.layer("globes") as rng:
        r = min(stage.w * 0.17, horizon * 0.26) * rng.between(0.8, 1.15)
        x = stage.w / 2 + side * min(stage.w * 0.27, 800)
        own = stage.scene.color or world.neighbours[0]
        ring = rng.chance(0.5) and world.spires
        globe(
            stage,
            rng,
            x,
            horizon * 0.36,
            r,
            color=own,
            night=world.sky[0],
            ring=ring,
            seas=stage.scene.place == "moon",
        )
        if stage.scene.place == "moon":
            return
        small = stage.w / 2 - side * min(stage.w * rng.between(0.2, 0.36), 900)
        globe(
            stage,
            rng,
            small,
            horizon * rng.between(0.2, 0.5),
            r * 0.27,
            color=world.neighbours[1],
            night=world.sky[0],
        )


def _ridge(stage: Stage, world: World, horizon: float, row: int) -> None:
    """Jagged far hills, level ground near by."""
    near = row / (_ROWS - 1)
    far_tone = palette.mix(world.ground[0], world.sky[-1], 0.6)
    tone = palette.mix(far_tone, palette.mix(*world.ground, 0.6), near)
    y = horizon + (stage.h - horizon) * (0.02 + 0.46 * near**1.1)
    with stage.layer(f"ridge-{row}") as rng:
        wave, fine = rng.wave(0.8 - 0.3 * near, 3), rng.wave(5, 2)
        swell, rough = 60 * (1 - near) + 16, 12 * (1 - near)
        points = [
            (float(x), y - swell * wave(x) - rough * fine(x)) for x in range(-40, int(stage.w) + 60, 34)
        ]
        if row == 1 and world.spires:
            _spires(stage, rng, points, tone)
        shape = smooth(points) if near > 0.5 else polyline(points)
        fill = stage.draw.gradient(
            palette.mix(tone, world.sky[-1], 0.26), palette.mix(tone, world.ground[1], 0.55)
        )
        stage.draw.path(f"{shape}V{stage.h + 5:.0f}H-60Z", fill)


def _spires(stage: Stage, rng: Stream, points: list[tuple[float, float]], tone: str) -> None:
    """Needles and arches of rock, such as no wind of ours makes."""
    for _ in range(3 + int(stage.w / 900)):
        x, y = rng.pick(points)
        h, w, lean = rng.between(90, 260), rng.between(26, 60), rng.spread(30)
        shape = polyline(
            [
                (x - w, y + 40),
                (x - w * 0.4 + lean * 0.4, y - h * 0.5),
                (x + lean, y - h),
                (x + w * 0.34 + lean * 0.5, y - h * 0.6),
                (x + w, y + 40),
            ]
        )
        stage.draw.path(
            shape + "Z", stage.draw.gradient(tone, palette.mix(tone, palette.INK, 0.25), towards=(1, 0.3))
        )


def _craters(stage: Stage, world: World, horizon: float) -> None:
    draw, depth = stage.draw, stage.h - horizon
    sun_left = stage.sun_x < stage.w / 2
    with stage.layer("craters") as rng:
        for _ in range(4 + int(stage.w / 260)):
            share = rng.between(0.42, 0.96)
            x, y, r = (
                rng.between(0, stage.w),
                horizon + depth * share,
                (24 + 110 * share**2) * rng.between(0.5, 1),
            )
            ground = palette.mix(*world.ground, 0.35 + 0.4 * share)
            rim, pit = palette.mix(ground, world.sky[-1], 0.3), palette.mix(ground, world.ground[1], 0.8)
            light = (palette.lighter(rim, 0.3), palette.mix(rim, pit, 0.5))
            draw.ellipse(
                x, y, r * 1.12, r * 0.27, draw.gradient(*(light if sun_left else light[::-1]), towards=(1, 0))
            )
            dark = (palette.darker(pit, 0.3), palette.mix(pit, rim, 0.5))
            draw.ellipse(
                x,
                y + r * 0.02,
                r * 0.94,
                r * 0.2,
                draw.gradient(*(dark if sun_left else dark[::-1]), towards=(1, 0)),
            )


PLANET = Place(
    name="planet",
    paint=paint,
    words="planet_surface alien_planet alien_world alien_landscape exoplanet another_planet distant_planet "
    "strange_planet other_world",
    phrase="on an alien planet",
    alone="an alien planet with other worlds in its sky",
    times=("night",),
    shade=0,
)
MARS = Place(
    name="mars",
    paint=paint,
    words="mars martian red_planet mars_colony mars_surface",
    phrase="on Mars",
    alone="the red plains of Mars",
    times=("day",),
    shade=0,
)
MOON = Place(
    name="moon",
    paint=paint,
    words="moon_surface lunar lunar_surface moonscape moon_landing moon_base on_the_moon",
    phrase="on the Moon",
    alone="the surface of the Moon with the Earth in the sky",
    times=("night",),
    shade=0,
)
