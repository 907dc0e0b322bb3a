"""The unit's rules: whatever ends or stops the kiosk, the attract screen is back within five seconds."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from botox_faq.kiosk.pin import hash_pin
from botox_faq.tui.kiosk.watchdog import Watchdog
from tests.end_to_end.terminal import TMUX, Terminal

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "botox-faq-kiosk.service"
UNITS = [UNIT, DEPLOY / "botox-faq-kiosk-touch.service"]
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


def test_the_watchdog_says_to_systemd_what_it_waits_for(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(5)
        kiosk = Watchdog({"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "2000000", "WATCHDOG_PID": "1"})
        assert kiosk.every == 0.5
        for say, state in ((kiosk.ready, b"READY=1"), (kiosk.beat, b"WATCHDOG=1"), (kiosk.stopping, b"STOPPING=1")):
            say()
            assert systemd.recv(100) == state


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_accepts_the_unit(unit: Path, tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not installed")
    for one in UNITS:  # each names the other
        # Only the programs are not where the unit will find them.
        (tmp_path / one.name).write_text(
            re.sub(r"/opt/botox-faq/bin/[\w-]+|/usr/bin/chvt", "/bin/true", one.read_text())
        )
    done = subprocess.run([analyze, "verify", tmp_path / unit.name], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "botox-faq" not in done.stderr, done.stderr


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_finds_the_unit_hardened(unit: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not installed")
    done = subprocess.run(
        [analyze, "security", "--offline=true", "--no-pager", "--threshold=20", unit],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "unrecognized option" in done.stderr:
        pytest.skip("this systemd-analyze can't look at a file")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_the_unit_restarts_all_but_staff_exits_and_is_hardened(unit: Path) -> None:
    lines = unit.read_text().splitlines()
    for line in (
        "Restart=always", "RestartPreventExitStatus=0", "WatchdogSec=2", "NoNewPrivileges=yes", "ProtectSystem=strict",
        "PrivateTmp=yes", "CapabilityBoundingSet=",
    ):  # fmt: skip
        assert line in lines
    assert any(line.startswith("MemoryMax=") for line in lines)


@pytest.mark.parametrize(("ends", "code"), [("exit 0", 0), ("exit 3", 3), ("kill -9 $$", 137), (None, 1)])
def test_the_launchers_exit_code_is_the_kiosks_own(tmp_path: Path, ends: str | None, code: int) -> None:
    """Only a staff exit may end with 0, whatever cage and foot say: 0 is not restarted."""
    text = (DEPLOY / "botox-faq-touch").read_text()
    program = tmp_path / "botox-faq"
    assert "/opt/botox-faq/bin/botox-faq" in text
    launcher = tmp_path / "botox-faq-touch"
    launcher.write_text(text.replace("/opt/botox-faq/bin/botox-faq", str(program)))
    program.write_text(f"#!/bin/sh\n{ends}\n")
    # Stand-ins: cage runs what follows its options and "--", foot what follows its options. Both end with 0.
    (tmp_path / "cage").write_text('#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done; shift; "$@"; exit 0\n')
    runs = 'while [ "${1#-}" != "$1" ]; do shift; done; "$@"; ' if ends else ""  # or foot does not start
    (tmp_path / "foot").write_text(f"#!/bin/sh\n{runs}exit 0\n")
    for path in (program, launcher, tmp_path / "cage", tmp_path / "foot"):
        path.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path)}
    (tmp_path / "ended").write_text("0\n")  # an older run's
    done = subprocess.run([launcher, "kiosk"], env=environment, timeout=30, check=False, stderr=subprocess.DEVNULL)
    assert done.returncode == code


def test_foot_knows_every_line_of_its_file() -> None:
    foot = shutil.which("foot")
    if foot is None:
        pytest.skip("foot is not installed")
    done = subprocess.run(
        [foot, f"--config={DEPLOY / 'foot.ini'}", "--check-config"], capture_output=True, text=True, check=False,
        env={"LANG": "C.UTF-8", "PATH": os.environ["PATH"]},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr, done.stderr
