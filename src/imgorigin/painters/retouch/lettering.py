"""Text as outlines, so that a word looks the same on every machine. The letters are those of Inter Bold.

Built by scripts/build_lettering.py; the licence is in assets/NOTICE.txt.
"""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from imgorigin.painters.retouch.step import NotPossible, Step

EM: Final = 1000
MAX_LETTERS: Final = 160
MAX_LINES: Final = 4
_LARGEST: Final = 0.17
"""Size of a line's em, in heights of the picture (or 3/4 of its width, if that is less)."""
_WIDEST: Final = 0.88
_MARGIN: Final = 0.075
_LEADING: Final = 1.16
_INK: Final = "#14142b"


@dataclass(frozen=True, slots=True)
class Font:
    """Units of EM. `letters`: character -> advance and outline; `kerning`: pair -> what to add between."""

    metrics: Mapping[str, int]
    letters: Mapping[str, tuple[int, str]]
    kerning: Mapping[str, int]


@cache
def font() -> Font:
    """Read once; some 20 ms."""
    data = json.loads(
        gzip.decompress(files(__package__).joinpath("assets", "lettering.json.gz").read_bytes())
    )
    return Font(data["metrics"], {char: tuple(one) for char, one in data["letters"].items()}, data["kerning"])


def unwritable(text: str) -> str:
    """The signs of a text that there are no outlines for."""
    return "".join(dict.fromkeys(char for char in text if not char.isspace() and char not in font().letters))


def written(step: Step, width: float, height: float, *, name: str = "w") -> str:
    """The step's text as SVG markup for a picture of that size. Ids begin with `name`.

    Raises NotPossible for a text that cannot be written.
    """
    text = writable(step.text)
    lines, size = _fitted(text, width, height, step.amount)
    color = step.color or "#ffffff"
    light = _lightness(color) > 0.45
    leading = size * _LEADING
    cap = font().metrics["cap"] / EM * size
    block = leading * (len(lines) - 1) + cap
    margin = _MARGIN * min(width, height) + size * 0.12
    top = margin
    if _is_in_the_middle(step):
        top = (height - block) / 2
    elif "top" not in step.where:
        top = height - margin - block
    lefts = [_left(step, line, size, width) for line in lines]
    body = "".join(
        _line(line, left, top + cap + leading * at, size)
        for at, (line, left) in enumerate(zip(lines, lefts, strict=True))
    )
    place = (min(lefts), top, max(map(measure, lines)) * size / EM, block)
    back = _INK if light else "#ffffff"
    outline = (
        f'<g fill="none" stroke="{back}" stroke-width="{0.085 * EM:.0f}" stroke-linejoin="round" '
        f'stroke-opacity="0.3">{body}</g>'
    )
    return (
        f'<g class="text">{_scrim(step, back, (width, height), place, name)}{outline}'
        f'<g fill="{color}">{body}</g></g>'
    )


def writable(text: str) -> str:
    """The text as it will stand there, less its pictographs. Raises NotPossible for letters that are none of
    ours, and for scripts that run from right to left."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        raise NotPossible("writing from right to left is not supported")
    missing = unwritable(text)
    if letters := "".join(char for char in missing if unicodedata.category(char)[0] in "LMN"):
        raise NotPossible(f"there are no letters here for {letters[:12]!r}")
    text = " ".join("".join(char for char in text if char not in missing).split())
    if not text:
        raise NotPossible("there is nothing in it that can be written")
    return text if len(text) <= MAX_LETTERS else text[: MAX_LETTERS - 1].rstrip() + "…"


# --------------------------------------------------------------------------------------------- layout


def measure(line: str) -> float:
    """Width of a line in units of EM."""
    letters, kerning = font().letters, font().kerning
    return sum(letters[char][0] for char in line) + sum(kerning.get(a + b, 0) for a, b in pairwise(line))


def _fitted(text: str, width: float, height: float, amount: float) -> tuple[list[str], float]:
    """The lines of a text, and the largest size at which they fit: one line if that is large enough."""
    most = _LARGEST * min(height, width * 0.75) * min(1.7, max(0.45, amount))
    best: tuple[list[str], float] = ([text], 0.0)
    for count in range(1, MAX_LINES + 1):
        lines = _broken(text.split(), count)
        widest = max(map(measure, lines))
        room = height * 0.62 / (_LEADING * len(lines))
        size = min(most, room, width * _WIDEST * EM / widest)
        if size > best[1] * 1.12:
            best = lines, size
    return best


def _broken(words: Sequence[str], count: int) -> list[str]:
    """In at most that many lines of about the same length."""
    target = measure(" ".join(words)) / count
    lines: list[str] = []
    for word in words:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and (measure(joined) <= target * 1.12 or len(lines) == count):
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _left(step: Step, line: str, size: float, width: float) -> float:
    room = width - measure(line) * size / EM
    margin = width * (1 - _WIDEST) / 2
    if "left" in step.where:
        return margin
    return room - margin if "right" in step.where else room / 2


def _line(line: str, x: float, y: float, size: float) -> str:
    scale = size / EM
    letters = "".join(
        f'<path transform="translate({at:.0f} 0)" d="{outline}"/>'
        for at, outline in _letters(line)
        if outline
    )
    return f'<g transform="translate({x:.2f} {y:.2f}) scale({scale:.5f})">{letters}</g>'


def _letters(line: str) -> Iterator[tuple[float, str]]:
    at, before = 0.0, ""
    for char in line:
        at += font().kerning.get(before + char, 0)
        advance, outline = font().letters[char]
        yield at, outline
        at, before = at + advance, char


def _scrim(step: Step, color: str, picture: tuple[float, float], text: tuple[float, ...], name: str) -> str:
    """Shade behind the text: from the nearer edge, or around it where it stands in the middle. `picture` is
    width and height, `text` left, top, width and height."""
    (width, height), (left, top, wide, block) = picture, text
    if _is_in_the_middle(step):
        around = f'cx="{left + wide / 2:.1f}" cy="{top + block / 2:.1f}"'
        shades = _stops(color, ((0, 0.5), (0.45, 0.34), (1, 0.0)))
        return (
            f'<defs><radialGradient id="{name}-scrim">{shades}</radialGradient></defs>'
            f'<ellipse {around} rx="{wide * 0.72 + block:.1f}" ry="{block * 1.1 + wide * 0.1:.1f}" '
            f'fill="url(#{name}-scrim)"/>'
        )
    if "top" in step.where:
        y, deep, shares = (
            0.0,
            top + block * 2.1 + 0.1 * min(width, height),
            ((0, 0.46), (0.45, 0.28), (1, 0.0)),
        )
    else:
        y = max(0.0, top - block * 1.1 - 0.1 * min(width, height))
        deep, shares = height - y, ((0, 0.0), (0.55, 0.28), (1, 0.46))
    ends = 'x1="0" y1="0" x2="0" y2="1"'
    return (
        f'<defs><linearGradient id="{name}-scrim" {ends}>{_stops(color, shares)}</linearGradient></defs>'
        f'<rect x="0" y="{y:.1f}" width="{width:.1f}" height="{deep:.1f}" fill="url(#{name}-scrim)"/>'
    )


def _stops(color: str, shares: Sequence[tuple[float, float]]) -> str:
    return "".join(
        f'<stop offset="{at}" stop-color="{color}" stop-opacity="{share}"/>' for at, share in shares
    )


def _is_in_the_middle(step: Step) -> bool:
    return "middle" in step.where and not {"top", "bottom"} & set(step.where)


def _lightness(color: str) -> float:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
