"""People and what they say: speech, ratings, a circle of faces."""

from __future__ import annotations

import math

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.elements.motifs.board import Board, Box, card, lines
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.subjects.drawn.people import COMPLEXIONS, complexion
from imgorigin.painters.sketch.subjects.icons import Icon
from imgorigin.painters.sketch.subjects.onstage import draw_icon
from imgorigin.painters.sketch.svg import disc, polyline, trace

_FACES = (
    "woman-office-worker",
    "man-office-worker",
    "woman-technologist",
    "woman",
    "man-technologist",
    "man",
)
_STAR = "#ffb92e"


def chat(board: Board) -> None:
    """Bubbles of two who talk, the hero between them."""
    draw, scheme = board.draw, board.scheme
    _bubble(board, (-430, -340, 420, 220), scheme.main, tail=-1)
    lines(draw, -380, -290, (320, 270, 190), palette.lighter(scheme.main, 0.75), thick=24)
    _bubble(board, (60, -230, 370, 200), scheme.card, tail=1)
    for index in range(3):
        draw.circle(165 + index * 80, -130, 25, (scheme.accent, scheme.main, scheme.second)[index])
    _bubble(board, (-400, 130, 330, 190), scheme.second, tail=-1)
    lines(draw, -355, 180, (240, 170), palette.lighter(scheme.second, 0.75), thick=24)
    board.hero(130, 140, 400)


def _bubble(board: Board, box: Box, fill: str, *, tail: int) -> None:
    """A speech bubble whose tail hangs from its left (-1) or right (1) end."""
    x, y, w, h = box
    root = x + 80 if tail < 0 else x + w - 80
    tip = trace(("M", root - 34, y + h - 8), ("h", 68), ("l", -34 + tail * 50, 66), "z")
    board.draw.path(tip, fill)
    card(board.draw, board.scheme, (x, y, w, h), fill=fill, corner=46)
    board.draw.path(tip, fill)


def star(x: float, y: float, r: float) -> str:
    points = []
    for corner in range(10):
        reach, angle = r * (1 if corner % 2 == 0 else 0.44), math.tau * (corner / 10 - 0.25)
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return polyline(points) + "Z"


def stars(board: Board) -> None:
    """A rating of five stars, with words and faces; the hero above."""
    draw, scheme = board.draw, board.scheme
    card(draw, scheme, (-400, -10, 800, 190), corner=44)
    for index in range(5):
        shape = star(-284 + index * 142, 90, 64)
        draw.path(shape, _STAR)
        draw.line(shape, _STAR, 14)
    card(draw, scheme, (-330, 215, 660, 130), corner=36)
    _face(board, -258, 280, 48, 0)
    lines(draw, -180, 252, (400, 300), scheme.ink, thick=18)
    board.hero(0, -190, 330, standing=False)
    for x, y, r in ((-300, -210, 44), (300, -240, 56), (-220, -330, 26), (230, -120, 24)):
        draw.path(star(x, y, r), _STAR, opacity=0.9)


def people(board: Board) -> None:
    """Faces in a circle, each linked to what they share."""
    draw, scheme = board.draw, board.scheme
    places = []
    for index in range(6):
        angle = math.tau * (index / 6 - 0.25)
        places.append((355 * math.cos(angle), 300 * math.sin(angle) + 6))
    links = "".join(trace(("M", 0, 0), ("L", x, y)) for x, y in places)
    draw.line(links, palette.mix(scheme.main, scheme.paper[0], 0.45), 7, dashes="2 20")
    draw.line(polyline([*places, places[0]]), palette.mix(scheme.main, scheme.paper[0], 0.6), 5)
    for index, (x, y) in enumerate(places):
        _face(board, x, y, 104, index)
    card(draw, scheme, (-145, -145, 290, 290), corner=145)
    board.hero(0, 0, 205, standing=False)


def _face(board: Board, x: float, y: float, r: float, index: int) -> None:
    """A colleague's portrait in a round frame."""
    draw, scheme = board.draw, board.scheme
    names, looks = (
        board.stage.stream("faces").shuffled(_FACES),
        board.stage.stream("looks").shuffled(COMPLEXIONS),
    )
    name = names[index % len(names)]
    icon = Icon(complexion(pack().icons[name], *looks[index % len(looks)]), pack().boxes[name], scheme.main)
    tone = (scheme.main, scheme.accent, scheme.second)[index % 3]
    draw.circle(x, y + r * 0.1, r * 1.08, scheme.deep, opacity=0.10)
    draw.circle(x, y, r * 1.07, scheme.card)
    with draw.clipped(disc(x, y, r)):
        draw.circle(x, y, r, palette.mix(tone, scheme.card, 0.6))
        draw_icon(board.stage, icon, x, y + r * 1.02, r * 1.9, shadow=False)
