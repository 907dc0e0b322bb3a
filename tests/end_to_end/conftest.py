"""The program in a terminal, with folders of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.end_to_end.terminal import TMUX, Terminal

Start = Callable[..., Terminal]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here runs in a terminal."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.terminal)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that the tests share, so that only the first reads the content anew."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The store's folder."""
    return tmp_path / "data"


@pytest.fixture
def start(cache: Path, data: Path) -> Iterator[Start]:
    """Start the chat in a terminal of a size."""
    if TMUX is None:
        pytest.skip("tmux is not installed")
    with ExitStack() as open_terminals:

        def started(size: tuple[int, int] = (80, 24), **env: str) -> Terminal:
            command = [sys.executable, "-m", "botox_faq", "--data", str(data)]
            terminal = Terminal(command, size, {"XDG_CACHE_HOME": str(cache), **env})
            return open_terminals.enter_context(terminal)

        yield started
