"""Painters that crash, hang and babble, for a process of their own. The prompt says what to do."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from imgorigin.errors import NotUnderstood
from imgorigin.painters.base import Bench, Painting
from imgorigin.painters.single import OneByOne
from imgorigin.recipe import Recipe


def open_bench(config: Mapping[str, Any]) -> Bench:
    return OneByOne(lambda job: paint(job.recipe))


def paint(recipe: Recipe) -> Painting:
    """`once FILE WORD` misbehaves only while FILE does not exist."""
    words = recipe.prompt.split()
    if words[0] == "once":
        mark = Path(words[1])
        if mark.exists():
            return Painting(b"<svg/>", "svg")
        mark.touch()
        words = words[2:]
    match words[0]:
        case "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            os._exit(3)
        case "hang":
            time.sleep(600)
        case "slow":
            time.sleep(float(words[1]))
        case "babble":
            print("loading weights: 100%")
            os.write(1, b"raw noise")
        case "raise":
            raise ValueError("bad canvas")
        case "refuse":
            raise NotUnderstood("what is a blorb?")
        case "who":
            return Painting(str(os.getpid()).encode(), "png", {"argv": sys.argv[1:]})
        case "fill":
            return Painting(b"x" * int(words[1]), "svg", {"alt": "Ä"})
    return Painting(words[0].encode(), "svg")
