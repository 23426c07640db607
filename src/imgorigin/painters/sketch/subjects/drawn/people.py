"""People as whole figures and as portraits. The icons have only heads, or heads and shoulders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from imgorigin.painters.sketch.palette import darker, mix
from imgorigin.painters.sketch.subjects.drawn.base import FOOT, block, oval, shape, stroke
from imgorigin.painters.sketch.subjects.drawn.garments import GARMENTS, LONG, SHIRT
from imgorigin.painters.sketch.subjects.drawn.heads import CHIN, Face, head
from imgorigin.painters.sketch.subjects.drawn.looks import COMPLEXIONS, Look
from imgorigin.painters.sketch.subjects.drawn.poses import GRIPS, POSES, Joint, Pose
from imgorigin.painters.sketch.subjects.drawn.wheelchair import before as chair_before
from imgorigin.painters.sketch.subjects.drawn.wheelchair import behind as chair_behind
from imgorigin.painters.sketch.svg import num

_HEAD: Final = 0.43
_CHILD_HEAD: Final = 0.58
"""Size of a head on the icons' grid. Children have larger heads and are drawn smaller as a whole."""
_ARM: Final = 2.1
_LEG: Final = 2.7


@dataclass(frozen=True, slots=True)
class Figure:
    """Markup, its box on the grid, and where its right hand, the middle of its hands and its seat are."""

    markup: str
    box: tuple[float, float, float, float]
    hand: Joint
    lap: Joint
    seat: Joint | None


def figure(look: Look, pose_name: str = "standing", grip: str = "") -> Figure:
    """Someone from head to foot, the right hand (to us) free for what is held with that grip. Whose pose is
    none of the body, as one who sleeps or plays, stands."""
    pose = POSES.get("sitting" if look.wheelchair else pose_name, POSES["standing"])
    far, near = _arms(pose, grip)
    markup = (
        _limb(_shoulder(pose, 0), *far, look, near=False)
        + _legs(look, pose)
        + _body(look, pose)
        + _head(look, pose)
        + _limb(_shoulder(pose, 1), *near, look, near=True)
        + (_hand(far[1], look) if grip == "front" else "")
    )
    joints = (pose.neck, pose.hip, *far, *near, *(joint for leg in pose.legs for joint in leg))
    xs = [x for x, _ in joints]
    size = _CHILD_HEAD if look.child else _HEAD
    crown = pose.neck[1] - 0.4 - size * (CHIN + 10.6 + (4 if look.hat else 0))
    box = (min(xs) - 1.6, crown, max(xs) + 1.6, FOOT)
    lap = ((far[1][0] + near[1][0]) / 2, (far[1][1] + near[1][1]) / 2)
    if look.wheelchair:
        wheeled = chair_behind(look.wheelchair) + markup + chair_before(look.wheelchair)
        return Figure(wheeled, (min(box[0], 8.6), box[1], max(box[2], 25.2), FOOT), near[1], lap, None)
    return Figure(markup, box, near[1], lap, pose.seat)


def _arms(pose: Pose, grip: str) -> tuple[tuple[Joint, Joint], tuple[Joint, Joint]]:
    far, near = GRIPS[grip] if grip else (None, pose.arms[1])
    x, y = pose.neck

    def held(arm: tuple[Joint, Joint]) -> tuple[Joint, Joint]:
        return (arm[0][0] + x, arm[0][1] + y), (arm[1][0] + x, arm[1][1] + y)

    return held(far) if far else pose.arms[0], held(near) if grip else near


def _shoulder(pose: Pose, side: int) -> Joint:
    x, y = pose.neck
    reach = 1.6 if pose.side else 3.0
    return (x + (reach if side else -reach), y + 1.2)


def _limb(start: Joint, elbow: Joint, hand: Joint, look: Look, *, near: bool) -> str:
    sleeve = darker(_sleeve_color(look), 0.05 if near else 0.17)
    bare = not look.long_sleeves and look.garment in ("shirt", "dress", "apron", "dungarees", "kit")
    middle = ((start[0] + elbow[0]) / 2, (start[1] + elbow[1]) / 2)
    skin = look.skin if near else darker(look.skin, 0.06)
    if bare:
        return (
            _bent(start, elbow, hand, skin, _ARM - 0.3)
            + stroke(_path(start, middle), sleeve, _ARM + 0.2)
            + oval(*hand, 1.05, 1.05, skin)
        )
    return oval(*hand, 1.08, 1.08, skin) + _bent(start, elbow, _before(elbow, hand), sleeve, _ARM)


def _hand(at: Joint, look: Look) -> str:
    return oval(*at, 1.05, 1.05, look.skin)


def _sleeve_color(look: Look) -> str:
    return {"vest": "#4f6d8f", "apron": SHIRT, "dungarees": look.top}.get(look.garment, look.top)


def _before(elbow: Joint, hand: Joint) -> Joint:
    """Where a sleeve ends."""
    return (hand[0] + (elbow[0] - hand[0]) * 0.22, hand[1] + (elbow[1] - hand[1]) * 0.22)


def _bent(start: Joint, elbow: Joint, end: Joint, color: str, width: float) -> str:
    (x0, y0), (x1, y1), (x2, y2) = start, elbow, end
    bend = f"M{num(x0)} {num(y0)}Q{num(x1)} {num(y1)} {num(x2)} {num(y2)}"
    if abs((x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1)) > 9:
        bend = f"M{num(x0)} {num(y0)}L{num(x1)} {num(y1)}L{num(x2)} {num(y2)}"
    return stroke(bend, color, round(width, 2))


def _between(start: Joint, end: Joint, share: float) -> Joint:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _path(start: Joint, end: Joint) -> str:
    return f"M{num(start[0])} {num(start[1])}L{num(end[0])} {num(end[1])}"


# ---------------------------------------------------------------------------------------- lower body


def _legs(look: Look, pose: Pose) -> str:
    x, y = pose.hip
    text = ""
    for index, (knee, foot) in enumerate(pose.legs):
        side = -1 if index == 0 else 1
        hip = (x + (0.4 if pose.side else 1.35) * side, y)
        color = look.trousers if index else darker(look.trousers, 0.16 if pose.side else 0.05)
        skin = look.skin if index else darker(look.skin, 0.08)
        if look.garment == "kit":
            cut = (hip[0] + (knee[0] - hip[0]) * 0.75, hip[1] + (knee[1] - hip[1]) * 0.75)
            shorts = stroke(_path(hip, cut), color, 3.1)
            sock = stroke(_path(_between(knee, foot, 0.4), _between(knee, foot, 0.85)), "#f7f4ee", 2)
            text += _bent(hip, knee, foot, skin, 1.9) + sock + shorts + _shoe(knee, foot, look, pose)
        elif look.garment == "dress":
            text += _bent(hip, knee, foot, skin, 1.8) + _shoe(knee, foot, look, pose)
        else:
            text += _bent(hip, knee, (foot[0], foot[1] - 0.5), color, _LEG) + _shoe(knee, foot, look, pose)
    return text


def _shoe(knee: Joint, foot: Joint, look: Look, pose: Pose) -> str:
    x, y = foot
    toe = "M-1.4.9V-.4Q-1.4-1.1-.6-1.1H.8Q1.5-1.1 1.5-.2V.9z"
    if pose.side:
        toe = "M-2.9.9Q-2.9-.1-1.6-.4L-.6-1.2H1.3V.9z"
    lift = 0.0
    if pose.side and y < 27.5:
        lift = 68 if x > knee[0] else -20
    turn = f" rotate({num(lift)})" if lift else ""
    return f'<g transform="translate({num(x)} {num(y)}){turn}">{shape(toe, look.shoes)}</g>'


def _skirt(look: Look, pose: Pose, color: str) -> str:
    """A dress, or the skirts of a coat, from the waist to the knees."""
    x, y = pose.hip
    if pose.seat:
        knee = pose.legs[1][0]
        return (
            stroke(f"M{num(x)} {num(y)}L{num(knee[0] + 0.6)} {num(knee[1])}", color, 4) if pose.side else ""
        )
    flare, hem = (4.6, y + 5.8) if look.garment == "dress" else (3.5, y + 5)
    waist = 2.5
    return shape(
        f"M{num(x - waist)} {num(y - 4)}h{num(2 * waist)}L{num(x + flare)} {num(hem)}"
        f"Q{num(x)} {num(hem + 1.4)} {num(x - flare)} {num(hem)}z",
        color,
    )


# ---------------------------------------------------------------------------------------- upper body


def _body(look: Look, pose: Pose) -> str:
    (nx, ny), (hx, hy) = pose.neck, pose.hip
    wide, waist = (2.9, 2.3) if pose.side else (3.9, 2.75)
    torso = (
        f"M{num(nx - 1.4)} {num(ny - 0.4)}C{num(nx - wide + 0.6)} {num(ny - 0.3)} {num(nx - wide)} "
        f"{num(ny + 0.5)} {num(nx - wide + 0.1)} {num(ny + 2)}"
        f"L{num(hx - waist)} {num(hy + 0.9)}H{num(hx + waist)}"
        f"L{num(nx + wide - 0.1)} {num(ny + 2)}C{num(nx + wide)} {num(ny + 0.5)} {num(nx + wide - 0.6)} "
        f"{num(ny - 0.3)} {num(nx + 1.4)} {num(ny - 0.4)}z"
    )
    skirt = ""
    if look.garment == "dress" or look.garment in LONG:
        skirt = _skirt(look, pose, darker(look.top, 0.05))
    neck = block(nx - 1.1, ny - 2.2, 2.2, 2.8, darker(look.skin, 0.15), corner=1)
    bib = GARMENTS[look.garment](look)
    return (
        skirt
        + shape(torso, _sleeve_color(look) if look.garment in ("dungarees", "apron") else look.top)
        + neck
        + f'<g transform="translate({num(nx - (0.7 if pose.side else 0))} {num(ny)})">{bib}</g>'
        + (_scarf(look.scarf, nx, ny) if look.scarf else "")
    )


def _scarf(color: str, x: float, y: float) -> str:
    return block(x - 2.4, y - 1.4, 4.8, 1.8, color, corner=0.9) + block(
        x - 1.9, y - 0.6, 1.7, 5.2, darker(color, 0.12), corner=0.5
    )


# --------------------------------------------------------------------------------------------- heads


def _face(look: Look, turn: float) -> Face:
    return Face(
        skin=look.skin,
        hair=look.hair,
        style=look.style,
        turn=turn,
        beard=look.beard,
        lips=look.lips,
        glasses=look.glasses,
        hat=look.hat,
        hat_color=look.hat_color,
    )


def _head(look: Look, pose: Pose) -> str:
    size = _CHILD_HEAD if look.child else _HEAD
    x, y = pose.neck[0] - (0.5 if pose.side else 0), pose.neck[1] - 0.6 - size * CHIN
    return (
        f'<g transform="translate({num(x)} {y:.2f}) scale({size})">'
        f"{head(_face(look, -1 if pose.side else 0))}</g>"
    )


BUST_BOX: Final = (3.5, 1.5, 28.5, 32)


def bust(look: Look) -> str:
    """Head and shoulders, as in a portrait, cut off below."""
    size = 0.98 if not look.child else 1.06
    sleeve = darker(_sleeve_color(look), 0.12)
    body = _sleeve_color(look) if look.garment in ("dungarees", "apron") else look.top
    shoulders = "M13.2 22C7.4 22.8 3.8 24.6 3.6 32H28.4C28.2 24.6 24.6 22.8 18.8 22z"
    return (
        shape(shoulders, body)
        + shape("M8.6 27.6Q8.9 30 9 32H3.6Q3.7 26.6 6.2 24.6 8 25.4 8.6 27.6z", sleeve)
        + shape("M23.4 27.6Q23.1 30 23 32H28.4Q28.3 26.6 25.8 24.6 24 25.4 23.4 27.6z", sleeve)
        + shape("M12.8 16h6.4v6.2Q16 25.6 12.8 22.2z", darker(look.skin, 0.14))
        + f'<g transform="translate(16 22.6) scale(1.9)">{GARMENTS[look.garment](look)}</g>'
        + (block(10.6, 20.4, 10.8, 4, look.scarf, corner=2) if look.scarf else "")
        + f'<g transform="translate(16 12.4) scale({size})">{head(_face(look, 0))}</g>'
    )


# -------------------------------------------------------------------------------------- complexions

_DARKEST: Final = COMPLEXIONS[-1][0]
_ICON_SKIN: Final = {"#ffc83d": 0.0, "#fdbb11": 0.1, "#fcb100": 0.1, "#ed9200": 0.24}
"""The yellows of faces in the icons, and how much darker than the face each is."""
_ICON_HAIR: Final = frozenset({"#f1a11e", "#d37034", "#ff8101"})
_ICON_LIPS: Final = "#990839"


def complexion(markup: str, skin: str, hair: str) -> str:
    """An icon's yellow people as a person of flesh and blood."""
    for yellow, shade in _ICON_SKIN.items():
        markup = markup.replace(yellow, mix(skin, "#6b2a1a", shade))
    for yellow in sorted(_ICON_HAIR):
        markup = markup.replace(yellow, hair)
    return markup.replace(_ICON_LIPS, mix("#990839", skin, 0.25) if skin != _DARKEST else "#290118")


__all__ = ["COMPLEXIONS", "Figure", "bust", "complexion", "figure"]
