"""What stands on laboratory benches: flasks, tubes, a burner, and the bench itself."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.stage import Stage
from imgorigin.painters.sketch.svg import disc, trace

LIQUIDS: Final = ("#3fb8e8", "#f2577d", "#5fcf6b", "#f7b32b", "#9a6bff", "#23c4b0")
_GLASS: Final = "#e9f6fb"


def flask(stage: Stage, x: float, y: float, h: float, liquid: str) -> None:
    """A cone with a narrow neck, half full, standing on y."""
    draw, w = stage.draw, h * 0.72
    neck, shoulder = w * 0.16, y - h * 0.62
    body = trace(
        ("M", x - neck, y - h),
        ("V", shoulder),
        ("L", x - w / 2, y - 12),
        ("q", -4, 12, 12, 12),
        ("H", x + w / 2 - 12),
        ("q", 16, 0, 12, -12),
        ("L", x + neck, shoulder),
        ("V", y - h),
        "z",
    )
    draw.path(body, _GLASS, opacity=0.5)
    half = y - h * 0.36
    across = neck + (w / 2 - neck) * 0.43
    full = trace(
        ("M", x - across, half),
        ("H", x + across),
        ("L", x + w / 2 - 6, y - 12),
        ("q", 4, 8, -10, 8),
        ("H", x - w / 2 + 16),
        ("q", -14, 0, -10, -8),
        "z",
    )
    draw.path(full, draw.gradient(palette.lighter(liquid, 0.25), liquid))
    draw.path(
        disc(x - across * 0.3, half + h * 0.12, 7)
        + disc(x + across * 0.3, half + h * 0.2, 5)
        + disc(x, half - h * 0.1, 5),
        palette.WHITE,
        opacity=0.7,
    )
    draw.line(body, palette.mix(_GLASS, "#6f93a8", 0.5), 4, opacity=0.9)
    draw.rect(x - neck - 6, y - h - 6, 2 * neck + 12, 11, palette.mix(_GLASS, "#6f93a8", 0.35), corner=5)
    draw.line(
        trace(("M", x - w * 0.28, y - h * 0.16), ("L", x - w * 0.14, y - h * 0.44)),
        palette.WHITE,
        7,
        opacity=0.7,
    )


def round_flask(stage: Stage, x: float, y: float, h: float, liquid: str) -> None:
    """A bulb on a ring, over a flame."""
    draw, r = stage.draw, h * 0.27
    middle = y - h * 0.46
    iron = stage.lit("#5b6472")
    draw.line(
        trace(("M", x - r * 1.2, y), ("l", r * 0.4, -(h * 0.26)), ("h", r * 1.6), ("l", r * 0.4, h * 0.26)),
        iron,
        7,
    )
    draw.path(
        trace(("M", x, y - h * 0.2), ("c", 20, 22, 18, 40, 0, 44), ("c", -18, -4, -20, -22, 0, -44), "z"),
        "#ff9f43",
    )
    draw.path(
        trace(("M", x, y - h * 0.13), ("c", 10, 12, 8, 24, 0, 26), ("c", -8, -2, -10, -14, 0, -26), "z"),
        "#ffe08a",
    )
    draw.circle(x, middle, r, _GLASS, opacity=0.55)
    draw.rect(x - r * 0.26, y - h, r * 0.52, h * 0.34, _GLASS, opacity=0.6)
    bowl = trace(
        ("M", x - r * 0.96, middle + r * 0.1),
        ("A", r * 0.96, r * 0.96, 0, 0, 0, x + r * 0.96, middle + r * 0.1),
        "z",
    )
    draw.path(bowl, draw.gradient(palette.lighter(liquid, 0.3), liquid))
    rim = palette.mix(_GLASS, "#6f93a8", 0.5)
    draw.line(disc(x, middle, r), rim, 4)
    draw.rect(x - r * 0.4, y - h - 6, r * 0.8, 11, rim, corner=5)
    draw.circle(x - r * 0.4, middle - r * 0.35, r * 0.16, palette.WHITE, opacity=0.8)


def tubes(stage: Stage, x: float, y: float, w: float, liquids: tuple[str, ...]) -> None:
    """Test tubes in a wooden rack."""
    draw, wood = stage.draw, stage.lit("#c99a63")
    pitch = w / len(liquids)
    for index, liquid in enumerate(liquids):
        left, level = x - w / 2 + pitch * (index + 0.5) - 13, 60 + 26 * ((index * 7) % 3)
        draw.rect(left, y - 176, 26, 164, _GLASS, corner=13, opacity=0.6)
        draw.rect(
            left + 3,
            y - 15 - level,
            20,
            level,
            draw.gradient(palette.lighter(liquid, 0.3), liquid),
            corner=10,
        )
        draw.rect(left - 4, y - 180, 34, 9, palette.mix(_GLASS, "#6f93a8", 0.4), corner=4)
    for top in (y - 128, y - 24):
        draw.rect(x - w / 2 - 14, top, w + 28, 18, wood, corner=4)
    for dx in (-w / 2 - 14, w / 2):
        draw.rect(x + dx, y - 132, 14, 132, palette.darker(wood, 0.18), corner=3)
