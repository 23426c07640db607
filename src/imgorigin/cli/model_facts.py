"""What `imgorigin models` says of one model."""

from __future__ import annotations

from math import isqrt
from typing import Any, Final

from rich.filesize import decimal
from rich.markup import escape

from imgorigin.models.card import Card, Lora
from imgorigin.models.weights import Cache, Found, State

NOT_HERE: Final = "not here: imgorigin models pull {}"


def about(gigabytes: float) -> str:
    return f"~{gigabytes:g}" if gigabytes else "-"


def licence(card: Card) -> str:
    if card.remote:
        return "hosted only"
    told = escape(card.licence) or "unknown"
    return f"[red]non-commercial[/]: {told}" if card.commercial is False else told


def state(seen: Found) -> str:
    return {
        State.COMPLETE: f"[green]{decimal(seen.bytes)}[/]",
        State.PARTIAL: "[red]partial[/]",
        State.ABSENT: "no",
        State.REMOTE: "remote",
    }[seen.state]


def lines(card: Card, seen: Found, cache: Cache, *, verified: bool) -> list[tuple[str, str]]:
    use = {
        True: "commercial use too",
        False: "[red]NON-COMMERCIAL USE ONLY[/]",
        None: "unknown whether for commercial use",
    }
    named = f"{escape(card.licence) or 'unknown'}: {use[card.commercial]}"
    lines = [
        (card.slug, escape(f"{card.name}. {card.description}")),
        ("licence", named if not card.remote else card.licence),
    ]
    if card.remote:
        return [*lines, ("weights", "none to be had; configure a remote server that has this model")]
    part = card.parts[0]
    lines += [
        ("source", escape(card.source) + (f"  {card.page}" if card.page else "")),
        ("revision", cache.revision(part) or card.revision or "that of the day it is pulled"),
        *((part.component, escape(f"{cache.file(part)} of {part.source}")) for part in card.replaces),
        *(
            ("fused", escape(f"{cache.file(part)} of {part.source}, weight {part.weight:g}"))
            for part in card.fuses
        ),
        *([("gated", "accept its licence on the hub and set HF_TOKEN")] if card.gated else []),
        *(_paints(card) if card.family else [("pipeline", "known once it is pulled")]),
        *_loras(card, cache, is_here=bool(seen.bytes)),
        *([("to fetch", f"~{card.download_gb:g} GB (estimated)")] if card.download_gb else []),
        *([("memory", f"~{card.memory_gb:g} GB of the device (estimated)")] if card.memory_gb else []),
    ]
    wrong = f": {escape(seen.told)}" if seen.told else ""
    here = f"{_whole(seen, verified=verified)}, {decimal(seen.bytes)}{wrong}"
    return [*lines, ("weights", here if seen.bytes else NOT_HERE.format(card.called))]


def _paints(card: Card) -> list[tuple[str, str]]:
    """How it paints, which is known where its family is."""
    few, many, side = card.steps.least, card.steps.most, isqrt(card.native_area)
    return [
        ("pipeline", card.family),
        ("steps", f"{card.steps.default}{f', from {few} to {many}' if few < many else ', no other'}"),
        ("guidance", _guidance(card)),
        (
            "size",
            f"{side}x{side} pixels or as many in other shapes, up to {card.max_ratio:g}:1, sides of "
            f"{card.divisor}; other sizes are cut from these",
        ),
        ("prompt", f"{card.token_window} tokens{', negative prompts' if card.negative_prompt else ''}"),
        ("does", ", ".join(_abilities(card)) or "paints words"),
    ]


def _loras(card: Card, cache: Cache, *, is_here: bool) -> list[tuple[str, str]]:
    """Those of the card, and what is wrong with them."""
    named = [
        (name, f"weight {lora.weight:g}", _called(lora), lora.licence) for name, lora in card.loras.items()
    ]
    wrong = cache.wrong_loras(card) if is_here else []
    return [
        *(("lora", escape(", ".join(filter(None, told)))) for told in named),
        *(("lora", f"[red]{escape(told)}[/]") for told in wrong),
        *(("lora", f"[yellow]{escape(told)}[/]") for told in cache.foreign_loras(card)),
    ]


def _called(lora: Lora) -> str:
    return f"called by {' and '.join(map(repr, lora.triggers))}" if lora.triggers else ""


def _whole(seen: Found, *, verified: bool) -> str:
    """The state, and by what it is known."""
    if seen.state is not State.COMPLETE:
        return str(seen.state)
    if seen.unverified:
        return (
            f"complete by names, sizes and headers; {len(seen.unverified)} files cannot be verified: no hash "
            "of theirs was published"
        )
    return "complete, every hash is right" if verified else "complete by names and sizes (--verify: by hash)"


def _guidance(card: Card) -> str:
    if not card.guidance.argument:
        return "takes none"
    fixed = ", not to be changed" if card.guidance.fixed else ""
    return f"{card.guidance.default:g} ({card.guidance.argument}){fixed}"


def _abilities(card: Card) -> list[str]:
    can = card.abilities
    return [
        *([] if can.words else ["paints no words alone"]),
        *(["paints over a picture"] if can.image_to_image else []),
        *(["repaints under a mask"] if can.inpaint else []),
        *(["edits by words"] if can.instructions else []),
        *([f"{can.references} references"] if can.references else []),
        *(["LoRAs"] if can.loras else []),
    ]


def as_json(card: Card, seen: Found, cache: Cache | None = None) -> dict[str, Any]:
    revision = {"revision": cache.revision(card.parts[0])} if cache and not card.remote else {}
    weights = {"state": seen.state, "bytes": seen.bytes, "missing": seen.missing, "damaged": seen.damaged}
    weights |= {"unverified": seen.unverified}
    warnings = {"warnings": cache.foreign_loras(card)} if cache else {}
    return card.model_dump(mode="json") | revision | {"weights": weights} | warnings
