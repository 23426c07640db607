"""Aims and ways to them: a summit, a winding road, a podium, a chess board, a launch, a plinth, a skyline."""

from __future__ import annotations

import math
from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.motifs.board import Board, badge, bar
from imgorigin.painters.sketch.elements.motifs.talk import star
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.icon import GRID
from imgorigin.painters.sketch.subjects.icons import icon_of
from imgorigin.painters.sketch.svg import dome, polyline, smooth, trace

_SNOW: Final = "#fbfdff"


def flag(board: Board, x: float, y: float, tall: float, color: str) -> None:
    """On a pole that stands on y."""
    draw = board.draw
    draw.rect(x - 5, y - tall, 10, tall, "#f4f6fb" if board.scheme.dark else "#4a5270", corner=5)
    wide, high, top = tall * 0.62, tall * 0.4, y - tall * 0.97
    cloth = trace(
        ("M", x + 5, top),
        ("c", wide * 0.35, -high * 0.28, wide * 0.6, high * 0.28, wide, 0),
        ("v", high),
        ("c", -wide * 0.4, high * 0.28, -wide * 0.65, -high * 0.28, -wide, 0),
        "z",
    )
    draw.path(
        cloth, draw.gradient(palette.lighter(color, 0.15), color, palette.darker(color, 0.12), towards=(1, 0))
    )


def summit(board: Board) -> None:
    """A mountain with a path of dots to the flag on its top; the hero at its foot."""
    draw, scheme = board.draw, board.scheme
    back, front = palette.mix(scheme.main, scheme.paper[0], 0.55), scheme.main
    draw.polygon([(-470, 340), (-250, -60), (-170, 40), (-60, 340)], back)
    draw.polygon([(120, 340), (300, -10), (360, 70), (490, 340)], back)
    draw.polygon([(-390, 340), (0, -250), (390, 340)], draw.gradient(palette.lighter(front, 0.18), front))
    draw.polygon(
        [(0, -250), (390, 340), (90, 340), (40, 60), (70, -40)],
        palette.mix(front, scheme.deep, 0.4),
        opacity=0.8,
    )
    cap = [(0, -250), (92, -110), (50, -136), (20, -80), (-20, -140), (-52, -96), (-92, -110)]
    draw.polygon(cap, _SNOW)
    way = smooth([(-230, 330), (-70, 250), (-150, 150), (0, 70), (-60, -20), (0, -110), (0, -200)])
    draw.line(way, palette.lighter(scheme.accent, 0.2), 13, dashes="1 26")
    flag(board, 0, -236, 170, scheme.accent)
    for x, y, wide in ((-330, -230, 110), (310, -250, 130)):
        cloud = (
            dome(x, y, wide, wide * 0.34)
            + dome(x - wide * 0.3, y, wide * 0.4, wide * 0.5)
            + dome(x + wide * 0.25, y, wide * 0.45, wide * 0.66)
        )
        draw.path(cloud, scheme.card, opacity=0.9)
    draw.rect(-460, 334, 920, 16, palette.mix(scheme.main, scheme.deep, 0.5), corner=8)
    board.hero(210, 180, 300)


def road(board: Board) -> None:
    """A winding road with milestones; the hero where it leads."""
    draw, scheme = board.draw, board.scheme
    points = [
        (-400.0, 330.0),
        (-150.0, 300.0),
        (230.0, 240.0),
        (250.0, 110.0),
        (-120.0, 60.0),
        (-270.0, -30.0),
        (-60.0, -110.0),
        (170.0, -150.0),
    ]
    way = smooth(points)
    draw.line(way, scheme.deep, 112, opacity=0.12)
    draw.line(way, palette.mix(scheme.deep, scheme.main, 0.35), 92)
    draw.line(way, palette.WHITE, 7, dashes="26 30", cap="butt")
    stones = ((-300, 306, 0), (255, 165, 1), (-265, -40, 2))
    for x, y, index in stones:
        _pin(board, x, y, index)
    board.hero(220, -220, 330)


def _pin(board: Board, x: float, y: float, index: int) -> None:
    """A map pin with an icon in its head."""
    draw, scheme = board.draw, board.scheme
    color = (scheme.accent, scheme.second, scheme.main)[index % 3]
    draw.glow(x, y, 50, scheme.deep, 0.5, ry=14)
    draw.path(
        trace(
            ("M", x, y),
            ("C", x - 30, y - 60, x - 74, y - 90, x - 74, y - 142),
            ("a", 74, 74, 0, 1, 1, 148, 0),
            ("C", x + 74, y - 90, x + 30, y - 60, x, y),
            "z",
        ),
        color,
    )
    draw.circle(x, y - 142, 56, scheme.card)
    board.put(board.satellite(index), x, y - 142, 74)


def podium(board: Board) -> None:
    """The first of three, in light and confetti."""
    draw, scheme = board.draw, board.scheme
    draw.glow(0, -120, 460, palette.lighter(scheme.accent, 0.3), 0.55)
    rays = ""
    for index in range(12):
        angle = math.tau * index / 12
        rays += trace(
            ("M", 0, -120),
            ("L", 470 * math.cos(angle - 0.09), -120 + 400 * math.sin(angle - 0.09)),
            ("L", 470 * math.cos(angle + 0.09), -120 + 400 * math.sin(angle + 0.09)),
            "z",
        )
    draw.path(rays, scheme.accent, opacity=0.13)
    draw.glow(0, 345, 500, scheme.deep, 0.35, ry=40)
    for x, tall, color, place in (
        (-390, 150, scheme.second, 2),
        (130, 105, palette.mix(scheme.second, scheme.main, 0.5), 3),
        (-130, 230, scheme.main, 1),
    ):
        bar(draw, (x, 340, 260, tall), color)
        for mark in range(place):
            draw.path(
                star(x + 130 + (mark - (place - 1) / 2) * 52, 340 - tall / 2 + 8, 25),
                palette.WHITE,
                opacity=0.85,
            )
    board.put(board.satellite(0), -262, 130, 120)
    board.put(board.satellite(1), 262, 170, 120)
    confetti(board)
    board.hero(0, 110 - board.main.height / 32 * 200, 400)


def confetti(board: Board) -> None:
    draw, scheme, rng = board.draw, board.scheme, board.rng
    for index in range(34):
        x, y, turn = rng.spread(440), -390 + rng.between() * 470, rng.between(0, 180)
        color = (scheme.main, scheme.accent, scheme.second, "#ff6b8b")[index % 4]
        if abs(x) > 150:
            with draw.group(f'transform="rotate({turn:.0f} {x:.0f} {y:.0f})"'):
                draw.rect(x - 14, y - 7, 28, 14, color, corner=4)


_PIECES: Final = (
    ("pawn", 0, 0, 160),
    ("king", 2, 0, 190),
    ("pawn", 5, 0, 160),
    ("pawn", 1, 2, 190),
    ("pawn", 4, 2, 190),
    ("pawn", 5, 4, 230),
    ("knight", 0, 4, 240),
)
"""Chess men on a board of six squares by six: column, row and size, the farthest first."""


def chess(board: Board) -> None:
    """A board in perspective with its men, the hero among them the largest."""
    draw, scheme = board.draw, board.scheme
    pale, dark = palette.lighter(scheme.pale, 0.3), palette.mix(scheme.main, scheme.deep, 0.3)
    draw.glow(0, 330, 520, scheme.deep, 0.4, ry=60)

    def at(column: float, row: float) -> tuple[float, float]:
        reach = 300 + 150 * (row / 6) ** 1.15
        return (column / 3 - 1) * reach, -10 + 310 * (row / 6) ** 1.15

    draw.polygon([at(0, 6), at(6, 6), (at(6, 6)[0], 346), (at(0, 6)[0], 346)], scheme.deep)
    for row in range(6):
        for column in range(6):
            corners = [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)]
            draw.polygon(corners, (pale, dark)[(row + column) % 2])
    color = palette.lighter(scheme.second, 0.1)
    for name, column, row, size in _PIECES:
        piece = icon_of(Subject(f"chess-{name}", "", color), 0)
        x, y = at(column + 0.5, row + 0.6)
        tall = size * piece.height / GRID
        draw.glow(x, y, size * 0.3, scheme.deep, 0.6, ry=size * 0.06)
        board.put(piece, x, y - tall / 2, size)
    badge(board, 330, -270, 74, board.satellite(0))
    badge(board, -330, -270, 74, board.satellite(1))
    board.hero(20, 60, 380)


def launch(board: Board) -> None:
    """The hero on its way up, over clouds of smoke."""
    draw, scheme = board.draw, board.scheme
    draw.glow(0, -60, 430, scheme.accent, 0.35)
    arc = "M-420 120C-360 -260 -80 -400 260 -380"
    draw.line(arc, palette.mix(scheme.main, scheme.paper[0], 0.4), 8, dashes="2 24")
    trail = trace(
        ("M", -205, 330),
        ("C", -150, 230, -110, 170, -40, 90),
        ("L", 30, 150),
        ("C", -60, 220, -110, 270, -130, 340),
        "z",
    )
    draw.path(trail, draw.gradient(palette.lighter(scheme.accent, 0.3), scheme.accent, (scheme.accent, 0.0)))
    puffs = (
        (-330, 330, 110),
        (-210, 300, 130),
        (-80, 320, 120),
        (60, 340, 100),
        (190, 345, 90),
        (300, 350, 70),
        (-430, 350, 70),
    )
    for x, y, r in puffs:
        draw.circle(x, y, r, palette.mix(scheme.card, scheme.main, 0.16))
    for x, y, r in puffs:
        draw.circle(x - 8, y - 16, r * 0.84, scheme.card)
    for x, y, r in ((-300, -180, 22), (330, 60, 26), (-380, 30, 16), (350, -300, 18), (-120, -330, 18)):
        draw.path(star(x, y, r), scheme.accent)
    board.hero(60, -70, 480, standing=False)


def plinth(board: Board) -> None:
    """The hero large on a round plinth before a disc of light."""
    draw, scheme = board.draw, board.scheme
    draw.circle(
        0,
        -60,
        330,
        draw.gradient(
            palette.mix(scheme.main, scheme.paper[0], 0.35), palette.mix(scheme.main, scheme.paper[0], 0.75)
        ),
    )
    draw.line(
        trace(("M", -400, -60), ("a", 400, 400, 0, 0, 1, 800, 0)),
        scheme.accent,
        7,
        dashes="3 22",
        opacity=0.9,
    )
    draw.glow(0, 350, 460, scheme.deep, 0.35, ry=46)
    draw.ellipse(0, 300, 380, 66, palette.mix(scheme.main, scheme.deep, 0.25))
    draw.ellipse(0, 268, 380, 66, palette.lighter(scheme.main, 0.45))
    draw.ellipse(0, 262, 320, 50, palette.lighter(scheme.main, 0.68))
    board.hero(0, 268 - board.main.height / 32 * 240, 480)
    corners = ((-350, -210), (380, 90), (350, -210), (-380, 90))
    for (x, y), icon in zip(corners, board.around, strict=False):
        badge(board, x, y, 66, icon)


def skyline(board: Board) -> None:
    """Towers behind the hero."""
    draw, scheme, rng = board.draw, board.scheme, board.rng
    draw.circle(0, 20, 380, palette.mix(scheme.main, scheme.paper[0], 0.72))
    for index in range(9):
        x, tall, wide = -430 + index * 98, rng.between(190, 470), rng.between(80, 110)
        color = palette.mix(scheme.main, (scheme.paper[0], scheme.deep)[index % 2], 0.42)
        draw.rect(x, 320 - tall, wide, tall, color, corner=8)
        for row in range(int(tall / 56) - 1):
            for column in range(2):
                draw.rect(
                    x + wide * (0.2 + 0.36 * column),
                    344 - tall + row * 52,
                    wide * 0.22,
                    24,
                    palette.lighter(scheme.accent, 0.5),
                    opacity=0.75,
                )
    draw.line(polyline([(-460, 326), (460, 326)]), palette.mix(scheme.main, scheme.deep, 0.6), 14)
    board.hero(0, 150, 430)
