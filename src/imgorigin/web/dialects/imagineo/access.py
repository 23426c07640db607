"""Who may use the account: its keys. A key to one project sees and makes those of that project alone."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from imgorigin.catalog.audit import Deed
from imgorigin.catalog.keys import Key
from imgorigin.errors import NotFound
from imgorigin.web.dialects.imagineo.calls import Call, call
from imgorigin.web.dialects.imagineo.desk import Asked
from imgorigin.web.dialects.imagineo.fields import NewKey
from imgorigin.web.dialects.imagineo.shapes import KeyMade, Keys, KeyTold
from imgorigin.web.dialects.replies import reply


async def listed(asked: Asked) -> Response:
    return reply(Keys(keys=[_told(key) for key in await _own(asked)]))


async def create(asked: Asked) -> Response:
    sent = await asked.body(NewKey)
    named = sent.project or asked.key.project
    project = await asked.project(named) if named else None
    key, secret = await asked.catalog.keys.create(
        asked.key.account_id, sent.name, sent.scope, project_id=project.id if project else None
    )
    await _note(asked, "create-key", key)
    return reply(KeyMade(**_told(key).model_dump(), api_key=secret))


async def revoke(asked: Asked) -> Response:
    wanted = asked.part["key_id"]
    key = next((one for one in await _own(asked) if one.id == wanted), None)
    if not key:
        raise NotFound(f"There is no key {wanted!r}.")
    gone = await asked.catalog.keys.revoke(asked.key.account_id, key.id)
    await _note(asked, "revoke-key", gone)
    return reply(_told(gone))


async def _own(asked: Asked) -> list[Key]:
    """Those that are good no more are left out."""
    keys = await asked.catalog.keys.all(asked.key.account_id)
    return [key for key in keys if not key.revoked and asked.key.project_id in (None, key.project_id)]


async def _note(asked: Asked, action: str, key: Key) -> None:
    deed = Deed(
        account_id=key.account_id,
        who=asked.caller.who,
        action=action,
        subject=key.prefix,
        project=key.project or "",
        detail={"name": key.name, "scope": key.scope},
    )
    await asked.catalog.audit.note(deed)


def _told(key: Key) -> KeyTold:
    return KeyTold(
        id=key.id,
        name=key.name,
        prefix=key.prefix,
        scope=key.scope,
        project=key.project,
        created_at=key.created.isoformat(),
        expires_at=key.expires.isoformat() if key.expires else None,
    )


CALLS: Final[tuple[Call, ...]] = (
    call(
        "get", "/v1/keys", "imagineo_keys", "Keys that are good", listed,
        group="Access", scope="manage", gives=Keys,
    ),
    call(
        "post", "/v1/keys", "imagineo_create_key", "Make a key", create,
        group="Access", scope="manage", body=NewKey, gives=KeyMade, fails=(NotFound,),
    ),
    call(
        "delete", "/v1/keys/{key_id}", "imagineo_revoke_key", "Revoke a key", revoke,
        group="Access", scope="manage", parts={"key_id": "Its id, as listed"}, gives=KeyTold,
        fails=(NotFound,), description="Every server knows within seconds.",
    ),
)  # fmt: skip
