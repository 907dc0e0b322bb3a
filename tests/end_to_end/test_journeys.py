"""Whole journeys in a real terminal of 80x24: asking, booking by keyboard and by mouse, losing the power."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from botox_faq.content import Content
from botox_faq.content.wording import Booking
from tests.end_to_end.conftest import Start
from tests.end_to_end.terminal import Terminal

PHONE = "07911 123456"
TICKED = ("Tuesday", "[ ]")
"""What is ticked with the mouse: the day, and the consent."""


def test_a_mistyped_question_is_answered(start: Start) -> None:
    terminal = start()
    terminal.ask("how offen shoud i get botox")  # typed while the program starts
    text = terminal.wait_for("You how offen shoud i get botox", "Answer", "From our article")
    assert "How often should I have Botox?" in text
    assert "3 to 4 months" in text


def test_a_question_the_clinic_did_not_answer_is_said_to_be_one(start: Start, content: Content) -> None:
    terminal = start()
    terminal.ask("do you sell bicycles")
    text = terminal.wait_for(content.wording.conversation.unknown_keep)
    assert "Answer" not in text
    terminal.ask("1")
    assert "do you sell bicycles" in terminal.wait_for("Kept for your assessment")


def test_suggestions_are_taken_with_the_arrow_keys_and_with_the_mouse(start: Start, content: Content) -> None:
    terminal = start()
    terminal.wait_for("F3")
    for take in ("keys", "mouse"):
        terminal.type("how long do the res")
        terminal.wait_for(content.wording.chat.suggestions)
        terminal.wait_until_still()
        suggested = [row.strip() for row in terminal.rows[-9:-4] if row.strip()]
        if take == "keys":
            terminal.press("Down", "Enter")
            terminal.wait_for(f"You {suggested[0]}", "Answer")
        else:
            terminal.click(suggested[1])
            terminal.wait_for(f"You {suggested[1]}", "Answer")


def test_an_urgent_message_has_the_screen_to_itself(start: Start) -> None:
    terminal = start()
    terminal.ask("my throat feels tight since the jabs")
    terminal.press("Enter", "2")
    text = terminal.wait_for("Call 999 now.", "1 It is happening now", "2 I was asking in general")
    assert "Book" not in text
    assert "Answer" not in text


def test_a_booking_by_keyboard_alone_survives_a_kill(start: Start, content: Content, data: Path) -> None:
    words = content.wording.booking
    terminal = start()
    terminal.wait_for("F3")
    terminal.press("F3")
    for title, typed, keys in by_keyboard(words):
        terminal.wait_for(title)
        terminal.type(typed)
        terminal.press(*keys)
    reference = shown_reference(terminal, words)
    os.kill(terminal.process, signal.SIGKILL)
    assert [(one["reference"], one["first_name"]) for one in listed(data)] == [(reference, "Sam")]


def by_keyboard(words: Booking) -> list[tuple[str, str, tuple[str, ...]]]:
    """What each page of the form is called, what is typed there, and which keys go on."""
    return [
        (words.adult_title, "", ("1",)),
        (words.name_title, "Sam", ("Enter",)),
        (words.contact_title, PHONE, ("Enter",)),
        (words.days_title, "", ("Down", "Enter", "0")),
        (words.part_title, "", ("2",)),
        (words.questions_title, "", ("0",)),
        (words.message_title, "", ("1",)),
        (words.summary_title, "", ("7", "0")),
    ]


def test_a_booking_by_mouse_for_everything_but_the_letters(start: Start, content: Content, data: Path) -> None:
    words = content.wording.booking
    terminal = start()
    terminal.wait_for("F3")
    terminal.click("Book an assessment")
    for title, typed, clicks in by_mouse(words):
        terminal.wait_for(title)
        terminal.type(typed)
        if typed:
            terminal.wait_for(typed)
        for text in clicks:
            terminal.click(text)
            if text in TICKED:
                terminal.wait_for("[x]")
            elif text == words.next:
                terminal.wait_until_gone(title)
    reference = shown_reference(terminal, words)
    terminal.click(words.to_questions)
    terminal.wait_for("F3 Book an assessment", reference)
    assert [one["reference"] for one in listed(data)] == [reference]


def by_mouse(words: Booking) -> list[tuple[str, str, tuple[str, ...]]]:
    """What each page of the form is called, what is typed there, and what is clicked."""
    return [
        (words.adult_title, "", (words.answer_yes,)),
        (words.name_title, "Sam", (words.next,)),
        (words.contact_title, PHONE, (words.next,)),
        (words.days_title, "", ("Tuesday", words.next)),
        (words.part_title, "", (words.part_morning,)),
        (words.questions_title, "", (words.next,)),
        (words.message_title, "", (words.message_no,)),
        (words.summary_title, "", ("[ ]", words.send)),
    ]


def shown_reference(terminal: Terminal, words: Booking) -> str:
    """The reference on the screen."""
    text = terminal.wait_for(words.sent_title, words.reference)
    found = re.search(words.reference + r"\s+(\S+)", text)
    assert found
    return found[1]


def listed(data: Path) -> list[dict[str, Any]]:
    """What `botox-faq requests list --json` prints."""
    command = [sys.executable, "-m", "botox_faq", "--data", str(data), "requests", "list", "--json"]
    found: list[dict[str, Any]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found
