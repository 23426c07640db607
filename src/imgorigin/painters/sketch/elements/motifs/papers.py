"""Things written down: documents, lists that are ticked off, price tables, calendars."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.motifs.board import Board, Box, badge, card, lines, tick
from imgorigin.painters.sketch.svg import disc, num

_DONE = "#22b07d"


def papers(board: Board) -> None:
    """Sheets in a fan, signed and sealed; the hero before them."""
    draw, scheme = board.draw, board.scheme
    for turn, tone in ((-9, 0.55), (6, 0.25)):
        with draw.group(f'transform="rotate({num(turn)} 0 300)"'):
            card(
                draw, scheme, (-270, -370, 520, 690), fill=palette.mix(scheme.card, scheme.main, tone * 0.45)
            )
    card(draw, scheme, (-270, -370, 520, 690))
    draw.rect(-220, -316, 250, 34, scheme.main, corner=17)
    lines(draw, -220, -236, (420, 380, 420, 300), scheme.ink, thick=18)
    lines(draw, -220, -40, (420, 350, 400, 240), scheme.ink, thick=18)
    draw.line("M-210 226c30 -60 52 -60 50 -12s28 40 48 -6s36 -26 38 10s40 20 66 -6", scheme.main, 9)
    draw.rect(-220, 256, 220, 5, scheme.ink)
    draw.circle(190, -290, 52, scheme.accent, opacity=0.9)
    draw.line(disc(190, -290, 40), palette.WHITE, 5, opacity=0.7, dashes="6 8")
    board.hero(210, 170, 370)


def checklist(board: Board) -> None:
    """Points done and one to do; the hero beside them."""
    draw, scheme = board.draw, board.scheme
    card(draw, scheme, (-410, -360, 600, 700))
    draw.rect(-350, -306, 300, 36, scheme.main, corner=18)
    for row in range(5):
        y = -190 + row * 108
        if row < 4:
            tick(draw, -316, y, 36, _DONE)
        else:
            draw.line(disc(-316, y, 32), scheme.ink, 8)
        lines(
            draw,
            -250,
            y - 26,
            ((360, 240), (300, 330), (380, 180), (320, 260), (270, 200))[row],
            scheme.ink,
            thick=17,
        )
    board.hero(220, 100, 390)
    badge(board, 300, -250, 78, board.satellite(0))


def prices(board: Board) -> None:
    """Three offers side by side, the middle one recommended."""
    scheme = board.scheme
    for index, color in enumerate((scheme.second, scheme.accent)):
        _offer(board, (-430 if index == 0 else 170, -210, 260, 500), color, plain=True)
    _offer(board, (-165, -290, 330, 640), scheme.main, plain=False)
    board.hero(0, -150, 220, standing=False)
    board.put(board.satellite(0), -300, -110, 120)
    board.put(board.satellite(1), 300, -110, 120)


def _offer(board: Board, box: Box, color: str, *, plain: bool) -> None:
    x, y, w, h = box
    draw, scheme = board.draw, board.scheme
    card(draw, scheme, (x, y, w, h), fill="" if plain else color, corner=36)
    text = scheme.ink if plain else palette.lighter(color, 0.6)
    if not plain:
        draw.circle(x + w / 2, y + 140, 128, palette.lighter(color, 0.25), opacity=0.6)
    for row in range(3):
        top = y + h * 0.50 + row * 58
        tick(draw, x + 46, top, 19, color if plain else palette.lighter(color, 0.35))
        draw.rect(x + 80, top - 9, w * (0.5 - 0.08 * row), 18, text, corner=9)
    draw.rect(x + 36, y + h - 88, w - 72, 54, color if plain else scheme.card, corner=27)
    draw.rect(x + w / 2 - 44, y + h - 69, 88, 16, scheme.card if plain else color, corner=8)


def calendar(board: Board) -> None:
    """A month with marked days; the hero before it."""
    draw, scheme = board.draw, board.scheme
    card(draw, scheme, (-390, -330, 700, 600))
    draw.rect(-390, -330, 700, 124, scheme.main, corner=30)
    draw.rect(-390, -250, 700, 44, scheme.main)
    draw.rect(-140, -290, 200, 36, palette.WHITE, corner=18, opacity=0.85)
    for x in (-270, 190):
        draw.rect(x - 13, -372, 26, 84, scheme.deep, corner=13)
    marked = {board.rng.whole(0, 23) for _ in range(5)}
    for day in range(24):
        x, y = -350 + day % 6 * 108, -172 + day // 6 * 104
        color = (scheme.accent, scheme.second)[day % 2] if day in marked else scheme.pale
        draw.rect(x, y, 84, 78, color, corner=20)
    board.hero(240, 190, 360)
