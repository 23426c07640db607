"""Settings as command-line options: one for each row of the table, none written by hand."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, Final, get_origin

import typer

from imgorigin import logs
from imgorigin import settings as table
from imgorigin.settings import Settings

_PANEL: Final = "Settings, also from the environment and a file (see imgorigin settings)"
_CONFIG: Final = inspect.Parameter(
    "config",
    inspect.Parameter.KEYWORD_ONLY,
    default=None,
    annotation=Annotated[
        Path | None,
        typer.Option(
            help="TOML file with settings.",
            envvar="IMGORIGIN_CONFIG",
            show_envvar=False,
            rich_help_panel=_PANEL,
        ),
    ],
)


def with_settings(*names: str, told: bool = True) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a verb an option for each of these settings (all, if none is named) and `--config`; it is called
    with the loaded Settings as `settings`. Those without an option come from the environment and the file
    too. Unless `told`, `--help` has none of the options: those of `imgorigin serve`, say, that has them."""

    def decorate(verb: Callable[..., None]) -> Callable[..., None]:
        chosen = names or table.NAMES

        @wraps(verb)
        def run(**arguments: Any) -> None:
            flags = {name: _given(arguments.pop(name)) for name in chosen}
            settings = table.load(flags, os.environ, arguments.pop("config"))
            logs.configure(settings)
            verb(settings=settings, **arguments)

        own = [p for p in inspect.signature(verb, eval_str=True).parameters.values() if p.name != "settings"]
        options = [*(_option(name, told=told) for name in chosen), _CONFIG]
        keyword_only = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own]
        run.__signature__ = inspect.Signature([*keyword_only, *options])  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in (*own, *options)}
        return run

    return decorate


def _given(value: Any) -> Any:
    """An option that may stand several times is an empty list where it does not stand at all."""
    return None if value == [] else value


def _option(name: str, *, told: bool) -> inspect.Parameter:
    row = Settings.model_fields[name]
    flag = f"--{name.replace('_', '-')}"
    kind: Any = bool if row.annotation is bool else str
    if get_origin(row.annotation) is tuple:
        kind = list[str]
    flags = (f"{flag}/--no-{flag[2:]}",) if kind is bool else (flag,)
    default = table.default(name)
    text = f"{row.description} [dim]\\[{default}][/dim]" if default else row.description
    option = typer.Option(
        *flags,
        help=text,
        show_default=False,
        metavar=None if kind is bool else "",
        hidden=not told,
        rich_help_panel=_PANEL,
    )
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind | None, option]
    )
