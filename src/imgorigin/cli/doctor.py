"""`imgorigin doctor`."""

from __future__ import annotations

import asyncio
import platform
import secrets
import shutil
import tempfile
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Final

import pyvips
import typer
from rich.console import Console
from rich.filesize import decimal
from rich.markup import escape

from imgorigin import __version__, logs
from imgorigin.aids import check_classifier, check_files
from imgorigin.cli.doctor_catalog import of_catalog, of_projects
from imgorigin.cli.options import with_settings
from imgorigin.cli.shown import told
from imgorigin.crew import sketch_painter, trained
from imgorigin.errors import ImgoriginError, SettingsError, StoreUnavailable
from imgorigin.imaging.encode import MEDIA_TYPES
from imgorigin.lease.sqlite import SqliteLeases
from imgorigin.models import devices
from imgorigin.models.registry import Registry
from imgorigin.models.weights import Cache
from imgorigin.painters import sketch
from imgorigin.parts import LEASES, s3_store
from imgorigin.recipe import Recipe
from imgorigin.settings import Settings
from imgorigin.sight import tried
from imgorigin.stores.base import Blob

LOW_ON_DISK: Final = 10**9

Look = Callable[[Settings], Coroutine[Any, Any, str]]


@with_settings(told=False)
def doctor(*, settings: Settings) -> None:
    """Look at everything a server needs, and say what is wrong and what helps.

    Any flag of `imgorigin serve` may stand here: it is looked at as a server would have it.
    """
    with logs.silenced():
        is_well = _looked(settings)
    if not is_well:
        raise typer.Exit(1)


def _looked(settings: Settings) -> bool:
    """Whether all is well."""
    console = Console(highlight=False)
    is_well = True
    for name, look in LOOKS.items():
        try:
            console.print(f"[green]ok  [/] {name:<9} {escape(asyncio.run(look(settings)))}", soft_wrap=True)
        except (ImgoriginError, OSError, pyvips.Error) as error:
            is_well = False
            for line in _said(error).splitlines():
                console.print(f"[red]fail[/] {name:<9} {escape(line)}", soft_wrap=True)
    return is_well


def _said(error: Exception) -> str:
    """What the operating system says names no file unless one looks."""
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return told(error) if isinstance(error, ImgoriginError) else str(error)


async def _versions(settings: Settings) -> str:
    return f"imgorigin {__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}"


async def _libvips(settings: Settings) -> str:
    dot = pyvips.Image.svgload_buffer(b'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>')
    for form in MEDIA_TYPES:
        dot.flatten().write_to_buffer(f".{form}")
    version = ".".join(str(pyvips.version(part)) for part in range(3))
    return f"libvips {version} draws SVG and writes {', '.join(MEDIA_TYPES)}"


async def _folder(settings: Settings) -> str:
    folder = _that_is_there(settings.data)
    _try_folder(folder)
    free = shutil.disk_usage(folder).free
    low = "" if free > LOW_ON_DISK else ", which is little"
    made = "can be written" if folder == settings.data else "can be made"
    return f"{settings.data.resolve()} {made}, {free / 1e9:.1f} GB free{low}"


def _that_is_there(folder: Path) -> Path:
    """The folder, or the nearest above it."""
    return next(found for found in (folder, *folder.absolute().parents) if found.exists())


def _try_folder(folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder, prefix=".doctor-") as scratch:
        probe = Path(scratch, "probe")
        probe.touch()
        Path(scratch, "link").hardlink_to(probe)


async def _leases(settings: Settings) -> str:
    with tempfile.TemporaryDirectory(dir=_that_is_there(settings.data), prefix=".doctor-") as scratch:
        leases = SqliteLeases(Path(scratch, LEASES), ttl=settings.lease)
        try:
            async with leases.hold("doctor") as lease:
                await lease.confirm()
        finally:
            await leases.close()
    return "can be claimed and given back"


async def _painter(settings: Settings) -> str:
    painter = sketch_painter(settings)
    try:
        await painter.start()
        started = time.perf_counter()
        recipe = Recipe(
            prompt="a lighthouse at dawn",
            model=sketch.MODEL.name,
            revision=sketch.MODEL.revision,
            seed=1,
            canvas=sketch.MODEL.canvases()[0],
        )
        await painter.paint(recipe)
        return f"{sketch.MODEL.name} painted in {(time.perf_counter() - started) * 1000:.0f} ms"
    finally:
        await painter.close()


async def _s3(settings: Settings) -> str:
    if not settings.s3:
        return "not configured"
    key = f"doctor/{secrets.token_hex(8)}"
    async with s3_store(settings) as store:
        try:
            await store.put(key, Blob(b"first"))
            if (await store.put(key, Blob(b"second"))).data != b"first":
                raise StoreUnavailable("The server ignores If-None-Match: a later write replaces the first.")
        finally:
            await store.delete(key)
    return f"{settings.s3} keeps the first of two writes"


async def _models(settings: Settings) -> str:
    """Of those that are set: whether their weights are here and whole."""
    registry = Registry.load(settings.data)
    if not (names := trained(settings)):
        return "none set: the sketch painter paints. With a GPU: --model flux-2-klein-4b"
    complete, wrong, doubts = [], [], []
    for card in registry.chosen(names):
        try:
            registry.cache.located(card)
            doubts += registry.cache.foreign_loras(card)
            size = decimal(registry.cache.look(card).bytes)
            complete.append(f"{card.slug} ({'hosted elsewhere' if card.remote else size})")
        except SettingsError as error:
            wrong.append(error.detail)
    if wrong:
        raise SettingsError("\n".join(wrong))
    return " ".join([f"{', '.join(complete)}: complete.", *doubts]).removesuffix(".")


async def _torch(settings: Settings) -> str:
    if not trained(settings):
        return "not needed without models"
    return await devices.told()


async def _aids(settings: Settings) -> str:
    check_files(settings)
    await asyncio.to_thread(check_classifier, settings)
    classifier = "off" if settings.classifier == "off" else settings.classifier_target
    return f"classifier {classifier}, upscaler {settings.upscaler or 'none'}"


async def _room(settings: Settings) -> str:
    root = Cache.of(settings.data).root
    there = _that_is_there(root)
    free = shutil.disk_usage(there).free
    return f"{free / 1e9:.1f} GB free for weights in {root}; HF_HOME names another place"


async def _vision(settings: Settings) -> str:
    return await tried(settings)


LOOKS: Final[dict[str, Look]] = {
    "versions": _versions,
    "libvips": _libvips,
    "data": _folder,
    "catalog": of_catalog,
    "projects": of_projects,
    "leases": _leases,
    "painter": _painter,
    "s3": _s3,
    "models": _models,
    "torch": _torch,
    "aids": _aids,
    "vision": _vision,
    "weights": _room,
}
