"""What torch finds on this machine. It is asked in a process of its own: loading it takes seconds and half a
gigabyte."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from typing import Any, Final

from imgorigin.errors import SettingsError
from imgorigin.models.hub import EXTRA

PATIENCE: Final = 120
"""Seconds. The first import after an installation compiles thousands of files."""

_QUESTION: Final = """
import json, importlib.util as u
need = ("torch", "diffusers", "transformers", "accelerate", "safetensors", "peft", "huggingface_hub")
found = {"missing": [name for name in need if u.find_spec(name) is None], "devices": []}
if "torch" not in found["missing"]:
    import torch
    found["version"], found["cuda"] = torch.__version__, torch.version.cuda or torch.version.hip
    for at in range(torch.cuda.device_count()):
        free, total = torch.cuda.mem_get_info(at)
        found["devices"].append([f"cuda:{at}", torch.cuda.get_device_name(at), free, total])
    if torch.backends.mps.is_available():
        size = torch.mps.recommended_max_memory()
        found["devices"].append(["mps", "Apple GPU", size, size])
print(json.dumps(found))
"""


async def ask() -> dict[str, Any]:
    """`missing` packages, torch's `version`, `cuda` version, and `devices` as [name, model, bytes free, bytes
    in all]. Raises SettingsError if torch cannot be loaded."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _QUESTION, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(PATIENCE):
            out, errors = await process.communicate()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        raise SettingsError(f"torch did not load within {PATIENCE} seconds.") from None
    if process.returncode:
        last = errors.decode(errors="replace").strip().splitlines()[-1:] or [f"exit {process.returncode}"]
        raise SettingsError(f"torch cannot be loaded: {last[0]}. Install it anew: {EXTRA}")
    found: dict[str, Any] = json.loads(out.decode().splitlines()[-1])
    return found


async def told() -> str:
    """One sentence on torch and the devices. Raises SettingsError, which says what helps."""
    return sentence(await ask())


def sentence(found: dict[str, Any]) -> str:
    """As `told`, of what `ask` found."""
    if found["missing"]:
        raise SettingsError(f"Models need {', '.join(found['missing'])}, not installed here: {EXTRA}")
    if not found["devices"]:
        why = "sees no GPU" if found["cuda"] else "was built without CUDA"
        return f"torch {found['version']} {why}: models run on the processor, minutes a picture"
    seen = [
        f"{name} {model}, {free / 1e9:.1f} of {total / 1e9:.1f} GB free"
        for name, model, free, total in found["devices"]
    ]
    return f"torch {found['version']}: {'; '.join(seen)}"
