from __future__ import annotations

from typing import Any

import pytest

from imgorigin.errors import SettingsError
from imgorigin.models.devices import sentence


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (
            {"devices": [["cuda:0", "L4", 20 * 10**9, 24 * 10**9]]},
            "torch 2.9: cuda:0 L4, 20.0 of 24.0 GB free",
        ),
        ({"devices": []}, "torch 2.9 sees no GPU: models run on the processor, minutes a picture"),
        ({"devices": [], "cuda": None}, "torch 2.9 was built without CUDA"),
    ],
)
def test_devices_in_a_sentence(found: dict[str, Any], told: str) -> None:
    assert sentence({"missing": [], "version": "2.9", "cuda": "13"} | found).startswith(told)


def test_what_is_not_installed_is_named_with_the_command() -> None:
    with pytest.raises(
        SettingsError, match=r"need torch, peft, not installed here: pip install -c .* '\.\[diffusers\]'"
    ):
        sentence({"missing": ["torch", "peft"], "devices": []})
