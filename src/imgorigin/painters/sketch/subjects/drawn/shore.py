"""Birds of the water, a dolphin and an eagle."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lab, lighter, toned
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, Drawn, both_sides, moved, oval, shape, stroke

_INK: Final = "#2a2430"
_SNOW: Final = "#fbfcff"
_BILL: Final = ("#f2a23a", "#d9822a")
_DRAKE: Final = "#2f8a5f"
"""A duck of this colour is a mallard: green is only his head."""


def _eye(x: float, y: float, r: float) -> str:
    return oval(x, y, r, r * 1.2, _INK) + oval(x - r * 0.3, y - r * 0.4, r * 0.36, r * 0.42, "#ffffff")


def penguin(color: str) -> str:
    """Upright, looking at us."""
    coat = lighter(color, 0.13) if lab(color).lightness < 0.3 else color
    deep, bill = toned(coat, -0.07), _BILL
    side = (
        oval(12.2, 29.2, 3.1, 1.2, bill[0])
        + stroke("M11 29.6v.5M13 29.6v.5", bill[1], 0.4)
        + shape(
            "M7.4 13C4.4 15.4 2.4 19.6 2.8 23.4c.1 1.1 1.3 1.2 2 .4 1.8-2 3.2-4.4 3.8-7.2z",
            deep,
        )
    )
    face = oval(12.9, 9.4, 3.4, 3.9, _SNOW) + oval(11.2, 11.7, 1.2, 0.75, "#f9c3b4") + _eye(13.1, 9, 0.9)
    return (
        both_sides(side)
        + shape(
            "M16 2.2c5.2 0 8.4 3.4 8.6 8.2.1 2 1.2 3.7 1.7 6.2 1.4 7-2 12.8-10.3 "
            "12.8S4.3 23.6 5.7 16.6c.5-2.5 1.6-4.2 1.7-6.2.2-4.8 3.4-8.2 8.6-8.2z",
            coat,
        )
        + shape(
            "M19.4 2.9c3.2 1.2 5 4 5.2 7.5.1 2 1.2 3.7 1.7 6.2 1.3 6.6-1.6 12.2-9.1 "
            "12.8 6.8-4.8 5.6-18 2.2-26.5z",
            deep,
        )
        + oval(16, 21.2, 7.6, 7.9, _SNOW)
        + shape(
            "M19.2 14.1c2.7 1.2 4.4 4 4.4 7.1 0 4.4-3.4 7.9-7.6 7.9 3.8-3.2 4.6-9.4 3.2-15z",
            "#e2e8f2",
        )
        + oval(16, 11.6, 4.4, 2.6, _SNOW)
        + both_sides(face)
        + shape("M13.7 10.8c.8-1 3.8-1 4.6 0-.3 1.6-1.4 2.6-2.3 2.6s-2-1-2.3-2.6z", bill[0])
        + shape(
            "M14.1 11.9c1.2.3 2.6.3 3.8 0-.5.9-1.2 1.5-1.9 1.5s-1.4-.6-1.9-1.5z",
            bill[1],
        )
        + stroke("M10.6 5.2c1.2-1.1 2.7-1.7 4.2-1.8", lighter(coat, 0.3), 0.7)
    )


def duck(color: str) -> str:
    """Afloat, facing left."""
    wild = color == _DRAKE
    head = color
    back, chest = ("#b9b4ae", "#8a5a44") if wild else (color, toned(color, -0.05, 1.02))
    wing, shade = toned(back, -0.09, 1.02), toned(back, -0.05, 1.02)
    drawing = (
        shape(
            "M25.6 20.4c2-.6 3.8-2 5.2-4.2.9 3.8.2 7.6-2.6 10.2z",
            toned(back, 0.06 if wild else -0.1),
        )
        + shape(
            "M6.4 19.4C7.6 16.4 11 15.6 14.6 17.4c4.6 2.2 9.6 2.2 14.2.8.8 6.4-3 10.6-10 "
            "10.6h-4.4C9.2 28.8 5 24.6 6.4 19.4z",
            back,
        )
        + shape(
            "M6.4 19.4c.8-2 2.6-3 4.8-2.9 2.4 4 2.6 8.4.6 11.9C7.8 27 5.2 23.6 6.4 19.4z",
            chest,
        )
        + shape(
            "M7.8 25.4c5.6 2.6 14.6 2.2 20-1.4-1.7 3-4.8 4.8-9 4.8h-4.4c-2.8 0-5.2-1.3-6.6-3.4z",
            shade,
        )
        + shape(
            "M13.2 20.4c3.4-1.8 9.4-1.6 15.4-1.8-1.6 4.2-5.2 6.8-9.6 6.7-3.4-.1-5.7-2-5.8-4.9z",
            wing,
        )
        + shape(
            "M16.4 22.6c3.6.8 7.4.2 10.4-2-1.7 2.9-4.6 4.7-7.8 4.7-1.7 0-3.1-.5-4.1-1.4z",
            toned(wing, -0.08, 1.02),
        )
        + (stroke("M23.2 22.7l2.8-1.5", "#3f6fc0", 1.1) if wild else "")
        + shape(
            "M6.6 15.4C5.4 13 5 11 5.2 8.8 5.6 5.2 8 3 11 3c3.2 0 5.4 2.4 5.2 5.6-.2 2.6-1.4 4.6-1.2 7.6-2.4 "
            "2-6.2 1.6-8.4-.8z",
            head,
        )
        + shape(
            "M12.6 3.3c2.3.7 3.7 2.8 3.6 5.3-.2 2.6-1.4 4.6-1.2 7.6-.8.6-1.7 1-2.7 1.1 1.7-4.6 1.9-9.6.3-14z",
            toned(head, -0.07, 1.02),
        )
        + (stroke("M6.8 15.6c2.4 1.7 5.5 1.9 8.1.5", "#f6f4ee", 1.1) if wild else "")
        + shape(
            "M5.3 8.2C3.4 8.6 1.4 9.6.7 11c-.4.9.2 1.6 1.2 1.6 1.7 0 3.3-.5 4.5-1.3z",
            _BILL[0],
        )
        + shape(
            "M.8 11.8c1.9 0 3.8-.2 5.4-.9l.2.4c-1.2.8-2.8 1.3-4.5 1.3-.6 0-1-.3-1.1-.8z",
            _BILL[1],
        )
        + _eye(8.6, 7.6, 0.8)
    )
    return moved(drawing, 0, 1.6)


def dolphin(color: str) -> str:
    """Leaping to the left, its tail still in the water."""
    deep, pale, foam = toned(color, -0.09, 1.02), lighter(color, 0.72), "#eaf6fd"
    return (
        shape("M16.2 4.8C17.2 2.6 19.4 1 22.2.8c-.6 2.4-.4 4.8 1 7z", deep)
        + shape(
            "M.9 14.9c1.5-.9 2.9-1.5 4-2.2C7 7 11.4 3.9 17 4.4c7.8.7 12.4 7.4 11.8 15.4-.3 3.8-1.6 "
            "7-3.8 10.2h-4.6c1.3-3.6 1.4-7.4-.6-10-3.2-3.8-8.2-3.9-12.6-3.7-2 "
            ".1-4.3.3-5.8-.2-.8-.3-.9-.9-.5-1.2z",
            color,
        )
        + shape(
            "M1.4 16.1c2.7-.6 5.1-.9 7.3-1.7 6.3-1.9 12 .2 13.7 5.4 1.1 3.5.6 7.1-.6 10.2h-1.4c1.3-3.6 "
            "1.4-7.4-.6-10"
            "-3.2-3.8-8.2-3.9-12.6-3.7-2 .1-4.3.3-5.8-.2z",
            pale,
        )
        + shape("M11.8 14.4c3 .6 5 2.8 5.2 6.8-2.9-.3-5.2-2.5-6.3-5.9z", deep)
        + shape(
            "M22.4 5.9c4.6 2.6 6.9 8 6.4 13.9-.3 3.8-1.6 7-3.8 10.2h-2c3.7-7.4 4-16.4-.6-24.1z",
            deep,
        )
        + _eye(7.7, 12, 0.75)
        + stroke("M1.6 15.7c1.8-.2 3.5-.5 4.9-1.1", deep, 0.35)
        + stroke("M9.6 8.2c1.6-1.5 3.6-2.3 5.8-2.3", lighter(color, 0.45), 0.8)
        + shape(
            "M14.4 30.4c.6-2.4 2.4-3.2 3.8-2.2.8-2.2 3.2-2.4 4.4-.6 1.4-1.8 3.8-1.4 4.4.8 1.7-.7 "
            "3.3.2 3.6 2z",
            foam,
        )
        + oval(15.4, 26, 0.7, 0.8, foam)
        + oval(29, 25.6, 0.8, 0.9, foam)
        + oval(30.6, 28, 0.5, 0.6, foam)
    )


def eagle(color: str) -> str:
    """Gliding to the left, its wings raised; the colour is that of its wings."""
    coat = lighter(color, 0.13) if lab(color).lightness < 0.36 else color
    deep, lit, white = toned(coat, -0.09, 1.02), toned(coat, 0.06), "#fbf8f1"
    return (
        shape(
            "M12.6 16.6C10.4 12 6.6 8.4 1.8 6.6c-.6-.2-.8.5-.4.9l1.8 1.9c-.8-.1-1.3.5-.8 1.1l2 1.9"
            "c-.7 0-1.1.6-.6 1.1l2.3 1.8c-.5.1-.8.6-.4 1 2 1.6 4.4 2.7 7 3.3z",
            deep,
        )
        + shape(
            "M22.4 19L30.6 16.8c.7-.1.9.5.5.9l-1 1 1.5.3c.6.2.6.9 0 1.1l-1.4.5.8 1c.3.5-.1 1-.7.9L22 21.8z",
            white,
        )
        + shape("M22 21.8l9.5-2.2c.3.2.3.7-.1.9l-1.4.5.8 1c.3.5-.1 1-.7.9z", "#e3dccd")
        + shape(
            "M6.8 18.6c3-2.2 7.2-2.9 11.2-2.1 2.9.6 5.2 1.7 7.4 3-1.6 3-5.2 4.5-9.6 4.1-3.9-.3-7.3-2-9-5z",
            coat,
        )
        + shape(
            "M8.2 20.6c4.2 2 11.4 2 17.2-1.1-1.6 3-5.2 4.5-9.6 4.1-3.2-.3-6-1.4-7.6-3z",
            deep,
        )
        + shape(
            "M13 17.8C13.4 11.6 17 5.2 24.6 1c.6-.3 1 .3.7.8l-1 2 2.2-.7c.6-.2 1 .4.6.9l-1.3 1.7 2.2-.3"
            "c.6-.1.9.6.5 1l-1.6 1.6 2-.1c.6 0 .8.7.4 1.1l-2 1.7 1.7.1c.6.1.7.7.3 1-2.7 2.9-5.7 6-9.5 "
            "7.6-2.5.8-5 .2-6.8-1.6z",
            lit,
        )
        + shape(
            "M13 17.8c.1-1.7.4-3.4 1-5 3.2 2.6 8.6 2.7 14.9.1-2.7 2.8-5.5 5.4-9.1 6.5-2.5.8-5 .2-6.8-1.6z",
            coat,
        )
        + shape(
            "M3.4 17.6c.4-2 2.2-3.2 4.3-3 1.9.1 3.6 1 4.7 2.3-.9 2.2-2.8 3.9-5.2 4.1-2.3 0-4-1.5-3.8-3.4z",
            white,
        )
        + shape(
            "M4 16.2c-1.5-.1-2.9.6-3.2 2-.2.9.2 1.9.7 2.3.2-.8.8-1.3 1.6-1.4.9-.1 1.5-.7 1.7-1.5z",
            _BILL[0],
        )
        + shape(
            "M1 19.2c.8-.5 2-.7 3.3-.8-.3.4-.7.7-1.2.7-.8.1-1.4.6-1.6 1.4-.3-.3-.5-.8-.5-1.3z",
            _BILL[1],
        )
        + oval(6.2, 16.8, 0.6, 0.65, _INK)
        + stroke("M5 15.8c.7-.4 1.5-.4 2.3-.1", toned(coat, -0.2), 0.4)
        + stroke("M13.6 23.4l-.8 1.8M15.8 23.6l-.6 1.8", _BILL[0], 0.8)
    )


SHORE: Final = {
    "penguin": Drawn(penguin, ("#2f3a50", "#33405a"), (2.7, 2.2, 29.3, FOOT)),
    "duck": Drawn(duck, (_DRAKE,), (0.6, 4.6, 31, FOOT)),
    "dolphin": Drawn(dolphin, ("#4f93c4", "#6a9ab8"), (0.6, 0.8, 31.2, FOOT)),
    "eagle": Drawn(eagle, ("#7a5238", "#6b4a3a"), (0.7, 0.9, 32.1, 25.6)),
}
