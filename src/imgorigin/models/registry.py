"""All models that are known by name: those shipped, and those of `models.toml` in the data folder."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from imgorigin.errors import SettingsError
from imgorigin.models import folder as folders
from imgorigin.models.card import (
    Can,
    Card,
    Fused,
    Guidance,
    Lora,
    Replacement,
    Scheduler,
    Server,
    Steps,
    Weights,
    is_folder,
)
from imgorigin.models.folder import INDEX, readable
from imgorigin.models.introspect import card_of, slug_of
from imgorigin.models.weights import Cache
from imgorigin.validation import in_words, meant

FILE: Final = "models.toml"
_HUB_ID: Final = re.compile(r"[\w.-]+/[\w.-]+")
_FIELDS: Final = tuple(
    dict.fromkeys(
        name
        for row in (Card, Steps, Guidance, Can, Scheduler, Lora, Replacement, Fused, Server)
        for name in row.model_fields
    )
)
ALIASES: Final = {
    "sd": "stable-diffusion",
    "sd15": "sd-1-5",
    "sdxl": "stable-diffusion",
    "sdxl10": "stable-diffusion",
}
"""What people call a model, without its punctuation -> its slug."""
_FILLED_IN: Final = frozenset({"slug", "folder", "path", "unlisted"})

Rows = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Registry:
    """`rows` are tables as they are written, by slug; `cache` tells of models that no table describes."""

    rows: Rows
    cache: Cache

    @classmethod
    def load(cls, data: Path, cache: Cache | None = None) -> Registry:
        """The shipped models, with what `models.toml` in the data folder puts over them or adds. Raises
        SettingsError, which names the file, the model and the field."""
        rows: dict[str, Mapping[str, Any]] = dict(shipped())
        path = data / FILE
        registry = cls(rows, cache or Cache.of(data))
        for slug, row in _read(path).items():
            if slug not in rows and isinstance(row, dict) and not (row.get("source") or row.get("remote")):
                raise SettingsError(
                    f"{path}, {slug}: a model that is not known by name needs one of these lines below "
                    f'[{slug}]: source = "owner/name" (or a folder), or remote = true.{meant(slug, rows)}'
                )
            rows[slug] = _over(rows.get(slug, {}), _checked(slug, row, path))
            try:
                registry.card(slug)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(map(str, (slug, *first["loc"])))
                raise SettingsError(f"{path}, {where}: {in_words(first, _FIELDS)}") from None
        return registry

    @property
    def cards(self) -> list[Card]:
        """Every model, the recommended ones first, then by name."""
        found = [self.card(slug) for slug in self.rows]
        return sorted(found, key=lambda card: (not card.recommended, card.remote, card.name.lower()))

    def card(self, slug: str) -> Card:
        """Raises KeyError. What a table leaves out is taken from the model's own files, where they are
        there."""
        row = {"name": slug, **self.rows[slug], "slug": slug}
        if "family" not in row and row.get("source"):
            part = Weights(source=str(row["source"]), revision=str(row.get("revision", "")))
            if own := self._told_by_itself(part):
                row = _over(own.model_dump(exclude={"folder", "slug", "name", "unlisted"}), row)
        return Card.model_validate(row)

    @readable()
    def find(self, name: str) -> Card:
        """By slug, hub id, or folder. Raises SettingsError with the nearest names."""
        if name in self.rows:
            return self.card(name)
        if is_folder(name):
            return self._of_folder(name)
        if _HUB_ID.fullmatch(name):
            return self._of_hub(name)
        raise SettingsError(
            f"There is no model {name!r}.{self._meant(name)} `imgorigin models list` shows those "
            "known by name. Others are named by a hub id (owner/name) or a folder (./folder)."
        )

    def _meant(self, name: str) -> str:
        """A model that has the name in its slug, name, hub id or an alias: the recommended ones and those for
        commercial use first; else the nearest slug."""
        plain = _plain(name)
        wanted = _plain(ALIASES.get(plain, plain))
        found = [
            card
            for card in self.cards
            if wanted and any(wanted in _plain(text) for text in (card.slug, card.name, card.source))
        ]
        best = min(
            found,
            key=lambda card: (wanted != _plain(card.slug), not card.recommended, card.commercial is not True),
            default=None,
        )
        return f" Did you mean {best.slug!r}?" if best else meant(name, self.rows)

    def chosen(self, names: Sequence[str]) -> list[Card]:
        """The models to serve, the first of them the default. Raises SettingsError for one that is not
        known, or that is named twice."""
        cards: dict[str, Card] = {}
        for card in map(self.find, names):
            if card.slug in cards:
                raise SettingsError(
                    f"Two models are called {card.slug!r}: {cards[card.slug].source} and {card.source}."
                )
            if card.remote and not card.server:
                raise SettingsError(
                    f"{card.name} is painted only by those who host it. Say who, in {FILE} of the data "
                    f'folder: [{card.slug}.server], and below it url = "https://host/v1" and model = "its '
                    'name there".'
                )
            cards[card.slug] = card
        return list(cards.values())

    def _of_folder(self, name: str) -> Card:
        folder = Path(name).expanduser()
        if folder.is_file():
            raise SettingsError(
                f"{name} is a file. A model is a folder with a {INDEX}, as diffusers saves it."
            )
        if not folder.is_dir():
            raise SettingsError(f"There is no folder {name}.")
        return card_of(folder.resolve(), str(folder.resolve()), folders.fingerprint(folder))

    def _of_hub(self, name: str) -> Card:
        for slug, row in self.rows.items():
            if str(row.get("source", "")).lower() == name.lower():
                return self.card(slug)
        if own := self._introspected(Weights(source=name)):
            return own.model_copy(update={"folder": ""})
        return Card(
            slug=slug_of(name),
            name=name.partition("/")[2],
            description="A model without a card of its own; more is known of it once it is pulled.",
            source=name,
            unlisted=True,
        )

    def _told_by_itself(self, part: Weights) -> Card | None:
        """None, too, where its files cannot be read: that is said where the model is looked at, and a table
        stops no other model."""
        try:
            return self._introspected(part)
        except SettingsError:
            return None

    @readable()
    def _introspected(self, part: Weights) -> Card | None:
        folder = Path(part.source) if is_folder(part.source) else self.cache.snapshot(part)
        if not (folder and (folder / INDEX).is_file()):
            return None
        revision = folders.fingerprint(folder) if is_folder(part.source) else self.cache.revision(part)
        return card_of(folder, part.source, revision)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def shipped() -> Rows:
    """The tables of the package."""
    text = resources.files("imgorigin.models").joinpath(FILE).read_text("utf-8")
    return tomllib.loads(text)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}.") from error


def _checked(slug: str, row: object, path: Path) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise SettingsError(f"{path}: {slug!r} is no table. Write [{slug}], and its lines below it.")
    if filled := sorted(row.keys() & _FILLED_IN):
        raise SettingsError(f"{path}, {slug}: {filled[0]!r} is not to be set; it is found out.")
    if "source" in row:
        row = {"revision": "", **row}
        if str(row["source"]).startswith("."):
            row["source"] = str((path.parent / str(row["source"])).resolve())
    return row


def _over(under: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """`row` put over a table; tables within are merged, lists are not."""
    merged = dict(under)
    for name, value in row.items():
        below = merged.get(name)
        is_table = isinstance(value, Mapping) and isinstance(below, Mapping)
        merged[name] = _over(below, value) if is_table and isinstance(below, Mapping) else value
    return merged
