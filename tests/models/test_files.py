from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgorigin.models.files import needed
from imgorigin.models.folder import file_fingerprint, fingerprint
from tests.models.folders import tensors

PARTS = ("unet", "text_encoder", "scheduler", "tokenizer", "safety_checker")
REPOSITORY = """
    model_index.json README.md v1-5-pruned.ckpt model.safetensors .gitattributes
    scheduler/scheduler_config.json tokenizer/merges.txt tokenizer/vocab.json tokenizer/chat_template.jinja
    unet/config.json unet/diffusion_pytorch_model.bin unet/diffusion_pytorch_model.safetensors
    unet/diffusion_pytorch_model.fp16.safetensors unet/diffusion_pytorch_model.non_ema.safetensors
    unet/model.onnx unet/diffusion_flax_model.msgpack
    text_encoder/config.json text_encoder/model-00001-of-00002.safetensors
    text_encoder/model-00002-of-00002.safetensors text_encoder/model.safetensors.index.json
    text_encoder/model.fp16-00001-of-00001.safetensors text_encoder/model.safetensors.index.fp16.json
    text_encoder/pytorch_model.bin safety_checker/model.safetensors vae_decoder/model.onnx
""".split()
ALWAYS = {
    "model_index.json",
    "scheduler/scheduler_config.json",
    "tokenizer/merges.txt",
    "tokenizer/vocab.json",
    "tokenizer/chat_template.jinja",
    "unet/config.json",
    "text_encoder/config.json",
}


@pytest.mark.parametrize(
    ("variant", "weights"),
    [
        (
            "",
            {
                "unet/diffusion_pytorch_model.safetensors",
                "text_encoder/model-00001-of-00002.safetensors",
                "text_encoder/model-00002-of-00002.safetensors",
                "text_encoder/model.safetensors.index.json",
            },
        ),
        (
            "fp16",
            {
                "unet/diffusion_pytorch_model.fp16.safetensors",
                "text_encoder/model.fp16-00001-of-00001.safetensors",
                "text_encoder/model.safetensors.index.fp16.json",
            },
        ),
    ],
)
def test_weights_are_taken_once(variant: str, weights: set[str]) -> None:
    assert set(needed(REPOSITORY, PARTS, variant)) == ALWAYS | weights


def test_a_variant_that_a_component_lacks_is_its_plain_weights() -> None:
    paths = [
        "model_index.json",
        "unet/config.json",
        "unet/m.fp16.safetensors",
        "unet/m.safetensors",
        "vae/m.safetensors",
    ]
    chosen = needed(paths, ["unet", "vae"], "fp16")
    assert {"unet/m.fp16.safetensors", "vae/m.safetensors"} < set(chosen)
    assert "unet/m.safetensors" not in chosen


def test_pickles_only_where_there_is_nothing_else() -> None:
    assert needed(["unet/m.bin", "unet/config.json"], ["unet"]) == ["unet/config.json", "unet/m.bin"]


@given(st.lists(st.text("ab./-", min_size=1, max_size=12).filter(lambda path: not path.startswith("/"))))
def test_nothing_is_made_up(paths: list[str]) -> None:
    paths = [path for path in paths if path.strip("/.")]
    assert set(needed(paths, ["a", "b"], "ab")) <= {str(path) for path in map(_posix, paths)}


def _posix(path: str) -> str:
    from pathlib import PurePosixPath

    return str(PurePosixPath(path))


def test_the_same_network_trained_anew_has_another_fingerprint(tmp_path: Path) -> None:
    file = tmp_path / "ink.safetensors"
    seen = set()
    for weights in (tensors(300), tensors(300)[:-1] + b"x"):
        file.write_bytes(weights)
        seen |= {(fingerprint(tmp_path), file_fingerprint(file))}
    (first, second) = seen
    assert first[0] != second[0] and first[1] != second[1]
