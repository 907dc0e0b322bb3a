"""A store in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from botox_faq.store import open_store
from botox_faq.store.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    store = open_store(folder)
    yield store
    store.close()
