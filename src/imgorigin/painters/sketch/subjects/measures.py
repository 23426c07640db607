"""How large things are beside each other, and where on them, in them or over them others go. Tables.

Points are on the icons' grid of 32 x 32.
"""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.subjects.traits import kind_of, traits

_TOGETHER: Final = """
0.22  honeybee fly ant lady-beetle butterfly egg cherries strawberry key ring coin pill snail
0.34  red-apple green-apple tangerine lemon pear peach tomato cookie candy mobile-phone mouse hamster watch
0.42  bird baby-chick blackbird frog hedgehog chipmunk mug cup candle doughnut cupcake croissant rose tulip
0.42  soccer-ball ice-cream soft-ice-cream squirrel
0.5   glasses book open-book notebook closed-book camera teapot alarm-clock banana pen bottle wine-glass
0.9   vase-of-roses vase-of-flowers
0.62  rabbit duck rooster chicken owl parrot headphones top-hat bowl vase
0.8   cat black-cat fox goose swan laptop open-box teddy-bear basket package bouquet pizza
0.8   birthday-cake balloon guitar raccoon penguin handbag backpack running-shoe luggage
1.0   dog poodle goat ewe pig desktop-computer potted-plant television
0.85  baby skateboard
1.15  child boy girl
1.35  chair wolf kangaroo
1.6   person man woman older-person robot bench table bicycle motor-scooter alien santa-claus umbrella fence
2.0   charging-station robot-arm satellite
2.0   motorcycle donkey llama deer lion tiger bear camel horse zebra cow ox sofa armchair bed
2.4   moose bison rhinoceros hippopotamus tent canoe unicorn
2.6   forklift gondola street-lamp
1.4   barrel
0.5   coffee-beans kitchen-knife
0.6   typewriter chopping-board
2.3   fireplace
0.3   computer-mouse
0.8   keyboard
4.2   pyramid
1.3   solar-panel potted-cactus
2.8   automobile taxi racing-car sport-utility-vehicle pickup-truck police-car elephant giraffe sailboat
2.8   delivery-van submarine ambulance
3.2   delivery-truck bus school-bus fire-engine tractor minibus t-rex mammoth christmas-tree
4.4   train-on-viaduct energy-park
4.2   wind-turbine wind-farm
3.8   house-with-panels car-charging
4.4   ship passenger-ship cargo-ship ferry
3.6   cabin house deciduous-tree evergreen-tree palm-tree hot-air-balloon house-with-garden airplane
4.2   houses castle classical-building lighthouse church school locomotive office-building
"""
"""Height or length of what stands on the icons' grid, a dog being 1, drawn together with others. Compressed
towards the middle: a true house would make a dot of its cat."""
TOGETHER: Final = {
    name: float(size) for size, *names in map(str.split, _TOGETHER.strip().splitlines()) for name in names
}

VESSELS: Final = {
    "bowl": 15.5,
    "basket": 14.0,
    "mug": 11.0,
    "cup": 11.0,
    "bucket": 8.0,
    "vase": 8.0,
    "open-box": 13.5,
    "package": 9.0,
    "canoe": 17.5,
    "sailboat": 20.0,
    "top-hat": 21.0,
    "shopping-cart": 10.0,
    "potted-plant": 19.0,
    "bathtub": 17.0,
    "hot-air-balloon": 26.0,
    "handbag": 14.0,
    "backpack": 8.0,
    "nest": 15.0,
}
"""What others can be in, and the height of its rim."""

SEATS: Final = {
    "sofa": (16.0, 22.6),
    "armchair": (16.0, 21.0),
    "bench": (16.0, 23.6),
    "chair": (15.0, 18.4),
    "bed": (18.0, 19.0),
    "house": (16.0, 8.2),
    "cabin": (16.0, 3.4),
    "house-with-garden": (17.0, 8.0),
    "branch": (15.0, 14.6),
    "table": (16.0, 14.2),
    "horse": (20.0, 13.2),
    "donkey": (17.6, 14.6),
    "unicorn": (18.0, 14.0),
    "camel": (20.6, 7.0),
    "elephant": (21.0, 6.8),
    "t-rex": (17.0, 16.0),
    "sauropod": (18.0, 17.0),
    "dragon": (18.0, 15.0),
    "giraffe": (19.0, 17.0),
    "cow": (19.0, 12.4),
    "zebra": (18.0, 12.0),
    "dog": (19.0, 14.2),
    "turtle": (17.0, 12.0),
    "pig": (17.0, 11.0),
    "bear": (16.0, 3.0),
    "bicycle": (21.4, 12.6),
    "motorcycle": (19.6, 16.4),
    "motor-scooter": (21.2, 17.0),
    "kick-scooter": (19.0, 25.6),
    "skateboard": (16.0, 26.2),
    "automobile": (17.0, 10.4),
    "deciduous-tree": (16.0, 6.0),
    "spouting-whale": (18.0, 12.6),
    "ship": (1.8, 20.8),
    "passenger-ship": (1.8, 20.8),
    "cargo-ship": (8.4, 13.2),
    "ferry": (16.0, 9.6),
    "submarine": (17.4, 9.0),
    "dolphin": (14.0, 4.6),
    "rocket": (16.0, 10.0),
    "desktop-computer": (16.0, 3.0),
    "laptop": (16.0, 22.0),
    "mushroom": (16.0, 4.0),
    "rock": (16.0, 6.0),
}
"""Where feet, or what sits, are on a thing; on any other, it is its top."""

SITTING: Final = frozenset(
    "sofa armchair bench chair house house-with-garden rock branch automobile mushroom package wood "
    "bed".split()
)
"""On what people sit rather than stand."""
RESTED_ON: Final = frozenset("sofa armchair bench chair bed".split())
"""On what cats and dogs do."""
STOOD_ON: Final = frozenset({"kick-scooter", "skateboard", "person-surfing"})

SPREADING: Final = {
    "umbrella": (10.0, 26.0),
    "umbrella-on-ground": (12.0, 26.0),
    "deciduous-tree": (7.0, 25.0),
    "palm-tree": (7.0, 27.0),
    "evergreen-tree": (8.0, 24.0),
    "christmas-tree": (8.0, 24.0),
    "table": (7.0, 25.0),
    "bench": (9.0, 23.0),
}
"""What others stand under: where, left and right of its middle."""

HEADS: Final = {
    "cat": (9.4, 6.6, 8.5),
    "black-cat": (9.4, 6.6, 8.5),
    "cat sitting": (16.0, 4.8, 9.5),
    "black-cat sitting": (16.0, 4.8, 9.5),
    "dog": (9.6, 3.2, 9.5),
    "dog running": (9.2, 5.4, 9.5),
    "dog sitting": (11.0, 3.6, 9.5),
    "bear": (16.0, 3.2, 11.0),
    "fox": (16.0, 4.6, 11.0),
    "lion": (16.0, 2.6, 11.0),
    "panda": (16.0, 3.0, 11.0),
    "frog": (16.0, 3.6, 10.0),
    "penguin": (16.0, 3.4, 12.0),
    "owl": (16.0, 3.0, 13.0),
    "rabbit": (8.0, 10.0, 8.0),
    "robot": (16.0, 4.8, 11.5),
    "duck": (10.8, 5.2, 8.6),
    "pig": (9.0, 8.6, 9.0),
    "bird": (9.0, 3.4, 8.5),
}
"""Where a hat sits on an animal, and how wide it is."""


FLOWERS: Final = frozenset("rose tulip sunflower hibiscus cherry-blossom blossom hyacinth bouquet".split())
FUSED: Final = {
    ("solar-panel", "house"): "house-with-panels",
    ("solar-panel", "modern-house"): "house-with-panels",
    ("wind-farm", "solar-panel"): "energy-park",
    ("solar-panel", "wind-farm"): "energy-park",
    ("automobile", "charging-station"): "car-charging",
    ("sports-car", "charging-station"): "car-charging",
    ("cactus", "potted-plant"): "potted-cactus",
    ("cactus", "flower-pot"): "potted-cactus",
    **{(flower, "vase"): "vase-of-flowers" for flower in FLOWERS},
    ("rose", "vase"): "vase-of-roses",
}
"""Two things that belong together in one drawing, and that; it has the colour of the first."""

NECKS: Final = {
    "cat": (10.2, 15.6, 8.6),
    "black-cat": (10.2, 15.6, 8.6),
    "cat sitting": (16.0, 14.8, 10.0),
    "black-cat sitting": (16.0, 14.8, 10.0),
    "dog": (12.2, 13.6, 10.0),
    "dog running": (12, 16.2, 10.0),
    "dog sitting": (13.6, 14.0, 10.0),
    "penguin": (16.0, 14.2, 12.6),
    "owl": (16.0, 16.0, 19.0),
    "rabbit": (13.4, 22.0, 10.4),
    **dict.fromkeys(
        "fox bear lion panda koala frog wolf hamster polar-bear raccoon".split(), (16.0, 17.6, 11.0)
    ),
}
"""Where a scarf lies on an animal, and how wide it is."""


def can_be_ridden(name: str) -> bool:
    """Whether one sits or stands on it, in sight."""
    return name in SEATS or kind_of(name).startswith("animal")


def together(name: str) -> float:
    """The size of a thing drawn together with others: the side of its grid, a dog's being 1."""
    if name in TOGETHER:
        return TOGETHER[name]
    kind = kind_of(name)
    if kind.startswith("person"):
        return 1.6
    if kind.startswith(("food", "drink", "dishware", "writing")):
        return 0.5
    if kind.startswith("plant"):
        return 0.6
    if kind.startswith("transport"):
        return 2.4
    if kind.startswith("place"):
        return 3.4
    return traits(name).size
