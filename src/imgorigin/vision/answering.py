"""The process of a local model, which is asked by its keeper (see speaking).

It says {"ready": true} when the model is loaded, or {"problem": why}. Then it reads questions, each as four
bytes of length (big-endian) and as many bytes, and answers each by a line of JSON: {"text": what it says} or
{"problem": why}. It ends with its standard input.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import IO, Any

Say = Callable[[bytes], str]


def answer_to(load: Callable[[], Say], source: IO[bytes], answers: IO[str]) -> None:
    """What is loaded answers until there is nothing more to read."""

    def tell(**said: Any) -> None:
        answers.write(json.dumps(said) + "\n")
        answers.flush()

    try:
        say = load()
    except Exception as error:  # whatever a library raises of a folder
        return tell(problem=_sentence(error))
    tell(ready=True)
    while len(head := source.read(4)) == 4:
        try:
            tell(text=say(source.read(int.from_bytes(head))))
        except Exception as error:  # whatever a library raises of a question
            tell(problem=_sentence(error))
    return None


def serve(load: Callable[[], Say]) -> None:
    """What libraries print goes to standard error: standard output is for answers."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    answer_to(load, sys.stdin.buffer, answers)


def _sentence(error: Exception) -> str:
    first = str(error).strip().split("\n", 1)[0]
    return f"{type(error).__name__}: {first}"[:500] if first else type(error).__name__
