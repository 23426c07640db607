"""What goes wrong on the device: memory, numbers, pictures of nothing, a bad one among good ones."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from imgorigin.errors import OutOfMemory, PaintFailed
from imgorigin.painters.diffusers.engine import Engine
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import bench, difference, job, outcomes, painted, photo


def pipe_of(of: Engine, name: str) -> Any:
    with of.pool.model(name) as model:
        return model.pipe


def full_above(module: Any, limit: int, method: str = "forward") -> list[int]:
    """Make a module run out of memory for batches above `limit`. Tells the batches that it was asked for."""
    usual, seen = getattr(module, method), []

    def called(*given: Any, **named: Any) -> Any:
        seen.append(len(given[0] if given else named["hidden_states"]))
        if seen[-1] > limit:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB.")
        return usual(*given, **named)

    setattr(module, method, called)
    return seen


def test_a_batch_too_large_is_halved(tiny: Tiny) -> None:
    jobs = [job("sd", seed=seed) for seed in range(5)]
    expected = painted(bench(tiny("sd")), *jobs)
    of = bench(tiny("sd"))
    seen = full_above(pipe_of(of, "sd").unet, 4)  # two pictures: each is guided by two
    done = painted(of, *jobs)
    assert all(difference(one, other) <= 1 for one, other in zip(expected, done, strict=True))
    assert seen[0] == 10
    assert max(seen[1:]) == 6
    seen.clear()
    painted(of, *jobs)
    assert max(seen) == 4  # and is remembered: three were tried, and were too many


def test_one_too_large_is_decoded_in_tiles(tiny: Tiny) -> None:
    of = bench(tiny("sd"))
    vae, asked = pipe_of(of, "sd").vae, []
    usual = vae.decode

    def decode(*given: Any, **named: Any) -> Any:
        asked.append(vae.use_tiling)
        if not vae.use_tiling:
            raise torch.OutOfMemoryError
        return usual(*given, **named)

    vae.decode = decode
    painted(of, job("sd"))
    assert asked == [False, True]
    assert not vae.use_tiling


def test_one_too_large_even_so_is_refused_and_the_next_is_painted(tiny: Tiny) -> None:
    of = bench(tiny("flux"))
    (before,) = painted(of, job("flux"))
    transformer = pipe_of(of, "flux").transformer
    usual = transformer.forward
    full_above(transformer, 0)
    (error,) = outcomes(of, job("flux"))
    assert isinstance(error, OutOfMemory)
    transformer.forward = usual
    (after,) = painted(of, job("flux"))
    assert before.data == after.data


def test_memory_that_only_words_say_is_out_is_known_too(tiny: Tiny) -> None:
    of = bench(tiny("sana"))
    pipe = pipe_of(of, "sana")

    def decode(*given: Any, **named: Any) -> Any:
        raise RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate")

    pipe.vae.decode = decode
    assert isinstance(outcomes(of, job("sana"))[0], OutOfMemory)


def test_a_pipeline_that_swallows_it_is_known_too(tiny: Tiny) -> None:
    """Sana warns of memory that is out, and then has no picture."""
    of = bench(tiny("sana"))
    pipe = pipe_of(of, "sana")
    full_above(pipe.vae, 0, "decode")
    with pytest.warns(UserWarning, match="VAE tiling"):
        (error,) = outcomes(of, job("sana"))
    assert isinstance(error, OutOfMemory)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_damaged_weight_gives_an_error_and_no_black_picture(tiny: Tiny, value: float) -> None:
    of = bench(tiny("sd"))
    with torch.no_grad():
        pipe_of(of, "sd").unet.conv_out.bias.fill_(value)
    (error,) = outcomes(of, job("sd"))
    assert isinstance(error, PaintFailed)
    assert "finite" in error.detail


def test_a_damaged_decoder_is_seen_too(tiny: Tiny) -> None:
    of = bench(tiny("flux"))
    with torch.no_grad():
        pipe_of(of, "flux").vae.decoder.conv_out.bias[0] = float("nan")
    assert isinstance(outcomes(of, job("flux"))[0], PaintFailed)


def test_a_picture_of_one_colour_is_none(tiny: Tiny) -> None:
    of = bench(tiny("sd"))
    decoder = pipe_of(of, "sd").vae.decoder
    with torch.no_grad():
        decoder.conv_out.weight.zero_()
        decoder.conv_out.bias.fill_(-9.0)
    (error,) = outcomes(of, job("sd"))
    assert isinstance(error, PaintFailed)
    assert "one colour" in error.detail


def test_what_half_precision_spoils_is_painted_in_full(tiny: Tiny) -> None:
    of = bench(tiny("sd"), dtype="bfloat16")
    pipe = pipe_of(of, "sd")
    usual, kinds = pipe.vae.decode, []

    def decode(latents: Any, *given: Any, **named: Any) -> Any:
        kinds.append(latents.dtype)
        done = usual(latents, *given, **named)
        if latents.dtype == torch.bfloat16:
            done[0][1] *= float("nan")  # the second of three
        return done

    (expected,) = painted(bench(tiny("sd")), job("sd", seed=2))
    pipe.vae.decode = decode
    jobs = [job("sd", seed=seed) for seed in (1, 2, 3)]
    done = painted(of, *jobs)
    assert kinds == [torch.bfloat16, torch.float32]
    assert difference(done[1], expected) <= 12  # its weights were read in half precision
    assert {weight.dtype for weight in pipe.unet.parameters()} == {torch.bfloat16}
    pipe.vae.decode = usual
    assert difference(painted(of, jobs[0])[0], done[0]) <= 12


def test_one_that_fails_does_not_fail_the_others(tiny: Tiny) -> None:
    of = bench(tiny("sd"))
    pipe = pipe_of(of, "sd")
    usual = pipe.tokenizer.__class__.__call__

    def tokenized(self: Any, text: Any, *given: Any, **named: Any) -> Any:
        if any("poison" in one for one in text):
            raise ValueError("a word that breaks the tokenizer\nand a second line")
        return usual(self, text, *given, **named)

    kind = type("Tokenizer", (pipe.tokenizer.__class__,), {"__call__": tokenized})
    pipe.tokenizer.__class__ = kind
    jobs = [job("sd", text) for text in ("a fox", "a boat", "poison", "a house")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("imgorigin.painters.diffusers.engine.cut_words", lambda *given: "")
        done = outcomes(of, *jobs)
    assert [isinstance(one, PaintFailed) for one in done] == [False, False, True, False]
    assert "a word that breaks the tokenizer." in str(done[2])


def test_a_flat_picture_painted_over_is_a_picture(tiny: Tiny) -> None:
    of = bench(tiny("sd"))
    decoder = pipe_of(of, "sd").vae.decoder
    with torch.no_grad():
        decoder.conv_out.weight.zero_()
    painted(of, job("sd", "a fox", photo(), strength=0.5))


def test_with_a_lost_device_the_process_ends(tiny: Tiny) -> None:
    """Every later call would fail too; whoever keeps the process starts another."""
    of = bench(tiny("sd"))

    def forward(*given: Any, **named: Any) -> Any:
        raise torch.AcceleratorError("CUDA error: an illegal memory access was encountered")

    pipe_of(of, "sd").unet.forward = forward
    with pytest.raises(SystemExit, match="The device is lost"):
        outcomes(of, job("sd"))
