"""What may be set of a project as command-line options: one for each field of ProjectChanges."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Annotated, Any, Final

import typer

from imgorigin.catalog.changes import ProjectChanges, checked
from imgorigin.catalog.projects import Paint
from imgorigin.errors import InvalidRequest

BUDGETS: Final = {
    "paints_per_minute": "Budget: new pictures a minute.",
    "paints_per_month": "Budget: new pictures a month.",
    "gpu_seconds_per_month": "Budget: seconds of painting a month.",
}
OF_KEYS: Final = BUDGETS | {
    "storage": "Whether new pictures are kept. If not, ImageAPI and OpenAI's b64_json give the picture "
    "itself, and nothing new is given an address: whatever would tell one, an upload, or a GET of an address "
    "is refused. What was kept before stays.",
}
HELP: Final = {
    "display_name": "Its name, for people.",
    "description": "What it is for.",
    "paint": "Who may have new pictures made: anyone; pages of the sites named by --origin; whoever has a "
    "signed URL; whoever has a key; nobody.",
    "private": "Whether pictures are shown only to whoever has a key or a signed URL.",
    "revalidate": "Whether browsers ask each time if a plain address shows another version.",
    "tell_prompt": "Whether the words of a picture are written into its file (XMP).",
    "background": "What shows through where a format has no transparency.",
    "custom_prompt": "Words that every new prompt is given besides its own.",
    "negative_prompt": "What new pictures are not to show.",
    "style": "How new pictures are painted.",
    "default_model": "The model that paints; empty: the server's default.",
    "reference_image": "An upload that new pictures are to resemble.",
    "lora": "The LoRA of the model that new pictures are painted with.",
    "lora_weight": "How strongly: 1 is the weight that its card in models.toml names, 0.5 half of it.",
    "origins": "For --paint referer: a site whose pages may paint. May stand several times; these replace "
    "those that were there, and an empty one takes all away.",
    "retention_days": "How many days new pictures are kept, if not less by a plan or API.",
} | OF_KEYS
FLAGS: Final = {"default_model": "--model", "origins": "--origin"}
"""Of those whose option is not called as they are."""


def flag(name: str) -> str:
    return FLAGS.get(name, f"--{name.replace('_', '-')}")


def with_changes(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb an option for each setting of a project; it is called with those that were given, checked,
    as `changes`. Raises InvalidRequest, which names the option."""
    return _with(HELP, verb)


def with_budgets(verb: Callable[..., None]) -> Callable[..., None]:
    """The same, for what keys have as projects do."""
    return _with(OF_KEYS, verb)


def _with(names: Iterable[str], verb: Callable[..., None]) -> Callable[..., None]:
    @wraps(verb)
    def run(**arguments: Any) -> None:
        given = {name: arguments.pop(name) for name in names}
        try:
            changes = checked({name: told for name, told in given.items() if told not in (None, [])})
        except InvalidRequest as error:
            raise InvalidRequest(flag(error.field), error.problem, error.allowed) from None
        verb(changes=changes, **arguments)

    own = [p for p in inspect.signature(verb, eval_str=True).parameters.values() if p.name != "changes"]
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [*(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *map(_option, names)]
    )
    return run


def _option(name: str) -> inspect.Parameter:
    info = ProjectChanges.model_fields[name]
    kind: Any = {"paint": Paint, "origins": list[str]}.get(name, bool if info.annotation is bool else str)
    flags = f"{flag(name)}/--no-{flag(name)[2:]}" if kind is bool else flag(name)
    allowed = "" if kind in (bool, Paint) else f" [dim]\\[{info.description}][/dim]"
    option = typer.Option(flags, help=HELP[name] + allowed, show_default=False, metavar=_METAVARS.get(name))
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind | None, option]
    )


_METAVARS: Final = {"origins": "URL", "background": "#RRGGBB", "lora_weight": "NUMBER"} | dict.fromkeys(
    ("paints_per_minute", "paints_per_month", "gpu_seconds_per_month", "retention_days"), "NUMBER|none"
)
