"""LoRA adapters: set for each batch, taken back without a trace, refused where they do not belong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imgorigin.errors import ImgoriginError, InvalidRequest, PaintFailed, Unsupported
from tests.painters.diffusers.conftest import Tiny
from tests.painters.diffusers.helpers import bench, difference, job, outcomes, painted, photo
from tests.painters.diffusers.loras import save_lora


def with_loras(*files: Path) -> dict[str, Any]:
    return {"loras": {file.stem: {"path": str(file.parent), "file": file.name} for file in files}}


@pytest.mark.parametrize("name", ["sd", "sdxl", "flux", "klein", "zimage", "qwen"])
def test_a_lora_changes_the_picture_and_leaves_no_trace(tiny: Tiny, tmp_path: Path, name: str) -> None:
    file = save_lora(name, tmp_path)
    of = bench(tiny(name), card=with_loras(file))
    (before,) = painted(of, job(name))
    (styled,) = painted(of, job(name, lora=file.stem))
    (half,) = painted(of, job(name, lora=file.stem, lora_weight=0.5))
    (none,) = painted(of, job(name, lora=file.stem, lora_weight=0.0))
    (after,) = painted(of, job(name))
    assert len({before.data, styled.data, half.data}) == 3
    assert before.data == none.data == after.data


def test_its_triggers_are_read_behind_the_prompt(tiny: Tiny, tmp_path: Path) -> None:
    file = save_lora("sd", tmp_path)
    of = bench(tiny("sd"), card=with_loras(file))
    (plain,) = painted(of, job("sd", "a fox", lora=file.stem))
    (called,) = painted(of, job("sd", "a fox", lora=file.stem, triggers="ink wash"))
    (written,) = painted(of, job("sd", "a fox, ink wash", lora=file.stem))
    assert called.data == written.data != plain.data


def test_jobs_with_and_without_one_can_come_in_one_batch(tiny: Tiny, tmp_path: Path) -> None:
    files = save_lora("sd", tmp_path, 1), save_lora("sd", tmp_path, 2)
    of = bench(tiny("sd"), card=with_loras(*files))
    jobs = job("sd"), job("sd", lora=files[0].stem), job("sd", lora=files[1].stem), job("sd")
    plain, one, other, again = painted(of, *jobs)
    assert difference(plain, one) > 1
    assert difference(one, other) > 1
    assert difference(plain, again) <= 1


def test_it_reaches_the_pipelines_of_other_tasks_and_leaves_them_again(tiny: Tiny, tmp_path: Path) -> None:
    file = save_lora("sd", tmp_path)
    of = bench(tiny("sd"), card=with_loras(file))
    over: dict[str, Any] = {"strength": 0.9}
    (before,) = painted(of, job("sd", "a fox", photo(), **over))
    painted(of, job("sd", lora=file.stem))
    (after,) = painted(of, job("sd", "a fox", photo(), **over))
    (styled,) = painted(of, job("sd", "a fox", photo(), lora=file.stem, **over))
    assert before.data == after.data
    assert difference(before, styled) > 1


def refused(of: Any, name: str, lora: str, **more: Any) -> ImgoriginError:
    """What a job with the LoRA fails with; one without it, of the same batch, is painted."""
    error, painting = outcomes(of, job(name, lora=lora, **more), job(name))
    assert isinstance(error, ImgoriginError)
    assert not isinstance(painting, Exception)
    return error


@pytest.mark.parametrize(
    ("name", "other"), [("sd", "sdxl"), ("sd", "flux"), ("flux", "sd"), ("zimage", "klein")]
)
def test_one_of_another_family_is_refused(tiny: Tiny, tmp_path: Path, name: str, other: str) -> None:
    file = save_lora(other, tmp_path)
    of = bench(tiny(name), card=with_loras(file))
    (before,) = painted(of, job(name))
    error = refused(of, name, file.stem)
    assert isinstance(error, Unsupported)
    assert "another family" in error.detail
    (after,) = painted(of, job(name))
    assert before.data == after.data


def test_broken_files_and_unknown_names_are_refused(tiny: Tiny, tmp_path: Path) -> None:
    whole, broken = save_lora("sd", tmp_path), tmp_path / "broken.safetensors"
    broken.write_bytes(whole.read_bytes()[:200])
    of = bench(tiny("sd"), card=with_loras(whole, broken, tmp_path / "gone.safetensors"))
    assert isinstance(damaged := refused(of, "sd", "broken"), PaintFailed)
    assert "missing" in (gone := refused(of, "sd", "gone")).detail
    assert str(tmp_path) not in damaged.detail + gone.detail
    unknown = refused(of, "sd", "nobody")
    assert isinstance(unknown, Unsupported)
    assert "sd-1" in unknown.detail
    assert isinstance(refused(of, "sd", whole.stem, lora_weight=float("nan")), InvalidRequest)
