"""What a terminal can send and do to the program."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tests.end_to_end.conftest import Start


def test_bytes_that_are_not_utf_8_are_survived(start: Start) -> None:
    terminal = start()
    terminal.wait_for("F3")
    terminal.send(b"caf\xff\xe9\xc3(")
    terminal.type(" how often")
    terminal.wait_for("how often")
    terminal.press("Enter")
    terminal.wait_for("You caf")


def test_random_bytes_end_nothing(start: Start) -> None:
    chance = random.Random(20)
    terminal = start()
    terminal.wait_for("F3")
    for _ in range(20):
        # Neither Ctrl+Q, which leaves, nor its forms in the keyboard protocols.
        terminal.send(bytes(byte for byte in chance.randbytes(200) if byte not in b"\x11"))
    terminal.send(b"\x1b[201~")
    terminal.press("Escape", "Escape", "C-u")
    assert "F3" in terminal.wait_for("F3")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[red]x[/red]", "[red]x[/red]"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("[/", "[/"),
        ("\x1b[31mred", "[31mred"),
        ("\u202eright to left", "right to left"),
    ],
)
def test_texts_that_want_to_be_more_are_texts(start: Start, text: str, shown: str) -> None:
    terminal = start()
    terminal.wait_for("F3")
    terminal.send(b"\x1b[200~" + text.encode() + b"\x1b[201~")
    terminal.press("Enter")
    terminal.wait_for("You ", shown, "F3")


def test_a_paste_of_100_kb_is_cut(start: Start) -> None:
    terminal = start()
    terminal.wait_for("F3")
    terminal.send(b"\x1b[200~" + b"long " * 200)
    for _ in range(99):
        terminal.send(b"words " * 170)
    terminal.send(b"\x1b[201~")
    terminal.wait_for("Only 1,000 letters fit.")


def left(cache: Path, end: Callable[[pexpect.spawn[bytes]], object]) -> tuple[int | None, bytes]:
    """Ask something secret, bring the program to an end; return its exit code and what it wrote from then on."""
    env = {**os.environ, "XDG_CACHE_HOME": str(cache), "TERM": "xterm-256color"}
    child = pexpect.spawn(sys.executable, ["-m", "botox_faq"], env=env, dimensions=(24, 80), timeout=20)  # type: ignore[arg-type]
    child.expect_exact("F3")
    child.send(b"my secret question")
    child.expect_exact("question")
    end(child)
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, bytes(child.before or b"")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_leaves_the_terminal_sane(cache: Path, asked: signal.Signals) -> None:
    code, written = left(cache, lambda child: child.kill(asked))
    assert code == 128 + asked
    # The chat may be painted once more before the signal is heard; what counts is the terminal it leaves behind.
    assert b"secret" not in written.rpartition(b"\x1b[?1049l")[2]
    for mode in (b"\x1b[?1049l", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[?25h"):
        assert mode in written


def test_ctrl_q_leaves_with_zero(cache: Path) -> None:
    assert left(cache, lambda child: child.send(b"\x11"))[0] == 0


@pytest.mark.parametrize(("term", "no_color"), [("linux", ""), ("xterm-256color", "1"), ("vt100", "1")])
def test_poorer_terminals_show_the_same_words(start: Start, term: str, no_color: str) -> None:
    env = {"TERM": term} | ({"NO_COLOR": no_color} if no_color else {})
    terminal = start(**env)
    terminal.ask("how often should i get it")
    terminal.wait_for("You how often should i get it", "Answer", "F3 Book")


@pytest.mark.parametrize("command", [[], ["kiosk"]])
def test_a_terminal_that_vanishes_ends_the_program(cache: Path, data: Path, command: list[str]) -> None:
    arguments = ["-m", "botox_faq", "--data", str(data), *command]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "TERM": "xterm-256color"}
    child = pexpect.spawn(sys.executable, arguments, env=environment, dimensions=(24, 80), timeout=30)
    child.expect("any key|F3")
    os.kill(child.pid, signal.SIGSTOP)  # so that much is still to be written when nobody reads any more
    for _ in range(60):
        child.send("a")
    os.close(child.child_fd)
    os.kill(child.pid, signal.SIGCONT)
    until = time.monotonic() + 10
    while os.waitpid(child.pid, os.WNOHANG) == (0, 0):
        if time.monotonic() > until:
            os.kill(child.pid, signal.SIGKILL)
            os.waitpid(child.pid, 0)
            pytest.fail("still there ten seconds after its terminal had gone")
        time.sleep(0.05)
