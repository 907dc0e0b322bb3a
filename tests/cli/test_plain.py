"""The conversation line by line, as a program at the other end of a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def talk(tmp_path: Path, *lines: str) -> str:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    done = subprocess.run(
        [sys.executable, "-m", "botox_faq"], input="\n".join(lines) + "\n", capture_output=True, text=True,
        env=environment, timeout=60, encoding="utf-8",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_without_a_terminal_the_chat_is_plain(tmp_path: Path) -> None:
    out = talk(tmp_path, "how offen shud i get it", "quit")
    assert "Answer: The usual advice is" in out
    assert "Source: From our article" in out
    assert "\x1b" not in out


def test_a_number_chooses(tmp_path: Path) -> None:
    out = talk(tmp_path, "is it permanent", "1")
    assert out.count("Answer:") == 3


def test_an_urgent_message_is_unmistakable_and_offers_no_booking(tmp_path: Path) -> None:
    out = talk(tmp_path, "i cant swallow since my botox")
    urgent = out[out.index("URGENT:") :]
    assert "999" in urgent
    assert "ook" not in urgent.split("You:")[0]


def test_a_question_told_to_the_clinic_is_kept_without_a_name(tmp_path: Path) -> None:
    out = talk(tmp_path, "do you sell tandem bicycles", "2")
    assert "The clinic can see that someone asked this" in out


def test_a_question_told_to_the_clinic_loses_its_phone_number(tmp_path: Path) -> None:
    talk(tmp_path, "do you sell tandem bicycles ring me on 07700 900123", "2")
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*.db*"))
    assert b"tandem bicycles" in kept
    assert b"900123" not in kept


def test_what_cannot_be_kept_is_not_acknowledged(tmp_path: Path) -> None:
    (tmp_path / ".local").write_text("no folder", encoding="utf-8")
    out = talk(tmp_path, "do you sell tandem bicycles", "2")
    assert "could not pass that on" in out
    assert "The clinic can see" not in out


def test_booking_stays_closed_for_somebody_under_18(tmp_path: Path) -> None:
    out = talk(tmp_path, "book", "2", "1", "book", "is it permanent")
    assert out.count("We can only see people of 18 or over") == 2


def test_an_urgent_word_in_the_form_gets_the_urgent_reply(tmp_path: Path) -> None:
    out = talk(tmp_path, "book", "1", "my throat is closing up since my jabs")
    assert "URGENT: Call 999 now." in out


def test_the_form_takes_an_option_by_its_label(tmp_path: Path) -> None:
    assert "We can only see people of 18 or over" in talk(tmp_path, "book", "No")
