"""What stands out of doors in an isometric picture, as tables of blocks; and the large things of a place."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch import palette
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.styles.built import built
from imgorigin.painters.sketch.styles.items import stood
from imgorigin.painters.sketch.styles.solids import Ground

_PRODUCE: Final = ("#e5533d", "#f4a83a", "#7cb84a", "#f7d154", "#9b5bb5")


def _stall(stripes: str) -> tuple[str, ...]:
    """Posts, crates of produce, and an awning in stripes."""
    return (
        *(
            f"{i} {j} 0 0.06 0.06 1.3 #8a5a3c"
            for i, j in ((0.05, 0.05), (0.9, 0.05), (0.05, 0.8), (0.9, 0.8))
        ),
        "0.05 0.2 0 0.9 0.6 0.5 #b98252",
        *(f"T {0.1 + 0.17 * k:.2f} 0.25 0.52 0.15 0.5 {color}" for k, color in enumerate(_PRODUCE)),
        *(f"{0.2 * k:.1f} 0 1.3 0.2 0.95 0.16 {stripes if k % 2 else '#fff8ec'}" for k in range(5)),
    )


STALL: Final = built(*_stall("#d8453a|#3d8fd8|#3d9a6a|#e59a2f"))
CRATES: Final = built("0.1 0.1 0 0.5 0.5 0.4 #c08f58", "0.4 0.5 0 0.45 0.4 0.35 #a9744a")
LAMP: Final = built(
    "0.45 0.45 0 0.08 0.08 1.6 #3f4a58",
    "0.38 0.38 1.6 0.22 0.22 0.2 #ffe9a8",
    "0.36 0.36 1.8 0.26 0.26 0.06 #3f4a58",
)
SEAT: Final = built(
    "0.1 0.3 0 0.08 0.3 0.24 #4a515c",
    "0.8 0.3 0 0.08 0.3 0.24 #4a515c",
    "0 0.3 0.24 1 0.34 0.08 #b98252",
    "0 0.28 0.36 1 0.06 0.3 #b98252",
)
LOUNGER: Final = built(
    "0.1 0.2 0 0.8 0.42 0.14 #fbf8f2",
    "0.1 0.2 0.14 0.24 0.42 0.3 #e5533d|#f4a83a|#2a9d8f",
    "0.34 0.22 0.14 0.54 0.38 0.06 #e5533d|#f4a83a|#2a9d8f",
)
PARASOL: Final = built(
    "0.46 0.46 0 0.08 0.08 1.5 #f4ede0",
    "-0.05 -0.05 1.5 1.1 1.1 0.14 #e5533d|#f4a83a|#2a9d8f",
    "0.16 0.16 1.64 0.68 0.68 0.14 #fff8ec",
    "0.36 0.36 1.78 0.28 0.28 0.1 #e5533d|#f4a83a|#2a9d8f",
)
HEDGE: Final = built("0 0.2 0 1 0.55 0.6 #4f9a50|#5aa656")
BED_OF_FLOWERS: Final = built(
    "0.05 0.05 0 0.9 0.9 0.12 #7a5236",
    *(
        f"{0.14 + 0.26 * (k % 3):.2f} {0.14 + 0.26 * (k // 3):.2f} 0.12 0.18 0.18 0.2 "
        + ("#f25c7a", "#ffd23f", "#ffffff", "#b57bff")[(k * 3) % 4]
        for k in range(9)
    ),
)
BUSH: Final = built("0.2 0.2 0 0.6 0.6 0.5 #4f9a50|#5cab55|#458a4c", "0.32 0.32 0.5 0.36 0.36 0.18 #62b45c")
ACACIA: Final = built(
    "0.44 0.44 0 0.14 0.14 1.2 #7a5236",
    "-0.2 -0.2 1.2 1.4 1.4 0.24 #7d9440",
    "0.1 0.1 1.44 0.8 0.8 0.2 #8ea64a",
)
TUFT: Final = built(
    *(
        f"{0.1 + 0.22 * (k % 4):.2f} {0.15 + 0.3 * (k // 4):.2f} 0 0.08 0.08 {0.25 + k % 3 * 0.1:.2f} "
        "#c9a84a|#b9963f"
        for k in range(8)
    )
)
FERN: Final = built(
    "0.35 0.35 0 0.3 0.3 0.5 #2f8a4f",
    "0 0.4 0.3 1 0.2 0.12 #3fa35c",
    "0.4 0 0.4 0.2 1 0.12 #4bb368",
    on=(stood("hibiscus", size=0.7, z=0.6), stood("herb", size=1.2)),
)
VINE: Final = built(
    "0.46 0 0 0.06 0.06 0.5 #7a5236",
    "0.25 0 0.3 0.5 1 0.5 #5c9440|#6ba64a",
    "0.35 0.3 0.4 0.42 0.14 0.2 #7b3fa0",
)
LAVENDER_ROW: Final = built(
    "0.2 0 0 0.6 1 0.2 #6b8f5a", "0.16 0 0.2 0.68 1 0.36 #8462c4|#9a78d6", "0.3 0.1 0.56 0.4 0.8 0.1 #b093e6"
)
EARS: Final = built(
    *(
        f"{0.05 + 0.24 * (k % 4):.2f} {0.05 + 0.24 * (k // 4):.2f} 0 0.14 0.14 "
        f"{0.5 + (k * 7) % 4 * 0.06:.2f} #e3b04b|#d8a63f"
        for k in range(16)
    )
)
CABBAGES: Final = built(
    *(f"{0.1 + 0.3 * (k % 3):.1f} {0.1 + 0.3 * (k // 3):.1f} 0 0.2 0.2 0.16 #6fae4f" for k in range(9))
)
HAY: Final = built(
    "0.15 0.2 0 0.7 0.6 0.5 #e0b85a", "T 0.3 0.2 0.5 0.06 0.6 #c2953c", "T 0.62 0.2 0.5 0.06 0.6 #c2953c"
)
FENCE: Final = built(
    "0 0.46 0 0.08 0.08 0.5 #f6efe2",
    "0.46 0.46 0 0.08 0.08 0.5 #f6efe2",
    "0 0.48 0.16 1 0.04 0.08 #f6efe2",
    "0 0.48 0.34 1 0.04 0.08 #f6efe2",
)
FLOE: Final = built("0.1 0.1 0 0.8 0.8 0.24 #ffffff|#eaf5fb", "0.3 0.2 0.24 0.4 0.5 0.3 #d5ebf6")
BASALT: Final = built("0.2 0.2 0 0.5 0.5 0.45 #4a444c", "0.5 0.5 0 0.3 0.3 0.25 #5a525a")
EMBER: Final = built("0.1 0.2 0 0.8 0.5 0.06 #ff7a2f", "T 0.25 0.3 0.07 0.5 0.25 #ffd25a")
CRYSTAL: Final = built(
    "0.3 0.3 0 0.3 0.3 1 #7de0e6|#c58bff|#ff9ad5", "0.55 0.5 0 0.2 0.2 0.6 #7de0e6|#c58bff|#ff9ad5"
)
BOLLARD: Final = built("0.4 0.4 0 0.2 0.2 0.4 #3f4a58", "0.36 0.36 0.4 0.28 0.28 0.08 #3f4a58")
BARS: Final = built(
    *(
        f"{0.1 + 0.28 * k:.2f} 0.35 0 0.22 0.3 {0.4 + 0.35 * k:.2f} {color}"
        for k, color in enumerate(("#5b8def", "#35b8a6", "#f2784b"))
    )
)
CARD: Final = built(
    "0.1 0.4 0 0.8 0.12 1 #ffffff",
    "L 0.2 0.53 0.7 0.6 0.14 #7b61e8",
    "L 0.2 0.53 0.5 0.5 0.08 #c9cfe8",
    "L 0.2 0.53 0.35 0.4 0.08 #c9cfe8",
)

# ----------------------------------------------------------------------- large things at the back


def volcano(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    """A cone with lava on both of its sides, and smoke."""
    stage, w, h = ground.stage, 5.2, 4.2
    top = ground.at(i + w / 2, j + w / 2, h * 0.86)
    ground.pyramid(i, j, w, h, stage.lit("#5b4f58"), cap="#ff7a2f")
    for across, share, color in ((0.3, 0.95, "#ff7a2f"), (-0.55, 0.7, "#ff9b3d")):
        foot = (top[0] + across * ground.a * w * share, top[1] + ground.a * h * 0.9 * share)
        half = ground.a * 0.14
        ground.draw.polygon(
            (
                (top[0] - half, top[1]),
                (top[0] + half, top[1]),
                (foot[0] + half * 2, foot[1]),
                (foot[0] - half, foot[1]),
            ),
            color,
        )
    for index in range(4):
        x, y = top[0] + ground.a * (0.4 * index + rng.spread(0.2)), top[1] - ground.a * (0.5 + 0.4 * index)
        ground.draw.circle(x, y, ground.a * (0.4 + 0.1 * index), stage.lit("#8d8792"), opacity=0.75)


def berg(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    """An iceberg."""
    size = rng.between(0.8, 1.8) * (1.0 if tall else 0.5)
    ground.pyramid(i, j, size, size * 1.1, ground.stage.lit("#cfe8f5"), cap="#ffffff")


def waterfall(ground: Ground, rng: Stream, i: float, j: float, tall: bool) -> None:
    """A cliff with a fall over its left side, and the pool at its foot."""
    stage, rock = ground.stage, ground.stage.lit("#8a8f8a")
    ground.block((i, j), (5.4, 2.2, 3.4), rock)
    ground.block((i, j), (5.4, 2.2, 0.3), stage.lit("#6fb355"), z=3.4)
    ground.block((i + 3.6, j + 2.2), (1.4, 0.8, 2.0), palette.lighter(rock, 0.1))
    ground.tile(i + 1.4, j, 1.4, 2.2, stage.lit("#7fd0ee"), z=3.71)
    ground.panel_left(i + 1.4, j + 2.2, 1.4, 3.7, stage.lit("#bfe9f7"))
    for k in range(3):
        ground.panel_left(i + 1.55 + 0.42 * k, j + 2.21, 0.12, 3.4 - 0.3 * k, "#ffffff", z=0.2)
    ground.tile(i + 0.7, j + 2.2, 3, 1.9, stage.lit("#4fb3dd"))
    ground.tile(i + 1.2, j + 2.25, 1.8, 0.5, "#eaf8fd", opacity=0.8)


BARN: Final = built(
    "0 0 0 2.6 2 1.5 #b8412f",
    "L 0.9 2 0 0.9 1 #f6efe2",
    "L 0.98 2 0 0.74 0.92 #8c2f22",
    "R 2.6 0.7 0.5 0.6 0.5 #f6efe2",
    "-0.1 -0.1 1.5 2.8 2.2 0.2 #6b5a52",
    "0.2 0.3 1.7 2.2 1.4 0.3 #77655c",
    "0.5 0.6 2 1.6 0.8 0.26 #826f65",
    "3 0.3 0 1 1 2.4 #cfd5dc",
    "2.96 0.26 2.4 1.08 1.08 0.3 #9aa4b0",
)
CHURCH: Final = built(
    "1.1 0.2 0 2 1.4 1.3 #fbf4e6",
    "1 0.1 1.3 2.2 1.6 0.2 #b5563c",
    "1.2 0.4 1.5 1.8 1 0.25 #c0614a",
    "0.1 0.3 0 1 1 2.6 #fff9ec",
    "L 0.4 1.3 0 0.4 0.7 #7a4e36",
    "L 0.4 1.3 1.6 0.36 0.5 #6fa3c9",
    "R 1.1 0.6 1.6 0.36 0.5 #6fa3c9",
    "0.02 0.22 2.6 1.16 1.16 0.16 #b5563c",
    "0.3 0.5 2.76 0.6 0.6 0.5 #b5563c",
    "0.45 0.65 3.26 0.3 0.3 0.5 #b5563c",
)
STANDS: Final = built(
    *(
        f"0 {0.5 * k:.1f} 0 10 0.5 {1.9 - 0.45 * k:.2f} {color}"
        for k, color in enumerate(("#5b6b84", "#3d8fd8", "#e5533d"))
    ),
    *(
        f"{0.5 * k:.1f} 1.5 0 0.5 8.5 {1.9 - 0.45 * k:.2f} {color}"
        for k, color in enumerate(("#5b6b84", "#3d8fd8", "#e5533d"))
    ),
    *(
        f"{0.5 + 0.62 * k:.2f} {0.1 + 0.5 * (k % 3):.1f} {1.9 - 0.45 * (k % 3):.2f} 0.2 0.2 0.3 {color}"
        for k in range(15)
        for color in (("#ffd23f", "#ffffff", "#2f3e55", "#f2a58e")[k % 4],)
    ),
    *(
        f"{0.1 + 0.5 * (k % 3):.1f} {2 + 0.62 * k:.2f} {1.9 - 0.45 * (k % 3):.2f} 0.2 0.2 0.3 {color}"
        for k in range(12)
        for color in (("#ffffff", "#ffd23f", "#f2a58e", "#2f3e55")[k % 4],)
    ),
)
TRAIN: Final = built(
    *(
        line
        for k, color in enumerate(("#e5e9ee", "#e5e9ee", "#d8453a"))
        for line in (
            f"0 {3.1 * k:.1f} 0.16 1.2 2.9 1.3 {color}",
            f"R 1.2 {3.1 * k + 0.2:.1f} 0.75 2.5 0.45 #2f3e55",
            f"R 1.2 {3.1 * k:.1f} 0.4 2.9 0.14 #d8453a",
        )
    ),
    "L 0.15 9.1 0.7 0.9 0.55 #2f3e55",
    "L 0.2 9.1 0.3 0.2 0.14 #ffe9a8",
    "L 0.8 9.1 0.3 0.2 0.14 #ffe9a8",
)
PIER: Final = built(
    *(f"0.1 {0.2 + 0.9 * k:.1f} -0.3 0.12 0.12 0.4 #6f4a30" for k in range(5)),
    "0 0 0.1 1 4.4 0.12 #b98252",
    *(f"T 0 {0.5 + 0.6 * k:.1f} 0.23 1 0.04 #8a5a3c" for k in range(7)),
)
BLUFF: Final = built(
    "0 0 0 10 3.8 1.5 #b9a58c",
    "0 0 1.5 10 3.8 0.16 #7cbf5a",
    "L 0 3.8 0.5 10 0.12 #a08c74",
    "L 0 3.8 1 10 0.1 #a08c74",
    on=(stood("lighthouse", size=4.4, z=1.66, place=(7.4, 1.9)),),
)
MESA: Final = built("0.1 0.1 0 0.8 0.8 0.45 #c26a45", "0.2 0.2 0.45 0.55 0.55 0.3 #cf7650")
BOATS: Final = (
    stood("sailboat", "canoe", "motor-boat", size=1.8),
    stood("sailboat", "ferry", size=2.0),
)
PLATFORM: Final = built(
    "0 0 0 8 3.4 0.6 #4a3f66",
    "T 0.2 0.2 0.61 7.6 3 #6a5a8f",
    *(f"L {0.2 + 0.55 * k:.2f} 3.4 0.2 0.3 0.18 #ffd166" for k in range(14)),
    "0.4 0.3 0.6 7.2 0.14 2.8 #221d36",
    "L 0.7 0.45 0.9 6.6 2.2 #6a4fd8",
    "L 1.2 0.46 1.2 1.6 1.5 #ff7ac6",
    "L 3.2 0.46 1.2 1.6 1.5 #5ad1ff",
    "L 5.2 0.46 1.2 1.6 1.5 #ffd166",
)
ARCH: Final = built(
    "0 0 0 0.16 0.16 1.9 #ffffff",
    "1.6 0 0 0.16 0.16 1.9 #ffffff",
    "-0.1 -0.05 1.9 1.96 0.26 0.18 #ffffff",
    "-0.1 -0.1 1.3 0.4 0.4 0.4 #5aa656",
    "1.5 -0.1 1.5 0.4 0.4 0.4 #5aa656",
    "0.4 -0.1 2.05 1 0.36 0.2 #5aa656",
)
FOUNTAIN: Final = built(
    "0 0 0 2.2 2.2 0.3 #d5dae0",
    "T 0.16 0.16 0.31 1.88 1.88 #6cc4ea",
    "0.8 0.8 0.3 0.6 0.6 0.5 #d5dae0",
    "0.6 0.6 0.8 1 1 0.12 #e3e7ec",
    "1.02 1.02 0.92 0.16 0.16 0.6 #bfe9f7",
)
