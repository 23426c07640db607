"""What the process is told: the configuration and, in it, the models' cards. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal

Tiling = Literal["auto", "on", "off"]
Verdict = Literal["off", "flag", "block"]

BATCH: Final = 4
MOST_STEPS: Final = 100
STRENGTH: Final = 0.6


@dataclass(frozen=True, slots=True)
class Weights:
    """A file of weights. `component` is what it replaces; empty for a LoRA, which has a `weight`."""

    path: Path
    file: str = ""
    weight: float = 1.0
    component: str = ""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Weights:
        """`path` is the file itself, or the folder it lies in by the name of `file`."""
        path = Path(data.get("path") or data.get("source") or "")
        name = str(data.get("file") or "")
        if path.is_file():
            path, name = path.parent, path.name
        return cls(path, name, float(data.get("weight", 1.0)), str(data.get("component", "")))


@dataclass(frozen=True, slots=True)
class Source:
    """A model's card, as far as painting needs it. None: the card does not say; the pipeline is asked.

    `steps_range` is what may be asked for; `is_guidance_fixed`: only its default may. `argument` is the
    pipeline's name for classifier-free guidance, empty if it takes none. `window` is in tokens. `problem` is
    why it is not to be loaded, empty if nothing is known against it.
    """

    slug: str
    folder: Path
    steps: int | None = None
    steps_range: tuple[int, int] = (1, MOST_STEPS)
    guidance: float | None = None
    is_guidance_fixed: bool = False
    argument: str | None = None
    negative: bool | None = None
    strength: float = STRENGTH
    dtype: str = "auto"
    variant: str | None = None
    scheduler: str = ""
    scheduler_options: Mapping[str, Any] = field(default_factory=dict)
    replaces: tuple[Weights, ...] = ()
    fuses: tuple[Weights, ...] = ()
    loras: Mapping[str, Weights] = field(default_factory=dict)
    window: int | None = None
    abilities: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""

    @classmethod
    def of(cls, card: Mapping[str, Any]) -> Source:
        """From a card as JSON; whatever it leaves out has a default."""
        steps, guidance = _parts(card.get("steps")), _parts(card.get("guidance"))
        scheduler = card.get("scheduler") or {}
        return cls(
            slug=str(card["slug"]),
            folder=Path(card.get("folder") or card.get("path") or card.get("source") or ""),
            steps=steps.get("default"),
            steps_range=(steps.get("least", 1), steps.get("most", MOST_STEPS)),
            guidance=guidance.get("default"),
            is_guidance_fixed=bool(guidance.get("fixed")),
            argument=guidance.get("argument", card.get("guidance_argument")),
            negative=card.get("negative_prompt"),
            strength=float(card.get("strength") or STRENGTH),
            dtype=card.get("dtype") or "auto",
            variant=card.get("variant") or None,
            scheduler=scheduler.get("name") or scheduler.get("class") or "",
            scheduler_options=scheduler.get("options") or {},
            replaces=tuple(map(Weights.of, card.get("replaces") or ())),
            fuses=tuple(map(Weights.of, card.get("fuses") or ())),
            loras={slug: Weights.of(row) for slug, row in (card.get("loras") or {}).items()},
            window=card.get("token_window"),
            abilities=card.get("abilities") or {},
            problem=card.get("problem") or "",
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process paints. Every field has the default that measured best or surprises least.

    `memory` is a budget in bytes for the models at hand (0: what the device has), `idle` the seconds after
    which an unused model is unloaded (0: never). `exact` paints every batch at the size `batch`, so that a
    picture does not depend on its companions by a single bit; a batch that memory has no room for is then an
    error. `classifier_target` is `module:function`, and `classifier_timeout` in seconds (see safety).
    `upscaler` and `preview_vae` are paths.
    """

    sources: Mapping[str, Source]
    default: str
    device: str = "auto"
    dtype: str = "auto"
    attention: str = "auto"
    channels_last: bool = True
    compile: bool = False
    tiling: Tiling = "auto"
    memory: int = 0
    idle: float = 0.0
    batch: int = BATCH
    exact: bool = False
    previews: bool = True
    classifier: Verdict = "off"
    classifier_target: str = ""
    classifier_timeout: float = 30.0
    upscaler: str = ""
    preview_vae: str = ""

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Settings:
        """From the configuration as JSON. Raises KeyError without a card."""
        sources = {card["slug"]: Source.of(card) for card in config["cards"]}
        plain = {
            name: config[name]
            for name in cls.__dataclass_fields__
            if name not in ("sources", "default") and config.get(name) is not None
        }
        return cls(MappingProxyType(sources), config.get("default") or next(iter(sources)), **plain)


def _parts(value: Any) -> Mapping[str, Any]:
    """A number stands for its default alone."""
    if value is None:
        return {}
    return value if isinstance(value, Mapping) else {"default": value}
