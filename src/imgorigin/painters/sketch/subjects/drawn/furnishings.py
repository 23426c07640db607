"""What others sit on, stand under or lie in, and birds seen from afar."""

from __future__ import annotations

from imgorigin.painters.sketch.palette import darker, lighter, mix
from imgorigin.painters.sketch.subjects.drawn.base import Drawn, block, oval, shape, stroke


def bowl(color: str) -> str:
    """Empty: what lies in it is seen above its rim."""
    return (
        shape("M2.6 15.6H29.4Q29 26.6 20.6 28.8H11.4Q3 26.6 2.6 15.6z", color)
        + shape("M22 15.6h7.4Q29 26.6 20.6 28.8h-3.4Q22 24.6 22 15.6z", darker(color, 0.16))
        + block(10.6, 28.4, 10.8, 2, darker(color, 0.24), corner=0.8)
        + block(1.6, 14.4, 28.8, 2.2, lighter(color, 0.3), corner=1.1)
        + stroke("M6 19.6q.8 4 3.4 6", lighter(color, 0.45), 0.9)
    )


def vase(color: str) -> str:
    """With a narrow neck."""
    return (
        shape(
            "M12.4 8.6h7.2q-.2 3.6 2.4 6.4c3.6 4 2.4 12.4-1.2 15.4h-9.6C7.6 27.4 6.4 19 10 15"
            "q2.6-2.8 2.4-6.4z",
            color,
        )
        + shape(
            "M18 8.6h1.6q-.2 3.6 2.4 6.4c3.6 4 2.4 12.4-1.2 15.4h-3.6c4.4-7.4 3-13.4.8-21.8z",
            darker(color, 0.16),
        )
        + block(11.4, 7.4, 9.2, 1.8, lighter(color, 0.25), corner=0.9)
        + stroke("M10.4 18.6q-1.4 3.6 0 7", lighter(color, 0.4), 0.9)
    )


def table(color: str) -> str:
    """A plain one, with room below."""
    shade = darker(color, 0.24)
    return (
        block(3.6, 15, 1.9, 15.4, shade, corner=0.4)
        + block(26.5, 15, 1.9, 15.4, shade, corner=0.4)
        + block(2.6, 15, 26.8, 2.4, darker(color, 0.14))
        + block(0.8, 13.4, 30.4, 2.2, color, corner=0.8)
        + block(0.8, 13.4, 30.4, 0.7, lighter(color, 0.25), corner=0.35)
    )


def branch(color: str) -> str:
    """Reaching in from the right."""
    leaf, pale = "#5b9a4a", "#7cb85e"
    outline = "M0 0Q1.6-2.4 4.4-1.2 3 1.6 0 0z"
    leaves = "".join(
        f'<g transform="translate({x} {y}) rotate({turn})">{shape(outline, tone)}</g>'
        for x, y, turn, tone in (
            (2, 16.4, 170, leaf),
            (4.4, 15.6, -110, pale),
            (8, 16.6, 60, leaf),
            (21, 14, -70, pale),
            (24, 17.4, 70, leaf),
            (27, 13.6, -40, leaf),
            (12.4, 18.4, 110, pale),
        )
    )
    return (
        stroke("M1.6 16.4Q12 14.4 20 16T33 15", color, 1.5)
        + stroke("M16 15.4Q24 14.6 33 15.6", darker(color, 0.1), 2.2)
        + stroke("M9 15.6q2.4 1 3.6 3", color, 0.8)
        + leaves
        + oval(24, 15, 0.8, 0.5, darker(color, 0.3))
    )


def open_box(color: str) -> str:
    """Of cardboard, its flaps out; what is in it is seen above its front."""
    shade, light = darker(color, 0.18), lighter(color, 0.22)
    return (
        shape("M4.4 13.4L0.8 17.6 4.4 19z", shade)
        + shape("M27.6 13.4L31.2 17.6 27.6 19z", shade)
        + block(4.4, 13.4, 23.2, 17, color, corner=0.6)
        + shape("M4.4 13.4H27.6L29.2 17.8H2.8z", light)
        + block(14, 17.8, 4, 12.6, darker(color, 0.1))
        + block(7, 25.4, 4.6, 2.6, lighter(color, 0.5), corner=0.3)
    )


def held_laptop(color: str) -> str:
    """Its lid from behind, as one sees it who looks at its user."""
    return (
        shape("M4 9.6Q4 8.2 5.4 8.2H26.6Q28 8.2 28 9.6L29 25H3z", color)
        + block(1.6, 24.6, 28.8, 1.9, darker(color, 0.2), corner=0.9)
        + oval(16, 16.4, 1.9, 1.9, lighter(color, 0.6))
    )


def skateboard(color: str) -> str:
    """From the side, on its wheels."""
    wheel = "".join(oval(x, 29, 1.5, 1.5, "#f2ead8") + oval(x, 29, 0.6, 0.6, "#8d8a86") for x in (8.4, 23.6))
    return (
        block(7.4, 27, 2, 1.6, "#6b7280")
        + block(22.6, 27, 2, 1.6, "#6b7280")
        + stroke("M1.8 24.4Q3.4 26.6 6 26.6H26Q28.6 26.6 30.2 24.4", color, 1.7)
        + stroke("M2.6 24.4Q4 25.9 6.2 25.9H25.8Q28 25.9 29.4 24.4", lighter(color, 0.3), 0.5)
        + wheel
    )


def fence(color: str) -> str:
    """Of pickets and two rails."""
    shade = darker(color, 0.18)
    pickets = "".join(
        shape(f"M{x} 30.4V17.6L{x + 1.5} 15.6 {x + 3} 17.6V30.4z", color)
        for x in (1, 6.4, 11.8, 17.2, 22.6, 28)
    )
    return block(0, 19.6, 32, 1.7, shade) + block(0, 26, 32, 1.7, shade) + pickets


def flying_bird(color: str) -> str:
    """Far off, its wings raised."""
    shade = darker(color, 0.2)
    return (
        shape("M15 18.6C18.6 15 22.6 10.6 28.6 8.6 27 13 23.4 18 18 20.4z", shade)
        + shape(
            "M4.6 18.4Q6 15.6 9.4 16.4 14 17.4 21 18.2 25.4 18.8 29.4 21.6 22 21.2 18 22.6 10 24.6 7.4 19.6z",
            color,
        )
        + shape("M13.4 18.4C13.6 13 14 7.6 17.4 3 19.4 8.4 19.6 15 17 20.4z", mix(color, "#ffffff", 0.14))
        + shape("M5.2 17.6L2.2 19.2 5.4 19.7z", "#e9a23b")
        + oval(7.4, 18, 0.5, 0.5, "#1d1a24")
    )


FURNISHINGS = {
    "open-box": Drawn(open_box, ("#d9a066", "#c98f58"), (0.8, 13.4, 31.2, 30.4)),
    "held-laptop": Drawn(held_laptop, ("#c3cad6", "#d9c9b8", "#8f9bb0"), (1.6, 8.2, 30.4, 26.5)),
    "skateboard": Drawn(skateboard, ("#5a4fa3", "#e5533d", "#2a9d8f"), (1, 23.6, 31, 30.5)),
    "fence": Drawn(fence, ("#f2eee4", "#b98a5a"), (0, 15.6, 32, 30.4)),
    "flying-bird": Drawn(flying_bird, ("#4a5568", "#6b7a90", "#8794a8", "#5a4f5f"), (2.2, 3, 29.4, 23)),
    "bowl": Drawn(bowl, ("#3d7dd8", "#e9e3d6", "#2a9d8f", "#e07a5f"), (1.6, 14.4, 30.4, 30.4)),
    "vase": Drawn(vase, ("#6fa8c9", "#e9e3d6", "#c86f5a", "#7fae8f"), (7.6, 7.4, 24.4, 30.4)),
    "table": Drawn(table, ("#b9804f", "#a06a40", "#c99a6a"), (0.8, 13.4, 31.2, 30.4)),
    "branch": Drawn(branch, ("#7a5540", "#6b4a38"), (-2, 9.6, 34, 22.8)),
}
