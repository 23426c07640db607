"""`imgorigin paint`."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from imgorigin.address import DEFAULT_SIDE, FORMATS, Address, Segment, Size, canonical_words
from imgorigin.capability import is_of_pixels
from imgorigin.catalog.projects import ProjectSettings
from imgorigin.cli.options import with_settings
from imgorigin.cli.trial import model_painter, painted
from imgorigin.errors import InvalidRequest, SettingsError
from imgorigin.imaging.master import Master
from imgorigin.imaging.provenance import xmp_packet
from imgorigin.imaging.rendition import rendition
from imgorigin.imaging.vector import not_drawn
from imgorigin.painters import sketch
from imgorigin.painters.base import Painter
from imgorigin.parts import limits, quality
from imgorigin.recipe import MAX_SEED, Model, Recipe, recipe_for
from imgorigin.settings import Settings

QUALITY: Final = ("jpeg_quality", "webp_quality", "avif_quality", "png_compression")
MODELS: Final = (
    *("model", "data", "device", "dtype", "attention", "vae_tiling", "compile"),
    *("start_timeout", "paint_timeout"),
)


@with_settings(*MODELS, *QUALITY)
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
    """Paint one picture into a file. No server is needed.

    With --model, that model paints it, as it would for a server; of several, the first one does. `data` is
    the folder with models.toml.
    """
    address = _address(words, output, size)
    limits(settings).check(address)
    painter = model_painter(settings)
    model = next(iter(painter.models.values())) if painter else sketch.MODEL
    recipe = _recipe(address, model, seed)
    master = _master(painter, recipe)
    data = rendition(
        master,
        address.size,
        address.format,
        quality=quality(settings),
        xmp=xmp_packet(master, trained=model.trained, with_prompt=True),
        background=ProjectSettings().background,
    )
    try:
        output.write_bytes(data)
    except OSError as error:
        raise SettingsError(f"{output} cannot be written: {error.strerror}.") from error
    typer.echo(f"{output}  {address.size}  {master.facts.get('alt', f'by {model.name}')}")
    if unknown := master.facts.get("unknown"):
        typer.echo(f"Nothing could be made of: {', '.join(unknown)}.", err=True)


def _address(words: str, output: Path, size: str) -> Address:
    """Of these words in some project: the picture is the one that is shown there."""
    form = output.suffix.removeprefix(".").lower().replace("jpeg", "jpg")
    if form not in FORMATS:
        raise InvalidRequest("output", f"{output.name!r} has no ending we write", [f".{f}" for f in FORMATS])
    wanted = _size(size)
    slug = canonical_words(words)
    if not slug:
        raise InvalidRequest("words", "there are none", "words of any script, or pictographs")
    return Address("cli", Segment(slug, form, wanted))


def _recipe(address: Address, model: Model, seed: int | None) -> Recipe:
    recipe = recipe_for(address, model)
    if address.format == "svg" and is_of_pixels(recipe, model):
        raise not_drawn()
    return recipe if seed is None else replace(recipe, seed=seed)


def _master(painter: Painter | None, recipe: Recipe) -> Master:
    painting = asyncio.run(painted(painter, recipe)) if painter else sketch.paint(recipe)
    return Master.of(painting, recipe)


def _size(text: str) -> Size:
    width, by, height = text.lower().partition("x")
    if not (by and width.isdecimal() and height.isdecimal()):
        raise InvalidRequest("size", f"{text!r}", "WIDTHxHEIGHT, as in 1920x1080")
    return Size(int(width), int(height))
