"""Devices, number formats and memory."""

from __future__ import annotations

import gc
from typing import Any, Final

import torch

from imgorigin.errors import PainterUnavailable

_FULL: Final = ("out of memory", "can't allocate memory", "not enough memory", "alloc_failed")


def device_for(name: str) -> Any:
    """`auto`: CUDA, else Apple's GPU, else the CPU. Raises PainterUnavailable for one that is not there."""
    if name == "auto":
        name = "cuda:0" if torch.cuda.is_available() else "mps" if _has_mps() else "cpu"
    if name.startswith("cuda") and not torch.cuda.is_available():
        raise PainterUnavailable(
            f"The device {name} was asked for, but this torch ({torch.__version__}) finds no CUDA GPU: check"
            " `nvidia-smi` and install torch for CUDA, or use --device cpu."
        )
    if name == "mps" and not _has_mps():
        raise PainterUnavailable("The device mps was asked for, but this machine has no Apple GPU.")
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise PainterUnavailable(f"There is no device {name!r}. Allowed: auto, cpu, mps, cuda:N.") from error
    if device.type == "cuda" and (device.index or 0) >= torch.cuda.device_count():
        raise PainterUnavailable(f"There is no device {name}: {torch.cuda.device_count()} were found.")
    return device


def dtype_for(device: Any, *wishes: str) -> Any:
    """The first wish that is not `auto`; else bfloat16 on a GPU that has it and float32 on the CPU."""
    for wish in wishes:
        if wish and wish != "auto":
            return getattr(torch, wish)
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
    return torch.bfloat16 if device.type == "mps" else torch.float32


def memory_of(device: Any) -> int:
    """Bytes the device has in all; 0 where it cannot be told or is the machine's own."""
    if device.type == "cuda":
        return int(torch.cuda.get_device_properties(device).total_memory)
    return int(torch.mps.recommended_max_memory()) if device.type == "mps" else 0


def is_full(error: BaseException) -> bool:
    """Whether an error says that memory ran out: torch has a type for it on CUDA, and words elsewhere.
    Sana's pipelines catch it, warn, and then miss the picture they did not decode."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    if isinstance(error, UnboundLocalError) and "'image'" in str(error):
        return True
    return isinstance(error, RuntimeError) and any(word in str(error).lower() for word in _FULL)


def free(device: Any) -> None:
    """Give back what nothing refers to any more."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()


def _has_mps() -> bool:
    return bool(torch.backends.mps.is_available())
