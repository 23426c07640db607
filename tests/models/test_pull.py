"""Fetching weights, against a hub on the loopback: whole, in pieces, damaged, forbidden, without room."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from imgorigin.errors import SettingsError
from imgorigin.models.card import Card, Lora, Replacement
from imgorigin.models.hub import Hub
from imgorigin.models.lock import Lock
from imgorigin.models.pull import pull
from imgorigin.models.weights import Cache, State
from tests.extras import require_extra
from tests.models.folders import pipeline, tensors
from tests.models.hub import FakeHub, running

require_extra("diffusers", "huggingface_hub")

SOURCE = "owner/model"
UNET = "unet/diffusion_pytorch_model.safetensors"


@dataclass
class Onlooker:
    begun: list[str] = field(default_factory=list)
    came: int = 0

    def begin(self, what: str, size: int) -> None:
        self.begun.append(what)

    def advance(self, size: int) -> None:
        self.came += size


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with running(FakeHub({SOURCE: pipeline()})) as found:
        yield found


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "hub", Lock(tmp_path / "data" / "models.lock"))


def card(**changes: object) -> Card:
    return Card.model_validate({"slug": "model", "name": "Model", "source": SOURCE} | changes)


def fetch(
    card: Card, cache: Cache, hub: FakeHub, token: str | None = None, *, update: bool = False
) -> Onlooker:
    looks_on = Onlooker()
    pull(card, cache, Hub(hub.url, token), looks_on, update=update)
    return looks_on


def test_a_model_is_fetched_whole_and_remembered(hub: FakeHub, cache: Cache) -> None:
    assert cache.look(card()).state is State.ABSENT
    fetch(card(), cache, hub)
    found = cache.look(card(), hashes=True)
    assert (found.state, found.missing, found.damaged) == (State.COMPLETE, (), ())
    assert found.bytes == sum(map(len, pipeline().values()))
    located = cache.located(card())
    assert located.revision == hub.commit == located.model().revision
    assert (Path(located.folder) / UNET).read_bytes() == pipeline()[UNET]
    assert cache.lock.revision(SOURCE) == hub.commit


def test_only_what_the_pipeline_needs_is_fetched(hub: FakeHub, cache: Cache) -> None:
    hub.repositories[SOURCE] |= {
        "v1-5-pruned.safetensors": b"x",
        "README.md": b"x",
        "unet/diffusion_pytorch_model.fp16.safetensors": tensors(2500),
        "unet/diffusion_pytorch_model.bin": b"x",
        "unet/model.onnx": b"x",
        "safety_checker/model.safetensors": b"x",
    }
    fetch(card(variant="fp16"), cache, hub)
    sent = {path.partition(f"{hub.commit}/")[2] for path in hub.files_sent()}
    assert sent == set(pipeline()) - {UNET} | {"unet/diffusion_pytorch_model.fp16.safetensors"}


def test_a_second_pull_asks_for_nothing(hub: FakeHub, cache: Cache) -> None:
    fetch(card(), cache, hub)
    hub.asked.clear()
    fetch(card(), cache, hub)
    assert hub.asked == []


def test_a_broken_connection_is_gone_on_with(hub: FakeHub, cache: Cache) -> None:
    hub.cut["diffusion_pytorch_model.safetensors"] = []
    hub.cut[UNET] = [1000, 2000]
    looks_on = fetch(card(), cache, hub)
    assert cache.look(card(), hashes=True).state is State.COMPLETE
    assert hub.ranges(UNET) == ["", "bytes=1000-", "bytes=3000-"]
    assert looks_on.came == sum(
        len(content) for name, content in pipeline().items() if name != "model_index.json"
    )


def test_an_interrupted_pull_is_gone_on_with_by_the_next(hub: FakeHub, cache: Cache) -> None:
    hub.cut[UNET] = [1500, 0, 0, 0, 0, 0]
    with pytest.raises(SettingsError, match="What came in is kept: pull again"):
        fetch(card(), cache, hub)
    assert cache.look(card()).state is State.PARTIAL
    with pytest.raises(SettingsError, match=r"not complete: .*Fetch the rest: imgorigin models pull model"):
        cache.located(card())
    hub.asked.clear()
    fetch(card(), cache, hub)
    assert hub.ranges(UNET) == ["bytes=1500-"]
    assert cache.look(card(), hashes=True).state is State.COMPLETE


def test_files_may_lie_elsewhere(hub: FakeHub, cache: Cache) -> None:
    hub.gated.add(SOURCE)
    hub.elsewhere = True
    hub.cut[UNET] = [1500]
    fetch(card(), cache, hub, token=hub.token)
    assert cache.look(card(), hashes=True).state is State.COMPLETE
    assert hub.ranges(UNET) == ["", "", "bytes=1500-", "bytes=1500-"]


def test_a_hub_that_knows_no_ranges_sends_all_anew(hub: FakeHub, cache: Cache) -> None:
    hub.heeds_ranges = False
    hub.cut[UNET] = [1500]
    fetch(card(), cache, hub)
    assert cache.look(card(), hashes=True).state is State.COMPLETE


def test_what_comes_in_damaged_is_fetched_once_more(hub: FakeHub, cache: Cache) -> None:
    hub.spoiled[UNET] = 1
    fetch(card(), cache, hub)
    assert cache.look(card(), hashes=True).state is State.COMPLETE
    assert len(hub.ranges(UNET)) == 2


@pytest.mark.parametrize("name", [UNET, "unet/config.json"])
def test_what_stays_damaged_is_refused(hub: FakeHub, cache: Cache, name: str) -> None:
    hub.spoiled[name] = 9
    with pytest.raises(SettingsError, match=f"{name} of owner/model came in damaged, twice"):
        fetch(card(), cache, hub)
    assert not list(cache.root.rglob("*.part"))
    assert cache.look(card()).state is State.PARTIAL


def test_a_file_that_decays_on_the_disk_is_found_and_fetched_anew(hub: FakeHub, cache: Cache) -> None:
    fetch(card(), cache, hub)
    blob = (Path(cache.located(card()).folder) / UNET).resolve()
    content = bytearray(blob.read_bytes())
    content[-1] ^= 1
    blob.write_bytes(content)
    assert cache.look(card()).state is State.COMPLETE, "sizes do not tell"
    assert cache.look(card(), hashes=True).damaged == (UNET,)
    hub.asked.clear()
    fetch(card(), cache, hub)
    assert [path.partition(f"{hub.commit}/")[2] for path in hub.files_sent()] == [UNET]
    assert cache.look(card(), hashes=True).state is State.COMPLETE


def test_a_truncated_file_is_found_by_its_size(hub: FakeHub, cache: Cache) -> None:
    fetch(card(), cache, hub)
    blob = (Path(cache.located(card()).folder) / UNET).resolve()
    blob.write_bytes(blob.read_bytes()[:-10])
    found = cache.look(card())
    assert found.state is State.PARTIAL
    assert UNET in found.damaged
    assert UNET in found.told


def test_a_full_disk_is_said_before_anything_is_fetched(hub: FakeHub, cache: Cache) -> None:
    with pytest.raises(
        SettingsError, match=r"model needs 0\.0 GB more in .*, and 0\.5 GB are free.*HF_HOME="
    ):
        pull(card(), cache, Hub(hub.url), Onlooker(), free=lambda _: 500_000_000)
    assert [path.rpartition("/")[2] for path in hub.files_sent()] == ["model_index.json"]


def test_a_gated_model_names_the_page_and_the_command(hub: FakeHub, cache: Cache) -> None:
    hub.gated.add(SOURCE)
    with pytest.raises(SettingsError) as raised:
        fetch(card(), cache, hub)
    assert "https://huggingface.co/owner/model" in raised.value.detail
    assert "HF_TOKEN=hf_... imgorigin models pull owner/model" in raised.value.detail
    fetch(card(), cache, hub, token=hub.token)
    assert cache.look(card()).state is State.COMPLETE


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"source": "owner/other"}, "There is no model owner/other on the hub"),
        ({"revision": "b" * 40}, f"owner/model has no revision '{'b' * 40}'"),
        (
            {"source": "owner/single"},
            "owner/single holds no pipeline of diffusers: it has no model_index.json",
        ),
        ({"source": "", "remote": True}, "Model cannot be fetched: .*Configure a remote server"),
        ({"source": "/a/folder"}, "/a/folder is a folder"),
        ({"source": "owner/-odd--name"}, "'owner/-odd--name' is no hub id"),
    ],
)
def test_what_cannot_be_fetched_is_said(
    hub: FakeHub, cache: Cache, changes: dict[str, object], told: str
) -> None:
    hub.repositories["owner/single"] = {"x.safetensors": tensors()}
    with pytest.raises(SettingsError, match=told):
        fetch(card(**changes), cache, hub)


def test_without_a_hub_what_is_complete_is_painted_with(hub: FakeHub, cache: Cache) -> None:
    fetch(card(), cache, hub)
    nowhere = Hub("http://127.0.0.1:9")
    assert pull(card(), cache, nowhere, Onlooker()) == 0
    assert cache.located(card()).folder
    with pytest.raises(
        SettingsError,
        match=r"The hub at http://127.0.0.1:9 cannot be reached .*HTTPS_PROXY.*--model \./folder",
    ):
        pull(card(), cache, nowhere, Onlooker(), update=True)


def test_the_commit_stays_until_an_update_is_asked_for(hub: FakeHub, cache: Cache) -> None:
    fetch(card(), cache, hub)
    first, hub.commit = hub.commit, "c" * 40
    fetch(card(), cache, hub)
    assert cache.located(card()).revision == first
    fetch(card(), cache, hub, update=True)
    assert cache.located(card()).revision == "c" * 40
    assert cache.located(card(revision=first)).revision == first, "what the card pins wins"


def test_replacements_and_loras_come_along(hub: FakeHub, cache: Cache) -> None:
    hub.repositories["owner/extra"] = {
        "unet.safetensors": tensors(10),
        "ink.safetensors": tensors(20),
        "x.bin": b"x",
    }
    full = card(
        replaces=[Replacement(source="owner/extra", file="unet.safetensors", component="unet")],
        loras={"ink": Lora(source="owner/extra", file="ink.safetensors")},
    )
    fetch(full, cache, hub)
    located = cache.located(full)
    assert Path(located.replaces[0].path).read_bytes() == tensors(10)
    assert Path(located.loras["ink"].path).read_bytes() == tensors(20)
    assert located.model().revision not in (hub.commit, full.model().revision)
    Path(located.loras["ink"].path).unlink()
    with pytest.raises(SettingsError, match=r"'ink' .*ink\.safetensors is missing\. Fetch it: imgorigin mo"):
        cache.located(full)
    Path(located.replaces[0].path).unlink()
    with pytest.raises(SettingsError, match=r"unet\.safetensors is missing"):
        cache.located(full)


def test_a_file_that_is_not_there_is_named(hub: FakeHub, cache: Cache) -> None:
    wrong = card(loras={"ink": Lora(source=SOURCE, file="ink.safetensors")})
    with pytest.raises(SettingsError, match=r"owner/model has no file ink\.safetensors"):
        fetch(wrong, cache, hub)


def test_the_only_lora_of_a_repository_need_not_be_named(hub: FakeHub, cache: Cache) -> None:
    hub.repositories["owner/extra"] = {"README.md": b"x", "ink.safetensors": tensors(20)}
    full = card(loras={"ink": Lora(source="owner/extra")})
    fetch(full, cache, hub)
    assert Path(cache.located(full).loras["ink"].path).read_bytes() == tensors(20)
    assert fetch(full, cache, hub).begun == []


def test_which_lora_of_a_repository_is_asked_for_by_name(hub: FakeHub, cache: Cache) -> None:
    hub.repositories["owner/extra"] = {"a.safetensors": tensors(1), "b.safetensors": tensors(2)}
    with pytest.raises(SettingsError, match=r'owner/extra: .*one of: file = "a.s.*", file = "b\.'):
        fetch(card(loras={"ink": Lora(source="owner/extra")}), cache, hub)


def test_removing_frees_the_disk_but_not_what_others_need(hub: FakeHub, cache: Cache) -> None:
    hub.repositories["owner/extra"] = {"unet.safetensors": tensors(10)}
    base, fast = (
        card(),
        card(
            slug="fast",
            replaces=[Replacement(source="owner/extra", file="unet.safetensors", component="unet")],
        ),
    )
    fetch(base, cache, hub)
    fetch(fast, cache, hub)
    assert cache.remove(fast, [base, fast]) == (len(tensors(10)) + len(hub.commit), [SOURCE])
    assert cache.look(base).state is State.COMPLETE
    assert cache.look(fast).state is State.PARTIAL
    assert cache.remove(base, [base, fast]) == (sum(map(len, pipeline().values())) + len(hub.commit), [])
    assert cache.look(base).state is State.ABSENT
    assert cache.lock.revision(SOURCE) == ""
    assert cache.remove(base, [base, fast]) == (0, [])


def test_two_processes_do_not_spoil_one_file(hub: FakeHub, cache: Cache) -> None:
    """The second is told so, while the first is in the middle of a file."""
    inside, go_on = threading.Event(), threading.Event()

    class Waiting(Onlooker):
        def advance(self, size: int) -> None:
            inside.set()
            assert go_on.wait(10)

    first = threading.Thread(target=pull, args=(card(), cache, Hub(hub.url), Waiting()))
    first.start()
    try:
        assert inside.wait(10)
        with pytest.raises(SettingsError, match="Another process is fetching this model"):
            pull(card(), cache, Hub(hub.url), Onlooker())
    finally:
        go_on.set()
        first.join()
    assert cache.look(card()).state is State.COMPLETE
