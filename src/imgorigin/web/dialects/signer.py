"""URLs of pictures that not everyone may see, as APIs tell them: who is told one can open it, for a while."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from imgorigin import signing
from imgorigin.address import parse
from imgorigin.caller import Caller
from imgorigin.catalog.projects import ProjectRow
from imgorigin.policy import is_told_anew
from imgorigin.signing import Verdict

TOGETHER: Final = 300
"""Seconds in which the same URL is told of a picture, so that browsers find what they have."""


@dataclass(frozen=True, slots=True)
class Signer:
    """`known` finds a project by name, if there is one; a signature is good for `seconds`, and up to TOGETHER
    longer. `now` is in Unix seconds."""

    known: Callable[[str], ProjectRow | None]
    seconds: int
    now: Callable[[], float] = time.time

    def signed(self, url: str) -> str:
        """A URL, or a path: as it is, unless it is that of a picture in a private project."""
        path = urlsplit(url).path
        project = self._private(path)
        if not project:
            return url
        expires = math.ceil((self.now() + self.seconds) / TOGETHER) * TOGETHER
        return f"{url}?{signing.sign(parse(path), project.settings.signing_secrets[0], expires)}"

    def told(self, path: str, caller: Caller, *, is_there: bool = True) -> str:
        """A path as the caller, who may view the picture, can open it: with the signature that they have of
        it, good for no longer; else signed anew for keys (see policy.is_told_anew)."""
        project, own = self._private(path), caller.signature
        if not project:
            return path
        verdict = signing.verify(parse(path), own, project.settings.signing_secrets, self.now())
        if own and verdict is Verdict.GOOD:
            return f"{path}?{signing.query(own)}"
        return self.signed(path) if is_told_anew(project, caller, is_there=is_there) else path

    def _private(self, path: str) -> ProjectRow | None:
        """The project of a picture, if URLs are signed for it."""
        project = self.known(path.removeprefix("/").partition("/")[0])
        is_signed = project and project.settings.private and project.settings.signing_secrets
        return project if is_signed else None
