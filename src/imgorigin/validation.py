"""What pydantic found wrong with settings and projects, in words for the person who wrote them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

_SENTENCES: Final = {
    "byte_size": "{input!r} is no size. Allowed: bytes, or a number with KB, MB, GB, KiB, MiB, GiB.",
    "byte_size_unit": "{input!r} is no size. Allowed: bytes, or a number with KB, MB, GB, KiB, MiB, GiB.",
    "string_pattern_mismatch": "{input!r} does not have the form it needs. Allowed: {allowed}.",
    "missing": "it is missing.",
    "model_type": "{input!r} is no table. Write [{name}], and its lines below it.",
    "dict_type": "{input!r} is no table.",
    "literal_error": "{input!r}. Allowed: {expected}.",
    "greater_than_equal": "{input!r}. Allowed: {ge} or more.",
    "greater_than": "{input!r}. Allowed: more than {gt}.",
    "less_than_equal": "{input!r}. Allowed: {le} or less.",
    "int_parsing": "{input!r} is no whole number.",
    "int_from_float": "{input!r} is no whole number.",
    "float_parsing": "{input!r} is no number.",
    "bool_parsing": "{input!r} is neither true nor false.",
    "value_error": "{error}",
}
"""By pydantic's type of error. What is not here is told in pydantic's words."""

_FORMS: Final = {
    r"^#[0-9a-fA-F]{6}$": "a colour as #rrggbb",
    r"^https?://[^/\s]+": "an address as https://host/v1",
    r"^(https?://[^/\s]+.*)?$": "an address as https://host/v1",
    r"^(cpu|mps|cuda(:[0-9]+)?)$": "cpu, mps, cuda, or cuda:1 and so on",
    r"^[1-9][0-9]*x[1-9][0-9]*$": "WIDTHxHEIGHT, as in 1024x1024",
    r"^[a-z0-9][a-z0-9-]*$": "small letters, digits and hyphens, as in flux-schnell",
    r"^[a-z][a-z0-9_]*$": "small letters, digits and underscores, as in text_encoder",
}


def in_words(error: Mapping[str, Any], names: Iterable[str] = ()) -> str:
    """One of ValidationError.errors(). `names` are those that an unknown one may have meant."""
    name = str(error["loc"][-1]) if error["loc"] else ""
    if error["type"] == "extra_forbidden":
        return f"there is no such setting.{meant(name, names)}"
    context = dict(error.get("ctx", {}))
    pattern = context.get("pattern", "")
    known = {"input": error["input"], "name": name, "allowed": _FORMS.get(pattern, f"what matches {pattern}")}
    sentence = _SENTENCES.get(error["type"])
    return sentence.format(**context | known) if sentence else f"{error['msg']}, not {error['input']!r}."


def meant(name: str, names: Iterable[str]) -> str:
    """A sentence, with a space before it; empty where there is nothing like it."""
    close = difflib.get_close_matches(name, list(names), 1)
    return f" Did you mean {close[0]!r}?" if close else ""


def masked(url: str) -> str:
    """Without its password, to be shown."""
    without = re.sub(r"(?<=://)([^/@:]*):.*@", r"\1:***@", url, flags=re.DOTALL)
    return re.sub(r"(password=)[^&]*", r"\1***", without, flags=re.IGNORECASE)
