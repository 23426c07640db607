"""Build the sketch painter's names of things in other languages.

    .venv/bin/python -m scripts.build_sketch_languages [folder with the .tgz file]

Without a folder the source is fetched with `npm pack`, in the version named below. Same source and same asset
pack, same bytes. A language is one gzipped text (see `imgorigin.painters.sketch.languages.loading`, which
reads it), a line a thing: English term, names and keywords, with tabs between them and "|" between words.

Licence of the source: assets/NOTICE.txt beside the folder it writes to.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from imgorigin.painters.sketch.languages import LANGUAGES
from imgorigin.painters.sketch.naming import NAMES, SYMBOLS
from imgorigin.painters.sketch.pack import pack
from imgorigin.painters.sketch.vocabulary import LONGEST_TERM, meaning, tokens

TARGET: Final = Path(__file__).parent.parent / "src/imgorigin/painters/sketch/assets/words"
SOURCE: Final = "cldr-annotations-full@48.2.0"
DIGEST: Final = "28576e51225deb51e3ddd734b0f824a0079682cb5d8c27faa9f68149317a14d1"
"""SHA-256 of the tarball."""
SEVERAL: Final = {"zh": ("zh", "zh-Hant")}
"""Languages here that are more than one there."""

LONGEST_NAME: Final = 3
"""Words of a name; longer ones are descriptions."""
LONGEST_WRITTEN: Final = 30
"""Characters of a name."""
MAX_MEANINGS: Final = 2
"""A keyword of more things than this says too little of any."""
SPACELESS: Final = frozenset({"ja", "zh", "ko"})
"""Languages whose words may be one or two characters long."""

CAPITAL_NOUNS: Final = frozenset({"de"})
"""Languages that write nouns with a capital, so that keywords of one thing can be told to be names of it."""


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else fetched(Path(scratch))
        entries = annotated(folder)
    TARGET.mkdir(parents=True, exist_ok=True)
    terms = english_terms()
    for code in LANGUAGES:
        lines = things(code, [entries[name] for name in SEVERAL.get(code, (code,))], terms)
        raw = "".join(f"{line}\n" for line in lines).encode()
        path = TARGET / f"{code}.txt.gz"
        path.write_bytes(gzip.compress(raw, 9, mtime=0))
        sys.stdout.write(f"{code}: {len(lines)} things, {path.stat().st_size / 1024:.1f} KB\n")


def fetched(folder: Path) -> Path:
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), SOURCE]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return folder


def annotated(folder: Path) -> dict[str, Mapping[str, Any]]:
    """Language -> emoji -> its names and keywords. Raises ValueError for a file that is not the source."""
    path = folder / (SOURCE.replace("@", "-") + ".tgz")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != DIGEST:
        raise ValueError(f"{path.name} is not the file the names were built from")
    wanted = {name for code in LANGUAGES for name in SEVERAL.get(code, (code,))}
    with tarfile.open(path) as archive:
        return {
            name: json.loads(file.read())["annotations"]["annotations"]
            for name in sorted(wanted)
            if (file := archive.extractfile(f"package/annotations/{name}/annotations.json"))
        }


def english_terms() -> dict[str, str]:
    """Icon -> the plainest English term that means it."""
    candidates: dict[str, list[str]] = defaultdict(list)
    for term, icon in NAMES.items():
        if term not in SYMBOLS:
            candidates[icon].append(term)
    for icon in pack().icons:
        candidates[icon].append(icon.replace("-", " "))
    for term, icon in sorted(pack().words.items(), key=lambda pair: (len(pair[0]), pair[0])):
        candidates[icon].append(term)
    found = {
        icon: next((term for term in terms if _is_plain(term, icon)), "")
        for icon, terms in candidates.items()
    }
    return {icon: term for icon, term in found.items() if term}


def _is_plain(term: str, icon: str) -> bool:
    found = meaning(term)
    if found is None or found.hint or len(term.split()) > LONGEST_TERM:
        return False
    if term == icon.replace("-", " "):
        return True
    return found.subject == icon and not (found.tags or found.color)


def things(code: str, entries: Iterable[Mapping[str, Any]], terms: Mapping[str, str]) -> list[str]:
    """The lines of a language."""
    names: dict[str, str] = {}
    keywords: dict[str, dict[str, None]] = defaultdict(dict)
    nouns = set[str]()
    for emojis in entries:
        for emoji, entry in emojis.items():
            icon = pack().emoji.get(emoji.replace("\ufe0f", "").replace("\u200d", ""), "")
            term = terms.get(NAMES.get(icon.replace("-", " "), icon))
            if not term:
                continue
            for name in map(_plain, entry.get("tts", ())):
                if _is_name(name, code):
                    names.setdefault(name, term)
            for written in entry.get("default", ()):
                keyword = _plain(written)
                if _is_name(keyword, code) and " " not in keyword:
                    keywords[keyword][term] = None
                    nouns |= {keyword} if code in CAPITAL_NOUNS and written[0].isupper() else set()
    kept: dict[str, str] = {}
    for keyword, icons in keywords.items():
        if keyword in nouns and len(icons) == 1:
            names.setdefault(keyword, min(icons))
        elif keyword not in names and len(icons) <= MAX_MEANINGS:
            kept[keyword] = min(icons)
    named, hinted = _by_term(names), _by_term(kept)
    return [
        f"{term}\t{'|'.join(named.get(term, ()))}\t{'|'.join(hinted.get(term, ()))}"
        for term in sorted({*named, *hinted})
    ]


def _plain(text: str) -> str:
    return " ".join(tokens(text))


def _is_name(name: str, code: str) -> bool:
    shortest = 1 if code in SPACELESS else 3
    spelled = not name.isascii() or name.replace(" ", "").isalpha()
    return spelled and shortest <= len(name) <= LONGEST_WRITTEN and len(name.split()) <= LONGEST_NAME


def _by_term(words: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        found[words[word]].append(word)
    return found


if __name__ == "__main__":
    main()
