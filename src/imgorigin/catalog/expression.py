"""The language of searches: text -> expression -> text. Pure.

    expression = all {"OR" all}
    all        = one {["AND"] one}                side by side means both
    one        = "NOT" one | "(" expression ")" | [field ":"] value
    value      = a run of anything but spaces, brackets and quotes | '"' anything but quotes '"'

    tags:fox AND (format:png OR format:webp) NOT "red fox" project:acme model:sketch kind:edited

A value without a field are whole words of prompt, title, alt text or caption, in any case and with or without
accents; several in one value (`"red fox"`, `red-fox`) stand side by side. AND, OR and NOT are written in
capitals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from imgorigin.catalog.words import fold_label, words
from imgorigin.errors import InvalidRequest

FIELDS: Final = {
    "tags": "tags",
    "tag": "tags",
    "format": "format",
    "project": "project",
    "model": "model",
    "kind": "kind",
}
"""As they may be written, and what is meant."""
MOST_CHARACTERS: Final = 1_000
DEEPEST: Final = 40
_OPERATORS: Final = frozenset(("AND", "OR", "NOT"))

_TOKEN: Final = re.compile(
    r'(?P<space>\s+)|(?P<bracket>[()])|(?P<value>(?:(?P<field>[^\s()":]+):)?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s()"]+)))'
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words side by side in one of an asset's texts."""

    text: str


@dataclass(frozen=True, slots=True)
class Has:
    """An asset of which `field` is `value`."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    part: Expression


@dataclass(frozen=True, slots=True)
class And:
    """Two parts or more."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Two parts or more."""

    parts: tuple[Expression, ...]


Expression = Words | Has | Not | And | Or


def parse(text: str) -> Expression | None:
    """None for an empty text, which everything matches. Raises InvalidRequest with the column, from 1."""
    if len(text) > MOST_CHARACTERS:
        raise InvalidRequest(
            "expression", f"{len(text)} characters long", f"{MOST_CHARACTERS} characters at the most"
        )
    parser = _Parser(_tokens(text), len(text))
    return parser.whole() if parser.token else None


def write(expression: Expression) -> str:
    """The text that `parse` reads as this expression."""
    match expression:
        case Words(text):
            return f'"{text}"'
        case Has(field, value):
            return f'{field}:"{value}"'
        case Not(part):
            return f"NOT {_bracketed(part)}"
        case And(parts):
            return " AND ".join(map(_bracketed, parts))
        case Or(parts):
            return " OR ".join(map(_bracketed, parts))


def _bracketed(expression: Expression) -> str:
    return f"({write(expression)})" if isinstance(expression, And | Or) else write(expression)


@dataclass(frozen=True, slots=True)
class _Token:
    """A bracket, an operator, or a value (`text` is empty then)."""

    column: int
    text: str
    value: str = ""
    field: str | None = None
    value_column: int = 0
    is_quoted: bool = False


def _tokens(text: str) -> list[_Token]:
    found, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise _wrong(at + 1, "a quote that is not closed" if '"' in text[at:] else f"{text[at]!r}")
        if match["bracket"] or (match["bare"] in _OPERATORS and match["field"] is None):
            found.append(_Token(at + 1, match[0]))
        elif match["value"]:
            found.append(_valued(match))
        at = match.end()
    return found


def _valued(match: re.Match[str]) -> _Token:
    is_quoted = match["quoted"] is not None
    value = match["quoted"] if is_quoted else match["bare"]
    return _Token(match.start() + 1, "", value, match["field"], match.end("field") + 2, is_quoted)


class _Parser:
    def __init__(self, tokens: list[_Token], length: int) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._end = length + 1

    @property
    def token(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def whole(self) -> Expression:
        expression = self._either()
        if self.token:
            raise _wrong(self.token.column, f"{self.token.text!r} without its opening bracket")
        return expression

    def _either(self) -> Expression:
        parts = [self._all()]
        while self._take("OR"):
            parts.append(self._all())
        return Or(tuple(parts)) if len(parts) > 1 else parts[0]

    def _all(self) -> Expression:
        parts = [self._one()]
        while self._take("AND") or (self.token and self.token.text not in ("OR", ")")):
            parts.append(self._one())
        return And(tuple(parts)) if len(parts) > 1 else parts[0]

    def _one(self) -> Expression:
        token = self.token
        if not token:
            raise _wrong(self._end, "it ends where words are missing")
        self._at += 1
        if not token.text:
            return _value(token)
        if token.text not in ("NOT", "("):
            raise _wrong(token.column, f"{token.text!r} where words are missing")
        self._depth += 1
        if self._depth > DEEPEST:
            raise _wrong(token.column, f"more than {DEEPEST} brackets and NOTs in each other")
        found = Not(self._one()) if token.text == "NOT" else self._inside(token)
        self._depth -= 1
        return found

    def _inside(self, opening: _Token) -> Expression:
        expression = self._either()
        if not self._take(")"):
            raise _wrong(opening.column, "a bracket that is not closed")
        return expression

    def _take(self, text: str) -> bool:
        if not (self.token and self.token.text == text):
            return False
        self._at += 1
        return True


def _value(token: _Token) -> Expression:
    if token.field is None:
        if ":" in token.value and not token.is_quoted:
            raise _wrong(token.column, f"{token.value!r} has a colon without a field or a value; quote it")
        if not words(token.value):
            raise _wrong(token.column, f"{token.value!r} has neither a letter nor a digit")
        return Words(token.value)
    if token.field.lower() not in FIELDS:
        raise _wrong(token.column, f"there is no field {token.field!r}; quote words that contain a colon")
    if not fold_label(token.value):
        raise _wrong(token.value_column, f"{token.field}: without a value")
    return Has(FIELDS[token.field.lower()], token.value)


def _wrong(column: int, problem: str) -> InvalidRequest:
    return InvalidRequest(
        "expression",
        f"column {column}: {problem}",
        'words, "quoted words", tags:x, format:png, project:p, model:m, kind:edited, AND, OR, NOT, brackets',
    )
