"""Ships, on their waterline; the place paints the water. They face left."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lab
from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    GLASS,
    IRON,
    METAL,
    Drawn,
    block,
    oval,
    shape,
    stroke,
    tones,
)

_WHITE: Final = "#f7f8fb"
_SHADE: Final = "#d5dae4"
_PANE: Final = "#5f86ad"
_CARGO: Final = ("#d8503f", "#2f7fb5", "#e9a83a", "#3a9a76", "#8a5fae", "#e8ebf0")


def _panes(left: float, right: float, y: float, *, step: float = 1.5, size: float = 0.85) -> str:
    """A row of windows, in one path."""
    count = int((right - left - size) / step) + 1
    return shape(
        "".join(f"M{left + n * step:g} {y:g}h{size:g}v{size:g}h-{size:g}z" for n in range(count)), _PANE
    )


def liner(color: str) -> str:
    """For cruises: white decks over a hull; the colour is that of funnels and stripe."""
    tone = tones(color)
    decks = ((3, 32.4, 18.6), (5.4, 31.6, 15.8), (8, 30.6, 13), (10.6, 28.6, 10.2))
    house = "".join(
        shape(f"M{left + 1.6:g} {y:g}H{right:g}v2.8H{left:g}z", _WHITE)
        + block(left + 1, y + 2.3, right - left - 1, 0.5, _SHADE)
        + _panes(left + 2.6, right - 0.8, y + 0.9)
        for left, right, y in decks
    )
    boats = "".join(block(x, 19.7, 3.2, 1.3, "#f0883a", corner=0.6) for x in (9.4, 14.2, 19, 23.8))
    funnels = "".join(
        shape(f"M{x:g} 10.4l1-5.2h3.6l.8 5.2z", tone.base)
        + shape(f"M{x + 3.4:g} 10.4l.2-5.2h1l.8 5.2z", tone.shade)
        + shape(f"M{x + 0.7:g} 6.6l.3-1.4h3.6l.2 1.4z", IRON)
        for x in (16, 22.4)
    )
    return (
        stroke("M12.8 10.2V5.6M11.8 7.2h2", "#8a93a3", 0.4)
        + funnels
        + house
        + shape("M10.6 10.2h2.4v2.8H9.6z", GLASS)
        + boats
        + shape(
            "M-5 20.6c3.2.6 6.4.8 10 .8H36.4c-.2 3.6-1.2 6.8-2.8 9H2.2C-1 28.2-3.6 24.6-5 20.6z",
            _WHITE,
        )
        + shape("M36.4 21.4c-.2 3.6-1.2 6.8-2.8 9H24c5-1.8 8.4-5 9.2-9z", _SHADE)
        + shape(
            "M-3.6 23.6c12 .9 27 .9 39.7.2-.1.8-.3 1.5-.5 2.2-12.6.7-26.4.7-38 0-.4-.8-.9-1.6-1.2-2.4z",
            tone.base,
        )
        + shape("M.6 29h34l-1 1.4H2.2z", tone.deep)
        + _panes(1.6, 32, 22.2, step=1.9, size=0.7)
        + stroke("M-4.4 20.9c3 .5 6.2.6 9.4.6H36.2", _SHADE, 0.4)
    )


def ferry(color: str) -> str:
    """Short and high, its car deck open; the colour is that of its hull."""
    tone = tones(color)
    gates = "".join(block(x, 19, 3.6, 2.8, GLASS, corner=0.5) for x in (7.4, 12.2, 17, 21.8))
    return (
        stroke("M9.8 6.6V2.8M9 4.2h1.6", "#8a93a3", 0.4)
        + shape("M19.4 9.6l.8-5.6h4.4l.8 5.6z", tone.base)
        + shape("M23.4 9.6l-.2-5.6h1.4l.8 5.6z", tone.shade)
        + shape("M20 5.6l.2-1.6h4.4l.2 1.6z", IRON)
        + shape("M7.8 6.6h5.6v3.6H7z", _WHITE)
        + shape("M7.9 7.4h5.5v1.5H7.5z", GLASS)
        + shape("M5.8 9.6h22.4v4H4.8z", _WHITE)
        + block(4.8, 13.1, 23.4, 0.6, _SHADE)
        + _panes(7.2, 27, 11, step=2, size=1.2)
        + shape("M4 13.7h25.2v4H3z", _WHITE)
        + _panes(5.6, 28, 15, step=2, size=1.2)
        + block(3, 17.2, 26.2, 0.6, _SHADE)
        + block(2.8, 17.8, 26.8, 5.2, _WHITE)
        + gates
        + shape(
            "M-1.4 21.6c2 .8 4.6 1 7.4 1H33c-.2 3-.9 5.6-2.2 7.8H3.6C1.2 28.4-.6 25.2-1.4 21.6z",
            tone.base,
        )
        + shape("M33 22.6c-.2 3-.9 5.6-2.2 7.8h-7.4c4-1.7 6.4-4.3 7-7.8z", tone.shade)
        + stroke("M-.6 24c2.3.7 4.6.9 7.4.9h25.7", _WHITE, 0.7)
        + shape("M2.2 29h29.4l-.8 1.4H3.6z", tone.deep)
        + oval(4.4, 26.8, 0.6, 0.6, _WHITE)
    )


def freighter(color: str) -> str:
    """With containers; the colour is that of its hull."""
    tone = tones(color)
    boxes = ""
    for column in range(6):
        x, high = 1.2 + 3.9 * column, (2, 3, 3, 3, 3, 2)[column]
        for row in range(high):
            tint = tones(_CARGO[(column * 2 + row * 5 + column // 2) % len(_CARGO)])
            y = 18.6 - 2.7 * row
            boxes += block(x, y, 3.7, 2.5, tint.base, corner=0.15)
            boxes += shape(
                "".join(f"M{x + at:g} {y + 0.3:g}h.35v1.9h-.35z" for at in (0.8, 1.7, 2.6)), tint.shade
            )
    return (
        block(26, 9.2, 6.6, 12.2, _WHITE)
        + block(30.4, 9.2, 2.2, 12.2, _SHADE)
        + block(24.8, 7.2, 8.4, 2.4, _WHITE, corner=0.3)
        + block(25.2, 7.8, 7.2, 1.2, GLASS, corner=0.2)
        + shape("M29 7.2l.4-4h2.8l.4 4z", tone.base)
        + shape("M29.3 4.4l.1-1.2h2.8l.1 1.2z", IRON)
        + stroke("M26.6 7.2V3.4M25.8 4.8h1.6", "#8a93a3", 0.4)
        + _panes(26.8, 30.6, 11.2, step=1.4)
        + _panes(26.8, 30.6, 13.6, step=1.4)
        + _panes(26.8, 30.6, 16, step=1.4)
        + boxes
        + stroke("M-2 21.2V16.6", METAL, 0.5)
        + shape(
            "M-5.2 19.6l4 1.5H36.6c0 3.6-1 6.9-2.6 9.3H1.6C-1.6 27.8-4 24-5.2 19.6z",
            tone.base,
        )
        + shape("M36.6 21.1c0 3.6-1 6.9-2.6 9.3h-9c5.4-1.8 8.4-5 8.8-9.3z", tone.shade)
        + shape(
            "M-.2 28.4h35.3c-.3.7-.7 1.4-1.1 2H1.6c-.6-.6-1.2-1.3-1.8-2z",
            "#a8433a" if lab(color).hue < 0.2 else tone.deep,
        )
        + stroke("M-3.6 22.6H36.2", tone.light, 0.5)
        + stroke("M2.4 25.4h7", _WHITE, 0.9)
        + oval(-1.8, 24.8, 0.6, 0.6, IRON)
    )


def submarine(color: str) -> str:
    """Under water, its periscope up."""
    tone = tones(color)
    ports = "".join(
        oval(x, 21, 2, 2, tone.deep)
        + oval(x, 21, 1.4, 1.4, "#a9dcf2")
        + oval(x - 0.4, 20.5, 0.4, 0.4, "#ffffff")
        for x in (8.4, 14.6, 20.8)
    )
    return (
        stroke("M16.8 10V3.6h-2.6", tone.deep, 1.1)
        + block(12.8, 2.8, 1.8, 1.6, GLASS, corner=0.4)
        + shape("M30 19.4l3.6-4.2c.6-.6 1.4-.2 1.4.6v10.4c0 .8-.8 1.2-1.4.6L30 22.6z", tone.deep)
        + shape("M11.4 15.2l1.4-5.2c.2-.7.7-1 1.4-1h6.6c.7 0 1.2.3 1.4 1l1.4 5.2z", tone.base)
        + shape("M19.4 9h1.4c.7 0 1.2.3 1.4 1l1.4 5.2h-3.4z", tone.shade)
        + block(13.4, 9, 7.8, 1.1, tone.light, corner=0.5)
        + shape(
            "M10 13.8h12c5.4 0 9.4 3 10 7.2-.6 4.2-4.6 7.2-10 7.2H10C4.4 28.2.4 25 .4 21s4-7.2 9.6-7.2z",
            tone.base,
        )
        + shape(
            "M.6 22.6c8.6 2.2 22.4 2.2 31.2 0-1.2 3.4-5 5.6-9.8 5.6H10c-4.9 0-8.6-2.4-9.4-5.6z",
            tone.shade,
        )
        + stroke("M4.6 17.2c1.5-1.1 3.3-1.7 5.4-1.7h9", tone.shine, 0.9)
        + shape("M22.8 24.4h6.4l1.6 3.6c.2.5-.1.9-.6.9h-4.4z", tone.deep)
        + ports
        + stroke("M26 15.2v12", tone.deep, 0.35)
    )


SHIPS: Final = {
    "ship": Drawn(liner, ("#d8403a", "#2f6fae", "#2a8f86"), (-5, 5.2, 36.4, FOOT)),
    "passenger-ship": Drawn(liner, ("#2f6fae", "#d8403a"), (-5, 5.2, 36.4, FOOT)),
    "cargo-ship": Drawn(freighter, ("#33507a", "#a8433a", "#2f6f6a"), (-5.2, 3.2, 36.6, FOOT)),
    "ferry": Drawn(ferry, ("#2f6fae", "#c8413b", "#2a8f86"), (-1.4, 2.8, 33, FOOT)),
    "submarine": Drawn(submarine, ("#f2b632", "#e8743b"), (0.4, 2.8, 35, 28.9)),
}
