"""A scene in plain language: the alt text, the title, the tags and the slug of its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from imgorigin.painters.sketch.naming import SYMBOLS
from imgorigin.painters.sketch.nouns import called, in_a_list, noun_of, proper, thing, with_article
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.styles import style_of
from imgorigin.painters.sketch.subjects.traits import is_person

MOST_TAGS: Final = 12
LONGEST_SLUG: Final = 60

_PATTERNS: Final = {
    "tiles": "An abstract pattern of geometric tiles",
    "waves": "An abstract picture of rolling waves",
    "orbs": "An abstract picture of glowing orbs",
    "arcs": "An abstract pattern of concentric rings",
    "bokeh": "An abstract picture of blurred lights",
    "blobs": "An abstract picture of flowing shapes",
    "lines": "An abstract pattern of flowing lines",
    "mesh": "An abstract picture of a soft gradient",
}
_PATTERN_TAGS: Final = {"tiles": "pattern", "arcs": "pattern", "blobs": "fluid", "mesh": "gradient"}
_TIMES: Final = {
    "day": "on a sunny day",
    "sunset": "at sunset",
    "golden": "at golden hour",
    "dawn": "at dawn",
    "night": "at night",
    "neon": "in neon light at night",
}
_WEATHER: Final = {
    "snow": "in the snow",
    "rain": "in the rain",
    "fog": "in the fog",
    "cloudy": "under a cloudy sky",
    "autumn": "in autumn",
    "blossom": "with cherry trees in blossom",
    "aurora": "under the northern lights",
    "rainbow": "under a rainbow",
    "fireworks": "with fireworks in the sky",
}
_GREEN_BECOMES: Final = {"snow": "snowy", "autumn": "autumnal"}
_MOODS: Final = {"bw": "in black and white", "sepia": "in sepia"}
_MOOD_TAGS: Final = {"bw": "monochrome", "sepia": "sepia"}
_ALONE: Final = {
    ("city", "future"): "a futuristic city skyline",
    ("sea", "waves"): "waves on the open sea",
    ("waterfall", "tropical"): "a waterfall in the jungle",
    ("mountains", "water"): "mountains behind a lake",
}
"""A place with a detail, where nothing stands in it."""
_TIMELESS: Final = frozenset({"abstract", "concept", "studio", "space", "underwater"})
_SMALL: Final = frozenset("a an the of on in with and at under beside above behind".split())
_RELATIONS: Final = {
    "beside": "beside",
    "left": "to the left of",
    "right": "to the right of",
    "on": "on",
    "in": "in",
    "above": "above",
    "under": "under",
    "behind": "behind",
    "before": "in front of",
    "riding": "riding",
    "with": "with",
    "leaning": "leaning on",
    "chasing": "chasing",
    "around": "around",
    "facing": "looking at",
}


def alt_of(scene: Scene) -> str:
    """One sentence for those who cannot see the picture: "A dog in a green field on a sunny day."."""
    if scene.place == "abstract":
        text = _PATTERNS[scene.pattern] + (f" in {scene.color_name}" if scene.color_name else "")
    elif scene.place == "concept" and scene.subjects:
        text = _concept(scene)
    else:
        text = " ".join(part for part in (_what(scene), _where(scene), *_when(scene)) if part)
    moods = [phrase for mood, phrase in _MOODS.items() if mood in scene.moods]
    texts = [f"with the text “{step.text}”" for step in scene.finish if step.text]
    if phrase := style_of(scene.styles).phrase:
        text = f"{phrase} {text[:1].lower()}{text[1:]}"
    return _capital(", ".join([proper(text), *moods, *texts]) + ".")


def title_of(scene: Scene) -> str:
    """A few words: "Mountains at sunset", "Dog and soccer ball, watercolor", "Cat on a sofa"."""
    label, title = style_of(scene.styles).label, _capital(_bare(proper(_title(scene).lower())))
    return f"{title}, {label}" if label else title


def _title(scene: Scene) -> str:
    if scene.place == "concept" and scene.subjects:
        return _capital(in_a_list([subject.noun for subject in scene.subjects]))
    if scene.place == "abstract":
        return _capital(f"{scene.color_name} abstract pattern".strip())
    if scene.subjects:
        return _capital(_bare(_related(scene.subjects, first_bare=True)))
    what = _bare(_what(scene)).split(" with ")[0]
    times = [time for time in _when(scene) if time != _TIMES["day"]]
    return _capital(" ".join([what, *times[-1:]]))


def tags_of(scene: Scene) -> list[str]:
    """Single terms in lower case, what matters most first."""
    tags = [tag for subject in scene.subjects for tag in _tags_of_subject(subject)]
    tags += _tags_of_place(scene)
    if scene.time != "day" and scene.place not in _TIMELESS:
        tags.append(scene.time)
    tags += [name for name in (*_WEATHER, "flowers") if name in scene.conditions]
    tags += [one.color_name for one in scene.subjects if " and " not in one.color_name]
    tags.append(scene.color_name)
    if any(is_person(one.name) for one in scene.subjects):
        tags.append("people")
    tags += [tag for mood, tag in _MOOD_TAGS.items() if mood in scene.moods]
    single = (tag.lower().rsplit(" of ", 1)[-1] for tag in tags if tag)
    return list(dict.fromkeys(single))[:MOST_TAGS]


def slug_of(scene: Scene) -> str:
    """For an address: "cat-on-a-red-sofa", of whole words and ASCII letters and digits only."""
    title = title_of(scene).lower()
    timed = scene.time != "day" and scene.place not in _TIMELESS and scene.time not in title
    kept: list[str] = []
    for word in f"{title} {scene.time if timed else ''}".split():
        plain = "".join(char for char in word if char.isascii() and (char.isalnum() or char == "-"))
        if plain and len("-".join(kept)) + len(plain) >= LONGEST_SLUG:
            break
        kept += [plain] if plain else []
    words = "-".join(kept).split("-")
    while words[-1] in _SMALL and len(words) > 1:
        words.pop()
    return "-".join(words) or scene.place


# --------------------------------------------------------------------------------------------- parts


def _concept(scene: Scene) -> str:
    """ "An illustration of cloud and security, with a padlock"."""
    head = scene.subjects[-1]
    of = in_a_list([subject.noun for subject in scene.subjects])
    shown = with_article(replace(head, noun=called(head.name)))
    return f"An illustration of {of}, with {shown}"


def _tags_of_subject(subject: Subject) -> list[str]:
    """Itself, what it holds and what it wears."""
    own = subject.noun.lower() if subject.noun in SYMBOLS else noun_of(subject)
    others = [*([subject.holding] if subject.holding else []), *subject.wearing]
    return [own, *(noun_of(one) for one in others if one.name not in ("hair", "beard"))]


def _tags_of_place(scene: Scene) -> list[str]:
    if scene.place == "abstract":
        return ["abstract", _PATTERN_TAGS.get(scene.pattern, scene.pattern)]
    lake = ["lake"] if "water" in scene.details and scene.place == "mountains" else []
    return lake if scene.place == "studio" else [scene.place, *lake]


def _what(scene: Scene) -> str:
    if not scene.subjects:
        return _alone(scene)
    told = _related(scene.subjects)
    if "portrait" in scene.details and len(scene.subjects) == 1 and is_person(scene.subjects[0].name):
        return f"a portrait of {told}"
    crowded = scene.place == "office" and "people" in scene.details
    return f"a team of colleagues and {told}" if crowded else told


def _alone(scene: Scene) -> str:
    """The place as it is where nothing stands in it."""
    if scene.place == "field" and not scene.conditions & {"snow", "autumn"}:
        return "a meadow of flowers"
    special = (_ALONE[scene.place, detail] for detail in scene.details if (scene.place, detail) in _ALONE)
    return next(special, PLACES[scene.place].alone)


def _where(scene: Scene) -> str:
    if not scene.subjects:
        return ""
    if scene.place == "mountains" and "water" in scene.details:
        return PLACES["lake"].phrase
    phrase = PLACES[scene.place].phrase
    if "launch" in scene.details and scene.place == "space":
        return "launching into space"
    if scene.place == "table" and "marble" in scene.details:
        phrase = phrase.replace("wooden", "marble")
    if scene.place == "river" and "crossing" in scene.details:
        phrase = "on a bridge over a river"
    if any(one.pose == "working" for one in scene.subjects):
        phrase = f"at a desk {phrase}"
    return _in_season(phrase, scene)


def _in_season(phrase: str, scene: Scene) -> str:
    for condition, adjective in _GREEN_BECOMES.items():
        if condition in scene.conditions:
            article = "an" if adjective[0] in "aeiou" else "a"
            phrase = phrase.replace("a green", f"{article} {adjective}")
    return phrase


def _when(scene: Scene) -> list[str]:
    """Time and weather, as far as the picture shows them and no other word has said it."""
    place = PLACES[scene.place]
    if scene.place in _TIMELESS:
        return []
    if place.indoors:
        return [_TIMES[scene.time]] if scene.time != "day" else []
    said = f"{_where(scene)} {'' if scene.subjects else _what(scene)}"
    weather = [
        phrase
        for condition, phrase in _WEATHER.items()
        if condition in scene.conditions and _GREEN_BECOMES.get(condition, "-") not in said
    ]
    overcast = scene.conditions & {"snow", "rain", "fog", "cloudy", "autumn", "rainbow"}
    if scene.time == "day" and (weather or overcast):
        return weather
    if scene.time == "night" and "aurora" in scene.conditions:
        return weather
    return [_TIMES[scene.time], *weather]


# ----------------------------------------------------------------------------------------- relations


def _related(subjects: Sequence[Subject], *, first_bare: bool = False) -> str:
    """All subjects in one phrase: "a cat and a dog beside a red bench"."""
    told: set[int] = set()
    phrases = []
    for index in range(len(subjects)):
        if index in told or (_is_target(subjects, index) and any(_leads(subjects, index, told))):
            continue
        phrases.append(_clause(subjects, index, told, bare=first_bare))
    return in_a_list(phrases)


def _is_target(subjects: Sequence[Subject], index: int) -> bool:
    return any(one.other == index for one in subjects)


def _leads(subjects: Sequence[Subject], index: int, told: set[int]) -> list[int]:
    """Those not yet told of who lead to this one: it comes after them."""
    return [
        other
        for other, one in enumerate(subjects)
        if one.other == index and other not in told and other != subjects[index].other
    ]


def _clause(subjects: Sequence[Subject], index: int, told: set[int], *, bare: bool) -> str:
    """A subject, those who share its relation, and what they are on, under, beside ..."""
    one = subjects[index]
    told.add(index)
    peers = [
        other
        for other, peer in enumerate(subjects)
        if other not in told and (peer.relation, peer.other) == (one.relation, one.other) and one.other >= 0
    ]
    told.update(peers)
    alone = len(peers) == 0
    text = in_a_list(
        [_named(subjects[other], bare=bare and (not alone or other == index)) for other in (index, *peers)]
    )
    if one.other < 0 or one.other in told or one.other >= len(subjects):
        return text
    verb = _RELATIONS.get(one.relation, "beside")
    if one.relation == "on" and one.pose == "sitting" and is_person(one.name):
        verb = "sitting on"
    if one.relation == "with" and one.pose == "walking":
        verb = ""
    return " ".join(part for part in (text, verb, _clause(subjects, one.other, told, bare=False)) if part)


def _named(subject: Subject, *, bare: bool) -> str:
    if bare:
        return subject.noun if subject.noun in SYMBOLS else thing(subject)
    meant = f" as a symbol of {subject.noun}" if subject.noun in SYMBOLS else ""
    return with_article(subject) + meant


def _bare(phrase: str) -> str:
    if phrase.startswith("a dozen"):
        return phrase
    for article in ("a ", "an ", "the "):
        phrase = phrase.removeprefix(article)
    return phrase


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
