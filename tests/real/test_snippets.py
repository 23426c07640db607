"""The snippets of docs/signing.md, in their languages, sign as the server does."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from imgorigin import signing
from imgorigin.address import parse
from tests.real.binaries import require_binary

PAGE: Final = (Path(__file__).parents[2] / "docs" / "signing.md").read_text()
SNIPPETS: Final = dict(re.findall(r"### ([^\n]+)\n(?:(?!```|###).)*```[a-z]+\n(.*?)```", PAGE, re.DOTALL))
ROWS: Final = re.findall(
    r"^\| `([^`]+)` \| ([0-9]+) \| `([^`]+)` \| `([0-9a-f]{64})` \|$", PAGE, re.MULTILINE
)


@dataclass(frozen=True)
class Language:
    """How a snippet becomes a program that signs its three arguments, and how that is run."""

    program: str
    file: str
    command: Callable[[], list[str]]


LANGUAGES: Final = {
    "Python": Language(
        "{snippet}\nimport sys\nprint(sign(sys.argv[1], int(sys.argv[2]), sys.argv[3]))\n",
        "sign.py",
        lambda: [sys.executable],
    ),
    "JavaScript, in Node": Language(
        "{snippet}\nconst asked = process.argv.slice(2);\nconsole.log(sign(...asked));\n",
        "sign.cjs",
        lambda: [require_binary("node", "nodejs")],
    ),
    "JavaScript, with Web Crypto": Language(
        "globalThis.crypto ??= require('node:crypto').webcrypto;  // of Node 18\n{snippet}\n"
        "const asked = process.argv.slice(2);\nsign(...asked).then(console.log);\n",
        "sign.cjs",
        lambda: [require_binary("node", "nodejs")],
    ),
    "PHP": Language(
        "<?php\n{snippet}\necho sign($argv[1], (int) $argv[2], $argv[3]), PHP_EOL;\n",
        "sign.php",
        lambda: [require_binary("php", "php-cli")],
    ),
}
if go := shutil.which("go"):  # half a gigabyte, which nothing else here needs: run where it happens to be
    LANGUAGES["Go"] = Language(
        'package main\n\nimport (\n\t"os"\n\t"strconv"\n)\n\n{snippet}\n'
        "func main() {{\n\texpires, _ := strconv.ParseInt(os.Args[2], 10, 64)\n"
        "\tfmt.Println(sign(os.Args[1], expires, os.Args[3]))\n}}\n",
        "sign.go",
        lambda: [str(go), "run"],
    )


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_snippet_signs_as_the_server_does(name: str, tmp_path: Path) -> None:
    language = LANGUAGES[name]
    program = tmp_path / language.file
    program.write_text(language.program.format(snippet=SNIPPETS[name]))
    for path, expires, secret, signature in ROWS:
        command = [*language.command(), str(program), path, expires, secret]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert done.stdout == f"{path}?expires={expires}&signature={signature}\n", done.stderr


def test_the_table_is_what_the_server_makes() -> None:
    assert len(ROWS) == 3
    for path, expires, secret, signature in ROWS:
        assert parse(path).path == path
        made = signing.sign(parse(path), secret, int(expires))
        assert made == f"expires={expires}&signature={signature}"


def test_there_is_a_snippet_for_each_language() -> None:
    assert set(SNIPPETS) == {*LANGUAGES, "Go"}
