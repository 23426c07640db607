"""What people look like and what they wear: by their trade, their age, the words, and else by chance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from imgorigin.painters.sketch import appearance
from imgorigin.painters.sketch.chance import Stream
from imgorigin.painters.sketch.scene import Subject

COMPLEXIONS: Final = (
    ("#ffd7c2", "#2b211f"),
    ("#ffd7c2", "#b97a3f"),
    ("#f0c09a", "#593b39"),
    ("#c68d7b", "#4a2f2b"),
    ("#9a6249", "#2b1d1a"),
    ("#6d483c", "#1c1616"),
)
"""Skin and hair."""
_FAIR: Final = COMPLEXIONS[:3]
_FAIR_HAIR: Final = frozenset({"red", "ginger", "blonde", "blond"})
_TOPS: Final = ("#e07a5f", "#3d7dd8", "#2a9d8f", "#e9b44c", "#8a6fb0", "#d1495b", "#5b8e5a", "#f3efe6")
_COATS: Final = ("#2f3e55", "#b5835a", "#7d4450", "#3d5a4c")
_SUITS: Final = ("#33415c", "#3d3f52", "#4f5d75", "#37474f")
_TROUSERS: Final = ("#33415c", "#4a4e69", "#2f3e46", "#6b4f3f", "#3f5f8a")
_SHOES: Final = ("#2b2d3a", "#f2f0ea", "#7a4a32", "#c8413b")
_GRAY: Final = "#d0d3da"

_SHORT: Final = ("short", "swept", "curly", "buzz")
_LONG: Final = ("bob", "long", "bun", "ponytail")
_STYLES: Final = {
    "man": _SHORT,
    "boy": ("short", "swept", "curly"),
    "woman": _LONG,
    "girl": ("pigtails", "long", "ponytail", "bob"),
    "child": ("short", "bob", "curly", "pigtails"),
    "baby": ("buzz", "curly"),
    "princess": ("long", "ponytail"),
    "female": _LONG,
    "male": _SHORT,
}
_ANY_STYLE: Final = (*_SHORT[:3], *_LONG, "afro")
_HAIR_COLORS: Final = {
    "red": "#b8492a",
    "ginger": "#c8622f",
    "blonde": "#e3b865",
    "blond": "#e3b865",
    "brown": "#6b432c",
    "black": "#231c1f",
    "white": "#e8e8ec",
    "gray": "#b9bcc4",
    "grey": "#b9bcc4",
}
_HAIR_WORDS: Final = {
    "curly": "curly",
    "long": "long",
    "short": "short",
    "ponytail": "ponytail",
    "afro": "afro",
    "bun": "bun",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What tells one person from another. `garment` is a cut of `figures.GARMENTS`."""

    skin: str
    hair: str
    style: str
    top: str
    trousers: str
    shoes: str
    garment: str = "shirt"
    long_sleeves: bool = True
    child: bool = False
    lips: bool = False
    beard: bool = False
    glasses: bool = False
    scarf: str = ""
    hat: str = ""
    hat_color: str = ""
    wheelchair: str = ""


TRADES: Final[dict[str, dict[str, str | bool]]] = {
    "health-worker": {"garment": "lab-coat", "top": "#f7f8fa"},
    "scientist": {"garment": "lab-coat", "top": "#f7f8fa", "glasses": True},
    "cook": {"garment": "tunic", "top": "#f7f5f0", "hat": "toque", "hat_color": "#fbfaf6"},
    "construction-worker": {"garment": "vest", "top": "#f08a24", "hat": "hard", "hat_color": "#f7c52d"},
    "police-officer": {
        "garment": "uniform",
        "top": "#2f4a7d",
        "trousers": "#26365a",
        "hat": "officer",
        "hat_color": "#2f4a7d",
    },
    "pilot": {
        "garment": "suit",
        "top": "#26365a",
        "trousers": "#26365a",
        "hat": "officer",
        "hat_color": "#26365a",
    },
    "firefighter": {
        "garment": "vest",
        "top": "#b8862f",
        "trousers": "#8f6a2a",
        "hat": "hard",
        "hat_color": "#c8322f",
    },
    "farmer": {"garment": "dungarees", "trousers": "#4a6fa5", "hat": "hat", "hat_color": "#e3c27a"},
    "mechanic": {"garment": "dungarees", "trousers": "#3f5f7d", "hat": "cap", "hat_color": "#3f5f7d"},
    "detective": {"garment": "coat", "top": "#b08d5f", "hat": "hat", "hat_color": "#7d6248"},
    "office-worker": {"garment": "suit"},
    "technologist": {"garment": "hoodie", "glasses": True},
    "teacher": {"garment": "cardigan", "glasses": True},
    "artist": {"garment": "apron"},
    "student": {"garment": "hoodie"},
    "singer": {"garment": "coat", "top": "#3a2f4f"},
    "bride": {"garment": "dress", "top": "#fbf8f4", "hat": "veil", "hat_color": "#fbf8f4"},
    "groom": {"garment": "suit"},
    "pirate": {
        "garment": "coat",
        "top": "#7d2f3a",
        "trousers": "#3a3540",
        "hat": "tricorne",
        "hat_color": "#2b2730",
    },
    "waiter": {"garment": "apron", "top": "#2b2d3a", "trousers": "#2b2d3a"},
    "barista": {"garment": "apron", "top": "#6b4a36"},
    "athlete": {"garment": "kit", "long_sleeves": False, "shoes": "#2b2d3a"},
    "soldier": {
        "garment": "uniform",
        "top": "#66754a",
        "trousers": "#57653f",
        "hat": "cap",
        "hat_color": "#57653f",
    },
    "sailor": {
        "garment": "uniform",
        "top": "#2f4a7d",
        "trousers": "#f3f1ea",
        "hat": "cap",
        "hat_color": "#f7f5f0",
    },
    "judge": {"garment": "coat", "top": "#2b2d3a"},
    "prince": {"garment": "uniform", "top": "#5a3f8f", "hat": "crown", "hat_color": "#f2c14e"},
    "princess": {"garment": "dress", "top": "#e58ab8", "hat": "crown", "hat_color": "#f2c14e"},
    "astronaut": {
        "garment": "space-suit",
        "top": "#eef1f5",
        "trousers": "#e3e7ee",
        "shoes": "#8d97a8",
        "long_sleeves": True,
        "hat": "visor",
        "hat_color": "#eef1f5",
    },
    "knight": {
        "garment": "armour",
        "top": "#b4bdca",
        "trousers": "#8a94a5",
        "shoes": "#5d6779",
        "long_sleeves": True,
        "hat": "helm",
        "hat_color": "#aab4c2",
    },
    "santa-claus": {
        "garment": "uniform",
        "top": "#d23b3b",
        "trousers": "#d23b3b",
        "beard": True,
        "hair": "#f4f2ee",
        "hat": "beanie",
        "hat_color": "#d23b3b",
    },
}
"""What those of a trade wear, where it is not left to chance."""

FIGURES: Final = frozenset(
    {"person", "baby", "child", "older-person", "man", "woman", "boy", "girl", *TRADES}
)
"""Those who can stand on their feet; the icons have only their heads, or heads and shoulders."""

_WORN: Final[dict[str, dict[str, str | bool]]] = {
    "suit": {"garment": "suit"},
    "dress": {"garment": "dress"},
    "skirt": {"garment": "dress"},
    "coat": {"garment": "coat"},
    "hoodie": {"garment": "hoodie"},
    "apron": {"garment": "apron"},
    "shirt": {"garment": "shirt"},
    "glasses": {"glasses": True},
    "beard": {"beard": True},
    "hat": {"hat": "hat"},
    "top-hat": {"hat": "top"},
    "cap": {"hat": "cap"},
    "beanie": {"hat": "beanie"},
    "hard-hat": {"hat": "hard"},
    "crown": {"hat": "crown"},
    "hijab": {"hat": "hijab"},
    "turban": {"hat": "turban"},
    "veil": {"hat": "veil"},
}
WITHOUT: Final = "without "
"""Before what someone has not, among their looks."""
_LACKING: Final[dict[str, dict[str, str | bool]]] = {
    "beard": {"beard": False},
    "glasses": {"glasses": False},
    "hair": {"style": "thin"},
    **{name: {"hat": ""} for name in ("hat", "top-hat", "cap", "beanie", "hard-hat", "crown", "hijab")},
}
_USUAL_HATS: Final = {"top-hat": "#2b2d3a", "hard-hat": "#f7c52d", "crown": "#f2c14e", "veil": "#fbf8f4"}
_SCARF: Final = "#c8413b"
_WHEELCHAIR: Final = "#3d5a80"
_HAT_COLORS: Final = ("#b5835a", "#3d5a80", "#c8413b", "#4f6d4a")


def look_of(subject: Subject, rng: Stream, nth: int = 0) -> Look:
    """A person's looks. Of several in a picture, the `nth` is unlike those before."""
    name, sex = subject.name, sex_of(subject)
    complexions = rng.shuffled(complexions_of(subject))
    tops, coats = rng.shuffled(_TOPS), rng.shuffled(_COATS)
    trousers, suits = rng.shuffled(_TROUSERS), rng.shuffled(_SUITS)
    styles, shoes = rng.shuffled(_STYLES.get(name) or _STYLES.get(sex, _ANY_STYLE)), rng.shuffled(_SHOES)
    own = Stream(rng.between(), nth)
    skin, hair = complexions[nth % len(complexions)]
    style = styles[nth % len(styles)]
    female = sex == "female" or (not sex and style in _LONG)
    child = name in ("baby", "child", "boy", "girl")
    look = Look(
        skin=skin,
        hair=hair,
        style=style,
        top=tops[nth % len(tops)],
        trousers=trousers[nth % len(trousers)],
        shoes=shoes[nth % len(shoes)],
        garment="dress" if own.chance(0.45) and name in ("woman", "girl") else "shirt",
        long_sleeves=own.chance(0.6),
        child=child,
        lips=female and not child,
        beard=own.chance(0.3) and style in _SHORT and name in ("man", "older-person") and not female,
    )
    look = _described(_aged(_of_trade(look, subject), subject, own), subject)
    look = _worn(look, subject, coats[nth % len(coats)], suits[nth % len(suits)], nth)
    return _without(look, subject)


def sex_of(subject: Subject) -> str:
    """ "female" or "male", by what the words call someone; empty where they leave it open."""
    said = next((appearance.SEXES[look] for look in subject.looks if look in appearance.SEXES), "")
    by_noun = appearance.SEX_OF_NOUN.get(subject.noun.rpartition(" ")[2], "")
    return said or by_noun or appearance.SEX_OF_NOUN.get(subject.name, "")


def complexions_of(subject: Subject) -> tuple[tuple[str, str], ...]:
    """The skins, each with its hair, that the words leave to choose from: red or blond hair goes with a
    fair one."""
    named = next((appearance.SKIN_OF[look] for look in subject.looks if look in appearance.SKIN_OF), "")
    fair = any(one.name == "hair" and one.color_name in _FAIR_HAIR for one in subject.wearing)
    fair = fair or not appearance.HAIR_OF.keys().isdisjoint(subject.looks)
    return appearance.SKINS[named] if named else _FAIR if fair else COMPLEXIONS


def _described(look: Look, subject: Subject) -> Look:
    """With the hair and the face that the words give them."""
    for word in subject.looks:
        if color := appearance.HAIR_OF.get(word):
            look = replace(look, hair=color)
        if style := appearance.HAIRDOS.get(word):
            look = _with_style(look, style)
        if face := appearance.FACES.get(word):
            look = replace(look, **face)  # type: ignore[arg-type]
    return look


def _without(look: Look, subject: Subject) -> Look:
    """Without what the words say they have not."""
    for name in (word.removeprefix(WITHOUT) for word in subject.looks if word.startswith(WITHOUT)):
        look = replace(look, **_LACKING.get(name, {}))  # type: ignore[arg-type]
    return look


def _of_trade(look: Look, subject: Subject) -> Look:
    wear = TRADES.get(subject.name, {})
    look = replace(look, **wear)  # type: ignore[arg-type]
    if subject.color and "top" not in wear:
        look = replace(look, top=subject.color)
    return look


def _aged(look: Look, subject: Subject, own: Stream) -> Look:
    bald = own.chance(0.4)
    if subject.name != "older-person" and "old" not in subject.looks:
        return look
    style = "bun" if look.lips else ("thin" if bald else "short")
    return replace(look, hair=_GRAY, style=style, glasses=True)


def _worn(look: Look, subject: Subject, coat: str, suit: str, nth: int) -> Look:
    """What the words say of clothes and hair; `coat` and `suit` are cloths for those they give no colour."""
    for one in subject.wearing:
        look = _with_hair(look, one) if one.name == "hair" else _with_garment(look, one, coat, nth)
    if look.garment != "suit" or subject.name == "pilot":
        return look
    named = subject.color or next((one.color for one in subject.wearing if one.name == "suit"), "")
    return replace(look, top=named or suit, trousers=named or suit, shoes=_SHOES[0])


def _with_style(look: Look, style: str) -> Look:
    """Women's curls are longer."""
    return replace(look, style="curls" if style == "curly" and look.lips else style)


def _with_hair(look: Look, hair: Subject) -> Look:
    style = _HAIR_WORDS.get(hair.noun.split()[0], look.style)
    look = _with_style(look, style)
    return replace(look, hair=_HAIR_COLORS.get(hair.color_name, hair.color) or look.hair)


def _with_garment(look: Look, worn: Subject, coat: str, nth: int) -> Look:
    """One thing more, in the colour it has by the words, by custom or by chance."""
    name, color = worn.name, worn.color
    look = replace(look, **_WORN.get(name, {}))  # type: ignore[arg-type]
    if "hat" in _WORN.get(name, {}):
        return replace(look, hat_color=color or _USUAL_HATS.get(name) or _HAT_COLORS[nth % len(_HAT_COLORS)])
    if name == "wheelchair":
        return replace(look, wheelchair=color or _WHEELCHAIR)
    if name == "scarf":
        return replace(look, scarf=color or _SCARF)
    if name == "trousers":
        return replace(look, trousers=color or look.trousers)
    if name == "coat":
        return replace(look, top=color or coat)
    return replace(look, top=color) if color and name not in ("glasses", "beard") else look
