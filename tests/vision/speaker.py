"""Stands in for the captioner's process: its model's name tells how it behaves."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any


def tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


def main() -> None:
    behaviour, _, note = sys.argv[1].partition(":")
    if note:
        with Path(note).open("a") as starts:
            starts.write("started\n")
    if behaviour == "unloadable":
        tell(problem="OSError: no such folder")
        return
    if behaviour == "torn":
        sys.exit(3)
    if behaviour == "slow-start":
        time.sleep(60)
    tell(ready=True)
    while head := sys.stdin.buffer.read(4):
        picture = sys.stdin.buffer.read(int.from_bytes(head))
        if behaviour == "dies":
            os._exit(9)
        if behaviour == "hangs" or (behaviour == "hangs-once" and Path(note).read_text().count("\n") == 1):
            time.sleep(60)
        if behaviour == "babbles":
            print("Loading weights", flush=True)
        elif behaviour == "fails":
            tell(problem="ValueError: odd picture")
        else:
            tell(text=f"a red fox of {len(picture)} bytes")


main()
