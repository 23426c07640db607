"""Uploads read in processes of their own, and what becomes of one whose process does not come back."""

from __future__ import annotations

import asyncio
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from imgorigin.errors import Busy, InvalidRequest, TooLarge, UnsupportedType
from imgorigin.imaging import apart
from imgorigin.imaging.apart import Inspector
from imgorigin.imaging.inspect import Bounds, inspect
from imgorigin.imaging.inspector import READY
from tests.imaging.files import FORMATS, encoded, photo

BOUNDS = Bounds(pixels=1_000_000)


async def test_a_process_finds_what_a_function_finds() -> None:
    for data in (encoded(photo(), form) for form in FORMATS):
        assert await Inspector(BOUNDS).inspect(data) == inspect(data, BOUNDS)


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", encoded(photo())[:99], encoded(photo().resize((1001, 1000)))]
)
async def test_a_refusal_says_the_same_from_a_process(data: bytes) -> None:
    refusals = (InvalidRequest, UnsupportedType, TooLarge)
    with pytest.raises(refusals) as here:
        inspect(data, BOUNDS)
    with pytest.raises(refusals) as there:
        await Inspector(BOUNDS).inspect(data)
    assert type(there.value) is type(here.value)
    assert there.value.detail == here.value.detail


def said_by(script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Has the reader of uploads do this instead."""
    python = tmp_path / "python"
    python.write_text(f"#!{sys.executable}\nimport os, sys, time\n{script}\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), 11)", "os._exit(1)", "os._exit(0)", "1 / 0"])
async def test_a_file_that_breaks_its_reader_is_the_senders(
    end: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said_by(f"print('{READY.decode().strip()}', flush=True)\n{end}", monkeypatch, tmp_path)
    with pytest.raises(InvalidRequest, match="cannot be decoded"):
        await Inspector(BOUNDS).inspect(encoded(photo()))


async def test_a_reader_that_does_not_start_is_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said_by("sys.exit('no such module')", monkeypatch, tmp_path)
    with pytest.raises(Busy):
        await Inspector(BOUNDS).inspect(encoded(photo()))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    with pytest.raises(Busy):
        await Inspector(BOUNDS).inspect(encoded(photo()))


async def test_a_reader_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    said_by(f"open({str(mark)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)", monkeypatch, tmp_path)
    monkeypatch.setattr(apart, "PATIENCE", 2)
    with pytest.raises(Busy, match="in time"):
        await Inspector(BOUNDS, seconds=1).inspect(encoded(photo()))
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


async def test_a_sender_that_hangs_up_takes_its_reader_along(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mark = tmp_path / "pid"
    said_by(f"open({str(mark)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)", monkeypatch, tmp_path)
    upload = asyncio.create_task(Inspector(BOUNDS).inspect(encoded(photo())))
    while not (mark.exists() and mark.read_text()):
        await asyncio.sleep(0.01)
    upload.cancel()
    with pytest.raises(asyncio.CancelledError):
        await upload
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


async def test_no_more_wait_than_memory_has_room_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said_by("time.sleep(600)", monkeypatch, tmp_path)
    inspector = Inspector(BOUNDS, at_once=1, most_waiting=1)
    uploads = [asyncio.create_task(inspector.inspect(b"x")) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(Busy, match="2 uploads"):
        await inspector.inspect(b"x")
    for upload in uploads:
        upload.cancel()
    await asyncio.gather(*uploads, return_exceptions=True)


async def test_a_reader_sees_none_of_our_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    seen = tmp_path / "environment"
    said_by(f"open({str(seen)!r}, 'w').write(repr(dict(os.environ)))", monkeypatch, tmp_path)
    with pytest.raises(Busy):
        await Inspector(BOUNDS).inspect(b"x")
    assert "PATH" in seen.read_text()
    assert "secret" not in seen.read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems lack some of the bounds")
def test_a_reader_may_neither_write_nor_open_nor_grow() -> None:
    script = """
import sys
from imgorigin.imaging.inspector import _confine
_confine(2**30, 7)
for what in ("open('/tmp/imgorigin-never', 'w')", "open('/etc/passwd')", "bytearray(2**31)"):
    try:
        exec(what)
        print("could", what)
    except (OSError, MemoryError):
        pass
import resource
print(resource.getrlimit(resource.RLIMIT_CPU))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "(7, 7)", done.stderr
    assert resource.getrlimit(resource.RLIMIT_CPU)[0] != 7
