"""Put the table of models into docs/models.md, from the cards that come with imgorigin.

.venv/bin/python -m scripts.models_table
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from imgorigin.models.card import Card
from imgorigin.models.registry import shipped

PAGE: Final = Path(__file__).parent.parent / "docs" / "models.md"
BLOCK: Final = re.compile(r"(<!-- models -->\n).*(<!-- /models -->)", re.DOTALL)
HEAD: Final = ("Model", "Licence", "To fetch", "Memory", "Steps", "Does besides words")


def main() -> None:
    PAGE.write_text(with_table(PAGE.read_text()))


def with_table(page: str) -> str:
    """The page, its block made anew."""
    return BLOCK.sub(lambda found: f"{found[1]}\n{table()}\n\n{found[2]}", page)


def table() -> str:
    """By memory, the smallest first; those that only others host last."""
    cards = [Card.model_validate({**row, "slug": slug}) for slug, row in shipped().items()]
    cards.sort(key=lambda card: (card.remote, card.memory_gb, card.slug))
    rule = ["---", "---", "---:", "---:", "---:", "---"]
    return "\n".join(f"| {' | '.join(row)} |" for row in (HEAD, rule, *map(_row, cards)))


def _row(card: Card) -> tuple[str, ...]:
    name = f"[`{card.slug}`]({card.page})" if card.page else f"`{card.slug}`"
    star = " ★" if card.recommended else ""
    if card.remote:
        return f"{name}{star}", "hosted only", "", "", "", ""
    gated = ", to be accepted on the hub" if card.gated else ""
    use = "" if card.commercial else "**non-commercial**: "
    return (
        f"{name}{star}",
        f"{use}{card.licence}{gated}",
        f"~{card.download_gb:g} GB",
        f"~{card.memory_gb:g} GB",
        str(card.steps.default),
        ", ".join(_abilities(card)),
    )


def _abilities(card: Card) -> list[str]:
    can = card.abilities
    return [
        *(["edits by words"] if can.instructions else []),
        *([f"{can.references} references"] if can.references else []),
        *(["edits by painting over"] if can.image_to_image and not can.instructions else []),
        *(["masks"] if can.inpaint else []),
    ]


if __name__ == "__main__":
    main()
