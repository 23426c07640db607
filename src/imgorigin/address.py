"""path <-> Address, and the one canonical text of each. Pure.

    /{project}/{words}[~v{N}][_{W}x{H}][@{D}x].{format}[/{words}[~v{N}][_{W}x{H}][@{D}x].{format}]...

The first segment after the project names a picture; each further one is an edit of what stands before
it. `~v2` asks for that version, for good, where the plain address shows whichever is pinned. Reading is
liberal (any script, case, `_`, `+`, `%20`, punctuation; `jpeg`; `-WxH` behind an edit); writing is not: every
address has one canonical text, and the edge redirects to it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from imgorigin.errors import InvalidRequest, NotFound

FORMATS: Final = ("png", "jpg", "webp", "avif", "svg")
RESERVED: Final = frozenset(
    "account admin api assets content docs favicon.ico health healthz livez metrics openapi.json readyz "
    "robots.txt static studio url v1 v2".split()
)
"""First path segments that are never a project: they are, or are kept for, routes of the server."""

PROJECT_NAMES: Final = "up to 63 of a-z, 0-9, - and _, and no name the server keeps for itself"

IMAGES: Final = "images"
REVALIDATED: Final = "revalidated"
PRIVATE: Final = "private"
SHELVES: Final = (IMAGES, REVALIDATED, PRIVATE)
"""Where renditions lie in a store: public and for good, public and to be asked for again, private."""

MAX_WORDS_BYTES: Final = 200
"""Of one segment's words in UTF-8: with size, density and format a file name stays below 255 bytes."""
MAX_PATH_BYTES: Final = 4096
"""Of a path as it is asked for, percent-encoded."""
MAX_TEXT_BYTES: Final = 900
"""Of a canonical path, decoded: object stores take names of 1,024 bytes, prefix included."""
MAX_EDITS: Final = 8
"""nginx rewrites a URI at most ten times, and each edit costs one rewrite."""
MAX_DENSITY: Final = 3
DEFAULT_SIDE: Final = 1024
LONGEST_SIDES: Final = {"webp": 16383}
"""Of formats that have a bound of their own, in pixels."""

_PROJECT = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
_SEGMENT = re.compile(
    r"(?P<words>.*?)"
    r"(?:~v(?P<version>[0-9]{1,9}))?"
    r"(?:_(?P<width>[0-9]{1,18})x(?P<height>[0-9]{1,18}))?"
    r"(?:@(?P<density>[0-9]{1,18})x)?"
    r"\.(?P<format>[a-z0-9]{1,5})",
    re.DOTALL | re.IGNORECASE | re.ASCII,
)
_DASHED_SIZE = re.compile(r"(?P<words>.+)-(?P<width>[0-9]{2,4})x(?P<height>[0-9]{2,4})")
_TIMES = re.compile(r"(?<=[0-9])×(?=[0-9])")
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"

    @property
    def ratio(self) -> float:
        return self.width / self.height

    @property
    def pixels(self) -> int:
        return self.width * self.height

    def times(self, factor: int) -> Size:
        return Size(self.width * factor, self.height * factor)


@dataclass(frozen=True, slots=True)
class Segment:
    """One step of an address: what to paint, or how to change what stands before it.

    `words` are canonical (see `canonical_words`). `size` is None where the address names none. `density`
    multiplies it, as in a srcset. `version` is None for the one that is pinned.
    """

    words: str
    format: str
    size: Size | None = None
    density: int = 1
    version: int | None = None

    @property
    def text(self) -> str:
        """The file name: `red-fox~v2_400x300@2x.png`."""
        version = "" if self.version is None else f"~v{self.version}"
        size = f"_{self.size}" if self.size else ""
        density = f"@{self.density}x" if self.density > 1 else ""
        return f"{self.words}{version}{size}{density}.{self.format}"

    @property
    def prompt(self) -> str:
        return self.words.replace("-", " ")


@dataclass(frozen=True, slots=True)
class Address:
    """A public path, parsed."""

    project: str
    picture: Segment
    edits: tuple[Segment, ...] = ()

    @property
    def path(self) -> str:
        """The canonical path, percent-encoded."""
        return quote(self.text, safe="/@")

    @property
    def text(self) -> str:
        """The canonical path, not encoded."""
        return "/".join(("", self.project, *(segment.text for segment in self.segments)))

    @property
    def key(self) -> str:
        """Where the rendition lies in a store, if that is the shelf of public pictures."""
        return self.key_on(IMAGES)

    def key_on(self, shelf: str) -> str:
        """As `text`, on one of SHELVES, but a parent's folder is its name plus `@`, for a file cannot be a
        folder too."""
        parents = [f"{segment.text}@" for segment in self.segments[:-1]]
        return "/".join((shelf, self.project, *parents, self.last.text))

    @classmethod
    def from_key(cls, key: str) -> Address:
        """The address whose key on some shelf this is. Raises NotFound for another store key."""
        shelf, _, rest = key.partition("/")
        if shelf not in SHELVES:
            raise NotFound(f"{key} is no key of a rendition.")
        return parse(quote(rest.replace("@/", "/")))

    @property
    def slug(self) -> str:
        """All its words, by which the catalog knows the picture: `red-fox`, or of an edit
        `red-fox/add-a-hat`."""
        return "/".join(segment.words for segment in self.segments)

    @property
    def is_lasting(self) -> bool:
        """Whether it names the version of each of its segments, so that nothing ever changes what it
        shows."""
        return all(segment.version is not None for segment in self.segments)

    def moved(self, project: str, slug: str, *, steps: int) -> Address:
        """Where it is if that of its first `steps` segments was renamed to this. Sizes, formats and versions
        stay. An edit that became a picture of its own keeps the size that it had from its source."""
        words = slug.split("/")
        dropped = steps - len(words)
        kept = [
            replace(segment, words=word)
            for segment, word in zip(self.segments[dropped:steps], words, strict=True)
        ]
        if dropped and not kept[0].size:
            source = Address(self.project, self.picture, self.segments[1:dropped])
            kept[0] = replace(kept[0], size=source.size)
        picture, *edits = (*kept, *self.segments[steps:])
        return Address(project, picture, tuple(edits))

    def at(self, version: int | None) -> Address:
        """The address of that version of the same picture; None: the plain one, which shows the pinned one
        and names no version anywhere."""
        plain = tuple(replace(segment, version=None) for segment in self.segments)
        picture, *edits = (*plain[:-1], replace(plain[-1], version=version))
        return Address(self.project, picture, tuple(edits))

    @property
    def segments(self) -> tuple[Segment, ...]:
        return (self.picture, *self.edits)

    @property
    def last(self) -> Segment:
        return self.segments[-1]

    @property
    def format(self) -> str:
        return self.last.format

    @property
    def source(self) -> Address | None:
        """What the last edit is made from; None where there is no edit."""
        return Address(self.project, self.picture, self.edits[:-1]) if self.edits else None

    @property
    def size(self) -> Size:
        """The rendition's size in pixels, density included. An edit that names none has its source's."""
        if self.last.size:
            return self.last.size.times(self.last.density)
        inherited = self.source.size if self.source else Size(DEFAULT_SIDE, DEFAULT_SIDE)
        return inherited.times(self.last.density)


@dataclass(frozen=True, slots=True)
class Limits:
    """What sizes may be asked for: sides in pixels, `max_pixels` the product of both."""

    min_side: int = 16
    max_side: int = 4096
    max_pixels: int = 4096 * 4096

    def check(self, address: Address) -> None:
        """Raise InvalidRequest if the rendition, or a source it is edited from, is out of bounds."""
        source: Address | None = address
        while source:
            self.check_size(source.size, source.format)
            source = source.source

    def check_size(self, size: Size, form: str) -> None:
        """Of a rendition in this format. Raises InvalidRequest."""
        longest = min(self.max_side, LONGEST_SIDES.get(form, self.max_side))
        for field, side in (("width", size.width), ("height", size.height)):
            if not self.min_side <= side <= longest:
                raise InvalidRequest(field, f"{side} pixels", f"{self.min_side} to {longest}")
        if size.pixels > self.max_pixels:
            raise InvalidRequest(
                "size", f"{size} is {size.pixels} pixels", f"{self.max_pixels} pixels at the most"
            )


def parse(path: str | bytes) -> Address:
    """Read a percent-encoded path, liberally.

    Raises NotFound for what is no address at all, InvalidRequest for an address with a part out of bounds.
    """
    if isinstance(path, str):
        path = path.encode(errors="surrogateescape")
    if len(path) > MAX_PATH_BYTES:
        raise InvalidRequest("path", f"{len(path)} bytes long", f"{MAX_PATH_BYTES} bytes at the most")
    segments = [_decoded(part) for part in path.split(b"/") if part]
    if len(segments) < 2 or "." not in segments[-1]:
        raise NotFound("An address looks like /project/words-of-the-picture_800x600.png.")
    project = segments[0].lower()
    if not is_project_name(project):
        raise NotFound(f"{segments[0]!r} cannot be a project. Allowed: {PROJECT_NAMES}.")
    if len(segments) - 2 > MAX_EDITS:
        raise InvalidRequest("edits", f"{len(segments) - 2} in one chain", f"{MAX_EDITS} at the most")
    picture, *edits = segments[1:]
    address = Address(project, _segment(picture), tuple(_segment(edit, is_edit=True) for edit in edits))
    if (size := len(address.text.encode())) > MAX_TEXT_BYTES:
        raise InvalidRequest(
            "path", f"{size} bytes with all its edits", f"{MAX_TEXT_BYTES} bytes at the most"
        )
    return address


def surrogate_keys(project: str, slug: str) -> tuple[str, ...]:
    """By which a cache knows pictures that are purged together: `acme`, and `acme/red-fox` for a picture in
    all sizes and with all its edits. With an empty slug: of the project alone."""
    words = slug.partition("/")[0]
    return (project, f"{project}/{quote(words)}") if words else (project,)


def is_project_name(name: str) -> bool:
    return name not in RESERVED and bool(_PROJECT.fullmatch(name))


def is_canonical(path: str | bytes, address: Address) -> bool:
    """Whether a path that parsed as `address` is spelled canonically; `%40` for `@`, as clients like to write
    it, is let pass."""
    spelled = path if isinstance(path, bytes) else path.encode(errors="surrogateescape")
    return spelled.replace(b"%40", b"@") == address.path.encode()


def canonical_words(text: str) -> str:
    """Words of any script -> lower-case words joined by single hyphens. May be empty.

    Letters, marks, digits and pictographs stay (NFKC); apostrophes and invisible characters vanish;
    everything else separates. Idempotent.
    """
    text = _TIMES.sub("x", text)
    while True:
        words = "-".join(_spaced(unicodedata.normalize("NFKC", text).lower()).split())
        if words == text:
            return words
        text = words


def _spaced(text: str) -> str:
    return "".join(map(_kept, text))


def _kept(char: str) -> str:
    """The character itself, nothing, or a space."""
    if char in "'’" or ord(char) in _VARIATION_SELECTORS:
        return ""
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    if category[0] in "LMN" or category == "So" or ord(char) in _SKIN_TONES:
        return char
    return " "


def _decoded(part: bytes) -> str:
    try:
        return unquote_to_bytes(part).decode()
    except UnicodeError:
        raise NotFound("The path is not valid UTF-8.") from None


def _segment(text: str, *, is_edit: bool = False) -> Segment:
    match = _SEGMENT.fullmatch(_TIMES.sub("x", unicodedata.normalize("NFKC", text)))
    if not match:
        raise NotFound(f"{text!r} has no image format at its end, as in red-fox_800x600.png.")
    words, width, height = canonical_words(match["words"]), match["width"], match["height"]
    if is_edit and width is None and (dashed := _DASHED_SIZE.fullmatch(words)):
        words, width, height = dashed["words"], dashed["width"], dashed["height"]
    form = match["format"].lower().replace("jpeg", "jpg")
    if form not in FORMATS:
        raise InvalidRequest("format", f"{form!r} is none we write", FORMATS)
    density = int(match["density"] or 1)
    if not 1 <= density <= MAX_DENSITY:
        raise InvalidRequest("density", f"@{density}x", [f"@{d}x" for d in range(1, MAX_DENSITY + 1)])
    if not words:
        raise NotFound("An address needs words before its size and format.")
    if len(words.encode()) > MAX_WORDS_BYTES:
        raise InvalidRequest("words", "too long", f"{MAX_WORDS_BYTES} bytes of UTF-8 a segment")
    size = Size(int(width), int(height)) if width else None
    version = int(match["version"]) if match["version"] else None
    return Segment(words, form, size, density, version)
