"""Signed URLs: who has one may see that one picture and have it painted, until it expires.

    /acme/red-fox_800x600.png?expires=1798761600&signature=1f0c...

The signature is the HMAC-SHA256 (RFC 2104), in hexadecimal, of all that stands before `&signature=`: the
canonical path (address.py), which begins with the project, and the expiry in Unix seconds. What else the
query says is not signed, for it says nothing about the picture. docs/signing.md is for those who sign.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable
from enum import Enum
from typing import Final

from imgorigin.address import Address
from imgorigin.caller import Signature
from imgorigin.errors import InvalidRequest

EXPIRES: Final = "expires"
SIGNATURE: Final = "signature"
NAMES: Final = (EXPIRES, SIGNATURE)
LATEST: Final = 253_402_300_799
"""The last second of the year 9999."""
MIN_SECRET: Final = 16
"""Characters of a secret, at the least: `openssl rand -hex 32` gives 64."""

UNREADABLE: Final = Signature(0, "")
"""Of a URL whose two parameters do not stand once each, in the form above."""

_EXPIRES: Final = re.compile(rb"[1-9][0-9]{0,11}")
_DIGEST: Final = re.compile(rb"[0-9a-fA-F]{64}")


class Verdict(Enum):
    GOOD = "good"
    ABSENT = "absent"
    UNREADABLE = "unreadable"
    WRONG = "wrong"
    EXPIRED = "expired"
    """And otherwise good: who has it did have a good one."""


def sign(address: Address, secret: str, expires: int) -> str:
    """The query string that signs an address until `expires`, in Unix seconds. Raises InvalidRequest."""
    if not 0 < expires <= LATEST:
        raise InvalidRequest(EXPIRES, f"{expires}", f"Unix seconds, 1 to {LATEST}")
    return query(Signature(expires, _digest(address, checked_secret(secret), expires)))


def query(signature: Signature) -> str:
    """As it stands in a URL."""
    return f"{EXPIRES}={signature.expires}&{SIGNATURE}={signature.digest}"


def checked_secret(secret: str) -> str:
    """The secret, if it is one to sign with. Raises InvalidRequest."""
    if len(secret) < MIN_SECRET:
        raise InvalidRequest("secret", "too short", f"{MIN_SECRET} characters or more: openssl rand -hex 32")
    return secret


def verify(address: Address, signature: Signature | None, secrets: Iterable[str], now: float) -> Verdict:
    """What a signature of this address is worth at `now`, in Unix seconds; any of the secrets may have made
    it. All are tried, and each compared in constant time. An empty one is no secret."""
    if signature is None:
        return Verdict.ABSENT
    if signature == UNREADABLE:
        return Verdict.UNREADABLE
    given = signature.digest.encode(errors="surrogatepass")
    fitting = [
        hmac.compare_digest(_digest(address, secret, signature.expires).encode(), given)
        for secret in secrets
        if secret
    ]
    if not any(fitting):
        return Verdict.WRONG
    return Verdict.GOOD if now < signature.expires else Verdict.EXPIRED


def from_query(query: bytes) -> Signature | None:
    """Of a URL's query, as it came: None if it says nothing, UNREADABLE if not all, or more than once."""
    found: dict[bytes, list[bytes]] = {name.encode(): [] for name in NAMES}
    for part in query.split(b"&"):
        name, _, value = part.partition(b"=")
        if name in found:
            found[name].append(value)
    expires, digests = found.values()
    if not expires and not digests:
        return None
    if len(expires) != 1 or len(digests) != 1:
        return UNREADABLE
    if not (_EXPIRES.fullmatch(expires[0]) and _DIGEST.fullmatch(digests[0])):
        return UNREADABLE
    return Signature(int(expires[0]), digests[0].decode().lower())


def _digest(address: Address, secret: str, expires: int) -> str:
    signed = f"{address.path}?{EXPIRES}={expires}"
    key = secret.encode(errors="surrogatepass")
    return hmac.new(key, signed.encode(), hashlib.sha256).hexdigest()
