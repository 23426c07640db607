"""The seam between the service and whatever paints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol

from imgorigin.recipe import Model, Recipe

MasterFormat = Literal["svg", "png"]


@dataclass(frozen=True, slots=True)
class Painting:
    """What a painter hands back.

    `data` is the master: a PNG of the recipe's canvas size, or an SVG drawing whose viewBox has the
    canvas's proportions. Both lose nothing; a drawing is cut sharp at any size.

    `facts` are JSON values about the picture. Known keys, all optional: `alt` and `title` (plain language),
    `focus` (what to keep in a crop, as [x, y] in parts of width and height; else a glance finds it),
    `unknown` (words of the prompt the painter could make nothing of), `not_done` (instructions likewise).
    """

    data: bytes
    format: MasterFormat
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The pixels that a recipe refers to, as encoded files.

    `images` are the picture to be changed (the master of `recipe.source`, as a PNG of its canvas, or the
    first of `recipe.images`), then the references. `mask` is light where the picture may change.
    """

    images: tuple[bytes, ...] = ()
    mask: bytes | None = None


class Onlooker(Protocol):
    """Who looks on while one recipe is painted. Cheap, and never raises."""

    def loading(self) -> None:
        """It waits for its painter to start, or for its model."""
        ...

    def began(self) -> None:
        """It waits no longer. May come again, if the process that painted it was lost."""
        ...

    def step(self, done: int, steps: int) -> None: ...

    def preview(self, png: bytes) -> None:
        """A small picture of how far it is."""
        ...

    @property
    def is_watched(self) -> bool:
        """Whether anybody looks at previews now: for nobody none are made."""
        ...


class Nobody:
    """Implements Onlooker."""

    def loading(self) -> None:
        pass

    def began(self) -> None:
        pass

    def step(self, done: int, steps: int) -> None:
        pass

    def preview(self, png: bytes) -> None:
        pass

    @property
    def is_watched(self) -> bool:
        return False


NOTHING: Final = Inputs()
NOBODY: Final = Nobody()


class Painter(Protocol):
    """Paints one recipe a call; may be called concurrently."""

    @property
    def models(self) -> Mapping[str, Model]:
        """What it paints with, by name."""
        ...

    @property
    def restarts(self) -> int:
        """How many processes had to be replaced."""
        ...

    async def start(self) -> None:
        """Be ready before the first recipe comes. Raises PainterUnavailable."""
        ...

    async def check(self) -> None:
        """Raises PainterUnavailable if a recipe could not be painted now."""
        ...

    async def paint(self, recipe: Recipe, inputs: Inputs = NOTHING, watch: Onlooker = NOBODY) -> Painting:
        """Raises PaintFailed, NotUnderstood, Unsupported or ContentRefused for a recipe it cannot paint,
        PainterUnavailable (OutOfMemory) if the fault is its own, ShuttingDown if it was closed before it was
        done. Who cancels it gives the picture up."""
        ...

    async def close(self) -> None:
        """Finish what is being painted, and stop. If the caller is cancelled, stop at once."""
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """One recipe and what it needs, on the bench of a painter process."""

    recipe: Recipe
    inputs: Inputs = NOTHING


class Watch(Protocol):
    """Who looks on while a batch is painted. Called on the bench's thread; cheap, and never raises."""

    def loading(self) -> None:
        """The model of the batch is being loaded first, which may take as long as a start."""
        ...

    def loaded(self) -> None:
        """It is there."""
        ...

    def step(self, done: int, steps: int) -> None:
        """Every job of the batch has `done` of its `steps`."""
        ...

    def preview(self, index: int, png: bytes) -> None:
        """A small picture of how far the job is."""
        ...

    def is_wanted(self, index: int) -> bool:
        """False once nobody waits for the job any more; it may be given up."""
        ...

    def is_watched(self, index: int) -> bool:
        """True once anybody looks at previews of the job."""
        ...


class Bench(Protocol):
    """A painter in its own process: one call at a time, batches of jobs that the painter's `group` found
    compatible."""

    def warm_up(self) -> None:
        """Be ready before the first job comes. Raises PainterUnavailable, which says what would help."""
        ...

    def paint(self, jobs: Sequence[Job], watch: Watch) -> Iterator[tuple[int, Callable[[], Painting]]]:
        """The index of each job, in any order, with what finishes it: it gives the painting, encoded, or
        raises what went wrong with this job (PaintFailed, NotUnderstood, Unsupported, ContentRefused,
        OutOfMemory). It may be called on another thread, while the next batch is painted."""
        ...
