"""Paint docs/gallery: the first six prompts of each group of scripts/gallery.txt, and a page of them; and the
six of the README.

    .venv/bin/python -m scripts.gallery

Lines are as `scripts/contact_sheet.py` takes them. The rest of each group is there to be looked at too.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from imgorigin.address import canonical_words
from scripts.contact_sheet import rendered, sheet_of

PROMPTS: Final = Path(__file__).with_name("gallery.txt")
FOLDER: Final = Path(__file__).parent.parent / "docs" / "gallery"
SIX: Final = (
    "sunset over mountains",
    "happy dog playing with a ball",
    "futuristic city skyline at night",
    "a cat on a red sofa",
    "modern office team meeting",
    "three cupcakes",
)
EACH: Final = 6
IN_A_ROW: Final = 3
QUALITY: Final = 80


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    page = "# Gallery\n\nPainted by the sketch painter: `python -m scripts.gallery`.\n"
    for title, prompts in groups():
        page += f"\n## {title}\n\n" + _table(prompts[:EACH])
    (FOLDER / "README.md").write_text(page)
    six = sheet_of([rendered(prompt) for prompt in SIX], columns=IN_A_ROW)
    six.write_to_file(str(FOLDER.with_name("sketches.webp")), Q=QUALITY)


def groups() -> Iterator[tuple[str, list[str]]]:
    """Each group's title and its lines."""
    for block in PROMPTS.read_text().strip().split("\n\n"):
        title, *prompts = block.splitlines()
        yield title.removeprefix("# "), prompts


def _table(prompts: list[str]) -> str:
    rows = ""
    for start in range(0, len(prompts), IN_A_ROW):
        cells = (_cell(prompt) for prompt in prompts[start : start + IN_A_ROW])
        rows += f"<tr>{''.join(cells)}</tr>\n"
    return f"<table>\n{rows}</table>\n"


def _cell(prompt: str) -> str:
    name = f"{canonical_words(prompt)}.webp"
    rendered(prompt).write_to_file(str(FOLDER / name), Q=QUALITY)
    return f'<td align="center"><img src="{name}" alt="" width="300"><br><sub>{prompt}</sub></td>'


if __name__ == "__main__":
    main()
