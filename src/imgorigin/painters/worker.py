"""The process a painter lives in: `python -m imgorigin.painters.worker MODULE:FUNCTION`.

Reads recipes from its standard input, writes paintings to its standard output (see frames), one at a time,
until the input ends, which it does when the keeper closes it or dies; one that is at work or hangs when its
keeper dies ends with it too. Whatever the painter prints goes to standard error. Signals are the keeper's
business: Ctrl-C and a service manager's SIGTERM reach the whole process group, and what is being painted
then is to be finished.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from imgorigin.errors import ImgoriginError, PaintFailed
from imgorigin.painters.base import Painting
from imgorigin.painters.frames import LENGTHS, packed, unpacked
from imgorigin.recipe import Recipe

WATCH_SECONDS: Final = 0.5


def main(target: str) -> None:
    """Serve `target`, which is `module:function` of the form Recipe -> Painting."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    threading.Thread(target=_end_with, args=[os.getppid()], daemon=True).start()
    paint = _loaded(target)
    _write(answers, packed({"ready": True}))
    for recipe in _recipes(sys.stdin.buffer):
        _write(answers, _painted(paint, recipe))


def _end_with(keeper: int) -> None:
    """Nobody is left to take what is being painted."""
    while os.getppid() == keeper:
        time.sleep(WATCH_SECONDS)
    os._exit(1)


def _painted(paint: Callable[[Recipe], Painting], recipe: Recipe) -> bytes:
    try:
        painting = paint(recipe)
    except ImgoriginError as error:
        return packed({"error": error.code, "detail": error.detail})
    except Exception as error:
        traceback.print_exc()
        return packed({"error": PaintFailed.code, "detail": f"{type(error).__name__}: {error}"})
    return packed({"format": painting.format, "facts": dict(painting.facts)}, painting.data)


def _recipes(requests: BinaryIO) -> Iterator[Recipe]:
    while len(lengths := requests.read(LENGTHS.size)) == LENGTHS.size:
        head, body = LENGTHS.unpack(lengths)
        yield Recipe.from_dict(unpacked(requests.read(head)))
        requests.read(body)


def _write(answers: BinaryIO, frame: bytes) -> None:
    answers.write(frame)
    answers.flush()


def _loaded(target: str) -> Callable[[Recipe], Painting]:
    module, _, function = target.partition(":")
    found: Callable[[Recipe], Painting] = getattr(importlib.import_module(module), function)
    return found


if __name__ == "__main__":
    main(sys.argv[1])
