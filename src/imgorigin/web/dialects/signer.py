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
from imgorigin.catalog.projects import ProjectRow

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
        project = self.known(path.removeprefix("/").partition("/")[0])
        if not project or not project.settings.private or not project.settings.signing_secrets:
            return url
        expires = math.ceil((self.now() + self.seconds) / TOGETHER) * TOGETHER
        return f"{url}?{signing.sign(parse(path), project.settings.signing_secrets[0], expires)}"
