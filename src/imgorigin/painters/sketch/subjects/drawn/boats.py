"""Boats under sail, on their waterline; the place paints the water. They face left."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.subjects.drawn.base import FOOT, GLASS, Drawn, shape, stroke, tones


def yacht(color: str) -> str:
    """Under sail, leaning a little into the wind."""
    tone, hull = tones(color), "#f7f8fa"
    return (
        shape("M16.4 1.2L16.4 23.6H4.2C9 17 13.2 9.4 16.4 1.2z", "#fbfaf5")
        + shape("M16.4 1.2v22.4h-3C15.5 16.4 16.5 9 16.4 1.2z", "#e3e6ea")
        + stroke("M8.2 17.6c2.6-.6 5.2-.7 7.4-.4M11.6 11.2c1.6-.3 3-.3 4.4 0", "#d3d7de", 0.25)
        + shape("M18 3.6c4.6 5.4 8.4 12 10.6 20H18z", tone.base)
        + shape("M18 3.6c2.4 6 3.4 13 3.2 20H18z", tone.light)
        + stroke("M21 15.5c1.8 0 3.3.2 4.8.6M20.8 19.5c2.2-.1 4.4 0 6.5.4", tone.shade, 0.25)
        + stroke("M17.2 .8v24", "#8a6a4c", 0.6)
        + stroke("M17.2 24h11.2", "#8a6a4c", 0.5)
        + shape("M.8 24.9c5 .6 22 .7 30.8-.4-.8 3.4-2.4 5.2-4 5.9H5.2C3 29.4 1.6 27.4.8 24.9z", hull)
        + shape("M31.6 24.5c-.8 3.4-2.4 5.2-4 5.9h-9c5-.8 8.4-2.6 10-5.6z", "#d4d9e2")
        + shape("M2 27.2c9 .7 20 .6 28.6-.2-.3.8-.7 1.4-1.1 1.9-9 .5-18 .5-26.4 0z", tone.base)
        + shape("M10.5 24.9c.4-1.4 1.2-1.9 2.6-1.9h6.2c1.2 0 2 .6 2.4 2z", hull)
        + stroke("M13.2 24h1M15.6 24h1M18 24h1", GLASS, 0.5)
    )


def sailboat(color: str) -> str:
    """A wooden boat under white sails; the colour is that of its hull, and of a band across the sail."""
    hull, sail, shade = tones(color), "#fdfaf2", "#e4e1da"
    return (
        stroke("M17 .4v25", "#7d5a3c", 0.8)
        + shape("M17 .2l5.4 1.6L17 3.4z", hull.base)
        + shape("M16 2.4c.5 7 .2 13-.6 18.4-4 .9-8.2 1-12.4.4C8 15.8 12.8 9.8 16 2.4z", sail)
        + shape("M16 2.4c.5 7 .2 13-.6 18.4-1.3.3-2.6.5-3.9.6 2.7-5.6 4.2-11.9 4.5-19z", shade)
        + shape("M6.4 18.6c3 .5 6.2.4 9.3-.2l.4-3.7c-2.3.5-4.7.7-7.1.4z", hull.base)
        + shape("M13.2 18.8l2.5-.4.4-3.7-1.9.4z", hull.shade)
        + shape("M18 4.6c4.8 4.2 8.6 9.8 10.6 16.4-3.4 1.3-7 1.6-10.6.9z", sail)
        + shape("M18 4.6c2.7 5.4 4 11.4 3.9 17.6-1.3.1-2.6 0-3.9-.3z", shade)
        + stroke("M17.2 21.8l11.6-.9M16 21.8H3.4", "#7d5a3c", 0.55)
        + shape(
            "M.8 22.4c9.8 1.2 20.6 1.2 30.4-.4-.7 4-2.3 7-4.2 8.4H6.4C3.6 28.6 1.6 25.8.8 22.4z", hull.base
        )
        + shape("M31.2 22c-.7 4-2.3 7-4.2 8.4h-8c5.2-1 9-3.8 10.7-8.2z", hull.shade)
        + shape("M.8 22.4c9.8 1.2 20.6 1.2 30.4-.4l-.4 1.5c-9.6 1.3-20.2 1.3-29.6.3z", "#fbf6ea")
        + stroke("M3.4 25.8c7 .6 15.4.6 22.6 0", hull.light, 0.5)
    )


BOATS: Final = {
    "sailboat": Drawn(sailboat, ("#c8413b", "#2f6fae", "#2a8f86", "#b5763f"), (0.8, 0.1, 31.2, FOOT)),
    "yacht": Drawn(yacht, ("#2f6fb5", "#d8503f", "#2a9d8f"), (0.8, 0.8, 31.6, FOOT)),
}
