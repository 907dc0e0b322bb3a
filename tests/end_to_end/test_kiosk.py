"""The kiosk in a real terminal: nobody gets out, and whatever ends it leaves no word behind."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Start
from tests.end_to_end.terminal import ATTRACT, Terminal

F9 = b"\x1b[20~"


def modes(kiosk: Terminal) -> str:
    """Whether the terminal's other screen and the mouse are taken over: 1 or 0 each."""
    return kiosk._tmux("display-message", "-p", "#{alternate_on} #{mouse_any_flag}").strip()


def program(kiosk: Terminal) -> int:
    """The process id of the kiosk, the only child of the window's shell."""
    return int(Path(f"/proc/{kiosk.process}/task/{kiosk.process}/children").read_text().split()[0])


def test_staff_leave_with_chord_and_pin_and_the_terminal_is_restored(start_kiosk: Start, data: Path) -> None:
    kiosk = start_kiosk()
    kiosk.wait_for(ATTRACT)
    kiosk.press("C-x", "C-e")
    kiosk.wait_for("For staff")
    kiosk.ask("111111")
    kiosk.wait_for("That is not the PIN")
    kiosk.ask("246810")
    kiosk.wait_for("ended with 0")
    assert modes(kiosk) == "0 0"
    assert "left by staff" in (data / "kiosk.log").read_text()


def test_no_key_leaves_and_no_palette_shows(start_kiosk: Start) -> None:
    kiosk = start_kiosk()
    kiosk.wait_for(ATTRACT)
    kiosk.press("Enter")
    kiosk.wait_for("Type your question")
    keys = [bytes([byte]) for byte in range(1, 32)] + [b"\x1b" + bytes([byte]) for byte in range(32, 127)]
    keys += [b"\x1b[%d~" % number for number in range(1, 35) if number != 20]
    keys += [b"\x1b[%d;%d~" % (number, held) for number in range(1, 25) for held in (3, 5, 7)]
    keys += [b"\x1b[%d;%du" % (code, 5) for code in range(97, 123)]
    random.Random(6).shuffle(keys)
    for begin in range(0, len(keys), 20):
        kiosk.send(b"".join(keys[begin : begin + 20]))
        assert "Search for commands" not in kiosk.text
    time.sleep(1)
    kiosk.press("Escape")
    kiosk.send(F9)
    kiosk.wait_for(ATTRACT)
    assert modes(kiosk).startswith("1")


def test_random_bytes_and_forged_answers_of_the_terminal_end_nothing(start_kiosk: Start) -> None:
    chance = random.Random(6)
    kiosk = start_kiosk()
    kiosk.wait_for(ATTRACT)
    kiosk.press("Enter")
    for _ in range(10):
        kiosk.send(chance.randbytes(200))
    kiosk.send(b"\x1b[48;99999;99999;1;1t\x1b[9;9R\x1b[<0;9999;9999M\x1b[<99999999;1;1M\x1b[200~never ends")
    time.sleep(4)  # a paste that never ends is given up after three seconds
    kiosk.press("Escape")
    kiosk.send(F9)
    kiosk.wait_for(ATTRACT)
    kiosk.press("Enter")
    kiosk.wait_for("Type your question")
    kiosk.ask("does it hurt")
    kiosk.wait_for("sting")


def test_variables_of_textual_have_no_effect(start_kiosk: Start, tmp_path: Path) -> None:
    kiosk = start_kiosk(
        TEXTUAL_PRESS="x,y,z",
        TEXTUAL_SCREENSHOT="1",
        TEXTUAL_SCREENSHOT_LOCATION=str(tmp_path),
        TEXTUAL_DRIVER="no:Such",
    )
    kiosk.wait_for(ATTRACT)
    time.sleep(1.5)
    assert ATTRACT in kiosk.text
    assert not list(tmp_path.glob("*.svg"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_good_order(start_kiosk: Start, number: signal.Signals, data: Path) -> None:
    kiosk = start_kiosk()
    kiosk.wait_for(ATTRACT)
    kiosk.press("Enter")
    kiosk.wait_for("Type your question")
    kiosk.ask("my own secret words")
    kiosk.wait_for("secret")
    os.kill(program(kiosk), number)
    kiosk.wait_for(f"ended with {128 + number}")
    assert modes(kiosk) == "0 0"
    assert "secret" not in kiosk.text


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTSTP, signal.SIGQUIT])
def test_signals_of_the_keyboard_do_nothing(start_kiosk: Start, number: signal.Signals) -> None:
    kiosk = start_kiosk()
    kiosk.wait_for(ATTRACT)
    os.kill(program(kiosk), number)
    time.sleep(0.5)
    kiosk.press("Enter")
    kiosk.wait_for("Type your question")


CRASH = """
from botox_faq.conversation.visit import Visit
say = Visit.say
def crash(self, text, now):
    if "crash" in text:
        raise ValueError(text)
    return say(self, text, now)
Visit.say = crash
"""


def test_an_exception_wipes_says_a_kind_line_and_logs_no_word(start_kiosk: Start, data: Path) -> None:
    kiosk = start_kiosk(CRASH)
    kiosk.wait_for(ATTRACT)
    kiosk.press("Enter")
    kiosk.wait_for("Type your question")
    kiosk.ask("my own secret crash")
    kiosk.wait_for("ended with 1")
    assert modes(kiosk) == "0 0"
    assert "Sorry, something went wrong" in kiosk.text
    assert "secret" not in kiosk.text
    log = (data / "kiosk.log").read_text()
    assert "crashed: ValueError at" in log
    assert "secret" not in log
    assert (data / "kiosk.log").stat().st_mode & 0o777 == 0o600


def test_no_visitors_word_is_in_any_file(start_kiosk: Start, data: Path, cache: Path) -> None:
    kiosk = start_kiosk()
    kiosk.wait_for(ATTRACT)
    kiosk.press("Enter")
    kiosk.wait_for("Type your question")
    kiosk.ask("zqsecretzq bicycle wheels")
    kiosk.wait_for("zqsecretzq")
    kiosk.send(F9)
    kiosk.wait_for(ATTRACT)
    files = [path for folder in (data, cache) for path in folder.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"zqsecretzq" in path.read_bytes()]
