"""What a picture's plain addresses showed, out of every tier of the store."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from imgorigin.address import SHELVES, Address
from imgorigin.errors import RequestError
from imgorigin.stores.base import Store


@dataclass(frozen=True, slots=True)
class Purger:
    store: Store

    async def purge(self, project: str, slug: str) -> int:
        """Every rendition of the picture: sizes, formats and edits, but those of fixed versions. Raises
        StoreUnavailable. Gives how many there were."""
        words = slug.split("/")
        gone = 0
        for shelf in SHELVES:
            async for key in self.store.keys(f"{shelf}/{project}/{words[0]}"):
                with contextlib.suppress(RequestError, UnicodeError):  # not ours: x.png.bak
                    if _is_of(Address.from_key(key), words):
                        await self.store.delete(key)
                        gone += 1
        return gone


def _is_of(address: Address, words: list[str]) -> bool:
    segments = address.segments[: len(words)]
    return [segment.words for segment in segments] == words and segments[-1].version is None
