"""Jobs in SQLite and PostgreSQL: submitted, claimed by many, ended, told of."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from imgorigin.catalog import jobs as jobs_module
from imgorigin.catalog.catalog import Catalog
from imgorigin.catalog.claims import Ending
from imgorigin.catalog.deliveries import Message, Try
from imgorigin.catalog.job_rows import BatchRow, JobRow
from imgorigin.catalog.jobs import Announcer, Submission
from imgorigin.catalog.projects import ProjectRow, ProjectSettings
from imgorigin.catalog.scope import Scope
from imgorigin.catalog.tables import now
from imgorigin.errors import Conflict, InvalidRequest, NotFound
from tests.catalog.conftest import Place

KINDS = ("image",)


def soon(seconds: float = 60) -> datetime:
    return now() + timedelta(seconds=seconds)


@pytest.fixture
async def acme(catalog: Catalog) -> ProjectRow:
    return await catalog.projects.ensure((await catalog.accounts.ensure()).id, "acme", ProjectSettings())


@pytest.fixture
async def other(catalog: Catalog) -> ProjectRow:
    return await catalog.projects.ensure(
        (await catalog.accounts.ensure("other")).id, "other", ProjectSettings()
    )


def asked(project: ProjectRow, *requests: Mapping[str, Any], lane: int = 1, **more: Any) -> Submission:
    requests = requests or ({"prompt": "a red fox"},)
    return Submission(
        account_id=project.account_id,
        project_id=project.id,
        kind="image",
        requests=requests,
        models=tuple("sketch" for _ in requests),
        lane=lane,
        **more,
    )


def prompts(*names: str) -> Sequence[Mapping[str, Any]]:
    return [{"prompt": name} for name in names]


def announcer(webhook_key: str | None = None) -> Announcer:
    def told(row: JobRow | BatchRow) -> Message:
        return Message(
            account_id=row.account_id,
            key_id=webhook_key,
            subject=row.id,
            event="ended",
            url=row.webhook,
            payload={"id": row.id},
        )

    return Announcer(told, told)


async def statuses(catalog: Catalog, scope: Scope) -> list[str]:
    page = await catalog.jobs.page(scope, limit=500)
    return [job.status for job in reversed(page.items)]


async def test_a_job_is_kept_as_it_was_asked_for(catalog: Catalog, acme: ProjectRow) -> None:
    odd = {"prompt": "Éclair \0 赤い狐 🦊 \ud800 'quote'", "n": [1, None, 2.5]}
    identity = await catalog.jobs.submit(asked(acme, odd, asked_by={"key": "k"}, webhook="https://x.example"))
    job = await catalog.jobs.get(acme.scope, identity)
    assert (job.request, job.asked_by, job.webhook) == (odd, {"key": "k"}, "https://x.example")
    assert (job.status, job.attempt, job.tries, job.progress) == ("queued", 1, 0, 0.0)
    assert (job.result, job.error, job.started, job.ended, job.batch) == (None,) * 5


async def test_nobody_else_sees_or_changes_a_job(
    catalog: Catalog, acme: ProjectRow, other: ProjectRow
) -> None:
    job = await catalog.jobs.submit(asked(acme))
    batch = await catalog.jobs.submit(asked(acme, as_batch=True))
    for scope in (other.scope, Scope(other.account_id)):
        for call in (catalog.jobs.get, catalog.jobs.cancel, catalog.jobs.retry):
            with pytest.raises(NotFound):
                await call(scope, job)
        for call_batch in (catalog.jobs.batch, catalog.jobs.cancel_batch):
            with pytest.raises(NotFound):
                await call_batch(scope, batch)
        assert (await catalog.jobs.page(scope)).items == ()
    assert (await catalog.jobs.get(Scope(acme.account_id), job)).status == "queued"


async def test_who_owns_a_job_sees_it_and_who_owns_another_does_not(
    catalog: Catalog, acme: ProjectRow
) -> None:
    mine = await catalog.jobs.submit(asked(acme, owner="me", idempotency_key="k"))
    batch = await catalog.jobs.submit(asked(acme, owner="me", as_batch=True))
    yours = asked(acme, {"prompt": "a dog"}, owner="you", idempotency_key="k")
    assert await catalog.jobs.submit(yours) != mine
    for scope in (replace(acme.scope, owner="you"), Scope(acme.account_id, owner="you")):
        with pytest.raises(NotFound):
            await catalog.jobs.cancel(scope, mine)
        with pytest.raises(NotFound):
            await catalog.jobs.cancel_batch(scope, batch)
        assert [job.request["prompt"] for job in (await catalog.jobs.page(scope)).items] == ["a dog"]
        assert (await catalog.jobs.batch_page(scope)).items == ()
    assert len((await catalog.jobs.page(acme.scope)).items) == 3
    await catalog.jobs.retry(acme.scope, (await catalog.jobs.cancel(acme.scope, mine)).id, {"key": "them"})
    assert (await catalog.jobs.get(replace(acme.scope, owner="me"), mine)).asked_by == {"key": "them"}


async def test_a_key_that_is_rotated_still_owns_its_jobs(catalog: Catalog, acme: ProjectRow) -> None:
    first, _ = await catalog.keys.create(acme.account_id, "jobs", "paint")
    second, _ = await catalog.keys.rotate(acme.account_id, first.id)
    third, _ = await catalog.keys.rotate(acme.account_id, second.id)
    assert first.owner == first.id == second.owner == third.owner


async def test_each_job_is_taken_once_however_many_take(
    place: Place, catalog: Catalog, acme: ProjectRow
) -> None:
    identity = await catalog.jobs.submit(asked(acme, *prompts(*map(str, range(40))), as_batch=True))
    others = [Catalog.open(place.url, place.data) for _ in range(3)]

    async def work(one: Catalog, name: str) -> list[int]:
        found: list[int] = []
        while taken := await one.claims.take(name, soon(), KINDS, 3):
            found += [job.number for job in taken]
        return found

    found = await asyncio.gather(*(work(one, f"runner {index}") for index, one in enumerate(others)))
    for one in others:
        await one.close()
    numbers = [number for each in found for number in each]
    assert len(numbers) == len(set(numbers)) == 40
    assert (await catalog.jobs.batch(acme.scope, identity)).counts["processing"] == 40


async def test_single_jobs_come_before_batches_and_accounts_take_turns(
    catalog: Catalog, acme: ProjectRow, other: ProjectRow
) -> None:
    await catalog.jobs.submit(asked(acme, *prompts("a batch"), lane=2, as_batch=True))
    for name in ("one", "two", "three"):
        await catalog.jobs.submit(asked(acme, {"prompt": name}))
    await catalog.jobs.submit(asked(other, {"prompt": "other"}))
    taken = [job for _ in range(5) for job in await catalog.claims.take("me", soon(), KINDS, 1)]
    assert [job.request["prompt"] for job in taken] == ["one", "other", "two", "three", "a batch"]
    assert await catalog.claims.take("me", soon(), KINDS, 1) == ()


async def test_of_several_that_are_taken_at_once_accounts_take_turns(
    catalog: Catalog, acme: ProjectRow, other: ProjectRow
) -> None:
    await catalog.jobs.submit(asked(acme, *prompts("a", "b", "c"), lane=2, as_batch=True))
    for name in ("one", "two", "three"):
        await catalog.jobs.submit(asked(acme, {"prompt": name}))
    await catalog.jobs.submit(asked(other, {"prompt": "other"}))
    taken = await catalog.claims.take("me", soon(), KINDS, 5)
    assert [job.request["prompt"] for job in taken] == ["one", "other", "two", "three", "a"]
    rest = await catalog.claims.take("you", soon(), KINDS, 5)
    assert [job.request["prompt"] for job in rest] == ["b", "c"]
    parts = {job.number: part for job, part in zip(taken, (0.1, 0.2, 0.3, 0.4, 0.5), strict=True)}
    assert await catalog.claims.hold("me", soon(), parts | {rest[0].number: 0.9}) == {
        (job.number, 1) for job in taken
    }
    assert [(await catalog.jobs.get(acme.scope, job.id)).progress for job in (taken[0], rest[0])] == [0.1, 0]


async def test_of_those_that_end_together_only_the_holders_do(catalog: Catalog, acme: ProjectRow) -> None:
    names = ("done", "failed", "cancelled", "lost")
    batch = await catalog.jobs.submit(asked(acme, *prompts(*names), as_batch=True))
    done, failed, cancelled, lost = await catalog.claims.take("me", soon(), KINDS, 4)
    await catalog.jobs.cancel(acme.scope, cancelled.id)
    await catalog.claims.put_back("me", lost, soon(-1))
    await catalog.claims.take("you", soon(), KINDS, 1)
    await catalog.claims.hold("me", soon(), {failed.number: 0.5})
    endings = [
        Ending(done, "done", {"url": "/x"}),
        Ending(failed, "failed", error={"code": "paint-failed"}),
        Ending(cancelled, "done", {}),
        Ending(lost, "done", {}),
    ]
    assert await catalog.claims.finish_all("me", endings) == {done.number, failed.number}
    found = await catalog.jobs.jobs_of(await catalog.jobs.batch(acme.scope, batch))
    assert [(job.status, job.progress) for job in found] == [
        ("done", 1.0), ("failed", 0.5), ("cancelled", 0.0), ("processing", 0.0),
    ]  # fmt: skip
    assert [(job.result, job.error) for job in found[:2]] == [
        ({"url": "/x"}, None), (None, {"code": "paint-failed"}),
    ]  # fmt: skip


async def test_what_is_known_already_is_done_when_it_is_submitted(catalog: Catalog, acme: ProjectRow) -> None:
    job = await catalog.jobs.note(asked(acme, idempotency_key="k", result={"url": "/x"}))
    assert job is not None
    assert (job.status, job.progress, job.result, job.tries) == ("done", 1.0, {"url": "/x"}, 0)
    assert await catalog.jobs.get(acme.scope, job.id) == job
    assert not await catalog.claims.any_due(KINDS)
    assert await catalog.jobs.note(asked(acme, idempotency_key="k", result={"url": "/x"})) is None
    assert await catalog.jobs.submit(asked(acme, idempotency_key="k")) == job.id


async def test_only_kinds_that_somebody_does_are_taken(catalog: Catalog, acme: ProjectRow) -> None:
    await catalog.jobs.submit(asked(acme))
    assert not await catalog.claims.any_due(("sound",))
    assert await catalog.claims.take("me", soon(), ("sound",), 1) == ()
    assert await catalog.claims.any_due(KINDS)


async def test_what_a_silent_holder_had_is_taken_by_another_who_alone_may_end_it(
    catalog: Catalog, acme: ProjectRow
) -> None:
    await catalog.jobs.submit(asked(acme))
    (lost,) = await catalog.claims.take("dead", soon(-1), KINDS, 1)
    assert await catalog.claims.any_due(KINDS)
    (found,) = await catalog.claims.take("me", soon(), KINDS, 1)
    assert (found.number, found.attempt, found.tries) == (lost.number, 1, 2)
    assert await catalog.claims.hold("dead", soon(), {lost.number: 0.5}) == frozenset()
    assert not await catalog.claims.finish("dead", lost, "done", result={"late": True})
    assert await catalog.claims.hold("me", soon(), {found.number: 0.5}) == {(found.number, 1)}
    assert (await catalog.jobs.get(acme.scope, found.id)).progress == 0.5
    assert await catalog.claims.finish("me", found, "done", result={"url": "/x"})
    job = await catalog.jobs.get(acme.scope, found.id)
    assert (job.status, job.result, job.progress) == ("done", {"url": "/x"}, 1.0)


async def test_what_is_held_is_taken_by_nobody(catalog: Catalog, acme: ProjectRow) -> None:
    await catalog.jobs.submit(asked(acme))
    assert await catalog.claims.take("me", soon(), KINDS, 5)
    assert not await catalog.claims.any_due(KINDS)
    assert await catalog.claims.take("you", soon(), KINDS, 5) == ()


async def test_what_is_put_back_waits_for_its_moment(catalog: Catalog, acme: ProjectRow) -> None:
    identity = await catalog.jobs.submit(asked(acme))
    (job,) = await catalog.claims.take("me", soon(), KINDS, 1)
    await catalog.claims.put_back("me", job, soon(60))
    assert (await catalog.jobs.get(acme.scope, identity)).tries == 1
    assert not await catalog.claims.any_due(KINDS)
    assert await catalog.claims.take("me", soon(), KINDS, 1) == ()


async def test_a_try_that_was_none_is_not_counted(catalog: Catalog, acme: ProjectRow) -> None:
    await catalog.jobs.submit(asked(acme))
    for _ in range(3):
        (job,) = await catalog.claims.take("me", soon(), KINDS, 1)
        assert job.tries == 1
        await catalog.claims.put_back("me", job, now(), is_counted=False)


@pytest.mark.parametrize("is_running", [False, True])
async def test_a_cancelled_job_stays_so(catalog: Catalog, acme: ProjectRow, is_running: bool) -> None:
    identity = await catalog.jobs.submit(asked(acme))
    taken = await catalog.claims.take("me", soon(), KINDS, 1) if is_running else ()
    for _ in range(2):
        assert (await catalog.jobs.cancel(acme.scope, identity)).status == "cancelled"
    for job in taken:
        assert await catalog.claims.hold("me", soon(), {job.number: 0.9}) == frozenset()
        assert not await catalog.claims.finish("me", job, "done", result={})
    assert await catalog.claims.take("me", soon(), KINDS, 1) == ()
    assert (await catalog.jobs.get(acme.scope, identity)).result is None


@pytest.mark.parametrize("status", ["done", "failed"])
async def test_what_has_ended_cannot_be_cancelled(catalog: Catalog, acme: ProjectRow, status: Any) -> None:
    identity = await catalog.jobs.submit(asked(acme))
    (job,) = await catalog.claims.take("me", soon(), KINDS, 1)
    await catalog.claims.finish("me", job, status)
    with pytest.raises(Conflict, match=f"is {status}: only what is not can be cancelled"):
        await catalog.jobs.cancel(acme.scope, identity)


async def test_failed_and_cancelled_jobs_can_be_tried_again_and_no_others(
    catalog: Catalog, acme: ProjectRow
) -> None:
    identity = await catalog.jobs.submit(asked(acme, asked_by={"key": "old"}))
    with pytest.raises(Conflict, match="is queued: only what failed or was cancelled"):
        await catalog.jobs.retry(acme.scope, identity)
    (old,) = await catalog.claims.take("me", soon(), KINDS, 1)
    await catalog.claims.finish("me", old, "failed", error={"code": "paint-failed"})
    again = await catalog.jobs.retry(acme.scope, identity, {"key": "new"})
    assert (again.status, again.attempt, again.tries, again.error) == ("queued", 2, 0, None)
    assert (again.started, again.ended, again.asked_by) == (None, None, {"key": "new"})
    (job,) = await catalog.claims.take("me", soon(), KINDS, 1)
    assert (job.attempt, job.tries) == (2, 1)
    assert not await catalog.claims.finish("me", old, "done", result={})  # the attempt before
    await catalog.jobs.cancel(acme.scope, identity)
    assert (await catalog.jobs.retry(acme.scope, identity)).attempt == 3
    (job,) = await catalog.claims.take("me", soon(), KINDS, 1)
    await catalog.claims.finish("me", job, "done", result={})
    with pytest.raises(Conflict, match="is done"):
        await catalog.jobs.retry(acme.scope, identity)


async def test_the_same_request_with_the_same_key_is_the_same_job(
    catalog: Catalog, acme: ProjectRow, other: ProjectRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = [await catalog.jobs.submit(asked(acme, idempotency_key="k")) for _ in range(3)]
    assert len(set(again)) == 1
    assert len(await statuses(catalog, acme.scope)) == 1
    for different in (
        asked(acme, {"prompt": "a blue fox"}, idempotency_key="k"),
        asked(acme, idempotency_key="k", webhook="https://x.example"),
        asked(acme, idempotency_key="k", as_batch=True),
    ):
        with pytest.raises(Conflict, match="'k' was sent with another request"):
            await catalog.jobs.submit(different)
    assert await catalog.jobs.submit(asked(other, idempotency_key="k")) not in again
    assert await catalog.jobs.submit(asked(acme, idempotency_key="another")) not in again
    monkeypatch.setattr(jobs_module, "KEYS_KEPT", timedelta(0))
    await asyncio.sleep(0.01)
    assert await catalog.jobs.submit(asked(acme, idempotency_key="k")) not in again


async def test_of_many_who_submit_with_one_key_at_once_one_makes_the_job(
    place: Place, catalog: Catalog, acme: ProjectRow
) -> None:
    others = [Catalog.open(place.url, place.data) for _ in range(4)]
    found = await asyncio.gather(
        *(one.jobs.submit(asked(acme, idempotency_key="k")) for one in others for _ in range(3))
    )
    for one in others:
        await one.close()
    assert len(set(found)) == 1
    assert await statuses(catalog, acme.scope) == ["queued"]


@pytest.mark.parametrize("key", ["x" * 256, "a\nb", "clé", "\x7f"])
async def test_a_key_that_can_be_none_is_refused(catalog: Catalog, acme: ProjectRow, key: str) -> None:
    with pytest.raises(InvalidRequest, match="Idempotency-Key"):
        await catalog.jobs.submit(asked(acme, idempotency_key=key))


async def test_lists_go_on_where_the_page_before_ended(catalog: Catalog, acme: ProjectRow) -> None:
    made = [await catalog.jobs.submit(asked(acme)) for _ in range(5)]
    await catalog.jobs.cancel(acme.scope, made[2])
    first = await catalog.jobs.page(acme.scope, limit=2)
    made.append(await catalog.jobs.submit(asked(acme)))  # does not shift the others
    second = await catalog.jobs.page(acme.scope, limit=2, cursor=first.next_cursor or "")
    third = await catalog.jobs.page(acme.scope, limit=2, cursor=second.next_cursor or "")
    found = [job.id for page in (first, second, third) for job in page.items]
    assert found == list(reversed(made[:5]))
    assert third.next_cursor is None
    cancelled = await catalog.jobs.page(acme.scope, statuses=["cancelled"])
    assert [job.id for job in cancelled.items] == [made[2]]
    assert (await catalog.jobs.page(acme.scope, kinds=("sound",))).items == ()
    with pytest.raises(InvalidRequest, match="next_cursor"):
        await catalog.jobs.page(acme.scope, statuses=["done"], cursor=first.next_cursor or "")
    with pytest.raises(InvalidRequest, match="limit"):
        await catalog.jobs.page(acme.scope, limit=0)


async def test_it_is_known_how_many_come_before(catalog: Catalog, acme: ProjectRow) -> None:
    batch = await catalog.jobs.submit(asked(acme, *prompts("a", "b"), lane=2, as_batch=True))
    single = await catalog.jobs.submit(asked(acme))
    jobs = await catalog.jobs.jobs_of(await catalog.jobs.batch(acme.scope, batch))
    assert [job.ahead for job in jobs] == [1, 2]
    assert (await catalog.jobs.get(acme.scope, single)).ahead == 0


async def test_the_seconds_of_jobs_are_measured_by_kind_and_model(catalog: Catalog, acme: ProjectRow) -> None:
    assert await catalog.jobs.seconds("image", "sketch") is None
    await catalog.jobs.submit(asked(acme))
    (job,) = await catalog.claims.take("me", soon(), KINDS, 1)
    await asyncio.sleep(0.05)
    await catalog.claims.finish("me", job, "done", result={})
    measured = await catalog.jobs.seconds("image", "sketch")
    assert measured is not None
    assert measured >= 0.04
    assert await catalog.jobs.note(asked(acme, result={}))
    assert await catalog.jobs.seconds("image", "sketch") == measured
    assert await catalog.jobs.seconds("image", "other") is None


async def test_a_batch_has_ended_with_the_last_of_its_jobs_and_is_told_of_once(
    catalog: Catalog, acme: ProjectRow
) -> None:
    identity = await catalog.jobs.submit(
        asked(acme, *prompts("a", "b", "c"), as_batch=True, label="mine", webhook="https://x.example")
    )
    taken = await catalog.claims.take("me", soon(), KINDS, 3)
    assert [job.batch for job in taken] == [identity] * 3
    await catalog.claims.finish("me", taken[0], "done", result={}, announcer=announcer())
    await catalog.claims.hold("me", soon(), {taken[1].number: 0.5})
    begun = await catalog.jobs.batch(acme.scope, identity)
    assert (begun.ended, begun.progress) == (None, 0.5)
    assert (begun.shares["sketch"].left, begun.shares["sketch"].done) == (1.5, 1)
    await asyncio.gather(
        *(catalog.claims.finish("me", job, "failed", announcer=announcer()) for job in taken[1:])
    )
    batch = await catalog.jobs.batch(acme.scope, identity)
    assert (batch.label, batch.total, batch.ended is not None) == ("mine", 3, True)
    assert batch.counts == {"queued": 0, "processing": 0, "done": 1, "failed": 2, "cancelled": 0}
    told = (await catalog.deliveries.page(acme.account_id)).items
    assert [(one.subject, one.url) for one in told] == [(identity, "https://x.example")]
    assert (await catalog.jobs.retry(acme.scope, taken[1].id)).status == "queued"
    assert (await catalog.jobs.batch(acme.scope, identity)).ended is None


async def test_a_cancelled_batch_keeps_what_was_done(catalog: Catalog, acme: ProjectRow) -> None:
    identity = await catalog.jobs.submit(asked(acme, *prompts("a", "b", "c"), as_batch=True))
    done, running = await catalog.claims.take("me", soon(), KINDS, 2)
    await catalog.claims.finish("me", done, "done", result={})
    batch = await catalog.jobs.cancel_batch(acme.scope, identity)
    assert (batch.counts["done"], batch.counts["cancelled"], batch.ended is not None) == (1, 2, True)
    assert not await catalog.claims.finish("me", running, "done", result={})
    assert [one.id for one in (await catalog.jobs.batch_page(acme.scope)).items] == [identity]


async def test_what_ended_long_ago_is_forgotten(catalog: Catalog, acme: ProjectRow) -> None:
    single = await catalog.jobs.submit(asked(acme))
    batch = await catalog.jobs.submit(asked(acme, *prompts("a", "b"), as_batch=True))
    waiting = await catalog.jobs.submit(asked(acme))
    half = await catalog.jobs.submit(asked(acme, *prompts("a", "b"), as_batch=True))
    await catalog.jobs.cancel(acme.scope, single)
    await catalog.jobs.cancel_batch(acme.scope, batch)
    (first, _) = await catalog.jobs.jobs_of(await catalog.jobs.batch(acme.scope, half))
    await catalog.jobs.cancel(acme.scope, first.id)
    assert await catalog.jobs.forget(now() - timedelta(days=1)) == 0
    assert await catalog.jobs.forget(soon()) == 3
    left = await catalog.jobs.page(acme.scope)
    assert [job.batch for job in left.items] == [half, half, None]
    assert left.items[-1].id == waiting
    assert [one.id for one in (await catalog.jobs.batch_page(acme.scope)).items] == [half]


async def test_a_webhook_is_told_once_its_job_has_ended(catalog: Catalog, acme: ProjectRow) -> None:
    key, _ = await catalog.keys.create(acme.account_id, "jobs", "paint")
    told = announcer(key.id)
    finished = await catalog.jobs.submit(asked(acme, webhook="https://x.example"))
    (job,) = await catalog.claims.take("me", soon(), KINDS, 1)
    assert not await catalog.deliveries.any_due()
    await catalog.claims.finish("me", job, "done", result={}, announcer=told)
    cancelled = await catalog.jobs.submit(asked(acme, webhook="https://x.example"))
    for _ in range(2):
        await catalog.jobs.cancel(acme.scope, cancelled, told)
    await catalog.jobs.cancel(acme.scope, await catalog.jobs.submit(asked(acme)), told)
    assert await catalog.deliveries.any_due()
    due = await catalog.deliveries.take(soon(), 10)
    assert [(one.subject, one.key_id, one.payload) for one in due] == [
        (name, key.id, f'{{"id":"{name}"}}') for name in (finished, cancelled)
    ]
    assert await catalog.deliveries.take(soon(), 10) == ()


async def test_a_delivery_that_nobody_noted_is_due_again(catalog: Catalog, acme: ProjectRow) -> None:
    await catalog.jobs.cancel(
        acme.scope, await catalog.jobs.submit(asked(acme, webhook="https://x.example")), announcer()
    )
    (lost,) = await catalog.deliveries.take(soon(-1), 1)
    (found,) = await catalog.deliveries.take(soon(), 1)
    assert found.id == lost.id


async def test_each_try_to_deliver_is_kept(catalog: Catalog, acme: ProjectRow) -> None:
    await catalog.jobs.cancel(
        acme.scope, await catalog.jobs.submit(asked(acme, webhook="https://x.example")), announcer()
    )
    first = Try(at=datetime.now(UTC).isoformat(), status=500, error="It answered 500.", seconds=0.1)
    second = Try(at=datetime.now(UTC).isoformat(), status=204, error="", seconds=0.2)
    (one,) = await catalog.deliveries.take(soon(), 1)
    await catalog.deliveries.note(one, first, "pending", now())
    (one,) = await catalog.deliveries.take(soon(), 1)
    assert one.tries == (first,)
    await catalog.deliveries.note(one, second, "delivered")
    (one,) = (await catalog.deliveries.page(acme.account_id, status="delivered")).items
    assert (one.tries, one.status, one.ended is not None) == ((first, second), "delivered", True)
    assert not await catalog.deliveries.any_due()
    assert (await catalog.deliveries.again(acme.account_id, one.id)).status == "pending"
    assert await catalog.deliveries.any_due()
    with pytest.raises(NotFound, match="imgorigin webhooks list"):
        await catalog.deliveries.again(acme.account_id + 1, one.id)


async def test_the_secret_of_a_key_for_webhooks_is_made_once_until_it_is_rotated(
    catalog: Catalog, acme: ProjectRow
) -> None:
    key, _ = await catalog.keys.create(acme.account_id, "jobs", "paint")
    first = await catalog.keys.webhook_secret(key.id)
    assert first.startswith("whsec_")
    assert await catalog.keys.webhook_secret(key.id) == first
    second = await catalog.keys.webhook_secret(key.id, rotate=True)
    assert second != first
    assert await catalog.keys.webhook_secret(key.id) == second
    with pytest.raises(NotFound):
        await catalog.keys.webhook_secret("none")
