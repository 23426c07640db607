"""`models.lock` in the data folder: which commit of each repository was pulled, so that a restart paints
with the same."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from imgorigin.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Lock:
    """Read anew at each question: it is small, and other processes write it."""

    path: Path

    def revision(self, source: str) -> str:
        """The commit; empty if it was not pulled here."""
        return str(self._read().get(source, {}).get("revision", ""))

    def files(self, source: str, revision: str) -> dict[str, int]:
        """The sizes of what was pulled of that commit; empty if it was another."""
        found = self._read().get(source, {})
        return dict(found.get("files", {})) if found.get("revision") == revision else {}

    def note(self, source: str, revision: str, files: dict[str, int]) -> None:
        """What is there of the commit already stays noted. Raises SettingsError."""
        every = self.files(source, revision) | files
        self._write(self._read() | {source: {"revision": revision, "files": every}})

    def forget(self, source: str) -> None:
        """Raises SettingsError."""
        found = self._read()
        if found.pop(source, None) is not None:
            self._write(found)

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise SettingsError(
                f"{self.path} cannot be read: {error}. Delete it, and pull the models."
            ) from error
        if not isinstance(found, dict) or not all(isinstance(value, dict) for value in found.values()):
            raise SettingsError(f"{self.path} is not what we wrote. Delete it, and pull the models.")
        return found

    def _write(self, found: dict[str, Any]) -> None:
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", "utf-8")
            draft.replace(self.path)
        except OSError as error:
            raise SettingsError(f"{self.path} cannot be written: {error.strerror}.") from error
