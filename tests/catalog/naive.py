"""What an expression means, said plainly: the databases must agree with it."""

from __future__ import annotations

from imgorigin.catalog.expression import And, Expression, Has, Not, Or, Words
from imgorigin.catalog.records import Asset
from imgorigin.catalog.words import fold_label, words


def matches(expression: Expression, asset: Asset) -> bool:
    match expression:
        case Words(text):
            wanted = words(text)
            return any(_follow(wanted, words(told)) for told in _texts(asset))
        case Has(field, value):
            return fold_label(value) in {fold_label(one) for one in _values(asset, field)}
        case Not(part):
            return not matches(part, asset)
        case And(parts):
            return all(matches(part, asset) for part in parts)
        case Or(parts):
            return any(matches(part, asset) for part in parts)


def _follow(wanted: list[str], told: list[str]) -> bool:
    return any(told[at : at + len(wanted)] == wanted for at in range(len(told)))


def _texts(asset: Asset) -> tuple[str, ...]:
    return (asset.prompt, asset.title, asset.alt, asset.caption)


def _values(asset: Asset, field: str) -> tuple[str, ...]:
    formats = (asset.format, "jpeg") if asset.format == "jpg" else (asset.format,)
    return {
        "tags": asset.tags,
        "format": formats,
        "project": (asset.project,),
        "model": (asset.model,),
        "kind": (asset.kind,),
    }[field]
