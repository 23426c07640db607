"""Which of our drawings fits a subject: those of some animals come in several poses and coats."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.drawn import DRAWN

_POSES: Final = {"playing": "running", "jumping": "running"}
"""Poses that look like another."""
_BREEDS: Final = {
    "dalmatian": "spotted",
    "husky": "husky",
    "malamute": "husky",
    "corgi": "corgi",
    "shepherd": "husky",
    "beagle": "beagle",
    "collie": "pied",
}
"""Coats, by the last word of what the animal is called."""
_COATS: Final = {"black and white": "pied"}
"""Coats, by what its colour is called."""
_LOOKS: Final = ("spotted",)


def drawing_of(subject: Subject) -> str:
    """The name of the drawing that shows the subject's coat and pose; its own where there is none."""
    coat, pose = _coat(subject), _POSES.get(subject.pose, subject.pose)
    names = (f"{subject.name} {coat} {pose}", f"{subject.name} {pose}", f"{subject.name} {coat}")
    return next((name for name in names if name in DRAWN), subject.name)


def posed_of(subject: Subject) -> str:
    """The same, whatever its coat."""
    posed = f"{subject.name} {_POSES.get(subject.pose, subject.pose)}"
    return posed if posed in DRAWN else subject.name


def _coat(subject: Subject) -> str:
    looks = next((look for look in subject.looks if look in _LOOKS), "")
    return looks or _COATS.get(subject.color_name) or _BREEDS.get(subject.noun.rpartition(" ")[2], "")
