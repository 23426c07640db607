"""Build the letters that pictures are written on with, from Inter Bold.

    npm pack @fontsource/inter && tar xzf fontsource-inter-*.tgz
    pip install fonttools brotli
    python scripts/build_lettering.py package src/imgorigin/painters/retouch/assets

Writes lettering.json.gz: for each character its advance and its outline as SVG path text, and the kerning of
common pairs, so that a word looks the same on every machine, whatever fonts that one has. NOTICE.txt beside
it carries the licence.
"""

from __future__ import annotations

import gzip
import json
import sys
from itertools import product
from pathlib import Path
from typing import Any, Final

from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-not-found, unused-ignore]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-not-found, unused-ignore]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found, unused-ignore]

SUBSETS: Final = ("latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext")
WEIGHT: Final = 700
EM: Final = 1000
"""Units the letters are written in; y points down, the baseline is 0."""
LEAST_KERN: Final = 12
"""Units below which a pair is not worth its bytes."""
KERNED: Final = (
    *(chr(code) for code in range(0x21, 0x7F)),
    *"’“”–—ÄÖÜäöüßéèêáàâóòôúùûíìîñçæøåÆØÅÉ",
    *(chr(code) for code in range(0x410, 0x450)),
)


def main() -> None:
    package, target = map(Path, sys.argv[1:])
    letters: dict[str, list[Any]] = {}
    kerning: dict[str, int] = {}
    metrics: dict[str, int] = {}
    for subset in SUBSETS:
        font = TTFont(package / "files" / f"inter-{subset}-{WEIGHT}-normal.woff2")
        scale = EM / font["head"].unitsPerEm
        metrics = metrics or _metrics(font, scale)
        for char, glyph in _glyphs(font).items():
            letters.setdefault(char, _letter(font, glyph, scale))
        for pair, by in _kerning(font, scale).items():
            kerning.setdefault(pair, by)
    data = {"metrics": metrics, "letters": letters, "kerning": kerning}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    target.mkdir(parents=True, exist_ok=True)
    (target / "lettering.json.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _glyphs(font: Any) -> dict[str, str]:
    return {chr(code): name for code, name in font.getBestCmap().items() if chr(code).isprintable()}


def _metrics(font: Any, scale: float) -> dict[str, int]:
    os2, hhea = font["OS/2"], font["hhea"]
    named = {
        "cap": os2.sCapHeight,
        "x": os2.sxHeight,
        "ascent": hhea.ascent,
        "descent": -hhea.descent,
    }
    return {name: round(value * scale) for name, value in named.items()}


def _letter(font: Any, glyph: str, scale: float) -> list[Any]:
    shapes = font.getGlyphSet()
    pen = SVGPathPen(shapes, ntos=lambda value: str(round(value)))
    shapes[glyph].draw(TransformPen(pen, (scale, 0, 0, -scale, 0, 0)))
    return [round(shapes[glyph].width * scale), pen.getCommands()]


def _kerning(font: Any, scale: float) -> dict[str, int]:
    glyphs = {char: name for char, name in _glyphs(font).items() if char in KERNED}
    tables = _pair_tables(font)
    found = {}
    for left, right in product(glyphs, glyphs):
        by = round(next(filter(None, (_pair(t, glyphs[left], glyphs[right]) for t in tables)), 0) * scale)
        if abs(by) >= LEAST_KERN:
            found[left + right] = by
    return found


def _pair_tables(font: Any) -> list[Any]:
    if "GPOS" not in font:
        return []
    gpos = font["GPOS"].table
    indexes = {
        index
        for record in gpos.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for index in record.Feature.LookupListIndex
    }
    tables = [table for index in sorted(indexes) for table in gpos.LookupList.Lookup[index].SubTable]
    tables = [getattr(table, "ExtSubTable", table) for table in tables]
    return [table for table in tables if type(table).__name__ == "PairPos"]


def _pair(table: Any, left: str, right: str) -> int:
    if left not in table.Coverage.glyphs:
        return 0
    if table.Format == 1:
        pairs = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        value = next((pair.Value1 for pair in pairs if pair.SecondGlyph == right), None)
    else:
        first, second = table.ClassDef1.classDefs.get(left, 0), table.ClassDef2.classDefs.get(right, 0)
        value = table.Class1Record[first].Class2Record[second].Value1
    return getattr(value, "XAdvance", 0) or 0


if __name__ == "__main__":
    main()
