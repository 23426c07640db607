"""Pictures as strangers send them, made by Pillow: another hand than the one that reads them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

RED, GREEN, BLUE = (200, 40, 30), (20, 180, 60), (30, 60, 210)
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF")


def encoded(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def photo(width: int = 60, height: int = 40) -> Image.Image:
    """Three fields of colour: red at the top left, green at the top right, blue below."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    return image


def moving(form: str) -> bytes:
    """Three frames: red, green, blue."""
    first, *others = (Image.new("RGB", (40, 30), colour) for colour in (RED, GREEN, BLUE))
    return encoded(first, form, save_all=True, append_images=others)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes, *, bits: int = 8, colour: int = 2) -> bytes:
    """A PNG that declares this size, whatever the rows are."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def jpeg_with(marker: int, payload: bytes, image: Image.Image | None = None) -> bytes:
    """A JPEG with one more segment, behind its start."""
    data = encoded(image or photo(), "JPEG")
    return data[:2] + struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload + data[2:]


def dataset(number: int, text: bytes) -> bytes:
    """One dataset of IPTC's application record."""
    return b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(text)) + text


def jpeg_with_iptc(*datasets: bytes) -> bytes:
    body = b"".join(datasets)
    other = b"8BIM" + struct.pack(">HBBI", 0x03ED, 0, 0, 3) + b"abc\0"
    resource = b"8BIM" + struct.pack(">HBBI", 0x0404, 0, 0, len(body)) + body
    return jpeg_with(0xED, b"Photoshop 3.0\0" + other + resource)


def xmp_packet(properties: str) -> bytes:
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
      xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
      xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
      {properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def jpeg_with_xmp(properties: str) -> bytes:
    return jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp_packet(properties))
