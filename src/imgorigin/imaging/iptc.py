"""What an IPTC block tells: datasets (Information Interchange Model 4.2) in a resource of Photoshop's."""

from __future__ import annotations

from typing import Final

from imgorigin.imaging.phrases import decoded

_PHOTOSHOP: Final = b"Photoshop 3.0\0"
_RESOURCE: Final = b"8BIM"
_IPTC_NUMBER: Final = 0x0404
_DATASET: Final = b"\x1c\x02"
_NAMES: Final = {
    5: "title",
    105: "headline",
    120: "description",
    25: "keywords",
    116: "copyright",
    80: "creator",
    55: "date",
}


def read_iptc(block: bytes) -> dict[str, list[str]]:
    """All values of each, by the names of the table above; whatever the block is."""
    data, found = _datasets(block), dict[str, list[str]]()
    at = data.find(_DATASET)
    while 0 <= at <= len(data) - 5:
        length = int.from_bytes(data[at + 3 : at + 5])
        if data[at : at + 1] != _DATASET[:1] or length & 0x8000:  # a length of more than 32 KiB: no words
            break
        if data[at + 1] == _DATASET[1] and (name := _NAMES.get(data[at + 2])):
            found.setdefault(name, []).append(decoded(data[at + 5 : at + 5 + length]))
        at += 5 + length
    return found


def _datasets(block: bytes) -> bytes:
    """The IPTC resource among others: `8BIM`, a number, a name, a length, data; name and data padded."""
    block = block.removeprefix(_PHOTOSHOP)
    at = 0
    while block[at : at + 4] == _RESOURCE and at + 7 <= len(block):
        number, name = int.from_bytes(block[at + 4 : at + 6]), block[at + 6]
        at += 6 + (name + 2) // 2 * 2
        length = int.from_bytes(block[at : at + 4])
        if number == _IPTC_NUMBER:
            return block[at + 4 : at + 4 + length]
        at += 4 + (length + 1) // 2 * 2
    return b"" if block.startswith(_RESOURCE) else block
