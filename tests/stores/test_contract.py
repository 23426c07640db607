"""Every store, alone and in tiers, against the one contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from imgorigin.stores.base import Store
from imgorigin.stores.disk import DiskStore
from imgorigin.stores.memory import MemoryStore
from imgorigin.stores.s3 import S3Store
from imgorigin.stores.tiered import TieredStore
from tests.contracts.stores import LastingContract, StoreContract

ENOUGH = 500_000_000


class TestMemory(StoreContract):
    @pytest.fixture
    def store(self) -> Store:
        return MemoryStore(ENOUGH)


class TestDisk(LastingContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Store:
        return DiskStore(tmp_path)


class TestS3(LastingContract):
    @pytest.fixture
    def store(self, s3: S3Store) -> Store:
        return s3


class TestMemoryAndDisk(LastingContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Store:
        return TieredStore(MemoryStore(ENOUGH), DiskStore(tmp_path))


class TestAllTiers(LastingContract):
    @pytest.fixture
    def store(self, tmp_path: Path, s3: S3Store) -> Store:
        return TieredStore(MemoryStore(ENOUGH), DiskStore(tmp_path), s3)
