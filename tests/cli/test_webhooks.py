"""`imgorigin webhooks` and `imgorigin keys webhook-secret`, as a person types them."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.deliveries import Message, Try, post
from tests.cli.typed import Typed

FAILED = Try(at="2026-11-21T12:00:00+00:00", status=500, error="It answered 500.", seconds=0.1)


async def _told(data: Path) -> str:
    """A message that was given up."""
    catalog = Catalog.open("", data)
    await catalog.start()
    account = await catalog.accounts.ensure()
    async with catalog.database.write() as connection:
        await post(
            connection,
            Message(
                account_id=account.id,
                key_id=None,
                subject="0123",
                event="job.done",
                url="https://hooks.example.com/in?token=secret",
                payload={},
            ),
        )
    (delivery,) = (await catalog.deliveries.page(account.id)).items
    await catalog.deliveries.note(delivery, FAILED, "failed")
    await catalog.close()
    return delivery.id


def test_deliveries_are_listed_and_tried_again(tmp_path: Path, imgorigin: Typed) -> None:
    delivery = asyncio.run(_told(tmp_path))
    (heading, line) = imgorigin("webhooks", "list").stdout.splitlines()
    assert heading.startswith("ID\tEvent\tOf\tTo\tState\tTries\tLast answer")
    assert line.split("\t")[:7] == [
        delivery, "job.done", "0123", "hooks.example.com", "failed", "1", "It answered 500.",
    ]  # fmt: skip
    told = imgorigin("webhooks", "list", "--json", "--status", "failed", "--subject", "0123").stdout
    assert "secret" not in told
    assert json.loads(told)[0]["tries"][0]["status"] == 500
    assert imgorigin("webhooks", "list", "--status", "delivered").stdout.splitlines() == [heading]
    done = imgorigin("webhooks", "retry", delivery)
    assert f"The message {delivery} (job.done) goes to hooks.example.com once more" in done.stdout
    assert json.loads(imgorigin("webhooks", "list", "--json").stdout)[0]["status"] == "pending"
    wrong = imgorigin("webhooks", "retry", "msg_none")
    assert wrong.returncode != 0
    assert "There is no delivery 'msg_none'. `imgorigin webhooks list` lists them." in wrong.stderr


def test_the_secret_of_a_key_stays_until_it_is_rotated(imgorigin: Typed) -> None:
    secret = imgorigin("keys", "create", "--name", "hooks").stdout.strip()
    first = imgorigin("keys", "webhook-secret", secret)  # a whole key, pasted
    assert first.stdout.startswith("whsec_")
    assert imgorigin("keys", "webhook-secret", secret).stdout == first.stdout
    second = imgorigin("keys", "webhook-secret", secret, "--rotate")
    assert second.stdout not in ("", first.stdout)
    assert imgorigin("keys", "webhook-secret", secret).stdout == second.stdout
    assert first.stdout.strip() not in imgorigin("audit").stdout
    assert "There is no key 'none'" in imgorigin("keys", "webhook-secret", "none").stderr
