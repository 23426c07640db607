"""Schemathesis reads /openapi.json and asks the server whatever that allows, and much that it does not."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path

import pytest

from tests.served import served

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
PHASES = ("examples", "coverage", "fuzzing")
EXAMPLES = 15
"""Of each operation, beside the examples and the cases of the coverage phase."""


@pytest.mark.timeout(600)  # some 60 operations, each asked in many ways
async def test_every_answer_is_described_and_none_is_a_fault_of_ours(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        key = (tmp_path / "admin-key.txt").read_text().split()[0]
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "schemathesis.cli", "run", f"{server.url}/openapi.json"),
            *("--header", f"Authorization: Bearer {key}", "--checks", ",".join(CHECKS)),
            *("--phases", ",".join(PHASES), "--max-examples", str(EXAMPLES), "--generation-deterministic"),
            *("--max-redirects", "0", "--warnings", "off", "--continue-on-failure", "--no-color"),
            stdout=PIPE,
            stderr=STDOUT,
            cwd=tmp_path,
        )
        told, _ = await process.communicate()
        assert process.returncode == 0, told.decode()
        assert await server.metric("imgorigin_paints_total")  # so it did ask for pictures
