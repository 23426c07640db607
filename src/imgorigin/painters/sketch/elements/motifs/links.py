"""What belongs together: hubs, chips, chains, the world, circles that close, and what guards them."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.motifs.board import Board, badge, card, tick
from imgorigin.painters.sketch.svg import Point, disc, polyline, trace

_SPOKES: Final = 6


def _round(share: float, reach: float, squeeze: float = 0.86) -> Point:
    """A point `share` of the turn from the top, on an ellipse as wide as `reach`."""
    angle = math.tau * (share - 0.25)
    return reach * math.cos(angle), reach * squeeze * math.sin(angle)


def hub(board: Board) -> None:
    """The hero in the middle of a network."""
    draw, scheme = board.draw, board.scheme
    places = [_round((index + 0.5) / _SPOKES, 365) for index in range(_SPOKES)]
    draw.circle(0, 0, 330, scheme.main, opacity=0.07)
    draw.circle(0, 0, 240, scheme.main, opacity=0.09)
    spokes = "".join(trace(("M", 0, 0), ("L", x, y)) for x, y in places)
    draw.line(spokes, palette.mix(scheme.main, scheme.paper[0], 0.3), 6)
    draw.line(
        polyline([*places, places[0]]), palette.mix(scheme.main, scheme.paper[0], 0.5), 4, dashes="4 16"
    )
    pearls = "".join(disc(x * share, y * share, 9) for x, y in places for share in (0.52, 0.7))
    draw.path(pearls, scheme.accent)
    for index, (x, y) in enumerate(places):
        badge(board, x, y, 82, board.satellite(index))
    card(draw, scheme, (-175, -175, 350, 350), corner=175)
    board.hero(0, 0, 250, standing=False)


def chip(board: Board) -> None:
    """A processor: tracks run from it to all sides; the hero shines on top."""
    draw, scheme = board.draw, board.scheme
    track = palette.mix(scheme.main, scheme.paper[1], 0.25)
    tracks, ends = "", ""
    for side in range(4):
        turn = side * math.tau / 4
        for lane in (-2, -1, 0, 1, 2):
            path = [
                (lane * 62.0, -200.0),
                (lane * 62.0, -262.0 - 18 * abs(lane)),
                (lane * 100.0, -320.0),
                (lane * 100.0, -400.0 + 14 * abs(lane)),
            ]
            turned = [
                (x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn))
                for x, y in path
            ]
            tracks += polyline(turned)
            ends += disc(*turned[-1], 13)
    draw.line(tracks, track, 9)
    draw.path(ends, scheme.accent)
    card(draw, scheme, (-235, -235, 470, 470), fill=palette.darker(scheme.deep, 0.2), corner=44)
    draw.rect(
        -190,
        -190,
        380,
        380,
        draw.gradient(palette.lighter(scheme.main, 0.15), scheme.main, towards=(1, 1)),
        corner=34,
    )
    draw.rect(-190, -190, 380, 190, palette.WHITE, corner=34, opacity=0.08)
    board.hero(0, 0, 270, standing=False)


def world(board: Board) -> None:
    """The hero on a globe of lines, with flights and pins around it."""
    draw, scheme = board.draw, board.scheme
    draw.glow(0, 0, 470, scheme.main, 0.35)
    fill = draw.gradient(
        palette.lighter(scheme.main, 0.45),
        scheme.main,
        palette.mix(scheme.main, scheme.deep, 0.5),
        towards=(0.7, 1),
    )
    draw.circle(0, 0, 330, fill)
    net = ""
    for reach in (0.0, 120.0, 240.0):
        net += trace(
            ("M", 0, -330),
            ("a", max(reach, 1), 330, 0, 0, 1, 0, 660),
            ("a", max(reach, 1), 330, 0, 0, 1, 0, -660),
        )
    for y in (-190, 0, 190):
        half = math.sqrt(330**2 - y**2)
        net += trace(("M", -half, y), ("Q", 0, y + 46, half, y))
    draw.line(net, palette.WHITE, 4, opacity=0.35)
    draw.line(
        trace(("M", -410, 150), ("C", -300, -330, 240, -420, 400, -80)), scheme.accent, 8, dashes="2 22"
    )
    draw.line(trace(("M", -400, -180), ("C", -250, 330, 260, 360, 410, 120)), scheme.second, 8, dashes="2 22")
    for index, (x, y) in enumerate(((-400, 150), (395, -90), (-395, -190), (400, 130))):
        badge(board, x, y, 62, board.satellite(index))
    board.hero(0, 10, 360, standing=False)


def cycle(board: Board) -> None:
    """Three arrows that run in a circle around the hero."""
    draw, scheme = board.draw, board.scheme
    draw.circle(0, 0, 230, scheme.main, opacity=0.08)
    for index, color in enumerate((scheme.main, scheme.accent, scheme.second)):
        start, end = index / 3 + 0.055, (index + 1) / 3 - 0.06
        (x1, y1), (x2, y2) = _round(start, 330, 1), _round(end, 330, 1)
        draw.line(trace(("M", x1, y1), ("A", 330, 330, 0, 0, 1, x2, y2)), color, 58, cap="butt")
        draw.circle(x1, y1, 29, color)
        tip, inner, outer = _round(end + 0.058, 330, 1), _round(end, 260, 1), _round(end, 400, 1)
        draw.polygon([tip, inner, outer], color)
    for index in range(3):
        x, y = _round(index / 3 + 0.17, 330, 1)
        badge(board, x, y, 74, board.satellite(index))
    board.hero(0, 0, 330, standing=False)


def chain(board: Board) -> None:
    """Blocks in a row, each linked to the next; the hero on the middle one."""
    draw, scheme = board.draw, board.scheme
    row = ((-300.0, 120.0, scheme.second), (300.0, 120.0, scheme.accent), (0.0, 20.0, scheme.main))
    draw.line("M-300 150L0 60L300 150", palette.mix(scheme.deep, scheme.paper[0], 0.35), 22)
    draw.line(
        "M-420 200L-300 150M300 150L430 205",
        palette.mix(scheme.deep, scheme.paper[0], 0.55),
        14,
        dashes="2 26",
    )
    for x, y, color in row:
        side = 118 if x else 165
        draw.glow(x, y + side * 1.32, side * 1.3, scheme.deep, 0.4, ry=side * 0.25)
        _cube(board, x, y + side * 0.25, side, color)
    for x, icon in ((-300, board.satellite(0)), (300, board.satellite(1))):
        board.put(icon, x, -25, 120)
    board.hero(0, -195, 270)


def _cube(board: Board, x: float, y: float, side: float, color: str) -> None:
    rise = side * 0.5
    draw = board.draw
    draw.polygon([(x - side, y - rise), (x, y), (x, y + side), (x - side, y + side - rise)], color)
    draw.polygon(
        [(x + side, y - rise), (x, y), (x, y + side), (x + side, y + side - rise)],
        palette.darker(color, 0.22),
    )
    draw.polygon(
        [(x - side, y - rise), (x, y - 2 * rise), (x + side, y - rise), (x, y)], palette.lighter(color, 0.4)
    )


def guard(board: Board) -> None:
    """A great shield on calm technical ground, the hero before it."""
    draw, scheme = board.draw, board.scheme
    for r, opacity in ((420, 0.05), (350, 0.06), (280, 0.07)):
        draw.circle(0, 0, r, scheme.main, opacity=opacity)
    draw.line(disc(0, 0, 385), scheme.main, 4, opacity=0.4, dashes="3 20")
    tracks = "M-250 -120H-350L-400 -170M-250 40H-420M-220 170H-320L-370 220"
    tracks += "M250 -120H350L400 -170M250 40H420M220 170H320L370 220"
    draw.line(tracks, scheme.main, 6, opacity=0.5)
    ends = ((-400, -170), (-420, 40), (-370, 220), (400, -170), (420, 40), (370, 220))
    draw.path("".join(disc(x, y, 13) for x, y in ends), scheme.accent)
    half = trace(
        ("M", 0, -350), ("C", 80, -290, 170, -262, 270, -258), ("C", 282, -20, 220, 190, 0, 330), "z"
    )
    other = trace(
        ("M", 0, -350), ("C", -80, -290, -170, -262, -270, -258), ("C", -282, -20, -220, 190, 0, 330), "z"
    )
    draw.glow(0, 340, 300, scheme.deep, 0.35, ry=40)
    draw.path(other, draw.gradient(palette.lighter(scheme.main, 0.4), palette.lighter(scheme.main, 0.12)))
    draw.path(
        half, draw.gradient(palette.lighter(scheme.main, 0.1), palette.mix(scheme.main, scheme.deep, 0.35))
    )
    draw.line(other + half, palette.lighter(scheme.main, 0.75), 14, opacity=0.85)
    board.hero(0, -10, 290, standing=False)
    tick(draw, 215, 215, 66, "#22b07d")
