"""Who may see a project's pictures, and who may have new ones painted. Pure.

| `paint` | new pictures are painted for |
|---|---|
| open | whoever may see the project |
| referer | pages of the sites in `origins` |
| signed | who has a signed URL of the very picture |
| keyed | keys |
| frozen | nobody |

A key of the project or of its whole account, with the scope paint or manage, has pictures painted in all of
them but frozen ones: there not even it, for whoever may manage a project can also thaw it. A public project
is everyone's to see. In a private one any such key sees, also one that only reads, and a signed URL is good
for its picture; a stranger hears that there is no such project. For whom only a key that reads has let in,
nothing new is painted. OPERATOR may do everything.

`docs/access.md` tells those who run a server.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final

from imgorigin import signing
from imgorigin.address import Address
from imgorigin.caller import OPERATOR, Caller
from imgorigin.catalog.keys import Key, KeyScope
from imgorigin.catalog.projects import Paint, ProjectRow
from imgorigin.errors import Forbidden, NoProject, NotFound, Unauthorized
from imgorigin.origins import is_listed
from imgorigin.signing import Verdict

SCOPES: Final[tuple[KeyScope, ...]] = ("read", "paint", "manage")
"""Each may do what those before it may."""
PAINTING: Final = ("paint", "manage")
"""Scopes of keys that have pictures painted."""
BY_FILE: Final = ("signed", "frozen")
"""Kinds of projects in which a further size or format of what is painted is refused like a new picture. In
others, whoever sees a picture has all its sizes cut, as a `srcset` wants. A signature is for one file, and
so nobody else fills the disk with thousands of them."""
HOW_TO_SEND: Final = "as `Authorization: Bearer KEY` or `X-API-Key: KEY`"


def check_view(project: ProjectRow, caller: Caller, address: Address, now: datetime) -> None:
    """Raises NoProject for strangers to a private project, Forbidden for a signature that has expired."""
    if caller is OPERATOR or not project.settings.private or _belongs(caller.key, project):
        return
    verdict = _verdict(project, caller, address, now)
    if verdict is Verdict.EXPIRED:
        raise Forbidden(_expired(caller))
    if verdict is not Verdict.GOOD:
        raise NoProject(project.name)


def check_paint(project: ProjectRow, caller: Caller, address: Address, now: datetime) -> None:
    """Raises what `check_view` does; NotFound in a frozen project; Unauthorized if a key is missing;
    Forbidden if what the caller has does not allow it."""
    check_view(project, caller, address, now)
    if caller is OPERATOR:
        return
    if project.settings.paint == "frozen":
        raise NotFound(f"{address.text} is not painted, and the project {project.name!r} is frozen.")
    if caller.key and _belongs(caller.key, project):
        if caller.key.scope in PAINTING:
            return
        if project.settings.private and _verdict(project, caller, address, now) is not Verdict.GOOD:
            raise Forbidden(_only_reads(caller.key))
    _CHECKS[project.settings.paint](project, caller, address, now)


def is_told_anew(project: ProjectRow, caller: Caller, *, is_there: bool) -> bool:
    """Whether a caller who views a picture of a private project is told its URL signed anew. Whoever has the
    URL can have the picture painted, and so a key that only reads is told it of pictures that are there, and
    only where nobody is refused their other sizes."""
    if not caller.key or not _belongs(caller.key, project):
        return False
    return caller.key.scope in PAINTING or (is_there and project.settings.paint not in BY_FILE)


def keeps(project: ProjectRow, caller: Caller) -> bool:
    """Whether pictures are kept, as both the key and the project have it."""
    return project.settings.storage and (not caller.key or caller.key.storage)


def check_keeps(project: ProjectRow, caller: Caller) -> None:
    """For what gives an address a new picture. Raises Forbidden."""
    if caller is OPERATOR or keeps(project, caller):
        return
    whose = f"the project {project.name!r}" if not project.settings.storage else "this key"
    raise Forbidden(
        f"No new picture of {whose} is kept (--no-storage), so no address is given one. The picture itself "
        "is given by POST /api/v1/generate, and by POST /v1/images/generations with response_format b64_json."
    )


def check_key(project: ProjectRow, caller: Caller, needed: KeyScope) -> None:
    """For what is done by key alone, whatever the project's pages may have painted. Raises Unauthorized
    without a key, NoProject for one that does not open the project, Forbidden for one of a lower scope."""
    if caller is OPERATOR:
        return
    if not caller.key:
        raise Unauthorized(
            f"This needs a key with the scope {needed} or a higher one. Send it {HOW_TO_SEND}."
        )
    if not _belongs(caller.key, project):
        raise NoProject(project.name)
    if SCOPES.index(caller.key.scope) < SCOPES.index(needed):
        raise Forbidden(
            f"The key {caller.key.prefix}... may only {caller.key.scope}. This needs one with the scope "
            f"{needed}, as `imgorigin keys create --scope {needed}` makes it."
        )


def _open(project: ProjectRow, caller: Caller, address: Address, now: datetime) -> None:
    """Nothing is asked for."""


def _referer(project: ProjectRow, caller: Caller, address: Address, now: datetime) -> None:
    if not caller.site:
        raise Forbidden(
            f"New pictures in {project.name!r} are painted for pages of certain sites, and the request names "
            "none. Referer or Origin would: the page's Referrer-Policy must not be no-referrer or "
            "same-origin; strict-origin-when-cross-origin will do."
        )
    if not is_listed(caller.site, project.settings.origins):
        raise Forbidden(
            f"New pictures in {project.name!r} are not painted for pages of {caller.site}. Whoever manages "
            "the project can add it to its origins."
        )


def _signed(project: ProjectRow, caller: Caller, address: Address, now: datetime) -> None:
    verdict = _verdict(project, caller, address, now)
    if verdict is not Verdict.GOOD:
        told = _expired(caller) if verdict is Verdict.EXPIRED else _SIGNATURES[verdict]
        raise Forbidden(told.format(project=project.name, path=address.path))


def _keyed(project: ProjectRow, caller: Caller, address: Address, now: datetime) -> None:
    if not caller.key:
        raise Unauthorized(
            f"New pictures in {project.name!r} are painted for keys with the scope paint or manage. Send one "
            f"{HOW_TO_SEND}."
        )
    if not _belongs(caller.key, project):
        raise Forbidden(
            f"The key {caller.key.prefix}... is of another account or project than {project.name!r}."
        )
    raise Forbidden(_only_reads(caller.key))


_CHECKS: Final[Mapping[Paint, Callable[[ProjectRow, Caller, Address, datetime], None]]] = {
    "open": _open,
    "referer": _referer,
    "signed": _signed,
    "keyed": _keyed,
}
"""What is asked of callers without a key that has pictures painted."""

_SIGNATURES: Final = {
    Verdict.ABSENT: "New pictures in {project!r} need a signed URL, which `imgorigin sign {path}` makes.",
    Verdict.UNREADABLE: "The URL's signature cannot be read: `expires`, in Unix seconds, and `signature`, of "
    "64 hexadecimal digits, must stand in its query once each.",
    Verdict.WRONG: "The signature is none of {path} and its expiry by a secret of {project!r}. The path must "
    "be signed just as it is written here.",
}


def _belongs(key: Key | None, project: ProjectRow) -> bool:
    """Whether the key is one of this project or of its whole account."""
    return key is not None and key.account_id == project.account_id and key.project_id in (None, project.id)


def _verdict(project: ProjectRow, caller: Caller, address: Address, now: datetime) -> Verdict:
    return signing.verify(address, caller.signature, project.settings.signing_secrets, now.timestamp())


def _expired(caller: Caller) -> str:
    until = datetime.fromtimestamp(caller.signature.expires if caller.signature else 0, UTC)
    return f"The signed URL was good until {until:%Y-%m-%d %H:%M:%S} UTC. A new one is needed."


def _only_reads(key: Key) -> str:
    return f"The key {key.prefix}... only reads. Painting needs one with the scope paint or manage."
