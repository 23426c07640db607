"""What of versions is the database's doing, on PostgreSQL too: elsewhere it runs on SQLite."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.catalog.conftest import copied
from tests.contracts.postgresql import PostgreSQL
from tests.origin import Origin, running_origin
from tests.test_versions import (
    test_a_failed_reroll_changes_nothing,
    test_a_reroll_changes_every_size_format_and_edit_and_an_undo_brings_all_of_it_back,
    test_an_upload_cannot_be_rerolled,
    test_each_change_is_noted,
    test_mistakes_are_told,
    test_rerolls_at_once_get_numbers_of_their_own,
    test_what_is_said_of_a_picture_is_of_the_version_that_is_shown,
)

__all__ = [
    "test_a_failed_reroll_changes_nothing",
    "test_a_reroll_changes_every_size_format_and_edit_and_an_undo_brings_all_of_it_back",
    "test_an_upload_cannot_be_rerolled",
    "test_each_change_is_noted",
    "test_mistakes_are_told",
    "test_rerolls_at_once_get_numbers_of_their_own",
    "test_what_is_said_of_a_picture_is_of_the_version_that_is_shown",
]


@pytest.fixture
async def origin(server: PostgreSQL, tmp_path: Path) -> AsyncIterator[Origin]:
    async with copied(server, tmp_path) as place, running_origin(tmp_path, catalog=place.url) as running:
        yield running
