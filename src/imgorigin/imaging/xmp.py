"""What an XMP packet tells (ISO 16684-1): properties as attributes or elements, lists as Bag, Seq or Alt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

MOST_BYTES: Final = 2**20

_DECLARES: Final = re.compile(rb"<!(?!--|\[CDATA\[)")
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMES: Final = {
    f"{_DC}title": "title",
    f"{_DC}description": "description",
    f"{_DC}subject": "keywords",
    f"{_DC}rights": "copyright",
    f"{_DC}creator": "creator",
    "{http://ns.adobe.com/photoshop/1.0/}DateCreated": "date",
    "{http://ns.adobe.com/photoshop/1.0/}Headline": "headline",
    "{http://ns.adobe.com/xap/1.0/}CreateDate": "made",
    "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}AltTextAccessibility": "alt",
    "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType": "digitalSourceType",
}


def read_xmp(packet: bytes) -> dict[str, list[str]]:
    """All values of each, by the names of the table above, that of no special language first; whatever the
    packet is. One with declarations is not read: its entities may unfold without end."""
    if len(packet) > MOST_BYTES or _DECLARES.search(packet):
        return {}
    try:
        root = ET.fromstring(packet.decode().strip("\0\ufeff "))  # noqa: S314  bounded, without entities
    except (ET.ParseError, ValueError):
        return {}
    found: dict[str, list[str]] = {}
    for description in root.iter(f"{_RDF}Description"):
        for key, value in description.attrib.items():
            if name := _NAMES.get(key):
                found.setdefault(name, []).append(value)
        for element in description:
            if name := _NAMES.get(element.tag):
                found.setdefault(name, []).extend(_values(element))
    return found


def _values(element: ET.Element) -> Iterator[str]:
    items = element.findall(f"*/{_RDF}li")
    for item in sorted(items, key=lambda item: item.get(_LANGUAGE, "x-default") != "x-default"):
        yield item.text or ""
    if resource := element.get(f"{_RDF}resource"):
        yield resource
    if not items and element.text:
        yield element.text
