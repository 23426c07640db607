"""A scene in plain language: the alt text and the title of its picture."""

from __future__ import annotations

from typing import Final

from imgorigin.painters.sketch.naming import SYMBOLS
from imgorigin.painters.sketch.places import PLACES
from imgorigin.painters.sketch.scene import Scene, Subject
from imgorigin.painters.sketch.styles import style_of
from imgorigin.painters.sketch.vocabulary import singular

_UNCOUNTED: Final = frozenset(
    "coffee tea bread money fire luggage mail music popcorn rice pasta sushi spaghetti curry soup food wine "
    "beer ice butter salt cheese bacon champagne lightning furniture clothing graffiti homework yoga".split()
)
_PLURALS: Final = frozenset("headphones headset noodles french-fries chopsticks books jeans shorts".split())
"""Icons that are several things, whatever the word."""

_LIKE_YOU: Final = ("uni", "eu", "use", "one")
"""Beginnings that take "a" for all their vowel."""

_PATTERNS: Final = {
    "tiles": "An abstract pattern of geometric tiles",
    "waves": "An abstract picture of rolling waves",
    "orbs": "An abstract picture of glowing orbs",
    "arcs": "An abstract pattern of concentric rings",
}
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
    "aurora": "under the northern lights",
    "rainbow": "under a rainbow",
    "fireworks": "with fireworks in the sky",
}
_GREEN_BECOMES: Final = {"snow": "snowy", "autumn": "autumnal"}
_MOODS: Final = {"bw": "in black and white", "sepia": "in sepia"}
_TIMELESS: Final = frozenset({"abstract", "studio", "space", "underwater"})


def alt_of(scene: Scene) -> str:
    """One sentence for those who cannot see the picture: "A dog in a green field on a sunny day."."""
    if scene.place == "abstract":
        text = _PATTERNS[scene.pattern] + (f" in {scene.color_name}" if scene.color_name else "")
    else:
        text = " ".join(part for part in (_what(scene), _where(scene), *_when(scene)) if part)
    moods = [phrase for mood, phrase in _MOODS.items() if mood in scene.moods]
    if phrase := style_of(scene.styles).phrase:
        text = f"{phrase} {text[:1].lower()}{text[1:]}"
    return _capital(", ".join([text, *moods]) + ".")


def title_of(scene: Scene) -> str:
    """A few words: "Mountains at sunset", "Dog and soccer ball, watercolor"."""
    label = style_of(scene.styles).label
    return f"{_title(scene)}, {label}" if label else _title(scene)


def _title(scene: Scene) -> str:
    if scene.place == "abstract":
        return _capital(f"{scene.color_name} abstract pattern".strip())
    if scene.subjects:
        names = [subject.noun if subject.noun in SYMBOLS else _thing(subject) for subject in scene.subjects]
        return _capital(_listed(names))
    what = _bare(_what(scene)).split(" with ")[0]
    times = [time for time in _when(scene) if time != _TIMES["day"]]
    return _capital(" ".join([what, *times[-1:]]))


def _what(scene: Scene) -> str:
    if scene.subjects:
        things = [_with_article(subject) for subject in scene.subjects]
        crowd = ["a team of colleagues"] if scene.place == "office" and "people" in scene.details else []
        return _listed([*crowd, *things])
    alone = PLACES[scene.place].alone
    if scene.place == "city" and "future" in scene.details:
        alone = "a futuristic city skyline"
    if scene.place == "mountains" and "water" in scene.details:
        alone = "mountains behind a lake"
    if scene.place == "field" and not scene.conditions & {"snow", "autumn"}:
        alone = "a meadow of flowers"
    return alone


def _where(scene: Scene) -> str:
    if not scene.subjects:
        return ""
    if scene.place == "mountains" and "water" in scene.details:
        return PLACES["lake"].phrase
    phrase = PLACES[scene.place].phrase
    if "launch" in scene.details and scene.place == "space":
        return "launching into space"
    for condition, adjective in _GREEN_BECOMES.items():
        if condition in scene.conditions:
            phrase = phrase.replace(
                "a green", f"a {adjective}" if adjective[0] not in "aeiou" else f"an {adjective}"
            )
    return phrase


def _when(scene: Scene) -> list[str]:
    """Time and weather, as far as the picture shows them."""
    place = PLACES[scene.place]
    if scene.place in _TIMELESS:
        return []
    if place.indoors:
        return [_TIMES[scene.time]] if scene.time != "day" else []
    weather = [phrase for condition, phrase in _WEATHER.items() if condition in scene.conditions]
    if scene.time == "day" and weather:
        return weather
    if scene.time == "night" and "aurora" in scene.conditions:
        return weather
    return [_TIMES[scene.time], *weather]


# -------------------------------------------------------------------------------------------- nouns


def _with_article(subject: Subject) -> str:
    thing = _thing(subject)
    meant = f" ({subject.noun})" if subject.noun in SYMBOLS else ""
    noun = thing.split(" holding ")[0].split(" reading ")[0].split(" with ")[0]
    if subject.name in _PLURALS or _is_plural(noun) or noun.split()[-1] in _UNCOUNTED:
        return thing + meant
    an = thing[0] in "aeiou" and not thing.startswith(_LIKE_YOU)
    return f"{'an' if an else 'a'} {thing}{meant}"


def _thing(subject: Subject) -> str:
    """Without an article, with its colour and what it holds."""
    noun = " ".join(part for part in (subject.color_name, _noun(subject)) if part)
    if not subject.holding:
        return noun
    if subject.holding.name == "open-book":
        return f"{noun} reading {_with_article(subject.holding)}"
    return f"{noun} with {_with_article(subject.holding)}"


def _noun(subject: Subject) -> str:
    """As the words call it; as the icon is called where they are an idea, a pictograph or no English."""
    if (
        subject.noun in SYMBOLS
        or not subject.noun.replace(" ", "").isascii()
        or not subject.noun[:1].isalpha()
    ):
        return subject.name.replace("-", " ")
    return singular(subject.noun)


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "bus", "lens"))


def _bare(phrase: str) -> str:
    return phrase.removeprefix("a ").removeprefix("an ").removeprefix("the ")


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
