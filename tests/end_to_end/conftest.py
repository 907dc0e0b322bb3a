"""The program in a terminal, with folders of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from botox_faq.kiosk.pin import hash_pin
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


@pytest.fixture
def start_kiosk(cache: Path, data: Path, tmp_path: Path) -> Iterator[Start]:
    """Start a kiosk with the PIN 246810; `code` runs in it first, `options` go to the command, `kind` is its TERM."""
    if TMUX is None:
        pytest.skip("tmux is not installed")
    data.mkdir(mode=0o700)
    (data / "kiosk-pin").write_text(hash_pin("246810", bytes(16)))
    with ExitStack() as open_terminals:

        def started(
            code: str = "",
            size: tuple[int, int] = (80, 24),
            options: Sequence[str] = (),
            kind: str = "tmux-256color",
            **env: str,
        ) -> Terminal:
            run = f"{code}\nimport sys; sys.argv[1:] = {['--data', str(data), 'kiosk', *options]!r}\n"
            run += "from botox_faq.cli import main; main()"
            script = tmp_path / "kiosk.py"
            script.write_text(run)
            shell = f"{sys.executable} {script}; echo ended with $?; sleep 100"
            terminal = Terminal(["sh", "-c", shell], size, {"XDG_CACHE_HOME": str(cache), **env}, kind)
            return open_terminals.enter_context(terminal)

        yield started
