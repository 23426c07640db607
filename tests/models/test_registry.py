from __future__ import annotations

import re
from pathlib import Path

import pytest

from imgorigin.errors import SettingsError
from imgorigin.models.card import Card
from imgorigin.models.families import FAMILIES
from imgorigin.models.lock import Lock
from imgorigin.models.registry import Registry
from imgorigin.models.weights import Cache, State, cache_root
from imgorigin.recipe import Worn
from tests.models.folders import pipeline, tensors, written

NAMED_BY_THE_CONTRACT = (
    "flux-schnell flux-2-klein-9b flux-2-klein-4b flux-2-dev lucid-origin phoenix-1 stable-diffusion "
    "sdxl-lightning dreamshaper-8-lcm"
).split()


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "hub", Lock(tmp_path / "models.lock"))


@pytest.fixture
def registry(tmp_path: Path, cache: Cache) -> Registry:
    return Registry.load(tmp_path, cache)


def loaded(data: Path, toml: str, cache: Cache) -> Registry:
    (data / "models.toml").write_text(toml)
    return Registry.load(data, cache)


def in_cache(cache: Cache, source: str, files: dict[str, bytes], commit: str = "d" * 40) -> Path:
    """As another tool of the hub would have put them there."""
    repository = cache.repository(source)
    (repository / "refs").mkdir(parents=True)
    (repository / "refs" / "main").write_text(commit)
    return written(repository / "snapshots" / commit, files)


def test_every_model_of_the_contract_is_known(registry: Registry) -> None:
    assert set(NAMED_BY_THE_CONTRACT) <= {card.slug for card in registry.cards}
    assert {card.slug for card in registry.cards if card.remote} == {"lucid-origin", "phoenix-1"}
    assert registry.cards[0].recommended


def test_shipped_cards_are_sound(registry: Registry) -> None:
    for card in registry.cards:
        assert card.name and card.description and card.licence, card.slug
        for part in card.parts:
            assert re.fullmatch(r"[0-9a-f]{40}|", part.revision), card.slug
        if card.remote:
            continue
        family = FAMILIES[card.family]
        assert card.guidance.argument == family.argument
        assert card.token_window <= max(family.token_window, 512)
        assert card.download_gb and card.memory_gb
        assert card.commercial is not None
        assert ("on-Commercial" in card.licence) == (card.commercial is False), card.slug
        assert card.abilities.instructions == family.can.instructions, card.slug
        for canvas in card.model().canvases():
            assert canvas.width % card.divisor == canvas.height % card.divisor == 0


@pytest.mark.parametrize(
    ("slug", "steps", "guidance", "may_guide", "negative"),
    [
        ("flux-schnell", 4, 0.0, False, False),
        ("flux-2-klein-4b", 4, 1.0, False, False),
        ("z-image-turbo", 9, 0.0, False, False),
        ("sdxl-lightning", 4, 0.0, False, False),
        ("qwen-image", 50, 4.0, True, True),
        ("stable-diffusion", 30, 5.0, True, True),
    ],
)
def test_what_a_recipe_learns(
    registry: Registry, slug: str, steps: int, guidance: float, *, may_guide: bool, negative: bool
) -> None:
    model = registry.find(slug).model()
    assert (model.name, model.steps, model.guidance) == (slug, steps, guidance)
    assert (model.abilities.guidance, model.abilities.negative_prompt) == (may_guide, negative)
    assert model.trained and model.abilities.pixels


def test_what_is_put_on_top_of_a_commit_is_another_revision(registry: Registry) -> None:
    base, fast = registry.find("stable-diffusion"), registry.find("sdxl-lightning")
    assert base.revision == fast.revision
    assert base.model().revision != fast.model().revision
    plain = base.model_copy(update={"variant": ""})
    assert plain.model().revision == base.revision
    again = fast.model_copy(update={"description": "other words", "memory_gb": 1.0})
    assert again.model().revision == fast.model().revision


def test_the_users_lines_go_over_ours(tmp_path: Path, cache: Cache) -> None:
    toml = """
        [flux-schnell]
        description = "ours"
        steps = { default = 2 }
        [flux-schnell.loras.ink]
        source = "owner/ink"
        file = "ink.safetensors"
        weight = 0.7
        triggers = ["inky"]
        [mine]
        source = "owner/mine"
        family = "FluxPipeline"
    """
    registry = loaded(tmp_path, toml, cache)
    card = registry.find("flux-schnell")
    assert (card.description, card.steps.default, card.steps.most) == ("ours", 2, 12)
    assert card.licence == "Apache-2.0"
    assert card.loras["ink"].file == "ink.safetensors"
    assert card.model().worn("ink") == Worn("ink", 0.7, ("inky",))
    assert registry.find("owner/mine").slug == registry.find("mine").slug == "mine"


def test_another_source_has_not_the_shipped_revision(tmp_path: Path, cache: Cache) -> None:
    assert loaded(tmp_path, '[flux-schnell]\nsource = "me/copy"', cache).find("flux-schnell").revision == ""


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[flux-schnell]\nstep = 3", "flux-schnell.step: there is no such setting. Did you mean 'steps'?"),
        ("[flux-schnell.steps]\ndefalt = 3", "flux-schnell.steps.defalt: .* Did you mean 'default'"),
        ("[flux-schnell.steps]\ndefault = 300", "flux-schnell.steps: 300 does not lie within 1 and 12"),
        ("[mine]\nfamily = 'FluxPipeline'", r"below \[mine\]: source = .*, or remote = true\.$"),
        ("[flux-schnel.steps]\ndefault = 2", "remote = true. Did you mean 'flux-schnell'"),
        ("[flux-schnell]\nremote = true", "A model has a source, or it is remote"),
        ("[lucid-origin.server]\nurl = 'ftp://x'", r"server.url: 'ftp://x' .* Allowed: an address as https"),
        ("[mine]\nsource = 'a/b'\nreplaces = [{source='x', component='U'}]", "Allowed: .*letters"),
        ("[mine]\nsource = 'a/b'\ndivisor = 0", r"mine.divisor: 0. Allowed: 1 or more"),
        ("[mine]\nsource = 'a/b'\nfolder = '/x'", "'folder' is not to be set"),
        ("[Mine]\nsource = 'a/b'", "Mine.slug: 'Mine' does not have the form"),
        ("mine = 3", "'mine' is no table. Write \\[mine\\]"),
        ("[mine", "is not TOML"),
    ],
)
def test_mistakes_are_told_with_the_file_and_the_field(
    tmp_path: Path, cache: Cache, toml: str, told: str
) -> None:
    with pytest.raises(SettingsError, match=told) as raised:
        loaded(tmp_path, toml, cache)
    assert str(tmp_path / "models.toml") in raised.value.detail


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("fluxschnell", "There is no model 'fluxschnell'. Did you mean 'flux-schnell'?"),
        ("sdxl", "Did you mean 'stable-diffusion'?"),
        ("sdxl-1.0", "Did you mean 'stable-diffusion'?"),
        ("qwen", "Did you mean 'qwen-image"),
        ("flux", "Did you mean 'flux-2-klein-4b'?"),
        ("flux-2-klein", "Did you mean 'flux-2-klein-4b'?"),
        ("./nowhere", "There is no folder ./nowhere"),
        ("what ever", "There is no model 'what ever'"),
        ("", "There is no model ''"),
    ],
)
def test_unknown_names(registry: Registry, name: str, told: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(told)):
        registry.find(name)


def test_a_model_is_found_by_its_hub_id(registry: Registry) -> None:
    assert registry.find("black-forest-labs/FLUX.2-klein-4B").slug == "flux-2-klein-4b"
    other = registry.find("owner/Some_Model-1.0")
    assert (other.slug, other.source, other.commercial) == ("some-model-1-0", "owner/Some_Model-1.0", None)


def test_the_same_name_twice_is_refused(registry: Registry, tmp_path: Path) -> None:
    assert [card.slug for card in registry.chosen(["sd-turbo", "flux-schnell"])] == [
        "sd-turbo",
        "flux-schnell",
    ]
    folder = written(tmp_path / "x" / "sd-turbo", pipeline())
    with pytest.raises(SettingsError, match="Two models are called 'sd-turbo'"):
        registry.chosen(["sd-turbo", str(folder)])


def test_a_folder_tells_of_itself(registry: Registry, tmp_path: Path) -> None:
    folder = written(tmp_path / "Red Fox", pipeline())
    card = registry.find(str(folder))
    assert (card.slug, card.native_area, card.divisor, card.family) == (
        "red-fox",
        512 * 512,
        8,
        "StableDiffusionPipeline",
    )
    assert card.abilities.inpaint and card.negative_prompt
    located = registry.cache.located(card)
    assert located.folder == str(folder)
    assert re.fullmatch("[0-9a-f]{40}", located.model().revision)


def test_a_folder_is_another_when_its_weights_are(registry: Registry, tmp_path: Path) -> None:
    folder = written(tmp_path / "fox", pipeline())
    first = registry.find(str(folder)).revision
    (folder / ".cache").mkdir()
    assert registry.find(str(folder)).revision == first
    (folder / "unet/diffusion_pytorch_model.safetensors").write_bytes(tensors(5000, of="another training"))
    second = registry.find(str(folder)).revision
    (folder / "scheduler/scheduler_config.json").write_text("{}")
    assert len({first, second, registry.find(str(folder)).revision}) == 3


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"unet/diffusion_pytorch_model.safetensors": None}, "unet/*.safetensors is missing"),
        ({"tokenizer/vocab.json": None}, "tokenizer/ is missing"),
        ({"scheduler/scheduler_config.json": None}, "scheduler/ is missing"),
        (
            {"vae/diffusion_pytorch_model.safetensors": tensors(200)[:-1]},
            "vae/diffusion_pytorch_model.safetensors is damaged",
        ),
        (
            {"vae/diffusion_pytorch_model.safetensors": b""},
            "vae/diffusion_pytorch_model.safetensors is damaged",
        ),
        (
            {
                "unet/diffusion_pytorch_model.safetensors": None,
                "unet/diffusion_pytorch_model-00001-of-00002.safetensors": tensors(),
                "unet/diffusion_pytorch_model.safetensors.index.json": b'{"weight_map": {"a": '
                b'"diffusion_pytorch_model-00001-of-00002.safetensors", "b": '
                b'"diffusion_pytorch_model-00002-of-00002.safetensors"}}',
            },
            "unet/diffusion_pytorch_model-00002-of-00002.safetensors is missing",
        ),
    ],
)
def test_a_folder_that_lacks_something_says_what(
    registry: Registry, tmp_path: Path, changes: dict[str, bytes | None], told: str
) -> None:
    card = registry.find(str(written(tmp_path / "fox", pipeline(changes=changes))))
    assert registry.cache.look(card).state is State.PARTIAL
    with pytest.raises(SettingsError, match=re.escape(f"fox cannot be loaded: {told}.")):
        registry.cache.located(card)


def test_a_folder_without_a_pipeline(registry: Registry, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"holds no pipeline: it has no model_index\.json"):
        registry.find(str(tmp_path))
    (tmp_path / "one.safetensors").write_bytes(tensors())
    with pytest.raises(SettingsError, match=r"is a file\. A model is a folder"):
        registry.find(str(tmp_path / "one.safetensors"))


def test_what_other_tools_fetched_is_used(registry: Registry) -> None:
    in_cache(registry.cache, "owner/model", pipeline("FluxPipeline"))
    card = registry.find("owner/model")
    assert (card.family, card.revision, card.divisor) == ("FluxPipeline", "d" * 40, 16)
    assert registry.cache.located(card).model().revision == "d" * 40


def test_a_table_is_filled_up_from_the_models_own_files(tmp_path: Path, cache: Cache) -> None:
    written(tmp_path / "fox", pipeline())
    card = loaded(tmp_path, '[mine]\nsource = "./fox"\nsteps = { default = 8 }', cache).find("mine")
    assert (card.slug, card.steps.default, card.native_area, card.is_local) == ("mine", 8, 512 * 512, True)
    assert card.source == str(tmp_path / "fox")


@pytest.mark.parametrize(
    ("content", "told"), [(None, "is missing"), (tensors()[:-1], "is damaged"), (b"words", "is damaged")]
)
def test_a_lora_that_cannot_be_loaded_is_named_before_anybody_asks_for_it(
    tmp_path: Path, cache: Cache, content: bytes | None, told: str
) -> None:
    written(tmp_path / "fox", pipeline())
    (tmp_path / "loras").mkdir()
    toml = '[mine]\nsource = "./fox"\n[mine.loras.ink]\nsource = "{}"\nfile = "ink.safetensors"'
    registry = loaded(tmp_path, toml.format(tmp_path / "loras"), cache)
    if content is not None:
        (tmp_path / "loras/ink.safetensors").write_bytes(content)
    with pytest.raises(SettingsError, match=rf"'ink' of mine .*ink\.safetensors {told}.*mine\.loras\.ink"):
        registry.cache.located(registry.find("mine"))
    (tmp_path / "loras/ink.safetensors").write_bytes(tensors())
    assert registry.cache.located(registry.find("mine")).loras["ink"].path


LORA_IN = '[mine]\nsource = "./fox"\n[mine.loras.ink]\nsource = "{}"'
FUSED_IN = '[mine]\nsource = "./fox"\nfuses = [{{source = "{}"}}]'


@pytest.mark.parametrize("toml", [LORA_IN, FUSED_IN])
def test_the_only_file_of_a_folder_need_not_be_named(tmp_path: Path, cache: Cache, toml: str) -> None:
    written(tmp_path / "fox", pipeline())
    written(tmp_path / "loras", {"ink.safetensors": tensors(), "notes.txt": b"x"})
    for source in (tmp_path / "loras", tmp_path / "loras/ink.safetensors"):
        card = cache.located(loaded(tmp_path, toml.format(source), cache).find("mine"))
        (path,) = [part.path for part in card.parts[1:]]
        assert path == str(tmp_path / "loras/ink.safetensors")


@pytest.mark.parametrize("toml", [LORA_IN, FUSED_IN])
@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([], "there is no .safetensors file"),
        (
            ["a.safetensors", "b/c.safetensors"],
            'there are 2 .safetensors files; say which, one of: file = "a.safetensors", '
            'file = "b/c.safetensors"',
        ),
    ],
)
def test_which_file_of_a_folder_is_asked_for_by_name(
    tmp_path: Path, cache: Cache, toml: str, files: list[str], told: str
) -> None:
    written(tmp_path / "fox", pipeline())
    written(tmp_path / "loras", dict.fromkeys(files, tensors()) | {"notes.txt": b"x"})
    card = loaded(tmp_path, toml.format(tmp_path / "loras"), cache).find("mine")
    with pytest.raises(SettingsError, match=rf"{re.escape(told)}\. Mend .*models\.toml") as raised:
        cache.located(card)
    assert str(tmp_path / "loras") in raised.value.detail


def test_a_folder_is_never_removed(registry: Registry, tmp_path: Path) -> None:
    folder = written(tmp_path / "fox", pipeline())
    with pytest.raises(SettingsError, match="a folder of your own"):
        registry.cache.remove(registry.find(str(folder)), [])
    assert folder.exists()


def test_a_remote_model_has_no_weights(registry: Registry) -> None:
    card = registry.find("phoenix-1")
    assert registry.cache.look(card).state is State.REMOTE
    assert registry.cache.located(card) == card
    assert card.model().revision == "remote"


def test_cards_travel_as_json(registry: Registry) -> None:
    for card in registry.cards:
        assert Card.model_validate(card.model_dump(mode="json")) == card


def test_the_cache_is_that_of_every_tool() -> None:
    assert cache_root({"HF_HUB_CACHE": "/a", "HF_HOME": "/b"}) == Path("/a")
    assert cache_root({"HF_HOME": "/b"}) == Path("/b/hub")
    assert cache_root({"XDG_CACHE_HOME": "/c"}) == Path("/c/huggingface/hub")
    assert cache_root({}) == Path("~/.cache/huggingface/hub").expanduser()


def test_a_lock_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "models.lock").write_text("[]")
    with pytest.raises(SettingsError, match="is not what we wrote"):
        Lock(tmp_path / "models.lock").revision("a/b")
