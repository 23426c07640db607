"""`imgorigin settings`."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from imgorigin import settings as table
from imgorigin.cli.options import with_settings
from imgorigin.settings import Settings


@with_settings(told=False)
def settings(*, settings: Settings) -> None:
    """List every setting, its default and what it is now.

    Any of them may stand here as a flag, as for `imgorigin serve`.
    """
    shown = Table("Setting", "Now", "Default", "What it is", box=None, pad_edge=False, header_style="bold")
    for name in table.NAMES:
        now, default = table.shown(settings, name), table.default(name)
        row = Settings.model_fields[name]
        shown.add_row(name, now if now == default else f"[bold green]{now}[/]", default, row.description)
    console = Console()
    console.print(shown)
    console.print(
        "\nSet them as flags (--max-side 2048), environment variables (IMGORIGIN_MAX_SIDE=2048) or lines of "
        "a TOML file (max_side = 2048) that --config or IMGORIGIN_CONFIG names. Flags win over the "
        "environment, the environment over the file."
    )
