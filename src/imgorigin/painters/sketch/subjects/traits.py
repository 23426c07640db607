"""What a subject is like: where it lives, how it stands in a picture, how large it is beside others. Tables.

A new subject needs a row here only if it differs from its kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.scene import Subject


@dataclass(frozen=True, slots=True)
class Traits:
    """`home` is the place it is painted in when the words name none; `size` is relative to a dog.

    `stance`: "ground", on its feet; "air", in the sky; "water", afloat or under it; "bust", a figure cut
    off by the picture's lower edge.
    """

    home: str
    stance: str
    size: float


_KINDS: Final = """
underwater  water   1.0   animal-marine
field       ground  0.45  animal-bug
field       ground  0.7   animal-bird
field       ground  0.55  animal-amphibian
field       ground  1.0   animal
field       ground  0.8   plant
table       ground  0.8   food drink dishware
road        ground  1.25  transport-ground
sea         water   1.2   transport-water
sky         air     0.9   transport-air
field       ground  1.1   person-sport person-activity
field       ground  1.0   person-resting
studio      bust    1.2   person-role
studio      ground  1.2   person-fantasy
field       ground  1.25  person
field       ground  1.5   place-building place-religious place-other
sky         air     0.8   sky-weather
table       ground  1.0   computer
table       ground  0.7   book-paper writing office
room        ground  1.0   household
field       ground  0.3   sport
studio      ground  0.8   -
"""
"""home, stance, size and kinds; of several that fit, the longest counts. `-` is any other."""

_ICONS: Final = """
sky         air     0.7   eagle dove bat parrot blackbird phoenix-bird balloon kite parachute flying-disc
sky         air     0.9   sun cloud
sky         air     1.25  airplane
field       air     1.1   hot-air-balloon
field       air     0.4   butterfly honeybee fly mosquito
mountains   air     1.3   dragon
space       air     1.0   rocket flying-saucer satellite ringed-planet comet star glowing-star crescent-moon
space       air     1.2   globe-showing-europe-africa globe-showing-americas globe-showing-asia-australia
space       bust    1.2   astronaut
space       ground  1.0   alien alien-monster
lake        water   0.6   duck swan goose
sea         water   1.0   person-surfing person-rowing-boat person-swimming
cliffs      ground  1.6   lighthouse
sea         water   1.4   desert-island ferry
sea         water   1.5   passenger-ship ship cargo-ship
underwater  water   1.2   submarine
sea         water   1.3   dolphin
lake        water   1.1   canoe
ice         ground  0.8   penguin seal polar-bear
field       ground  1.4   bench
table       ground  1.0   bottle perfume
beach       ground  0.5   crab spiral-shell umbrella-on-ground thong-sandal anchor
desert      ground  1.4   camel
desert      ground  1.1   cactus scorpion
forest      ground  0.9   bear wolf fox raccoon owl beaver fire
forest      ground  1.2   tent camping
mountains   ground  1.0   skier snowboarder person-climbing goat llama
studio      ground  1.0   unicorn boar chicken moose umbrella closed-umbrella person-in-lotus-position
table       ground  0.9   bowl vase basket open-box held-laptop
room        ground  1.4   table bed
field       ground  1.4   fence
field       ground  1.5   house-for-sale
field       ground  1.0   snowman snowman-without-snow
forest      air     1.6   branch
sky         air     0.5   flying-bird
room        ground  0.86  cat black-cat
room        ground  1.0   poodle hamster teddy-bear christmas-tree robot
table       ground  0.9   bouquet potted-plant rose candle alarm-clock mug headphones camera television
table       ground  0.9   cherry-blossom hibiscus framed-picture trophy
railway     ground  1.4   locomotive high-speed-train
road        ground  1.4   bus school-bus trolleybus fire-engine articulated-lorry tractor
road        ground  1.0   bicycle motorcycle motor-scooter kick-scooter person-biking person-running
road        ground  0.6   skateboard roller-skate wheel
studio      ground  0.9   shopping-cart luggage lotion-bottle toothbrush soap key mobile-phone
field       ground  1.5   elephant giraffe mammoth t-rex sauropod deciduous-tree evergreen-tree
field       ground  1.3   horse cow ox water-buffalo deer hippopotamus rhinoceros bison horse-racing
field       ground  0.6   rabbit chipmunk hedgehog
forest      ground  0.8   squirrel
field       ground  1.2   sunflower
field       ground  1.25  knight
field       ground  0.95  child boy girl
room        ground  0.8   baby
field       ground  1.3   rainbow ferris-wheel roller-coaster circus-tent fountain
warehouse   ground  1.3   forklift
laboratory  ground  1.2   robot-arm
road        ground  1.3   charging-station
road        ground  1.3   car-charging
field       ground  1.6   house-with-panels energy-park
table       ground  1.0   potted-cactus
road        ground  1.25  sports-car vintage-car
sea         water   1.4   yacht
lake        water   2.6   arch-bridge
sea         water   2.6   suspension-bridge
field       air     0.8   drone
park        ground  1.7   eiffel-tower tokyo-tower statue-of-liberty
field       ground  1.6   windmill wind-turbine wind-farm pagoda classical-building
hilltop     ground  1.6   castle japanese-castle
field       ground  1.2   solar-panel
field       ground  1.5   modern-house
city        ground  1.6   skyscraper
room        ground  1.3   sofa armchair bookshelf floor-lamp fireplace
studio      ground  1.3   stage writing-desk server-rack
table       ground  1.0   speaker
table       ground  0.9   smartwatch watch desk-lamp vase jar acoustic-guitar
table       ground  1.2   pizza sushi avocado-toast pancakes steaming-bowl croissant
table       ground  1.2   layer-cake chocolate-cake birthday-cake teacup-without-handle hamburger
table       ground  1.2   ice-cream soft-ice-cream cupcake
table       ground  0.8   glass-of-water glass-of-juice wine-glass tablet
studio      ground  0.9   running-shoe hiking-boot high-heeled-shoe wedding-rings ring
studio      ground  0.9   pie-chart growth-bars chart-increasing chart-decreasing bar-chart piggy-bank safe
studio      ground  0.9   coin-stacks coin
studio      ground  1.2   sunglasses
beach       ground  1.6   palm-tree
table       ground  1.0   typewriter chopping-board
cellar      ground  1.1   barrel
canal       water   1.3   gondola
desert      ground  2.2   pyramid
beach       ground  1.2   mermaid
park        ground  1.5   street-lamp
table       ground  0.9   coffee-beans kitchen-knife
"""
"""home, stance, size and names of icons and drawings."""

_OUR_KINDS: Final = {
    "knight": "person-fantasy",
    **dict.fromkeys(("bride", "groom", "pirate", "waiter", "barista"), "person-fantasy"),
    **dict.fromkeys(("athlete", "soldier", "sailor"), "person"),
    "delivery-van": "transport-ground",
    "cabin": "place-building",
    "school-bus": "transport-ground",
    "cargo-ship": "transport-water",
    "submarine": "transport-water",
    "squirrel": "animal-mammal",
    "mermaid": "person-fantasy",
}
"""Kinds of drawings that stand for no icon."""

_IN_COSTUME: Final = frozenset({"knight", "astronaut", "santa-claus", "ninja"})


@cache
def traits(name: str) -> Traits:
    """Of an icon or drawing."""
    by_name, by_kind = _tables()
    kind = kind_of(name)
    prefix = max((prefix for prefix in by_kind if kind.startswith(prefix)), key=len, default="-")
    return by_name.get(name) or by_kind[prefix]


def kind_of(name: str) -> str:
    """As the emoji standard groups it ("animal-mammal"); empty for what is none of its."""
    return pack().kinds.get(name) or _OUR_KINDS.get(name, "")


def is_being(name: str) -> bool:
    """One that can hold things, and play."""
    return kind_of(name).startswith(("person", "animal", "face-costume"))


def is_person(name: str) -> bool:
    return kind_of(name).startswith("person")


def has_skin(name: str) -> bool:
    """Whether a colour before them is their skin's: "a black man", but "a black knight"."""
    return is_person(name) and name not in _IN_COSTUME


def is_crew(subject: Subject) -> bool:
    """Whether they are several people at work: those at an office's table."""
    return subject.count > 1 and subject.pose == "working" and is_person(subject.name)


def is_vehicle(name: str) -> bool:
    """One that drives on land."""
    return kind_of(name).startswith("transport-ground") or traits(name).home in ("road", "railway")


@cache
def _tables() -> tuple[dict[str, Traits], dict[str, Traits]]:
    return dict(_rows(_ICONS)), dict(_rows(_KINDS))


def _rows(table: str) -> Iterator[tuple[str, Traits]]:
    for line in table.strip().splitlines():
        home, stance, size, *names = line.split()
        yield from ((name, Traits(home, stance, float(size))) for name in names)
