"""The process a painter lives in: `python -m imgorigin.painters.worker MODULE:FUNCTION`.

FUNCTION makes the Bench (see base) of a configuration. From standard input come frames (see frames):

    {"config": {...}}                                   once, first
    {"batch": 7, "jobs": [{"id": 12, "recipe": {...}, "images": 2, "mask": true}, ...]}   the bodies: pictures
    {"unwanted": [12]}                                  nobody waits for these jobs any more
    {"watched": [12]}                                   somebody looks at previews of these

To standard output go:

    {"ready": true} or {"failed": "a sentence"}         once
    {"batch": 7, "began": true}
    {"batch": 7, "loading": true}                       its model, first; false once it is there
    {"batch": 7, "step": [3, 28]}                       signs of life, not more than a few a second
    {"job": 12, "preview": true} + PNG
    {"job": 12, "finishing": true}                      its turn has come to be looked at and encoded
    {"job": 12, "format": "png", "facts": {...}} + picture, or {"job": 12, "error": "code", "detail": "..."}
    {"batch": 7, "ended": 1.83}                         seconds of painting; pictures of it may still follow

Pictures are encoded on a thread of their own, so that the device paints the next batch meanwhile. The process
ends when its input does, which the keeper closes, or which closes when the keeper dies; one that is at work
or hangs when its keeper dies ends with it too. Whatever the painter prints goes to standard error. Signals
are the keeper's business: Ctrl-C and a service manager's SIGTERM reach the whole process group, and what is
being painted then is to be finished.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, Final

from imgorigin.errors import ImgoriginError, PainterUnavailable
from imgorigin.painters import frames
from imgorigin.painters.base import Bench
from imgorigin.painters.inbox import Inbox
from imgorigin.painters.outbox import Finisher, Outbox
from imgorigin.painters.shift import Shift

WATCH_SECONDS: Final = 0.5


def main(target: str) -> None:
    """Serve `target`, which is `module:function` of the form config -> Bench."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    requests, outbox = _streams()
    threading.Thread(target=_end_with, args=[os.getppid()], daemon=True).start()
    if not (first := frames.read(requests)):
        return
    bench = _ready(target, first.head["config"], outbox)
    if not bench:
        return
    inbox, finisher = Inbox(requests), Finisher(outbox)
    outbox.send({"ready": True})
    shift = Shift(bench, outbox, finisher, inbox)
    for batch in inbox:
        shift.paint(batch)
        inbox.forget(batch)
    finisher.finish()


def _streams() -> tuple[BinaryIO, Outbox]:
    """Those of the keeper, out of reach of whatever the painter reads, prints and starts."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, Outbox(answers)


def _end_with(keeper: int) -> None:
    """Nobody is left to take what is being painted."""
    while os.getppid() == keeper:
        time.sleep(WATCH_SECONDS)
    os._exit(1)


def _ready(target: str, config: Mapping[str, Any], outbox: Outbox) -> Bench | None:
    """The bench, warm; None if that failed, which is told."""
    try:
        bench = _maker(target)(config)
        bench.warm_up()
    except PainterUnavailable as error:
        outbox.send({"failed": error.detail})
    except Exception as error:
        traceback.print_exc()
        told = f": {error.detail}" if isinstance(error, ImgoriginError) else ". The server's log says why."
        outbox.send({"failed": f"The painter process does not start{told}"})
    else:
        return bench
    return None


def _maker(target: str) -> Callable[[Mapping[str, Any]], Bench]:
    module, _, function = target.partition(":")
    found: Callable[[Mapping[str, Any]], Bench] = getattr(importlib.import_module(module), function)
    return found


if __name__ == "__main__":
    main(sys.argv[1])
