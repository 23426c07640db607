"""How people hold themselves: their joints on the icons' grid, those who move looking to the left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Joint = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pose:
    """`arms` and `legs` are (elbow, hand) and (knee, foot), that farther from us first.

    `side`: seen from the side. `seat` is where the body rests, if it sits; the feet rest at 30.4.
    """

    neck: Joint
    hip: Joint
    arms: tuple[tuple[Joint, Joint], tuple[Joint, Joint]]
    legs: tuple[tuple[Joint, Joint], tuple[Joint, Joint]]
    side: bool = False
    seat: Joint | None = None


_STANDING_LEGS: Final = (((14.6, 24.2), (14.4, 29.5)), ((17.4, 24.2), (17.6, 29.5)))
_AT_SIDE: Final = ((11.5, 14.6), (11.3, 18.4))

POSES: Final = {
    "standing": Pose((16, 10), (16, 18.6), (_AT_SIDE, ((20.5, 14.6), (20.7, 18.4))), _STANDING_LEGS),
    "waving": Pose((16, 10), (16, 18.6), (_AT_SIDE, ((22.4, 13.2), (23.4, 7.4))), _STANDING_LEGS),
    "cheering": Pose((16, 10), (16, 18.6), (((10, 12), (8.6, 6.6)), ((22, 12), (23.4, 6.6))), _STANDING_LEGS),
    "dancing": Pose(
        (15.6, 10),
        (16.2, 18.6),
        (((9.8, 12.6), (7.2, 8.4)), ((21.4, 13.4), (24.6, 11.4))),
        (((14.2, 24.2), (15.2, 29.5)), ((20.6, 22.6), (20.2, 28))),
    ),
    "shaking hands": Pose((16, 10), (16, 18.6), (_AT_SIDE, ((20.4, 15.2), (23.6, 16.2))), _STANDING_LEGS),
    "jumping": Pose(
        (16, 9.4),
        (16, 17.8),
        (((10.4, 10.6), (8.4, 5.2)), ((21.6, 10.6), (23.6, 5.2))),
        (((11.8, 20.8), (13, 25.8)), ((20.2, 21), (21.6, 26.4))),
    ),
    "walking": Pose(
        (15.8, 10),
        (16, 18.6),
        (((12.7, 14.4), (10.6, 17)), ((18.7, 14.6), (19.7, 18))),
        (((18, 23.8), (20.4, 28.9)), ((13.6, 23.8), (12.2, 29.5))),
        side=True,
    ),
    "running": Pose(
        (14.4, 10.2),
        (16.4, 18.4),
        (((10.6, 14), (8.6, 10.8)), ((19.4, 13.4), (20.4, 17))),
        (((19.2, 23.4), (24.4, 24.8)), ((11.8, 21.4), (11.6, 29.5))),
        side=True,
    ),
    "kicking": Pose(
        (17, 10.2),
        (16.4, 18.4),
        (((12.8, 13), (9.6, 12.2)), ((20.6, 13.6), (23.4, 15.4))),
        (((18.6, 23.6), (20, 29.5)), ((11.6, 21.4), (7.4, 26.2))),
        side=True,
    ),
    "sitting": Pose(
        (16.6, 12.4),
        (17, 21),
        (((14.4, 17), (12.6, 19.6)), ((18.6, 17.2), (14.6, 19.8))),
        (((12.2, 21), (11.8, 29.5)), ((13.2, 21.4), (13, 29.5))),
        side=True,
        seat=(17.4, 22.4),
    ),
    "riding": Pose(
        (15.8, 12.4),
        (16.6, 21),
        (((13, 16.4), (9.8, 17.2)), ((14.2, 16.8), (10.4, 18))),
        (((13.4, 23.4), (14.4, 29.5)), ((12.6, 23.4), (14, 29.5))),
        side=True,
        seat=(16.8, 22.6),
    ),
    "leaning": Pose(
        (14.2, 10.1),
        (16.4, 18.6),
        (((11, 13.6), (9.2, 15.6)), ((19, 14), (18.2, 17.8))),
        (((18.2, 24), (18, 29.5)), ((17.4, 24.2), (20.2, 29.5))),
        side=True,
    ),
    "working": Pose(
        (16, 12.4),
        (16, 21),
        (((12, 17.2), (14, 19.6)), ((20, 17.2), (18, 19.6))),
        (((14.4, 24), (14, 29.5)), ((17.6, 24), (18, 29.5))),
        seat=(16, 22.4),
    ),
}

GRIPS: Final[dict[str, tuple[tuple[Joint, Joint] | None, tuple[Joint, Joint]]]] = {
    "side": (None, ((4.5, 4.6), (5, 8.2))),
    "hand": (None, ((4.7, 5), (3.6, 2.9))),
    "string": (None, ((5.2, 4.2), (6.4, 0.6))),
    "over": (None, ((5, 4.4), (3.9, 2.4))),
    "front": (((-4.4, 5), (-2, 5.8)), ((4.4, 5), (2, 5.8))),
}
"""The arms (elbow, hand) of one who holds something, from the neck: at the side, in a raised hand, on a
string, over the head, before the chest with both hands. None is an arm that does as the pose has it."""
