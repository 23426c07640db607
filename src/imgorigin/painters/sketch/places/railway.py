"""A country station: tracks that run to the horizon, a platform with a shelter and a clock."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.buildings import Look, cottage
from imgorigin.painters.sketch.elements.country import far_country, knoll
from imgorigin.painters.sketch.elements.houses import street_lamp
from imgorigin.painters.sketch.elements.plants import grass, trees
from imgorigin.painters.sketch.elements.platforms import edge, halt
from imgorigin.painters.sketch.elements.sky import paint_sky
from imgorigin.painters.sketch.elements.tones import grass_color, outdoors, snow_color
from imgorigin.painters.sketch.places.base import Place
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.subjects.staging import Spot, put_subjects
from imgorigin.painters.sketch.subjects.traits import traits
from imgorigin.painters.sketch.svg import box, disc, polyline, trace

_TIES = 26
_TRAINS = ("#d9483b", "#2f6fbf", "#e08a2f", "#2a8f6f")


def paint(stage: Stage) -> None:
    horizon = stage.horizon(0.54, deepest=620)
    depth = stage.h - horizon
    color = grass_color(stage)
    side = -1 if stage.sun_x > stage.w / 2 else 1
    reach = min(stage.w * 0.12, 300)
    point = (stage.w / 2 - side * reach * stage.stream("point").between(0.4, 1), horizon + 16)
    paint_sky(stage, horizon)
    far_country(stage, horizon, color)
    ground = knoll(stage, "land", horizon + depth * 0.10, 6, color, frequency=0.4)
    tone = palette.mix(color, stage.light.near, 0.42)
    with stage.layer("trees") as rng:
        for left, right in ((-40.0, point[0] - 90), (point[0] + 90, stage.w + 40)):
            trees(stage, rng, ground, int((right - left) / 150) + 1, 150, color=tone, left=left, right=right)
    if any(traits(one.name).home == "railway" for one in stage.scene.subjects):
        _passing(stage, depth, color)
        return
    if stage.scene.subjects and stage.has("station"):
        _waiting(stage, depth)
        return
    _tracks(stage, point, stage.w / 2 - side * min(stage.w * 0.04, 100), depth)
    _platform(stage, point, side, horizon, depth)
    if not stage.scene.subjects:
        with stage.layer("train") as rng:
            color = outdoors(stage, rng.pick(_TRAINS), 0.6)
            _arrived(stage, *_on_track(stage, point, side), color)
    put_subjects(stage, Spot(ground=stage.h - depth * 0.1, size=430, air=horizon * 0.45, tall=horizon))


def _on_track(stage: Stage, point: tuple[float, float], side: int) -> tuple[float, float]:
    """Where a train stands that has just come in."""
    foot, near = stage.w / 2 - side * min(stage.w * 0.04, 100), 0.44
    return point[0] + (foot - point[0]) * near, point[1] + (stage.h + 30 - point[1]) * near


def _arrived(stage: Stage, x: float, y: float, color: str) -> None:
    """A train seen from its front, its wheels on y."""
    draw, white, dark = stage.draw, outdoors(stage, "#f4f6f8", 0.6), outdoors(stage, "#2a3342", 0.7)
    draw.glow(x, y, 170, palette.INK, 0.5, ry=24)
    draw.rect(x - 84, y - 46, 168, 44, dark, corner=10)
    body = trace(
        ("M", x - 118, y - 30),
        ("L", x - 108, y - 262),
        ("Q", x - 104, y - 340, x, y - 344),
        ("Q", x + 104, y - 340, x + 108, y - 262),
        ("L", x + 118, y - 30),
        ("q", 0, 16, -20, 16),
        ("h", -196),
        ("q", -20, 0, -20, -16),
        "z",
    )
    draw.path(body, draw.gradient(white, white, palette.darker(white, 0.12)))
    draw.rect(x - 115, y - 122, 230, 62, color)
    glass = trace(("M", x - 88, y - 148), ("l", 8, -116), ("q", 80, -22, 160, 0), ("l", 8, 116), "z")
    draw.path(glass, draw.gradient(outdoors(stage, "#5f88ad", 0.6), dark))
    draw.polygon(
        [(x - 40, y - 268), (x - 4, y - 272), (x - 30, y - 150), (x - 66, y - 150)],
        palette.WHITE,
        opacity=0.2,
    )
    draw.rect(x - 46, y - 322, 92, 26, dark, corner=8)
    draw.path(box(x - 34, y - 313, 44, 8) + box(x + 16, y - 313, 16, 8), "#ffc46b")
    for side in (-1, 1):
        if stage.light.lamps:
            draw.glow(x + side * 78, y - 92, 120, "#fff3c4", 0.8)
        draw.circle(x + side * 78, y - 92, 17, "#fff3c4")
    draw.rect(x - 30, y - 40, 60, 26, dark, corner=6)


def _passing(stage: Stage, depth: float, color: str) -> None:
    """One track across the picture, for a train that is seen from its side."""
    y = stage.h - depth * 0.22
    _track_across(stage, y)
    put_subjects(stage, Spot(ground=y, size=320, air=stage.h * 0.2, tall=stage.h * 0.6, shadow=False))
    knoll(stage, "bank", y + 78, 16, color, deep=0.4, frequency=0.6)
    with stage.layer("grass") as rng:
        grass(stage, rng, y + 86, color)


def _waiting(stage: Stage, depth: float) -> None:
    """On the near platform, the other one across the track."""
    y = stage.h - depth * 0.46
    _track_across(stage, y)
    with stage.layer("near platform"):
        edge(stage, y + 62)
    put_subjects(stage, Spot(ground=stage.h - depth * 0.1, size=430, tall=stage.h * 0.62))


def _track_across(stage: Stage, y: float) -> None:
    """Its rails on y; a station behind it if the words name one."""
    draw = stage.draw
    ballast = outdoors(stage, "#a39a8f")
    ballast = palette.mix(ballast, snow_color(stage), 0.6) if stage.has("snow") else ballast
    if stage.has("station"):
        halt(stage, y - 26)
    with stage.layer("embankment"):
        draw.rect(-10, y - 26, stage.w + 20, 96, draw.gradient(palette.lighter(ballast, 0.1), ballast))
        ties = "".join(box(x, y + 4, 26, 20) for x in range(-20, int(stage.w) + 40, 62))
        draw.path(ties, outdoors(stage, "#6b4f3c"))
        draw.rect(-10, y - 2, stage.w + 20, 9, outdoors(stage, "#6d7783"))
        draw.rect(-10, y - 2, stage.w + 20, 3, palette.mix(stage.light.horizon, palette.WHITE, 0.4))


def _tracks(stage: Stage, point: tuple[float, float], foot: float, depth: float) -> None:
    """Ballast, sleepers and two rails."""
    draw, (x, y) = stage.draw, point
    low, wide = stage.h + 30, 330.0
    ballast = outdoors(stage, "#a39a8f")
    ballast = palette.mix(ballast, snow_color(stage), 0.6) if stage.has("snow") else ballast

    def at(near: float, across: float) -> tuple[float, float]:
        return x + (foot - x) * near + across * wide * near, y + (low - y) * near

    with stage.layer("tracks"):
        bed = [at(0.012, -1.5), at(0.012, 1.5), at(1, 1.5), at(1, -1.5)]
        draw.polygon(bed, draw.gradient(palette.mix(ballast, stage.light.horizon, 0.3), ballast))
        ties = ""
        for tie in range(_TIES):
            near, end = (0.02 * 1.165**tie for tie in (tie, tie + 0.42))
            ties += polyline([at(near, -1.05), at(near, 1.05), at(end, 1.05), at(end, -1.05)]) + "Z"
        draw.path(ties, outdoors(stage, "#6b4f3c"))
        steel, shine = outdoors(stage, "#6d7783"), palette.mix(stage.light.horizon, palette.WHITE, 0.4)
        for rail in (-0.72, 0.72):
            shape = [at(0.012, rail - 0.05), at(0.012, rail + 0.05), at(1, rail + 0.05), at(1, rail - 0.05)]
            draw.polygon(shape, steel)
            shape = [at(0.012, rail - 0.02), at(0.012, rail + 0.01), at(1, rail + 0.01), at(1, rail - 0.02)]
            draw.polygon(shape, shine, opacity=0.8)


def _platform(stage: Stage, point: tuple[float, float], side: int, horizon: float, depth: float) -> None:
    """Along one side of the tracks, with the station at its far end."""
    draw, (x, y) = stage.draw, point
    stone = outdoors(stage, "#c9bfb0")
    top = palette.mix(stone, snow_color(stage), 0.75) if stage.has("snow") else palette.lighter(stone, 0.15)
    middle, edge, out = stage.w / 2, stage.h + 30, 540.0

    def at(near: float, across: float, up: float = 0) -> tuple[float, float]:
        foot = middle - side * min(stage.w * 0.04, 100)
        return x + (foot - x) * near + side * across * near, y + (edge - y) * near - up * near

    with stage.layer("station") as rng:
        near = 0.17
        house_x, house_y = at(near, out * 2.2)
        w = 270.0
        house = house_x if side > 0 else house_x - w
        cottage(stage, rng, house, house_y + 6, w=w, look=Look("#e9d2b0", "#9c4a3a", 0.05))
        draw.circle(house + w / 2, house_y - w * 0.5, 21, outdoors(stage, "#5b4636"))
        draw.circle(house + w / 2, house_y - w * 0.5, 17, "#fff6dc")
        hands = f"M{house + w / 2:.1f} {house_y - w * 0.5:.1f}v-12m0 12l8 5"
        draw.line(hands, "#3b3340", 2.6)
    with stage.layer("platform"):
        face = [at(0.05, out), at(0.05, out, 90), at(1.3, out, 90), at(1.3, out)]
        draw.polygon(face, palette.darker(stone, 0.35))
        wide = stage.w * 2.2
        floor = [at(0.05, out, 90), at(0.05, out + 1800, 90), at(1.3, out + wide, 90), at(1.3, out, 90)]
        draw.polygon(floor, draw.gradient(palette.darker(top, 0.1), top))
        line = [
            at(0.05, out + 70, 90),
            at(0.05, out + 110, 90),
            at(1.3, out + 110, 90),
            at(1.3, out + 70, 90),
        ]
        draw.polygon(line, outdoors(stage, "#f2c94c"))
    with stage.layer("lamps"):
        for near in (0.24, 0.42):
            lamp_x, lamp_y = at(near, out + 330, 90)
            street_lamp(stage, lamp_x, lamp_y, 760 * near)
        draw.path(disc(x, y - 4, 4), outdoors(stage, "#d9483b"))


RAILWAY = Place(
    name="railway",
    paint=paint,
    words="train_station railway_station railroad_station railway_track railway_tracks train_tracks "
    "train_track railroad_tracks train_platform rails "
    "subway_station metro_station underground_station "
    "at_a_station at_the_station railway_platform station_platform",
    phrase="on a railway line",
    alone="a train at a country station, railway tracks running to the horizon",
    times=("day", "day", "golden", "dawn"),
)
