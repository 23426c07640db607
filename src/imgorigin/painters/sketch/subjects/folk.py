"""People as icons: someone with a look and a pose, what is in their hands, the desk they sit at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.palette import darker, lighter
from imgorigin.painters.sketch.scene import Subject
from imgorigin.painters.sketch.subjects.drawn.babies import baby
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, block, oval, shape, stroke
from imgorigin.painters.sketch.subjects.drawn.looks import FIGURES, look_of
from imgorigin.painters.sketch.subjects.drawn.people import BUST_BOX, Figure, bust, figure
from imgorigin.painters.sketch.subjects.drawn.things import canopy
from imgorigin.painters.sketch.subjects.grips import grip_of
from imgorigin.painters.sketch.subjects.icon import GRID, Box, Icon

AS_HELD: Final = {"open-book": "held-book", "laptop": "held-laptop"}
"""What looks different in someone's hands."""
_BALL: Final = 4.6
_CANOPY: Final = 11.0
_WOOD: Final = "#b9804f"

IconOf = Callable[[Subject], Icon]


def is_figure(name: str) -> bool:
    """Whether we can draw someone of that name from head to foot."""
    return name in FIGURES


def figure_of(subject: Subject, rng: Stream, nth: int, icon_of: IconOf) -> Icon:
    """A whole figure with what it holds. `icon_of` makes the icon of that."""
    look = look_of(subject, rng, nth)
    held = subject.holding
    if subject.name == "baby":
        return _little(baby(look, subject.pose), held, icon_of, look.top)
    if subject.pose == "working":
        return _at_desk(figure(look, "working"), held, icon_of, look.top)
    grip, size = grip_of(held.name) if held else ("", 0.0)
    kicked = subject.pose == "kicking" and held is not None
    someone = figure(look, subject.pose or "standing", "" if kicked else grip)
    if held and kicked:
        return _kicking(someone, held, icon_of, look.top)
    if not held:
        return Icon(someone.markup, someone.box, look.top, someone.seat)
    thing, box = _held(someone, held, grip, size, icon_of)
    return Icon(someone.markup + thing, _around(someone.box, box), look.top, someone.seat)


def _little(someone: Figure, held: Subject | None, icon_of: IconOf, color: str) -> Icon:
    """A baby, and what it has before it."""
    if not held:
        return Icon(someone.markup, someone.box, color)
    thing, box = _held(someone, held, "front", 7, icon_of)
    return Icon(someone.markup + thing, _around(someone.box, box), color)


def _kicking(someone: Figure, ball: Subject, icon_of: IconOf, color: str) -> Icon:
    """With the ball a little before the foot."""
    icon, scale = icon_of(ball), _BALL / GRID
    left, top = 5 - _BALL, FOOT - icon.foot * scale
    markup = f'<g transform="translate({left:.2f} {top:.2f}) scale({scale:.4f})">{icon.markup}</g>'
    box = (left, top, 5.0, FOOT)
    return Icon(someone.markup + markup, _around(someone.box, box), color)


def portrait_of(subject: Subject, rng: Stream, nth: int) -> Icon:
    """Head and shoulders."""
    look = look_of(subject, rng, nth)
    return Icon(bust(look), BUST_BOX, look.top)


def _held(someone: Figure, held: Subject, grip: str, size: float, icon_of: IconOf) -> tuple[str, Box]:
    x, y = someone.lap if grip == "front" else someone.hand
    if grip == "over":
        return _umbrella(x, y, someone.box[1], icon_of(held).color, someone.markup)
    icon = icon_of(Subject(AS_HELD.get(held.name, held.name), held.noun, held.color, held.color_name))
    scale = size / GRID
    if grip == "string":
        left, top = x - (icon.box[0] + 1) * scale, y - icon.foot * scale
    elif grip == "side":
        left, top = x - icon.middle * scale, y - 0.4 - icon.box[1] * scale
    else:
        left = x - icon.middle * scale
        top = y - (icon.box[1] + icon.height * (0.55 if grip == "front" else 0.62)) * scale
    box = (
        left + icon.box[0] * scale,
        top + icon.box[1] * scale,
        left + icon.box[2] * scale,
        top + icon.foot * scale,
    )
    markup = f'<g transform="translate({left:.2f} {top:.2f}) scale({scale:.4f})">{icon.markup}</g>'
    if held.name == "kite":
        line = stroke(f"M{x:.1f} {y:.1f}Q{x + 6:.1f} {y - 4:.1f} {x + 9.6:.1f} {y - 14:.1f}", "#5a6274", 0.22)
        markup = line + f'<g transform="translate(9.6 -13)">{markup}</g>'
    if grip == "string":
        box = someone.box
    return markup, box


def _umbrella(x: float, y: float, crown: float, color: str, _: str) -> tuple[str, Box]:
    rim = crown + 1.2
    markup = stroke(f"M{x:.1f} {y + 1:.1f}V{rim - 8:.1f}", "#3b3b46", 0.6) + canopy(
        color, x - 2, rim, _CANOPY
    )
    return markup, (x - 2 - _CANOPY, rim - _CANOPY * 1.05, x - 2 + _CANOPY, y)


def _at_desk(someone: Figure, held: Subject | None, icon_of: IconOf, color: str) -> Icon:
    """Sitting behind a desk, seen across it."""
    seat = block(11.6, 15, 8.8, 9, darker("#5a6274", 0.1), corner=1.6) + block(15.4, 23, 1.2, 7, "#3f4654")
    top = 20.4
    desk = (
        block(3.4, top + 1, 1.3, 30.4 - top - 1, darker(_WOOD, 0.25))
        + block(27.3, top + 1, 1.3, 30.4 - top - 1, darker(_WOOD, 0.25))
        + block(1.6, top, 28.8, 1.5, _WOOD, corner=0.5)
        + block(1.6, top + 1.1, 28.8, 0.5, darker(_WOOD, 0.2), corner=0.2)
    )
    thing = ""
    if held and held.name == "laptop":
        case = held.color or "#cfd5de"
        thing = (
            shape(
                f"M11.9 {top - 4.9}Q11.9 {top - 5.4} 12.4 {top - 5.4}H19.6Q20.1 {top - 5.4} 20.1 {top - 4.9}"
                f"L20.5 {top - 0.3}H11.5z",
                case,
            )
            + block(10.9, top - 0.5, 10.2, 0.6, darker(case, 0.2), corner=0.3)
            + oval(16, top - 2.8, 0.7, 0.7, lighter(case, 0.6))
        )
    elif held:
        icon = icon_of(held)
        scale = grip_of(held.name)[1] / GRID
        thing = (
            f'<g transform="translate({16 - icon.middle * scale:.2f} {top - icon.foot * scale:.2f}) '
            f'scale({scale:.4f})">{icon.markup}</g>'
        )
    return Icon(seat + someone.markup + thing + desk, (1.6, someone.box[1], 30.4, 30.4), color)


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
