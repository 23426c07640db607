"""What one meets on a journey: a tower, a tent."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.subjects.drawn.base import FOOT, Drawn, block, shape, stroke, tones


def iron_tower(color: str) -> str:
    """The one in Paris: four legs that lean together, three platforms."""
    iron = tones(color)
    left = "M5 30.4C9.6 24.6 11.8 18.6 13 11.4L15.3-13h1.4L19 11.4C20.2 18.6 22.4 24.6 27 30.4"
    holes = (
        "M10.2 30.4C11.6 26.2 13.6 24.8 16 24.8s4.4 1.4 5.8 5.6zM13 21.8C14 18.4 14.6 15.6 15 12.6h2"
        "c.4 3 1 5.8 2 9.2z"
    )
    rungs = "".join(
        f"M{16 - w:.1f} {y}L{16 + w * 0.8:.1f} {y - step}M{16 + w:.1f} {y}L{16 - w * 0.8:.1f} {y - step}"
        for y, w, step in (
            (9.6, 2.5, 3.6),
            (5.8, 2.100, 3.6),
            (2, 1.700, 3.6),
            (-1.8, 1.300, 3.2),
            (-5.2, 0.900, 3),
        )
    )
    legs = (
        "M6.6 29.6L12.2 25.6M9.8 29.6L9.4 25M10 25.2L13.2 22.2M25.4 29.6L19.8 25.6M22.2 29.6L22.6 25"
        "M22 25.2L18.8 22.2M12.2 20.2L14.2 16.6M12.8 16.6L14.4 12.8M19.8 20.2L17.8 16.6M19.2 16.6L17.6 12.8"
    )
    return (
        f'<path fill-rule="evenodd" d="{left}z{holes}" fill="{iron.base}"/>'
        + shape(
            "M16-13h.7L19 11.4C20.2 18.6 22.4 24.6 27 30.4h-5.2C20 24.6 18 18 17 12.6z",
            iron.shade,
        )
        + stroke(rungs + legs, iron.light, 0.32)
        + stroke("M10.2 30.4C11.6 26.2 13.6 24.8 16 24.8s4.4 1.4 5.8 5.6", iron.light, 0.5)
        + block(8.600, 22, 14.800, 1.500, iron.deep, corner=0.3)
        + block(8.600, 22, 14.800, 0.5, iron.light, corner=0.2)
        + block(11.800, 11.200, 8.400, 1.300, iron.deep, corner=0.3)
        + block(11.800, 11.200, 8.400, 0.4, iron.light, corner=0.2)
        + block(14.600, -8.400, 2.800, 1, iron.deep, corner=0.2)
        + stroke("M16-13v-3.4", iron.deep, 0.4)
        + block(3.800, 29.600, 7, 0.9, "#b9b2a6")
        + block(21.200, 29.600, 7, 0.9, "#9a9388")
    )


def tent(color: str) -> str:
    """Pitched, a lamp burning inside."""
    cloth = tones(color)
    return (
        stroke("M13 8.4L-1.6 30M27.4 11.8L34 30", "#c9bfae", 0.25)
        + shape("M13 8L27.4 11.6 32 30.4H20.6z", cloth.shade)
        + shape("M27.4 11.6L32 30.4h-3.4z", cloth.deep, 0.5)
        + shape("M13 8L2 30.400h18.600z", cloth.base)
        + shape("M13 8L2 30.400h3.600z", cloth.light)
        + shape("M12.7 13L8 30.4h9.2z", "#5a3a26")
        + shape("M12.7 15.6L9.2 30.4h6.8z", "#ffd27a")
        + shape("M12.7 20L10.8 30.4h3.6z", "#fff0bf")
        + shape("M12.7 13L8 30.4H6.4Q9.4 24 10.6 19z", cloth.light)
        + shape("M12.7 13L17.2 30.4h1.8Q16 24 15 19z", cloth.deep)
        + stroke("M13 8L27.4 11.6", cloth.shine, 0.4)
        + shape("M20.8 14.8l3.400.8.8 4-3.4-.8z", cloth.deep, 0.6)
    )


OUTINGS: Final = {
    "eiffel-tower": Drawn(iron_tower, ("#8f7358", "#7f6a5a"), (3.8, -16.4, 28.2, FOOT)),
    "tent": Drawn(tent, ("#e8833a", "#3f9a6b", "#d9503a", "#3d7dd8"), (-1.7, 7.8, 34, FOOT)),
}
