"""What is seen on screens: a laptop, a telephone, a code editor, a video player."""

from __future__ import annotations

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.motifs.board import Board, badge, bar, card, lines
from imgorigin.painters.sketch.svg import smooth, trace


def laptop(board: Board) -> None:
    """A laptop whose page shows the hero before cards."""
    draw, scheme = board.draw, board.scheme
    metal = "#c9cfdb" if not scheme.dark else "#8e97b3"
    draw.glow(0, 318, 520, scheme.deep, 0.4, ry=44)
    draw.rect(-370, -330, 740, 560, palette.darker(scheme.deep, 0.35), corner=34)
    draw.rect(-346, -306, 692, 500, scheme.card, corner=14)
    draw.rect(-346, -306, 692, 66, scheme.main, corner=14)
    draw.rect(-346, -266, 692, 26, scheme.main)
    for index in range(3):
        draw.circle(-312 + index * 36, -273, 11, palette.WHITE, opacity=0.8)
    draw.rect(-190, -286, 420, 28, palette.WHITE, corner=14, opacity=0.35)
    draw.rect(
        -320,
        -214,
        640,
        230,
        draw.gradient(scheme.pale, palette.lighter(scheme.pale, 0.4), towards=(1, 0)),
        corner=18,
    )
    for index, color in enumerate((scheme.second, scheme.accent, scheme.main)):
        left = -320 + index * 220
        draw.rect(left, 40, 200, 132, palette.mix(color, scheme.card, 0.8), corner=16)
        board.put(board.satellite(index), left + 52, 106, 74)
        lines(draw, left + 100, 84, (76, 52), palette.mix(color, scheme.card, 0.35), thick=13)
    base = trace(
        ("M", -450, 236),
        ("h", 900),
        ("c", 0, 46, -30, 72, -80, 72),
        ("h", -740),
        ("c", -50, 0, -80, -26, -80, -72),
        "z",
    )
    draw.path(base, draw.gradient(palette.lighter(metal, 0.4), metal, palette.darker(metal, 0.2)))
    draw.rect(-70, 236, 140, 18, palette.darker(metal, 0.25), corner=9)
    lines(draw, -286, -160, (190, 240, 130), palette.mix(scheme.main, scheme.card, 0.45), thick=20)
    draw.rect(-286, -36, 110, 34, scheme.accent, corner=17)
    board.hero(150, -110, 280, standing=False)


def phone(board: Board) -> None:
    """A telephone with the hero on its screen, and cards that come out of it."""
    draw, scheme = board.draw, board.scheme
    draw.glow(0, 400, 300, scheme.deep, 0.35, ry=36)
    draw.rect(-205, -410, 410, 800, palette.darker(scheme.deep, 0.4), corner=66)
    draw.rect(-183, -388, 366, 756, draw.gradient(palette.lighter(scheme.pale, 0.3), scheme.pale), corner=46)
    draw.rect(-56, -372, 112, 26, palette.darker(scheme.deep, 0.4), corner=13)
    draw.rect(-183, -20, 366, 388, scheme.card, corner=46)
    for row in range(3):
        y = 40 + row * 92
        draw.rect(
            -150,
            y,
            64,
            64,
            palette.mix((scheme.main, scheme.accent, scheme.second)[row], scheme.card, 0.7),
            corner=18,
        )
        board.put(board.satellite(row), -118, y + 32, 50)
        lines(draw, -66, y + 10, (190, 120), scheme.ink, thick=15)
    draw.rect(-120, 316, 240, 34, scheme.main, corner=17)
    board.hero(0, -190, 300, standing=False)
    card(draw, scheme, (-420, -230, 180, 150), corner=26)
    for index, share in enumerate((0.4, 0.7, 0.55, 0.95)):
        bar(draw, (-394 + index * 34, -106, 24, 92 * share), (scheme.second, scheme.main)[index % 2])
    card(draw, scheme, (240, 20, 185, 120), corner=26)
    draw.line(smooth([(262, 104), (300, 78), (338, 92), (400, 48)]), scheme.accent, 10)
    badge(board, 320, -190, 74, board.satellite(1))
    badge(board, -320, 170, 74, board.satellite(2))


def code(board: Board) -> None:
    """An editor's window full of coloured lines; the hero before it."""
    draw, scheme = board.draw, board.scheme
    ground = palette.mix(scheme.deep, "#11142a", 0.7)
    card(draw, scheme, (-430, -340, 800, 570), fill=ground)
    draw.rect(-430, -340, 800, 66, palette.lighter(ground, 0.12), corner=30)
    draw.rect(-430, -300, 800, 26, palette.lighter(ground, 0.12))
    for index, color in enumerate(("#ff6b61", "#ffc145", "#35c759")):
        draw.circle(-392 + index * 40, -307, 12, color)
    colors = (scheme.accent, palette.lighter(scheme.main, 0.35), scheme.second, "#8b93b5")
    for row in range(9):
        y, x = -236 + row * 50, -390.0
        draw.rect(x, y, 22, 14, "#5a6285", corner=7)
        x += 54 + 46 * (0, 1, 2, 2, 3, 2, 1, 1, 0)[row]
        for _ in range(3):
            wide = board.rng.between(50, 150)
            color = board.rng.pick(colors)
            if x + wide < 300:
                draw.rect(x, y, wide, 16, color, corner=8)
            x += wide + 20
    card(draw, scheme, (190, -60, 250, 120), corner=24)
    board.put(board.satellite(0), 250, 0, 78)
    lines(draw, 306, -18, (100, 70), scheme.ink, thick=14)
    board.hero(210, 210, 340)


def player(board: Board) -> None:
    """A video's or a recording's window with a wave of sound; the hero before it."""
    draw, scheme = board.draw, board.scheme
    card(draw, scheme, (-420, -340, 840, 600), fill=palette.mix(scheme.main, scheme.deep, 0.45))
    draw.glow(0, -70, 400, palette.lighter(scheme.main, 0.5), 0.5)
    wave = ""
    for index in range(29):
        tall = 24 + 96 * board.rng.between() * (1 - abs(index - 14) / 17)
        wave += trace(("M", -364 + index * 26, 110 - tall), ("V", 110 + tall))
    draw.line(wave, palette.lighter(scheme.main, 0.55), 11, opacity=0.6)
    draw.rect(-372, 206, 744, 12, palette.WHITE, corner=6, opacity=0.35)
    draw.rect(-372, 206, 420, 12, scheme.accent, corner=6)
    draw.circle(48, 212, 19, palette.WHITE)
    board.hero(0, -80, 380, standing=False)
    badge(board, -395, -295, 66, board.satellite(0))
    badge(board, 395, 240, 66, board.satellite(1))
