"""`imgorigin models`: what may paint, and its weights."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.filesize import decimal
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

from imgorigin.cli import model_facts as told
from imgorigin.cli.options import with_settings
from imgorigin.errors import SettingsError
from imgorigin.models.hub import Hub
from imgorigin.models.pull import is_done, pull
from imgorigin.models.registry import Registry
from imgorigin.models.weights import Cache, State, size_of
from imgorigin.settings import Settings

PIPED: Final = 1000
"""Columns where no terminal tells: lines are for programs then, and are not broken."""

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
        typer.echo(json.dumps([told.as_json(card, seen) for card, seen in shown], indent=2))
        return
    table = Table("Model", "Licence", "GB", "Memory", "Here", box=None, pad_edge=False, header_style="bold")
    table.columns[0].no_wrap = True
    for column in table.columns[2:4]:
        column.justify = "right"
    for card, seen in shown:
        star = " [yellow]★[/]" if card.recommended else ""
        table.add_row(
            f"{card.slug}{star}",
            told.licence(card),
            told.about(card.download_gb),
            told.about(card.memory_gb),
            told.state(seen),
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
        typer.echo(json.dumps(told.as_json(card, seen, registry.cache), indent=2))
    else:
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for label, value in told.lines(card, seen, registry.cache, verified=verify):
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
    came = f"{decimal(size)} came in" if size else "nothing was to fetch"
    typer.echo(f"{card.called} is complete, {decimal(seen.bytes)}; {came}. imgorigin serve --model {name}")


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
    sources, _ = registry.cache.removable(card, registry.cards)
    if sources and not yes:
        _confirm(registry.cache, sources)
    freed, kept = registry.cache.remove(card, registry.cards)
    typer.echo(f"{card.called}: {decimal(freed)} freed" if sources else f"{card.called}: nothing was there")
    for source in kept:
        typer.echo(f"{source} stays: another model needs it")


def _confirm(cache: Cache, sources: Sequence[str]) -> None:
    """Raises SettingsError where nobody can be asked, Abort if the answer is no."""
    size = decimal(sum(size_of(cache.repository(source)) for source in sources))
    what = f"{' and '.join(sources)} ({size}), for every tool that shares {cache.root}"
    if not sys.stdin.isatty():
        raise SettingsError(f"This deletes {what}. To do it without being asked, say --yes.")
    typer.confirm(f"Delete {what}?", abort=True)


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
            typer.echo(f"{what}, {decimal(size)}", err=True)
        else:
            self._task = self._bars.add_task(escape(what.rpartition("/")[2]), total=size)

    def advance(self, size: int) -> None:
        self._bars.advance(self._task, size)


def _console() -> Console:
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=PIPED)
