"""Trees that are a picture's subject; those of its background are in `elements/plants.py`."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.palette import lighter
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, Drawn, oval, shape, stroke, tones

_BARK: Final = tones("#7d5638")


def oak(color: str) -> str:
    """A broad crown on a forked trunk."""
    leaf, lit = tones(color), lighter(color, 0.12)
    clumps = (
        (8, 15.6, 6.4, 5.2, leaf.shade),
        (24.2, 15.8, 6.4, 5, leaf.deep),
        (16, 16.8, 8, 5.2, leaf.shade),
        (21.4, 10, 6.6, 6, leaf.shade),
        (10.6, 10, 6.6, 6, leaf.base),
        (16, 7, 7, 5.8, leaf.base),
        (8.8, 13.8, 5.4, 4, leaf.base),
        (18.4, 12.6, 6.2, 4.6, leaf.base),
        (13.4, 6, 4.4, 3, lit),
        (8.4, 11, 3.2, 2.2, lit),
        (18.6, 10.8, 3, 1.9, lit),
    )
    return (
        shape(
            "M14.2 30.4c.9-3.4 1-6.4.6-9.4l-4.2-4 1-1 3.6 2.6L15 14h2l-.1 4.8 4-3.4.9 1-4.4 4.6"
            "c-.4 3-.3 6 .6 9.4z",
            _BARK.base,
        )
        + shape("M16.2 30.4c.6-5 .7-11 .3-16.4h.5l-.1 4.8 4-3.4.9 1-4.4 4.6c-.4 3-.3 6 .6 9.4z", _BARK.shade)
        + "".join(oval(x, y, rx, ry, tone) for x, y, rx, ry, tone in clumps)
        + shape("M11.6 30.4c.8-1 1.8-1.5 2.8-1.5h3.2c1 0 2 .5 2.8 1.5z", _BARK.base)
    )


def fir(color: str) -> str:
    """Four tiers of branches, lit from the left."""
    leaf = tones(color)
    tiers = ""
    for top, foot, r in ((16, 27.6, 11), (11.4, 22, 9), (6.8, 16.4, 7), (2, 10.8, 5)):
        step = r / 3
        hem = "".join(
            f"q{-step / 2:.2f} 1.5 {-step:.2f} {rise}" for rise in (0.4, 0.4, 0.2, -0.2, -0.4, -0.4)
        )
        tiers += shape(f"M16 {top}L{16 + r} {foot}{hem}z", leaf.base)
        tiers += shape(
            f"M16 {top}L{16 + r} {foot}q{-step / 2:.2f} 1.5 {-step:.2f} .4l-{r * 0.3:.2f}.2z", leaf.shade
        )
        tiers += shape(f"M16 {top}L{16 - r} {foot}q{r * 0.2:.2f}-.2 {r * 0.34:.2f}-1.2z", leaf.light)
    return shape("M14.4 26h3.2v4.4h-3.2z", _BARK.base) + shape("M16.4 26h1.2v4.4h-1.2z", _BARK.shade) + tiers


def palm(color: str) -> str:
    """A coconut palm, leaning."""
    leaf = tones(color)
    trunk = "M12.6 30.4c.2-7 1-12.6 3.6-18.4l2.2.9c-2 5.4-2.6 10.9-2.2 17.5z"
    return (
        shape(trunk, _BARK.light)
        + stroke("M13.1 26.4h2.9M13.4 22.8l2.8.3M14 19.2l2.7.5M15 15.8l2.5.8", _BARK.shade, 0.5)
        + shape("M17.4 11.8c4-4.6 9.4-5 13-.4-4.2-1.4-8.6-.8-13 .4z", leaf.shade)
        + shape("M17.2 11.8C15 6.2 10.4 3.6 4.4 6c5.2 0 9 2.2 12.8 5.8z", leaf.light)
        + shape("M17.4 11.8c.2-5.8 4.4-9.6 10.2-9-4.4 1.6-7.6 4.8-10.2 9z", leaf.light)
        + shape("M17.2 11.8c-5-2.2-10.6-.6-13.4 5 4-3.2 8.6-4.6 13.4-5z", leaf.base)
        + shape("M17.4 11.8c5.4-1 9.8 2 11 7.8-2.8-3.8-6.4-6.2-11-7.8z", leaf.base)
        + shape("M17.2 11.8c-3.6 2.4-5.4 6-4.6 10.8 1-4.2 2.6-7.6 4.6-10.8z", leaf.shade)
        + oval(15.8, 12.6, 1.3, 1.4, _BARK.deep)
        + oval(18.2, 12.9, 1.3, 1.4, _BARK.shade)
    )


NATURE: Final = {
    "deciduous-tree": Drawn(oak, ("#4f9a52", "#5fa84a", "#3f8f5f"), (1.6, 1.2, 30.6, FOOT)),
    "evergreen-tree": Drawn(fir, ("#2f7d5a", "#3a8a63"), (4.6, 2, 27.4, FOOT)),
    "palm-tree": Drawn(palm, ("#3f9a5b", "#2f9a72"), (3.8, 2.7, 30.4, FOOT)),
}
