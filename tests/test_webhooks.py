"""Messages to webhooks: signed, tried again, noted."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from imgorigin import webhooks as webhooks_module
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.deliveries import Delivery, Message, post
from imgorigin.catalog.tables import now
from imgorigin.outward import Outward
from imgorigin.webhooks import DELAYS, Webhooks
from tests.receiver import Answer, Receiver, receiving

PAYLOAD = {"type": "job.done", "data": {"prompt": "赤い狐"}}


@dataclass
class Post:
    """A catalog with a key, and what delivers its messages."""

    catalog: Catalog
    account_id: int
    key_id: str
    webhooks: Webhooks
    became: list[str]

    async def told(self, url: str) -> None:
        async with self.catalog.database.write() as connection:
            await post(
                connection,
                Message(
                    account_id=self.account_id,
                    key_id=self.key_id,
                    subject="job",
                    event="job.done",
                    url=url,
                    payload=PAYLOAD,
                ),
            )
        await self.beat()

    async def beat(self) -> None:
        await self.webhooks.beat()
        await self.webhooks.drain()

    async def only(self) -> Delivery:
        (delivery,) = (await self.catalog.deliveries.page(self.account_id)).items
        return delivery

    async def again(self) -> Delivery:
        """The next try, at once."""
        await self.catalog.deliveries.again(self.account_id, (await self.only()).id)
        await self.beat()
        return await self.only()


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Post]:
    catalog = Catalog.open("", tmp_path)
    await catalog.start()
    account = await catalog.accounts.ensure()
    key, _ = await catalog.keys.create(account.id, "hooks", "paint")
    outward = Outward([ip_network("127.0.0.1")])
    became: list[str] = []
    webhooks = Webhooks(catalog.deliveries, catalog.keys, outward, jitter=lambda: 1.0, told=became.append)
    yield Post(catalog, account.id, key.id, webhooks, became)
    await webhooks.close()
    await catalog.close()


def saying(*statuses: int, **headers: str) -> Answer:
    """These, one after the other; the last for ever."""
    left = list(statuses)
    return lambda receiver: (left.pop(0) if len(left) > 1 else left[0], headers)


async def test_a_message_is_signed_as_the_specification_has_it(office: Post) -> None:
    async with receiving() as receiver:
        await office.told(f"http://127.0.0.1:{receiver.port}/hook?token=1")
    (request,) = receiver.requests
    secret = await office.catalog.keys.webhook_secret(office.key_id)
    assert request.path == "/hook?token=1"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["webhook-id"].startswith("msg_")
    assert Webhook(secret).verify(request.body, dict(request.headers)) == PAYLOAD
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(request.body + b" ", dict(request.headers))
    delivery = await office.only()
    assert (delivery.status, [(one.status, one.error) for one in delivery.tries]) == (
        "delivered",
        [(204, "")],
    )


async def test_what_fails_is_tried_again_later_with_the_same_id(office: Post) -> None:
    async with receiving(saying(500, 503, 200)) as receiver:
        await office.told(f"http://127.0.0.1:{receiver.port}/")
        first = await office.only()
        assert (first.status, first.tries[0].status, first.tries[0].error) == (
            "pending", 500, "It answered 500.",
        )  # fmt: skip
        assert timedelta(seconds=3) < first.due - now() <= timedelta(seconds=DELAYS[0])
        await office.beat()
        assert len(receiver.requests) == 1  # not yet
        second = await office.again()
        assert timedelta(seconds=DELAYS[1] - 20) < second.due - now() <= timedelta(seconds=DELAYS[1])
        third = await office.again()
    assert (third.status, [one.status for one in third.tries]) == ("delivered", [500, 503, 200])
    assert office.became == ["pending", "pending", "delivered"]
    assert len({request.headers["webhook-id"] for request in receiver.requests}) == 1


async def test_it_is_given_up_after_a_day(office: Post) -> None:
    assert sum(DELAYS) > 24 * 3600
    async with receiving(saying(500)) as receiver:
        await office.told(f"http://127.0.0.1:{receiver.port}/")
        for _ in DELAYS[1:]:
            assert (await office.again()).status == "pending"
        assert (await office.again()).status == "failed"
        assert len(receiver.requests) == len(DELAYS) + 1
        await office.beat()
        assert len(receiver.requests) == len(DELAYS) + 1


async def test_who_is_gone_is_told_nothing_more(office: Post) -> None:
    async with receiving(saying(410)) as receiver:
        await office.told(f"http://127.0.0.1:{receiver.port}/")
    delivery = await office.only()
    assert (delivery.status, delivery.tries[0].status) == ("failed", 410)


async def test_who_asks_for_more_time_has_it(office: Post) -> None:
    async with receiving(saying(429, **{"Retry-After": "3000"})) as receiver:
        await office.told(f"http://127.0.0.1:{receiver.port}/")
    assert (await office.only()).due - now() > timedelta(seconds=2900)


async def test_a_redirect_is_a_failure_that_says_so(office: Post) -> None:
    async with receiving(saying(307, Location="http://127.0.0.1:1/")) as receiver:
        await office.told(f"http://127.0.0.1:{receiver.port}/")
    (made,) = (await office.only()).tries
    assert made.error == "It answered 307: redirects are not followed."


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("http://127.0.0.1:1/", "It cannot be reached: ConnectError."),
        ("http://127.0.0.2/", "It was not sent: the host 127.0.0.2 has an address that is not public."),
    ],
)
async def test_what_cannot_be_asked_is_noted(office: Post, url: str, error: str) -> None:
    await office.told(url)
    delivery = await office.only()
    assert (delivery.status, [(one.status, one.error) for one in delivery.tries]) == (
        "pending", [(None, error)],
    )  # fmt: skip


async def test_who_never_answers_is_given_up(office: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks_module, "TRY_SECONDS", 0.1)
    hung_up = asyncio.Event()

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            await reader.read()
        writer.close()
        hung_up.set()

    server = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    async with server, asyncio.timeout(20):
        await office.told(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
        await hung_up.wait()
    (made,) = (await office.only()).tries
    assert made.error in ("It did not answer within 0.1 s.", "It cannot be reached: ReadTimeout.")


async def test_an_answer_without_end_holds_nothing_up(office: Post) -> None:
    hung_up = asyncio.Event()

    async def flood(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n")
        with contextlib.suppress(OSError):
            while True:
                writer.write(b"x" * 65_536)
                await writer.drain()
        writer.close()
        hung_up.set()

    server = await asyncio.start_server(flood, "127.0.0.1", 0)
    async with server, asyncio.timeout(20):
        await office.told(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
        await hung_up.wait()
    assert (await office.only()).status == "delivered"


async def test_what_a_process_left_is_delivered_by_the_next(
    office: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhooks_module, "CLAIM_SECONDS", 0.5)
    held = asyncio.Event()

    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        held.set()
        await reader.read()
        writer.close()

    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        begun = asyncio.create_task(office.told(f"http://127.0.0.1:{port}/"))
        await held.wait()
        await office.webhooks.close()
        await asyncio.gather(begun, return_exceptions=True)
    left = await office.only()
    assert (left.status, left.tries) == ("pending", ())
    await until(office.catalog.deliveries.any_due)
    await office.beat()
    assert len((await office.only()).tries) == 1


async def until(happened: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(20):
        while not await happened():
            await asyncio.sleep(0.02)


async def test_it_runs_by_itself(office: Post) -> None:
    def count(receiver: Receiver) -> tuple[int, dict[str, str]]:
        return 200, {}

    running = asyncio.create_task(office.webhooks.run())
    async with receiving(count) as receiver:
        async with office.catalog.database.write() as connection:
            for number in range(20):
                await post(
                    connection,
                    Message(
                        account_id=office.account_id,
                        key_id=office.key_id,
                        subject=str(number),
                        event="job.done",
                        url=f"http://127.0.0.1:{receiver.port}/",
                        payload={"number": number},
                    ),
                )
        office.webhooks.wake()

        async def all_there() -> bool:
            return len(receiver.requests) >= 20

        await until(all_there)
        assert sorted(json.loads(request.body)["number"] for request in receiver.requests) == list(range(20))
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
