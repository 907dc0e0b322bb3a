"""The unit's rules: whatever ends or stops the kiosk, the attract screen is back within five seconds."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from botox_faq.kiosk.pin import hash_pin
from tests.end_to_end.terminal import TMUX, Terminal

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "deploy" / "botox-faq-kiosk.service"
ATTRACT = "Questions about lines and wrinkles?"
SOON = 5.0


@pytest.fixture
def supervised(cache: Path, data: Path) -> Iterator[Terminal]:
    """A kiosk under a supervisor that stands in for systemd, at its attract screen."""
    if TMUX is None:
        pytest.skip("tmux is not installed")
    data.mkdir(mode=0o700)
    (data / "kiosk-pin").write_text(hash_pin("246810", bytes(16)))
    supervisor = Path(__file__).with_name("supervisor.py")
    kiosk = [sys.executable, "-m", "botox_faq", "--data", str(data), "kiosk"]
    with Terminal([sys.executable, str(supervisor), str(UNIT), *kiosk], env={"XDG_CACHE_HOME": str(cache)}) as terminal:
        terminal.wait_for(ATTRACT)
        time.sleep(0.5)
        yield terminal


def kiosk_of(supervisor: int) -> int:
    """The process id of the supervisor's only child."""
    return int(Path(f"/proc/{supervisor}/task/{supervisor}/children").read_text().split()[0])


@pytest.mark.parametrize("ends", ["SIGKILL", "SIGSEGV", "SIGTERM", "SIGHUP", "SIGSTOP"])
def test_back_within_five_seconds(supervised: Terminal, data: Path, ends: str) -> None:
    supervised.press("Enter")
    supervised.wait_for("Type your question")
    supervised.ask("my own secret words")
    supervised.wait_for("secret")
    first = kiosk_of(supervised.process)
    begun = time.monotonic()
    os.kill(first, getattr(signal, ends))  # stopped, its event loop stands still and the watchdog bites
    supervised.wait_for(ATTRACT)
    assert time.monotonic() - begun < SOON
    assert kiosk_of(supervised.process) != first
    assert "secret" not in supervised.text
    supervised.press("Enter")
    supervised.wait_for("Type your question")
    assert "secret" not in (data / "kiosk.log").read_text()


def test_a_staff_exit_is_not_restarted(supervised: Terminal) -> None:
    supervised.press("C-x", "C-e")
    supervised.wait_for("For staff")
    supervised.ask("246810")
    time.sleep(2.5)
    assert ATTRACT not in supervised.text


def test_systemd_accepts_the_unit(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not installed")
    unit = tmp_path / UNIT.name
    # Only the program is not where the unit will find it.
    unit.write_text(UNIT.read_text().replace("/opt/botox-faq/bin/botox-faq", "/bin/true"))
    done = subprocess.run([analyze, "verify", str(unit)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert UNIT.name not in done.stderr, done.stderr


def test_the_unit_restarts_all_but_staff_exits_and_is_hardened() -> None:
    unit = UNIT.read_text().splitlines()
    for line in (
        "Restart=always", "RestartPreventExitStatus=0", "NoNewPrivileges=yes", "ProtectSystem=strict", "PrivateTmp=yes",
    ):  # fmt: skip
        assert line in unit
    assert any(line.startswith("MemoryMax=") for line in unit)
