"""The command `imgorigin`: one verb a file."""

from __future__ import annotations

import sys

import typer

from imgorigin import __version__
from imgorigin.cli import keys, models, plan, projects, webhooks
from imgorigin.cli.audit import audit
from imgorigin.cli.backup import backup, restore
from imgorigin.cli.doctor import doctor
from imgorigin.cli.paint import paint
from imgorigin.cli.purge import purge
from imgorigin.cli.serve import serve
from imgorigin.cli.settings import settings
from imgorigin.cli.shown import told
from imgorigin.cli.sign import sign
from imgorigin.cli.verify import verify
from imgorigin.cli.versions import pin, reroll, undo, versions
from imgorigin.errors import ImgoriginError

app = typer.Typer(
    name="imgorigin",
    help="A self-hosted image CDN origin whose URLs are prompts.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
for verb in (
    *(serve, paint, sign, purge, reroll, versions, pin, undo),
    *(verify, backup, restore, settings, doctor, audit),
):
    app.command()(verb)
for group in (models.app, projects.app, keys.app, plan.app, webhooks.app):
    app.add_typer(group)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"imgorigin {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Say which."),
) -> None:
    pass


def main() -> None:
    """Run, and say a known error in one line rather than in a stack."""
    try:
        app()
    except ImgoriginError as error:
        typer.echo(f"imgorigin: {told(error)}", err=True)
        sys.exit(1)
