"""What stands in the rooms of an isometric picture, as tables of blocks; some two cells wide each."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.styles.built import built
from imgorigin.painters.sketch.styles.items import Item, either, stood

_WOODS: Final = "#b98252|#a9744a|#c99863"
_CLOTHS: Final = "#3f8f86|#d9694f|#5a6fc0|#d99a3a"


def _shelf(levels: int, w: float, colors: tuple[str, ...], case: str = _WOODS) -> Item:
    """A case with goods of these colours on its boards."""
    lines = [f"0 0 0 {w} 0.6 {levels * 0.62 + 0.1} {case}"]
    for level in range(levels):
        z = 0.1 + level * 0.62
        lines.append(f"L 0.08 0.6 {z} {w - 0.16} 0.52 {case}*-0.45")
        step = (w - 0.24) / 7
        for place in range(7):
            color, high = (
                colors[(place * 3 + level * 2) % len(colors)],
                0.3 + (place * 5 + level * 3) % 4 * 0.05,
            )
            lines.append(f"L {0.12 + place * step:.2f} 0.6 {z} {step * 0.86:.2f} {high:.2f} {color}")
    return built(*lines)


def _posts(x: float, y: float, h: float, color: str) -> tuple[str, ...]:
    """Four legs under a board of x by y."""
    return tuple(f"{i:.2f} {j:.2f} 0 0.1 0.1 {h} {color}" for i in (0.04, x - 0.14) for j in (0.04, y - 0.14))


_BOOKS: Final = ("#c8553d", "#3d6f8f", "#e0b04a", "#4f7a5b", "#8a5a83", "#e9dfcf", "#2f3e55")
_GOODS: Final = ("#ef6f6c", "#f7c948", "#56b6a9", "#5b8def", "#f4efe6", "#b57edc")
_JARS: Final = ("#f4efe6", "#8fc7e8", "#7ccf9b", "#f0b65a", "#e07a8b")

PERSON: Final = stood("woman", "man", "woman", "man", size=2.7)
BOOKSHELF: Final = _shelf(4, 2.3, _BOOKS)
LOW_SHELF: Final = _shelf(2, 2.3, _BOOKS)
GOODS: Final = either(_shelf(4, 2.2, _GOODS, "#f1ede4"), _shelf(2, 2.2, _GOODS, "#f1ede4"))
JARS: Final = _shelf(3, 2.2, _JARS, "#eef3f7")
COUNTER: Final = built(
    "0 0 0 2.3 0.85 0.85 #f4f1ea",
    *(f"L {0.08 + 0.74 * door:.2f} 0.85 0.1 0.66 0.66 #e2dccf" for door in range(3)),
    "0 0 0.85 2.3 0.9 0.1 #c98f5a",
    on=(
        stood("pot-of-food", "teapot", size=1.3, z=0.95, place=(0.7, 0.45)),
        stood("bread", "potted-plant", size=1.3, z=0.95, place=(1.6, 0.45)),
    ),
)
STOVE: Final = built(
    "0 0 0 1.2 0.85 0.92 #cfd5dc",
    "L 0.14 0.85 0.14 0.92 0.46 #2f3642",
    "L 0.1 0.85 0.72 1 0.1 #8d95a1",
    "T 0.06 0.06 0.93 1.08 0.73 #2a2f38",
    "1.3 0 0 1 0.85 0.85 #f4f1ea",
    "1.3 0 0.85 1 0.9 0.1 #c98f5a",
    "0.1 0 2 1 0.6 0.5 #b9c0ca",
    on=(stood("shallow-pan-of-food", "pot-of-food", size=1.2, z=0.95, place=(0.6, 0.5)),),
)
FRIDGE: Final = built(
    "0 0 0 1.1 0.9 2.3 #e8eef3|#f2c6b8|#a8d5c8",
    "L 0 0.9 1.45 1.1 0.04 #8d95a1",
    "L 0.92 0.9 1.6 0.06 0.4 #6f7681",
    "L 0.92 0.9 0.9 0.06 0.4 #6f7681",
    "1.2 0 0 1.1 0.85 0.85 #f4f1ea",
    "1.2 0 0.85 1.1 0.9 0.1 #c98f5a",
)
DINING: Final = built(
    "0.2 1.6 0 0.5 0.5 0.45 #c8553d|#3d7a72|#e0a33e",
    *_posts(1.8, 1.4, 0.7, "#8a5a3c"),
    "0 0 0.7 1.8 1.4 0.1 #d9a871",
    on=(
        stood("bowl-with-spoon", "potted-plant", "birthday-cake", size=1.1, z=0.8, place=(0.9, 0.8)),
        stood("fork-and-knife-with-plate", "teapot", size=1, z=0.8, place=(0.9, 0.8)),
    ),
)
BED: Final = built(
    "0 0 0 1.8 0.14 1.1 #a9744a|#8a5a3c",
    "0 0.14 0 1.8 2.3 0.35 #a9744a|#8a5a3c",
    "0.05 0.16 0.35 1.7 2.22 0.22 #fbf8f2",
    "0.15 0.24 0.57 0.65 0.45 0.16 #ffffff",
    "0.98 0.24 0.57 0.65 0.45 0.16 #ffffff",
    f"0 0.9 0.45 1.8 1.5 0.18 {_CLOTHS}",
    f"T 0 0.9 0.64 1.8 0.3 {_CLOTHS}*0.55",
)
WARDROBE: Final = built(
    f"0 0 0 2.2 0.8 2.5 {_WOODS}",
    f"L 0.06 0.8 0.12 1 2.28 {_WOODS}*0.12",
    f"L 1.12 0.8 0.12 1 2.28 {_WOODS}*0.12",
    "L 0.96 0.8 1.1 0.06 0.3 #3a2a1e",
    "L 1.18 0.8 1.1 0.06 0.3 #3a2a1e",
)
NIGHTSTAND: Final = built(
    f"0.3 0.1 0 0.8 0.7 0.7 {_WOODS}",
    "L 0.38 0.8 0.2 0.64 0.3 #8a5a3c",
    on=(stood("desk-lamp", "potted-plant", size=1.5, z=0.7, place=(0.7, 0.45)),),
)
TUB: Final = built(
    "0 0 0 2.3 1.1 0.75 #ffffff",
    "T 0.14 0.14 0.76 2.02 0.82 #9fd4e8",
    "T 0.3 0.24 0.77 0.6 0.4 #e8f7fc",
    "2 0.45 0.75 0.08 0.2 0.35 #9aa4b0",
)
SINK: Final = built(
    "0.1 0 0 1.5 0.75 0.85 #c99a6b",
    "0.05 0 0.85 1.6 0.8 0.1 #ffffff",
    "T 0.4 0.2 0.96 0.9 0.42 #bfe3f0",
    "0.3 0 1.35 1.1 0.06 1.1 #e3edf2",
    "L 0.38 0.07 1.43 0.94 0.94 #cfe8f5",
)
TOILET: Final = stood("toilet", size=2.0, place=(0.9, 0.8))
ARMCHAIR: Final = stood("armchair", size=2.2, place=(0.8, 0.8))
FLOOR_LAMP: Final = stood("floor-lamp", size=3.2, place=(0.6, 0.6))
READING: Final = built(
    "0.2 1.5 0 0.6 0.5 0.45 #8a5a3c",
    *_posts(2, 1.2, 0.7, "#6f4a30"),
    "0 0 0.7 2 1.2 0.1 #b98252",
    "0.2 0.3 0.8 0.6 0.4 0.1 #c8553d",
    "0.25 0.3 0.9 0.5 0.4 0.1 #e0b04a",
    on=(stood("open-book", "books", size=1.0, z=0.8, place=(1.4, 0.7)), stood("desk-lamp", size=1.5, z=0.8)),
)
PUPIL: Final = built(
    *_posts(1.5, 0.8, 0.62, "#6f7681"),
    "0 0 0.62 1.5 0.8 0.09 #e0b277",
    "0.4 0.2 0.71 0.5 0.4 0.04 #ffffff",
    "0.45 1.1 0 0.6 0.5 0.4 #4f8fc0|#e07a5f|#3d9a86",
    "0.45 1.55 0.4 0.6 0.08 0.5 #4f8fc0|#e07a5f|#3d9a86",
)
GLOBE: Final = built(
    f"0 0 0 1.9 0.8 0.8 {_WOODS}",
    on=(stood("globe-showing-europe-africa", "books", "abacus", size=1.2, z=0.8, place=(0.9, 0.45)),),
)
RACK: Final = built(
    "0 0 0 1.1 0.9 2.9 #2a3444",
    "1.2 0 0 1.1 0.9 2.9 #2a3444",
    *(
        f"L {0.1 + 1.2 * side:.1f} 0.9 {0.2 + 0.32 * row:.2f} 0.9 0.22 #3b485c"
        for side in (0, 1)
        for row in range(8)
    ),
    *(
        f"L {0.2 + 1.2 * side + 0.22 * spot:.2f} 0.9 {0.27 + 0.32 * row:.2f} 0.1 0.07 "
        + ("#4de1c1", "#58a6ff", "#4de1c1", "#ffd166")[(row * 3 + spot * 5 + side) % 4]
        for side in (0, 1)
        for row in range(8)
        for spot in range(2 + (row + side) % 2)
    ),
)
LOW_RACK: Final = built(
    "0 0 0 1.1 0.9 1.2 #2a3444",
    *(f"L 0.1 0.9 {0.16 + 0.32 * row:.2f} 0.9 0.22 #3b485c" for row in range(3)),
    *(
        f"L {0.2 + 0.22 * spot:.2f} 0.9 {0.23 + 0.32 * row:.2f} 0.1 0.07 #4de1c1"
        for row in range(3)
        for spot in (0, 2)
    ),
)
PALLET_RACK: Final = built(
    "0 0 0 0.1 0.9 2.9 #2f6fb5",
    "2.3 0 0 0.1 0.9 2.9 #2f6fb5",
    *(
        line
        for level in range(3)
        for line in (
            f"0 0 {level * 0.95 + 0.08:.2f} 2.4 0.9 0.1 #f08a3c",
            f"0.15 0.1 {level * 0.95 + 0.18:.2f} 0.6 0.7 0.6 #c99a63",
            f"0.85 0.1 {level * 0.95 + 0.18:.2f} 0.75 0.7 0.5 #d9b07a",
            f"1.7 0.1 {level * 0.95 + 0.18:.2f} 0.5 0.7 0.66 #b98a55",
        )
    ),
)
BOXES: Final = built(
    "0 0 0 0.9 0.9 0.8 #d0a06a",
    "T 0.38 0 0.8 0.14 0.9 #e9d5b0",
    "1 0.2 0 0.8 0.8 0.6 #c08f58",
    "0.2 0.15 0.8 0.6 0.6 0.55 #dcb483",
    "L 0.3 0.75 0.95 0.2 0.16 #f6ead2",
)
TROLLEY: Final = stood("package", "shopping-cart", size=1.6, place=(0.8, 0.8))
BENCH: Final = built(
    "0 0 0 2.3 0.9 0.8 #f4f7f9",
    "L 0.1 0.9 0.1 0.66 0.56 #cfdbe4",
    "L 0.84 0.9 0.1 0.66 0.56 #cfdbe4",
    "L 1.58 0.9 0.1 0.6 0.56 #cfdbe4",
    "0 0 0.8 2.3 0.95 0.09 #4a90c2|#3d9a86",
    on=(
        stood("microscope", size=1.5, z=0.89, place=(0.7, 0.5)),
        stood("alembic", size=1.4, z=0.89, place=(1.4, 0.5)),
        stood("test-tube", "petri-dish", size=1.2, z=0.89, place=(1.2, 0.5)),
    ),
)
SCIENTIST: Final = stood("scientist", size=2.7)
TREADMILL: Final = built(
    "0 0 0 0.9 2 0.2 #3a4250",
    "T 0.14 0.1 0.21 0.62 1.8 #232a35",
    "0 0 0.2 0.1 0.1 1.1 #8d95a1",
    "0.8 0 0.2 0.1 0.1 1.1 #8d95a1",
    "0 0 1.3 0.9 0.16 0.4 #e5533d|#3d8fd8",
)
DUMBBELLS: Final = built(
    "0 0 0 2.2 0.6 0.2 #4a515c",
    "0 0 0.2 2.2 0.5 0.5 #5d6673",
    *(f"{0.15 + 0.5 * k:.2f} 0.1 0.7 0.16 0.36 0.26 #e5533d" for k in range(4)),
    *(f"{0.33 + 0.5 * k:.2f} 0.1 0.7 0.16 0.36 0.26 #2b323d" for k in range(4)),
)
WEIGHTS: Final = built(
    "0.5 0.4 0 0.6 1.5 0.42 #c8453a",
    "0.2 0.5 0 0.1 0.1 1 #8d95a1",
    "1.3 0.5 0 0.1 0.1 1 #8d95a1",
    "-0.2 0.5 0.9 2 0.08 0.08 #cfd5dc",
    "-0.2 0.3 0.65 0.16 0.5 0.5 #2b323d",
    "1.7 0.3 0.65 0.16 0.5 0.5 #2b323d",
)
LIFTER: Final = stood("person-lifting-weights", "person-in-lotus-position", size=2.6)
BALL: Final = stood("basketball", "boxing-glove", size=1.0)
SPEAKERS: Final = built(
    "0 0 0 0.9 0.8 2.2 #2a2738",
    "L 0.16 0.8 0.3 0.58 0.7 #4b4763",
    "L 0.26 0.8 1.3 0.38 0.5 #4b4763",
    "1.1 0 0 0.8 0.8 1.1 #353147",
    "L 1.22 0.8 0.2 0.56 0.64 #59547a",
)
STOOL: Final = stood("studio-microphone", "saxophone", "violin", size=1.6)
CLOTHES: Final = built(
    "0 0.3 0 0.08 0.08 1.5 #8d95a1",
    "2 0.3 0 0.08 0.08 1.5 #8d95a1",
    *(
        f"{0.25 + 0.28 * k:.2f} 0.1 0.5 0.14 0.5 0.95 {color}"
        for k, color in enumerate(("#ef6f6c", "#f7c948", "#56b6a9", "#5b8def", "#f4efe6", "#b57edc"))
    ),
    "0 0.3 1.5 2.08 0.08 0.08 #8d95a1",
)
TILL: Final = built(
    "0 0 0 2.2 0.9 0.95 #f4efe6",
    "L 0 0.9 0.1 2.2 0.3 #e5a54b",
    "0 0 0.95 2.2 0.95 0.1 #b98252",
    "0.4 0.3 1.05 0.6 0.4 0.34 #3a4250",
    on=(
        stood("shopping-bags", size=1.3, z=1.05, place=(1.6, 0.5)),
        stood("potted-plant", size=1.4, z=1.05, place=(1.6, 0.5)),
    ),
)
PLINTH: Final = built(
    "0.3 0.3 0 0.9 0.9 1 #ffffff",
    on=tuple(
        stood(name, size=1.7, z=1, place=(0.75, 0.75)) for name in ("moai", "amphora", "vase", "gem-stone")
    ),
)
MUSEUM_BENCH: Final = built("0 0.2 0 2 0.7 0.1 #3a3f4a", "0.1 0.2 0.1 1.8 0.7 0.32 #7a4e3a")
HOSPITAL_BED: Final = built(
    "0 0 0 0.1 0.1 0.6 #8d95a1",
    "1.3 0 0 0.1 0.1 0.6 #8d95a1",
    "1.3 2.1 0 0.1 0.1 0.4 #8d95a1",
    "0 2.1 0 0.1 0.1 0.4 #8d95a1",
    "0 0 0.4 1.4 2.2 0.16 #dfe6ec",
    "0.05 0.05 0.56 1.3 2.1 0.2 #ffffff",
    "0.2 0.15 0.76 1 0.45 0.14 #eaf4fb",
    "0 0.85 0.6 1.4 1.3 0.2 #7fc4d8|#8fcfb3",
    "0 0 0.4 1.4 0.08 0.7 #cdd8e0",
)
DRIP: Final = built(
    "0.6 0.6 0 0.5 0.5 0.08 #8d95a1",
    "0.82 0.82 0 0.06 0.06 2.3 #aab3be",
    "0.68 0.78 1.8 0.3 0.14 0.45 #bfe6f2",
)
NURSE: Final = stood("health-worker", size=2.7)
RECEPTION: Final = built(
    "0 0 0 2.3 0.8 1.1 #f7fafb",
    "L 0 0.8 0.5 2.3 0.2 #3fb3b0",
    "L 1 0.8 0.34 0.2 0.56 #e5533d",
    "L 0.82 0.8 0.52 0.56 0.2 #e5533d",
    "0 0 1.1 2.3 0.9 0.1 #d9b07a",
)
CAR: Final = stood("sports-car", "vintage-car", "automobile", size=3.0, place=(0.9, 0.9))
TOOLS: Final = built(
    "0 0 0 1.9 0.7 1.1 #d8453a",
    *(f"L 0.1 0.7 {0.1 + 0.24 * row:.2f} 1.7 0.18 #b8342b" for row in range(4)),
    "0 0 1.1 1.9 0.7 0.08 #3a4250",
    on=(stood("toolbox", "wrench", "hammer-and-wrench", size=1.2, z=1.18, place=(0.9, 0.4)),),
)
TYRES: Final = built(
    *(f"0.2 0.2 {0.3 * k:.1f} 1 1 0.26 #2b2f38" for k in range(3)),
    "T 0.5 0.5 0.87 0.4 0.4 #8d95a1",
)
