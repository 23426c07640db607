"""`imgorigin models`: what may paint, and its weights."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any, Final

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.table import Table

from imgorigin.cli.options import with_settings
from imgorigin.errors import SettingsError
from imgorigin.models.card import Card, Lora
from imgorigin.models.hub import Hub
from imgorigin.models.pull import is_done, pull
from imgorigin.models.registry import Registry
from imgorigin.models.weights import Cache, Found, State
from imgorigin.settings import Settings

PIPED: Final = 1000
"""Columns where no terminal tells: lines are for programs then, and are not broken."""

NOT_HERE: Final = "not here: imgorigin models pull {}"

app = typer.Typer(
    name="models",
    help="Models that may paint: which there are, what they cost, and fetching their weights.",
    no_args_is_help=True,
)

Name = Annotated[str, typer.Argument(help="Slug, hub id (owner/name) or folder.", metavar="MODEL")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]


@app.command("list")
@with_settings("data")
def list_(
    here: Annotated[bool, typer.Option("--here", help="Only those with weights on this disk.")] = False,
    as_json: AsJson = False,
    *,
    settings: Settings,
) -> None:
    """List the models known by name: those that come with imgorigin, and those of models.toml in the data
    folder. Sizes and memory are estimates."""
    registry = Registry.load(settings.data)
    found = [(card, registry.cache.look(card)) for card in registry.cards]
    shown = [(card, seen) for card, seen in found if not here or seen.bytes]
    if as_json:
        typer.echo(json.dumps([_as_json(card, seen) for card, seen in shown], indent=2))
        return
    table = Table("Model", "Licence", "GB", "Memory", "Here", box=None, pad_edge=False, header_style="bold")
    table.columns[0].no_wrap = True
    for column in table.columns[2:4]:
        column.justify = "right"
    for card, seen in shown:
        star = " [yellow]★[/]" if card.recommended else ""
        table.add_row(
            f"{card.slug}{star}",
            _licence(card),
            _about(card.download_gb),
            _about(card.memory_gb),
            _state(seen),
        )
    console = _console()
    console.print(table)
    console.print(
        "\n★ recommended. GB: to fetch; Memory: GB of the device for one picture; both estimated. "
        "`imgorigin models show MODEL` tells more, `imgorigin models pull MODEL` fetches one, "
        "`imgorigin serve --model MODEL` paints with it.",
        soft_wrap=not console.is_terminal,
    )


@app.command()
@with_settings("data")
def show(
    name: Name,
    verify: Annotated[
        bool, typer.Option("--verify", help="Read the weights whole and hold them against their hashes.")
    ] = False,
    as_json: AsJson = False,
    *,
    settings: Settings,
) -> None:
    """Show all that is known of one model, and whether its weights are whole.

    The exit status is 1 if some of them, or of its LoRAs, are missing or damaged.
    """
    registry = Registry.load(settings.data)
    card = registry.find(name)
    seen = registry.cache.look(card, hashes=verify)
    if as_json:
        typer.echo(json.dumps(_as_json(card, seen, registry.cache), indent=2))
    else:
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for label, value in _lines(card, seen, registry.cache, verified=verify):
            table.add_row(label, value)
        _console().print(table)
    if seen.state is State.PARTIAL or (seen.bytes and registry.cache.wrong_loras(card)):
        raise typer.Exit(1)


@app.command("pull")
@with_settings("data")
def pull_(
    name: Name,
    update: Annotated[
        bool, typer.Option("--update", help="Take the newest commit, unless the model's is pinned.")
    ] = False,
    *,
    settings: Settings,
) -> None:
    """Fetch a model's weights: only the files it needs, each checked by its hash.

    What is there already is kept, a download that stopped is gone on with, and damaged files are fetched
    anew. For models with a licence to accept, set HF_TOKEN. They go to the folder that every tool of the hub
    shares; HF_HOME names another. The commit is remembered in models.lock in the data folder.
    """
    registry = Registry.load(settings.data)
    card = registry.find(name)
    if card.commercial is False:
        typer.echo(f"{card.name} is for non-commercial use only: {card.licence}.", err=True)
    if not update and is_done(card, registry.cache):
        typer.echo("Checking what is there ...", err=True)
    with _Bars() as bars:
        size = pull(card, registry.cache, Hub(), bars, update=update)
    card = Registry.load(settings.data).find(name)
    seen = registry.cache.look(card)
    if seen.state is not State.COMPLETE:
        raise SettingsError(f"{card.called} was fetched, and is not complete: {seen.told}.")
    came = f"{size / 1e9:.1f} GB came in" if size else "nothing was to fetch"
    typer.echo(
        f"{card.called} is complete, {seen.bytes / 1e9:.1f} GB; {came}. imgorigin serve --model {name}"
    )


@app.command()
@with_settings("data")
def remove(
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    *,
    settings: Settings,
) -> None:
    """Delete a model's weights from the disk. What another model needs too stays."""
    registry = Registry.load(settings.data)
    card = registry.find(name)
    if not yes and sys.stdin.isatty():
        typer.confirm(
            f"Delete the weights of {card.slug}, for every tool that shares {registry.cache.root}?",
            abort=True,
        )
    elif not yes:
        raise SettingsError("To delete without being asked, say --yes.")
    freed, kept = registry.cache.remove(card, registry.cards)
    typer.echo(f"{card.called}: {freed / 1e9:.1f} GB freed" if freed else f"{card.called}: nothing was there")
    for source in kept:
        typer.echo(f"{source} stays: another model needs it")


class _Bars:
    """Progress bars at a terminal; elsewhere a line a file."""

    def __init__(self) -> None:
        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=None),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
            console=(console := Console(stderr=True)),
            disable=not console.is_terminal,
        )
        self._task = self._bars.add_task("", visible=False)

    def __enter__(self) -> _Bars:
        self._bars.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._bars.stop()

    def begin(self, what: str, size: int) -> None:
        if not self._bars.console.is_terminal:
            typer.echo(f"{what}, {size / 1e6:.1f} MB", err=True)
        else:
            self._task = self._bars.add_task(escape(what.rpartition("/")[2]), total=size)

    def advance(self, size: int) -> None:
        self._bars.advance(self._task, size)


def _console() -> Console:
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=PIPED)


def _about(gigabytes: float) -> str:
    return f"~{gigabytes:g}" if gigabytes else "-"


def _licence(card: Card) -> str:
    if card.remote:
        return "hosted only"
    told = escape(card.licence) or "unknown"
    return f"[red]non-commercial[/]: {told}" if card.commercial is False else told


def _state(seen: Found) -> str:
    return {
        State.COMPLETE: f"[green]{seen.bytes / 1e9:.1f} GB[/]",
        State.PARTIAL: "[red]partial[/]",
        State.ABSENT: "no",
        State.REMOTE: "remote",
    }[seen.state]


def _lines(card: Card, seen: Found, cache: Cache, *, verified: bool) -> list[tuple[str, str]]:
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
    part, few, many = card.parts[0], card.steps.least, card.steps.most
    lines += [
        ("source", escape(card.source) + (f"  {card.page}" if card.page else "")),
        ("revision", cache.revision(part) or card.revision or "that of the day it is pulled"),
        *((part.component, escape(f"{cache.file(part)} of {part.source}")) for part in card.replaces),
        *(
            ("fused", escape(f"{cache.file(part)} of {part.source}, weight {part.weight:g}"))
            for part in card.fuses
        ),
        ("gated", "accept its licence on the hub and set HF_TOKEN" if card.gated else "no"),
        ("pipeline", card.family or "known once it is pulled"),
        ("steps", f"{card.steps.default}{f', from {few} to {many}' if few < many else ', no other'}"),
        ("guidance", _guidance(card)),
        (
            "size",
            f"{card.native_area / 1e6:.2f} megapixels, sides of {card.divisor}, up to {card.max_ratio:g}:1",
        ),
        ("prompt", f"{card.token_window} tokens{', negative prompts' if card.negative_prompt else ''}"),
        ("does", ", ".join(_abilities(card)) or "paints words"),
    ]
    lines += [
        (
            "lora",
            escape(", ".join(filter(None, (name, f"weight {lora.weight:g}", _called(lora), lora.licence)))),
        )
        for name, lora in card.loras.items()
    ]
    lines += [("lora", f"[red]{escape(told)}[/]") for told in cache.wrong_loras(card)] if seen.bytes else []
    lines += [("lora", f"[yellow]{escape(told)}[/]") for told in cache.foreign_loras(card)]
    wrong = f": {escape(seen.told)}" if seen.told else ""
    return [
        *lines,
        ("to fetch", f"{_about(card.download_gb)} GB (estimated)"),
        ("memory", f"{_about(card.memory_gb)} GB of the device (estimated)"),
        (
            "weights",
            f"{_whole(seen, verified=verified)}, {seen.bytes / 1e9:.1f} GB{wrong}"
            if seen.bytes
            else NOT_HERE.format(card.called),
        ),
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


def _as_json(card: Card, seen: Found, cache: Cache | None = None) -> dict[str, Any]:
    revision = {"revision": cache.revision(card.parts[0])} if cache and not card.remote else {}
    weights = {"state": seen.state, "bytes": seen.bytes, "missing": seen.missing, "damaged": seen.damaged}
    weights |= {"unverified": seen.unverified}
    warnings = {"warnings": cache.foreign_loras(card)} if cache else {}
    return card.model_dump(mode="json") | revision | {"weights": weights} | warnings
