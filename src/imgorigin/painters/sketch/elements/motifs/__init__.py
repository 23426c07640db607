"""The middles of business pictures: what a word like "growth" or "security" is shown by.

To add one: a function of a Board, drawn about (0, 0) within 450 units to each side and 410 up and down, and a
row in MOTIFS. The words that lead to it are in `ideas.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from imgorigin.painters.sketch.elements.motifs import figures, links, papers, screens, talk, ways
from imgorigin.painters.sketch.elements.motifs.board import Board

MOTIFS: Final[Mapping[str, Callable[[Board], None]]] = MappingProxyType(
    {
        "grow": figures.grow,
        "rise": figures.rise,
        "fall": figures.fall,
        "dashboard": figures.dashboard,
        "shares": figures.shares,
        "coins": figures.coins,
        "hub": links.hub,
        "chip": links.chip,
        "world": links.world,
        "cycle": links.cycle,
        "chain": links.chain,
        "guard": links.guard,
        "laptop": screens.laptop,
        "phone": screens.phone,
        "code": screens.code,
        "player": screens.player,
        "chat": talk.chat,
        "stars": talk.stars,
        "people": talk.people,
        "papers": papers.papers,
        "checklist": papers.checklist,
        "prices": papers.prices,
        "calendar": papers.calendar,
        "summit": ways.summit,
        "road": ways.road,
        "podium": ways.podium,
        "chess": ways.chess,
        "launch": ways.launch,
        "plinth": ways.plinth,
        "skyline": ways.skyline,
    }
)
"""By name."""

__all__ = ["MOTIFS", "Board"]
