"""Card: all that is known of one model before its weights are loaded."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from imgorigin.address import Size
from imgorigin.recipe import Abilities, Model, Worn

HUB: Final = "https://huggingface.co"
SLUG: Final = r"^[a-z0-9][a-z0-9-]*$"
REMOTE: Final = "remote"

Argument = Literal["guidance_scale", "true_cfg_scale", ""]
"""The name that a pipeline gives to classifier-free guidance; empty: it takes none."""


Optional = Literal["response_format", "seed", "steps", "guidance", "negative_prompt"]
"""A field of the OpenAI images API, or one that the servers of open models add to it."""


class Row(BaseModel):
    """A part of a card. Immutable; a field it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Steps(Row):
    """Denoising steps: if nothing is asked for, and within which bounds one may ask."""

    default: int = Field(30, ge=1)
    least: int = Field(1, ge=1)
    most: int = Field(100, ge=1, le=1000)

    @model_validator(mode="after")
    def _in_order(self) -> Steps:
        if not self.least <= self.default <= self.most:
            raise ValueError(f"{self.default} does not lie within {self.least} and {self.most}.")
        return self


class Guidance(Row):
    """How closely the prompt is followed. `fixed`: the model was distilled for the default, and another
    spoils the picture or does nothing."""

    default: float = Field(0.0, ge=0, le=100)
    argument: Argument = "guidance_scale"
    fixed: bool = False


class Scheduler(Row):
    """A class of diffusers to take in the place of the pipeline's own, made from its configuration."""

    name: str
    options: dict[str, bool | int | float | str] = {}


class Weights(Row):
    """A file, or a whole repository or folder, that belongs to a model.

    `source` is a hub id or a folder, `revision` the commit of a hub id (empty: that of the day it is
    fetched), `file` one file of it. `path` is where it lies; it is filled in when that is known.
    """

    source: str = Field(min_length=1)
    revision: str = ""
    file: str = ""
    path: str = ""


class OneFile(Weights):
    """One file of weights. Without `file` it is the only .safetensors file of its source."""


class Replacement(OneFile):
    """Weights for one component of the pipeline: `sdxl_lightning_4step_unet.safetensors` for the `unet`."""

    component: str = Field(pattern=r"^[a-z][a-z0-9_]*$")


class Fused(OneFile):
    """A LoRA that is part of the model: fused into it when it is loaded."""

    weight: float = Field(1.0, ge=-4, le=4)


class Lora(OneFile):
    """A LoRA that may be asked for, at this weight if no other is. `triggers` are the words it was trained to
    answer to: they are added to prompts that have them not."""

    name: str = ""
    licence: str = ""
    commercial: bool = True
    weight: float = Field(1.0, ge=-4, le=4)
    triggers: tuple[str, ...] = ()


class Server(Row):
    """Who paints a model that only others host: a server of the OpenAI images API.

    `url` ends in the API's version (https://host/v1), `model` is the server's own name for the model,
    `key_env` the environment variable that holds its key. `takes` are the fields that it understands besides
    prompt, model, n and size; `sizes` the only ones it paints, if it has any.
    """

    url: str = Field(pattern=r"^https?://[^/\s]+")
    model: str = ""
    key_env: str = ""
    takes: tuple[Optional, ...] = get_args(Optional)
    sizes: tuple[Annotated[str, Field(pattern=r"^[1-9][0-9]*x[1-9][0-9]*$")], ...] = ()


class Can(Row):
    """What the model does. `words`: it paints from words alone, as nearly all do. `references`: pictures it
    looks at besides the one it changes."""

    words: bool = True
    image_to_image: bool = False
    inpaint: bool = False
    instructions: bool = False
    references: int = Field(0, ge=0, le=16)
    loras: bool = False


class Card(Row):
    """One model.

    `source` is a hub id or a folder; empty for a model that only others host (`remote`). `folder` is where
    its files lie; it is filled in when that is known. `server` paints what is remote. `commercial` is None
    where the licence is not known. `native_area` is in pixels. `download_gb` and `memory_gb` are estimates
    in gigabytes (10^9 bytes): of what is fetched, and of the device's memory for one picture of the native
    area. `token_window` is the most tokens of a prompt that the model reads. `unlisted`: no table describes
    it, and it is known by its source alone.
    """

    slug: str = Field(pattern=SLUG, max_length=64)
    name: str
    description: str = ""
    source: str = ""
    revision: str = ""
    folder: str = ""
    unlisted: bool = False
    remote: bool = False
    server: Server | None = None
    recommended: bool = False
    licence: str = ""
    licence_url: str = ""
    commercial: bool | None = None
    gated: bool = False

    family: str = ""
    steps: Steps = Steps()
    guidance: Guidance = Guidance()
    negative_prompt: bool = False
    strength: float = Field(0.6, gt=0, le=1)
    native_area: int = Field(1024 * 1024, ge=64 * 64, le=2**26)
    divisor: int = Field(16, ge=1, le=256)
    max_ratio: float = Field(3.0, ge=1, le=8)
    token_window: int = Field(77, ge=1)
    abilities: Can = Can()

    dtype: Literal["auto", "bfloat16", "float16", "float32"] = "auto"
    variant: str = ""
    scheduler: Scheduler | None = None
    replaces: tuple[Replacement, ...] = ()
    fuses: tuple[Fused, ...] = ()
    loras: dict[str, Lora] = {}

    download_gb: float = Field(0, ge=0)
    memory_gb: float = Field(0, ge=0)

    @model_validator(mode="after")
    def _has_a_source(self) -> Card:
        if self.remote == bool(self.source):
            raise ValueError("A model has a source, or it is remote: one of the two.")
        if self.server and not self.remote:
            raise ValueError("Only a model that is remote has a server.")
        return self

    @property
    def called(self) -> str:
        """The name by which a command finds it."""
        return self.source if self.unlisted else self.slug

    @property
    def is_local(self) -> bool:
        """Its source is a folder, not a hub id."""
        return is_folder(self.source)

    @property
    def page(self) -> str:
        """Where its licence and description are to be read; empty for a folder."""
        return "" if self.remote or self.is_local else f"{HUB}/{self.source}"

    @property
    def parts(self) -> tuple[Weights, ...]:
        """All that has to lie on the disk for it to paint, the pipeline first; LoRAs that may be asked for
        come last."""
        if self.remote:
            return ()
        whole = Weights(source=self.source, revision=self.revision, path=self.folder)
        return (whole, *self.replaces, *self.fuses, *self.loras.values())

    @property
    def identity(self) -> str:
        """What a recipe calls its revision: all of the card that decides the pixels. The commit itself, if
        nothing is put on top of it."""
        if self.remote:
            return REMOTE
        top: dict[str, Any] = {
            "replaces": [_named(part) | {"component": part.component} for part in self.replaces],
            "fuses": [_named(part) | {"weight": part.weight} for part in self.fuses],
            "scheduler": self.scheduler.model_dump() if self.scheduler else None,
            "variant": self.variant,
        }
        if not any(top.values()):
            return self.revision
        text = json.dumps(top | {"revision": self.revision}, sort_keys=True)
        return f"{self.revision[:12]}+{hashlib.sha256(text.encode()).hexdigest()[:12]}"

    def model(self) -> Model:
        """As a recipe knows it."""
        takes: Sequence[str] = self.server.takes if self.server else get_args(Optional)
        return Model(
            name=self.slug,
            revision=self.identity,
            native_area=self.native_area,
            divisor=self.divisor,
            max_ratio=self.max_ratio,
            trained=True,
            sizes=tuple(map(_size, self.server.sizes)) if self.server else (),
            steps=None if self.remote else self.steps.default,
            steps_range=None if self.remote else (self.steps.least, self.steps.most),
            guidance=self.guidance.default if self.guidance.argument and not self.remote else None,
            strength=self.strength,
            abilities=Abilities(
                negative_prompt=self.negative_prompt and "negative_prompt" in takes,
                steps=self.steps.least < self.steps.most and "steps" in takes,
                guidance=bool(self.guidance.argument) and not self.guidance.fixed and "guidance" in takes,
                image_to_image=self.abilities.image_to_image,
                inpaint=self.abilities.inpaint,
                instructions=self.abilities.instructions,
                references=self.abilities.references,
                loras=self.abilities.loras,
                words=self.abilities.words,
            ),
            loras=tuple(
                Worn(name, lora.weight, lora.triggers, lora.revision, _since(lora.path))
                for name, lora in self.loras.items()
            ),
            since=_since(self.folder),
        )


def is_folder(source: str) -> bool:
    """Whether it names a folder rather than a hub id (`owner/name`)."""
    return source.startswith((".", "/", "~")) or (bool(source) and Path(source).is_dir())


def _since(path: str) -> int:
    """When a file or a folder was last written, in Unix seconds; 0 for none."""
    try:
        return int(Path(path).stat().st_mtime) if path else 0
    except OSError:
        return 0


def _size(text: str) -> Size:
    width, _, height = text.partition("x")
    return Size(int(width), int(height))


def _named(part: Weights) -> dict[str, Any]:
    return {"source": part.source, "revision": part.revision, "file": part.file}
