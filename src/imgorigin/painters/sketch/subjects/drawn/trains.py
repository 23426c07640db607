"""Trains, facing left: an engine, and carriages that go on beyond its box."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.subjects.drawn.base import (
    FOOT,
    GLASS,
    IRON,
    METAL,
    Drawn,
    Tones,
    block,
    oval,
    shape,
    stroke,
    tones,
)

_CARRIAGES: Final = 9
_LIT: Final = "#ffe2a0"
_BRASS: Final = "#e0b04c"


def _wheel(x: float, r: float, rim: str) -> str:
    y = FOOT - r
    return (
        oval(x, y, r, r, "#23252f")
        + oval(x, y, r * 0.78, r * 0.78, rim)
        + stroke(
            f"M{x - r * 0.7:.2f} {y:g}h{r * 1.4:.2f}M{x:g} {y - r * 0.7:.2f}v{r * 1.4:.2f}",
            "#23252f",
            r * 0.14,
        )
        + oval(x, y, r * 0.26, r * 0.26, METAL)
    )


def _carriage(x: float, body: Tones, *, tall: float = 0) -> str:
    windows = "".join(block(x + 2.4 + 5.5 * n, 12.6, 4, 4.8, _LIT, corner=0.6) for n in range(5))
    panes = "".join(f"M{x + 2.4 + 5.5 * n:g} 15.400l4-2" for n in range(5))
    return (
        block(x - 2.4, 24.6, 3, 1, IRON)
        + block(x, 24, 30, 2.6, IRON, corner=0.6)
        + "".join(_wheel(x + at, 2.2, "#4a4f5c") for at in (4, 9, 21, 26))
        + block(x, 10, 30, 14.6, body.base, corner=0.8)
        + block(x, 19, 30, 1.3, "#f4e6c4")
        + block(x, 21.6, 30, 3, body.shade, corner=0.6)
        + windows
        + stroke(panes, "#fff6dc", 0.5, 0.8)
        + block(x - 0.5, 8.4 - tall, 31, 2.4 + tall, body.deep, corner=1.1)
        + block(x - 0.5, 8.4 - tall, 31, 0.7, body.shade, corner=0.4)
    )


def steam_train(color: str) -> str:
    """An old engine under steam, its tender and carriages."""
    body, coach = tones(color), tones("#8f3b34" if color != "#b5382f" else "#2f5d4a")
    smoke = "".join(
        oval(x, y, r, r * 0.86, tint)
        for x, y, r, tint in (
            (30.4, -4.4, 4.6, "#e3e5ea"),
            (24, -3.2, 4.4, "#eceef2"),
            (17.6, -1.2, 3.8, "#f4f5f8"),
            (12, 1.6, 2.9, "#ffffff"),
            (8.2, 4.2, 1.9, "#ffffff"),
        )
    )
    engine = (
        shape("M-1.6 30L3 24.4h4V30z", IRON)
        + stroke("M.4 29.4l3-4M2.6 29.6l1.6-4", METAL, 0.4)
        + block(2.400, 23, 25.600, 2.800, IRON, corner=0.6)
        + block(3.6, 13.2, 17, 10, body.base, corner=1.600)
        + block(3.6, 14.2, 17, 2, body.light, corner=1)
        + block(3.6, 19.6, 17, 3.6, body.shade, corner=1.4)
        + stroke("M9.6 13.4v9.6M14.2 13.4v9.6", _BRASS, 0.6)
        + block(1.800, 12.600, 5, 11, "#2b2f3a", corner=1.600)
        + oval(1.800, 16, 1.200, 1.400, "#fff3c4")
        + shape("M4.6 13V8.6L3.4 5.6h6L8.2 8.6V13z", "#2b2f3a")
        + block(3, 4.800, 6.800, 1.300, _BRASS, corner=0.5)
        + shape("M10.4 13.3v-1.3a2.3 2.3 0 0 1 4.6 0v1.3z", _BRASS)
        + block(16, 10.6, 1.2, 2.8, _BRASS, corner=0.5)
        + block(19, 8.800, 9, 15, body.base, corner=0.6)
        + block(24.600, 8.800, 3.400, 15, body.shade, corner=0.6)
        + block(20.600, 11, 5.600, 4.800, GLASS, corner=0.6)
        + stroke("M21.2 14.8l3-3.2", "#9fc0dc", 0.6)
        + block(17.800, 7.200, 11.600, 2.200, "#2b2f3a", corner=1)
        + _wheel(6, 2.400, "#c8413b")
        + _wheel(13, 4, "#c8413b")
        + _wheel(22, 4, "#c8413b")
        + stroke("M6 27.6L13 26.8 22 26.8", METAL, 0.9)
    )
    tender = (
        block(28, 24.6, 3, 1, IRON)
        + shape("M31 14q5-3 9.4 0z", "#2b2b33")
        + block(30.4, 13.6, 10.6, 10.6, body.shade, corner=0.6)
        + block(30.4, 17, 10.6, 0.8, _BRASS)
        + block(30.4, 23.4, 10.6, 2.6, IRON, corner=0.5)
        + _wheel(33.4, 2.3, "#c8413b")
        + _wheel(38.2, 2.3, "#c8413b")
    )
    train = "".join(_carriage(43 + 32.4 * n, coach) for n in range(_CARRIAGES))
    return smoke + train + tender + engine


def express(color: str) -> str:
    """A fast electric train with a long nose."""
    body = tones("#f1f3f7")
    stripe = tones(color)
    cars = ""
    for n in range(_CARRIAGES):
        x = 36.6 + 33 * n
        windows = "".join(block(x + 2 + 5.9 * k, 14, 4.4, 3.8, GLASS, corner=1) for k in range(5))
        cars += (
            block(x - 1.6, 13, 2.4, 13, "#3a3f4a")
            + block(x, 10.4, 32, 17.4, body.base, corner=1)
            + windows
            + block(x, 20.4, 32, 2.4, stripe.base)
            + block(x, 24.8, 32, 3, body.shade, corner=0.8)
            + block(x, 9.8, 32, 1.6, body.shade, corner=0.7)
        )
    nose = (
        shape(
            "M35.6 10.4V27.8H.8C-3 27.8-3.4 25.6-1 23.6 5 18.6 10.4 10.4 20 10.4z",
            body.base,
        )
        + shape("M35.6 24.8V27.8H.8C-2.2 27.8-3 26.6-2.2 24.8z", body.shade)
        + shape("M35.6 20.4v2.4H-.1C1.8 21.8 3.6 20.4 3.6 20.4z", stripe.base)
        + shape("M7.6 16.2C10 13.8 12.6 11.8 16 11.4l-.8 4.8z", GLASS)
        + shape("M9.4 15.8c1.6-1.8 3.2-2.9 5-3.5l-2.8 3.6z", "#8fb4d8", 0.8)
        + "".join(block(19 + 5.6 * k, 14, 4.2, 3.8, GLASS, corner=1) for k in range(3))
        + oval(1.6, 24, 1.2, 0.6, "#fff3c4")
        + block(20, 9.800, 15.600, 1.400, body.shade, corner=0.6)
    )
    bogies = "".join(block(x, 27.6, 6.4, 2.8, "#3a3f4a", corner=1.2) for x in (8, 26, *range(40, 330, 14)))
    return bogies + cars + nose


TRAINS: Final = {
    "locomotive": Drawn(steam_train, ("#2f5d4a", "#31465f", "#b5382f"), (-1.6, 4.4, 41, FOOT)),
    "high-speed-train": Drawn(express, ("#d9413b", "#2f6fde", "#2a9d8f"), (-3, 9.6, 42, FOOT)),
}
