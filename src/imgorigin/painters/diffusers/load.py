"""A folder -> a pipeline on its device."""

from __future__ import annotations

import difflib
import logging
from pathlib import Path
from typing import Any, Final, Protocol

import diffusers
import torch
from diffusers.models.attention_dispatch import AttentionBackendName
from safetensors.torch import load_file

from imgorigin.errors import OutOfMemory, PainterUnavailable
from imgorigin.painters.diffusers import processor
from imgorigin.painters.diffusers.device import dtype_for, free, is_full
from imgorigin.painters.diffusers.families import stem
from imgorigin.painters.diffusers.files import (
    check_components,
    check_tensors,
    components,
    index_of,
    weight_bytes,
)
from imgorigin.painters.diffusers.spec import Settings, Source, Weights
from imgorigin.painters.diffusers.traits import denoiser_of


class Loader(Protocol):
    """Who makes the pipelines of a process."""

    def needs(self, source: Source) -> int:
        """Bytes of the device that it will take, for which room is made before it is loaded. Raises
        PainterUnavailable for what cannot be had, so that no room is made for it."""
        ...

    def load(self, source: Source, device: Any, settings: Settings) -> Any:
        """The pipeline, ready to be called. Raises PainterUnavailable with what would help, OutOfMemory if
        it does not fit the device."""
        ...


class FolderLoader:
    """Of folders as diffusers saves them."""

    def needs(self, source: Source) -> int:
        check_folder(source)
        return weight_bytes(source.folder)

    def load(self, source: Source, device: Any, settings: Settings) -> Any:
        return loaded(source, device, settings)


FOLDERS: Final = FolderLoader()

_FEW_WORDS = 16
_BACKENDS = ("native", "flash", "sage", "xformers")

log = logging.getLogger(__name__)


def loaded(source: Source, device: Any, settings: Settings) -> Any:
    """The pipeline, ready to be called. Raises PainterUnavailable with what would help, OutOfMemory if it
    does not fit the device."""
    index = check_folder(source)
    kind = _kind(source, index)
    try:
        pipe = _read(kind, source, index, dtype_for(device, settings.dtype, source.dtype))
        _check(pipe, source, index)
        _change(pipe, source)
        pipe.to(device)
        tune(pipe, device, settings)
    except PainterUnavailable:
        raise
    except Exception as error:
        if is_full(error):
            free(device)
            raise OutOfMemory(f"{source.slug} does not fit the memory of {device}.") from error
        # What it says may name the server's paths: for the log alone.
        log.error("%s cannot be loaded: %s", source.slug, sentence(error), exc_info=error)
        raise PainterUnavailable(f"{source.slug} cannot be loaded. The server's log says why.") from error
    return pipe


def check_folder(source: Source) -> dict[str, Any]:
    """The index of its pipeline. Raises PainterUnavailable for what is wrong to be seen before its weights
    are read."""
    if source.problem:
        raise PainterUnavailable(source.problem)
    index = index_of(source.slug, source.folder)
    check_components(source.slug, source.folder, index)
    return index


def sentence(error: BaseException) -> str:
    """The first line of what an error says, as a sentence."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return f"{lines[0] if lines else type(error).__name__}"[:300].rstrip(".") + "."


def _kind(source: Source, index: dict[str, Any]) -> Any:
    """The class that paints from words, if the family has one."""
    name = index["_class_name"]
    kind = getattr(diffusers, f"{stem(name)}Pipeline", None) or getattr(diffusers, name, None)
    if kind is None:
        raise PainterUnavailable(
            f"{source.slug} needs the pipeline class {name}, which diffusers {diffusers.__version__} does"
            " not have: update it (pip install -U diffusers)."
        )
    return kind


def _read(kind: Any, source: Source, index: dict[str, Any], dtype: Any) -> Any:
    """From this folder alone: nothing is fetched. The family's own checker of pictures, which blackens what
    it does not like, stays out; `safety` is the place for one."""
    given: dict[str, Any] = {}
    if "safety_checker" in index:
        given |= {"safety_checker": None, "requires_safety_checker": False}
    for name, part in components(index):
        if processor.is_needed(part):
            given[name] = processor.assembled(source.folder / name, part)
    return kind.from_pretrained(
        source.folder, dtype=dtype, variant=source.variant, local_files_only=True, **given
    )


def _check(pipe: Any, source: Source, index: dict[str, Any]) -> None:
    for name, kind in components(index):
        part: Any = getattr(pipe, name, None)
        if "Tokenizer" in kind and len(part) < _FEW_WORDS:
            raise PainterUnavailable(f"{source.slug} is incomplete: {name}/ knows {len(part)} words.")
        if isinstance(part, diffusers.ModelMixin):
            check_tensors(source.slug, source.folder, name, len(part.state_dict()), source.variant)


def _change(pipe: Any, source: Source) -> None:
    """What the card puts in the place of the folder's own, and on top of it."""
    for weights in source.replaces:
        part = getattr(pipe, weights.component)
        part.load_state_dict(load_file(_file(weights, source)), strict=True)
    for at, weights in enumerate(source.fuses):
        name = f"fused_{at}"
        _file(weights, source)
        pipe.load_lora_weights(weights.path, weight_name=weights.file, adapter_name=name)
        pipe.fuse_lora(lora_scale=weights.weight, adapter_names=[name])
        pipe.unload_lora_weights()
    if source.scheduler:
        kind = getattr(diffusers, source.scheduler, None)
        if kind is None:
            raise PainterUnavailable(f"{source.slug}: diffusers has no scheduler {source.scheduler!r}.")
        pipe.scheduler = kind.from_config(pipe.scheduler.config, **source.scheduler_options)


def _file(weights: Weights, source: Source) -> Path:
    file = weights.path / weights.file
    if not file.is_file():
        raise PainterUnavailable(
            f"{source.slug} is incomplete: {file.name} is missing. Run `imgorigin models pull {source.slug}`."
        )
    return file


def tune(pipe: Any, device: Any, settings: Settings) -> None:
    """Levers that change the speed and not, beyond rounding, the picture."""
    pipe.set_progress_bar_config(disable=True)
    denoiser = denoiser_of(pipe)
    if settings.attention != "auto":
        _attend_by(settings.attention, denoiser)
    if device.type != "cuda":
        return
    if settings.channels_last and all(weight.dim() != 5 for weight in pipe.vae.parameters()):
        pipe.vae.to(memory_format=torch.channels_last)
    if settings.compile and getattr(denoiser, "_repeated_blocks", None):
        denoiser.compile_repeated_blocks(fullgraph=True)


def _attend_by(backend: str, denoiser: Any) -> None:
    """Raises PainterUnavailable for a back-end that diffusers does not know, or cannot use here."""
    known = [str(one.value) for one in AttentionBackendName]
    if backend not in known:
        near = ", ".join(difflib.get_close_matches(backend, known, 5, cutoff=0.3) or _BACKENDS)
        raise PainterUnavailable(f"There is no attention backend {backend!r} (--attention). Nearest: {near}.")
    try:
        denoiser.set_attention_backend(backend)
    except (RuntimeError, ValueError, ImportError) as error:
        raise PainterUnavailable(f"--attention {backend} cannot be used here: {sentence(error)}") from error
