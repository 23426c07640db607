"""Suites that every part of a kind passes: every store, every painter."""

import pytest

pytest.register_assert_rewrite("tests.contracts.stores", "tests.contracts.catalog")
