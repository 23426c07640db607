"""Numbers as pictures: charts that rise and fall, dashboards, pies, stacks of coins."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.motifs.board import Board, arrow, bar, card, lines, slice_of
from imgorigin.painters.sketch.svg import smooth, trace

_RISE: Final = (0.24, 0.38, 0.50, 0.70, 0.94)
_FALL: Final = tuple(reversed(_RISE))
_LOSS: Final = "#e5484d"
_GAIN: Final = "#22b07d"
_GOLD: Final = ("#ffd166", "#f0a92b", "#c97f14")


def grow(board: Board) -> None:
    """Steps, and on each the same thing a little larger."""
    draw, scheme = board.draw, board.scheme
    foot, wide = 340.0, 190.0
    draw.glow(0, foot, 560, scheme.deep, 0.28, ry=46)
    for step, share in enumerate((0.2, 0.42, 0.66, 0.92)):
        x, tall = -420 + step * (wide + 22), 420 * share
        bar(
            draw,
            (x, foot, wide, tall),
            palette.mix(palette.lighter(scheme.main, 0.35), scheme.main, step / 3),
        )
        draw.rect(x, foot - tall * 0.3, wide, tall * 0.3, scheme.deep, opacity=0.08)
        size = 120 + 62 * step
        board.put(board.main, x + wide / 2, foot - tall - board.main.height / 64 * size + 6, size)
    arrow(draw, [(-410, 40), (-190, -60), (20, -190), (130, -330)], scheme.accent, 20)


def rise(board: Board) -> None:
    _chart(board, _RISE, _GAIN, [(-300, 60), (-130, 20), (20, -90), (140, -110), (300, -270)])


def fall(board: Board) -> None:
    _chart(board, _FALL, _LOSS, [(-300, -250), (-150, -190), (0, -60), (120, -80), (300, 90)])


def _chart(board: Board, shares: tuple[float, ...], color: str, way: list[tuple[float, float]]) -> None:
    """Bars on a card, an arrow over them, the hero before its lower corner."""
    draw, scheme = board.draw, board.scheme
    falling = shares[0] > shares[-1]
    card(draw, scheme, (-400, -350, 800, 630))
    for row in range(4):
        draw.rect(-350, -270 + row * 130, 700, 3, scheme.ink, opacity=0.5)
    for index, share in enumerate(shares):
        last = index == (0 if falling else len(shares) - 1)
        bar(
            draw,
            (-330 + index * 138, 240, 92, 440 * share),
            scheme.main if last else palette.mix(scheme.pale, scheme.main, 0.45),
        )
    arrow(draw, way, color, 20)
    board.hero(-250 if falling else 270, 230, 330)


def dashboard(board: Board) -> None:
    """A wide card with a curve, and smaller ones with a ring and with figures."""
    draw, scheme = board.draw, board.scheme
    card(draw, scheme, (-430, -330, 620, 400))
    lines(draw, -390, -292, (190, 110), scheme.ink, thick=15)
    points = [
        (-390 + index * 77.0, 10 - 210 * share)
        for index, share in enumerate((0.1, 0.3, 0.22, 0.5, 0.42, 0.66, 0.6, 0.95))
    ]
    curve = smooth(points)
    draw.path(f"{curve}V40H-390z", draw.gradient((scheme.main, 0.45), (scheme.main, 0.03)))
    draw.line(curve, scheme.main, 11)
    for x, y in points[3::2]:
        draw.circle(x, y, 14, scheme.card)
        draw.circle(x, y, 9, scheme.accent)
    card(draw, scheme, (215, -330, 215, 400))
    ring(board, 322, -205, 78, (0.62, 0.2))
    lines(draw, 250, -90, (145, 110, 130, 80), scheme.ink, thick=14)
    card(draw, scheme, (-430, 100, 420, 230))
    for index, share in enumerate((0.4, 0.66, 0.5, 0.8, 0.58, 0.95)):
        bar(draw, (-396 + index * 62, 296, 40, 150 * share), (scheme.second, scheme.main)[index % 2])
    board.hero(240, 180, 350)


def ring(board: Board, x: float, y: float, r: float, shares: tuple[float, ...]) -> None:
    """A ring chart; what the shares leave is pale."""
    draw, scheme, start = board.draw, board.scheme, 0.0
    draw.path(slice_of(x, y, r, 0, 0.9999, hole=r * 0.62), scheme.pale)
    for share, color in zip(shares, (scheme.main, scheme.accent, scheme.second), strict=False):
        draw.path(slice_of(x, y, r, start, start + share, hole=r * 0.62), color)
        start += share


def shares(board: Board) -> None:
    """A large pie, one piece drawn out, and its legend."""
    draw, scheme = board.draw, board.scheme
    draw.glow(-90, 330, 330, scheme.deep, 0.3, ry=40)
    x, y, r = -110.0, -20.0, 310.0
    parts = ((0.0, 0.36, scheme.main), (0.36, 0.62, scheme.second), (0.62, 0.82, scheme.accent))
    for start, end, color in parts:
        draw.path(slice_of(x, y, r, start, end), draw.gradient(palette.lighter(color, 0.15), color))
    drawn_out = slice_of(x - 34, y - 26, r, 0.82, 1)
    draw.path(drawn_out, palette.lighter(scheme.main, 0.45))
    draw.circle(x, y, r * 0.42, scheme.card)
    card(draw, scheme, (190, -300, 250, 230))
    for row, color in enumerate((scheme.main, scheme.second, scheme.accent)):
        draw.circle(226, -246 + row * 62, 17, color)
        draw.rect(258, -254 + row * 62, 140 - 26 * row, 16, scheme.ink, corner=8)
    board.hero(230, 180, 350)


def coins(board: Board) -> None:
    """Stacks of coins, each higher than the last; the hero before them."""
    draw, scheme = board.draw, board.scheme
    draw.glow(0, 330, 520, scheme.deep, 0.3, ry=46)
    for stack, count in enumerate((3, 5, 8, 11)):
        x = -345 + stack * 150
        for level in range(count):
            _coin(board, x + (3 if level % 2 else -3), 320 - level * 40)
        plant = 92 + 26 * stack
        board.put(board.satellite(0), x, 306 - count * 40 - board.satellite(0).height / 64 * plant, plant)
    board.hero(280, 170, 330)


def _coin(board: Board, x: float, y: float) -> None:
    """Lying, seen from a little above."""
    draw = board.draw
    pale, gold, dark = _GOLD
    edge = trace(("M", x - 64, y - 26), ("v", 26), ("a", 64, 20, 0, 0, 0, 128, 0), ("v", -26), "z")
    draw.path(edge, draw.gradient(gold, dark, towards=(1, 0)))
    draw.ellipse(x, y - 26, 64, 20, pale)
    draw.ellipse(x, y - 26, 46, 13, gold, opacity=0.7)
