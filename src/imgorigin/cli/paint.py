"""`imgorigin paint`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from imgorigin.address import DEFAULT_SIDE, FORMATS, Address, Segment, Size, canonical_words
from imgorigin.app import limits, quality
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.cli.options import with_settings
from imgorigin.errors import InvalidRequest, SettingsError
from imgorigin.imaging.master import Master
from imgorigin.imaging.provenance import xmp_packet
from imgorigin.imaging.rendition import rendition
from imgorigin.painters import sketch
from imgorigin.recipe import MAX_SEED, Recipe, seed_of
from imgorigin.settings import Settings

QUALITY = ("jpeg_quality", "webp_quality", "avif_quality", "png_compression")


@with_settings(*QUALITY)
def paint(
    words: Annotated[str, typer.Argument(help="What the picture shows, in plain words.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="File to write; its ending chooses the format.")
    ] = Path("picture.png"),
    size: Annotated[str, typer.Option(help="Width and height in pixels.")] = f"{DEFAULT_SIDE}x{DEFAULT_SIDE}",
    seed: Annotated[
        int | None,
        typer.Option(
            help="Another picture of the same words; without it, the one their address has.",
            min=0,
            max=MAX_SEED,
        ),
    ] = None,
    *,
    settings: Settings,
) -> None:
    """Paint one picture into a file. No server is needed."""
    form = output.suffix.removeprefix(".").lower().replace("jpeg", "jpg")
    if form not in FORMATS:
        raise InvalidRequest("output", f"{output.name!r} has no ending we write", [f".{f}" for f in FORMATS])
    wanted = _size(size)
    slug = canonical_words(words)
    if not slug:
        raise InvalidRequest("words", "there are none", "words of any script, or pictographs")
    limits(settings).check(Address("cli", Segment(slug, form, wanted)))
    prompt = slug.replace(
        "-", " "
    )  # as the address of these words would have it, so that it is the same picture
    recipe = Recipe(
        prompt=prompt,
        model=sketch.MODEL.name,
        revision=sketch.MODEL.revision,
        seed=seed_of(prompt) if seed is None else seed,
        canvas=sketch.MODEL.canvas(wanted),
    )
    master = Master.of(sketch.paint(recipe), recipe)
    xmp = xmp_packet(master, trained=sketch.MODEL.trained, with_prompt=True)
    data = rendition(
        master, wanted, form, quality=quality(settings), xmp=xmp, background=ProjectSettings().background
    )
    try:
        output.write_bytes(data)
    except OSError as error:
        raise SettingsError(f"{output} cannot be written: {error.strerror}.") from error
    typer.echo(f"{output}  {wanted}  {master.facts.get('alt', '')}")
    if unknown := master.facts.get("unknown"):
        typer.echo(f"Nothing could be made of: {', '.join(unknown)}.", err=True)


def _size(text: str) -> Size:
    width, by, height = text.lower().partition("x")
    if not (by and width.isdecimal() and height.isdecimal()):
        raise InvalidRequest("size", f"{text!r}", "WIDTHxHEIGHT, as in 1920x1080")
    return Size(int(width), int(height))
