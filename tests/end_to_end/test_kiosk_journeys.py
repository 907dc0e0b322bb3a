"""Whole visits for every body, in a real terminal: by digits alone, by touch alone, in every look, without colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from botox_faq.store import open_store
from tests.end_to_end.conftest import Start
from tests.end_to_end.terminal import ATTRACT, Terminal, key_on
from tests.large_print import read_large

SIZES = [(80, 24), (120, 40)]
LOOKS = {"plain": "", "high contrast": "*", "bigger buttons": "/", "bigger text": "+", "both": "+/"}
PHONE = "02079460999"


def seen(kiosk: Terminal) -> str:
    """What is to be read, in letters of any size. The last columns are the scrollbar's."""
    rows = kiosk.rows
    width = max(map(len, rows)) - 2
    return f"{' '.join(' '.join(rows).split())} {read_large([row[:width] for row in rows])}"


def wait(kiosk: Terminal, *texts: str) -> None:
    """Wait until these texts are there, in letters of any size."""
    kiosk.wait_until(lambda _: all(text in seen(kiosk) for text in texts), " and ".join(texts))


def requests(data: Path) -> list[tuple[str, str]]:
    """Names and contacts of the requests that were left."""
    store = open_store(data)
    try:
        return [(one.first_name, one.contact.value) for one in store.all()]
    finally:
        store.close()


def by_digits(kiosk: Terminal, look: str = "") -> None:
    """A whole visit on a keypad: an answer, to its end, and a request with a phone number."""
    wait(kiosk, ATTRACT)
    for key in look:
        kiosk.type(key)
    kiosk.type("5")
    kiosk.wait_for("Type your question")
    kiosk.ask("1")
    kiosk.wait_for("You", "Answer")
    kiosk.ask("91")
    wait(kiosk, "send what you")
    kiosk.type("0")
    kiosk.wait_until(lambda _: "send what you" not in seen(kiosk), "the help closed")
    kiosk.ask("93")
    wait(kiosk, "18 or over?")
    kiosk.type("1")
    wait(kiosk, "What is your first")
    kiosk.ask("9")
    wait(kiosk, "18 or over?")
    kiosk.type("1")
    wait(kiosk, "What is your first")
    kiosk.press("Enter")
    wait(kiosk, "How can we reach")
    kiosk.ask(PHONE)
    for title, digit in (
        ("Which days suit you?", "0"),
        ("What time of day suits you?", "1"),
        ("Questions to bring", "0"),
        ("If you can't pick up", "1"),
        ("Is this right?", "7"),
    ):
        wait(kiosk, title)
        kiosk.type(digit)
    kiosk.type("0")
    wait(kiosk, "Reception has your request")
    kiosk.type("1")
    kiosk.wait_for("Type your question")
    kiosk.ask("99")
    wait(kiosk, ATTRACT)


@pytest.mark.parametrize("size", SIZES)
def test_a_request_by_digits_alone_in_every_look(start_kiosk: Start, size: tuple[int, int], data: Path) -> None:
    kiosk = start_kiosk(size=size)
    for look in LOOKS.values():
        by_digits(kiosk, look)
    assert [name for name, _ in requests(data)] == [""] * len(LOOKS)
    assert all(contact.endswith(PHONE[1:]) for _, contact in requests(data))


@pytest.mark.parametrize("size", SIZES)
def test_the_bare_console_shows_only_what_its_fonts_have(start_kiosk: Start, size: tuple[int, int]) -> None:
    kiosk = start_kiosk(size=size, options=["--console"], kind="linux", LANG="C.UTF-8")
    for look in ("", "+/"):
        by_digits(kiosk, look)
        assert set(kiosk.text) <= {*map(chr, range(256)), *"▀▄█▌▐"}


def test_nothing_is_told_by_colour_alone(start_kiosk: Start) -> None:
    kiosk = start_kiosk(NO_COLOR="1")
    by_digits(kiosk)
    kiosk.type("5")
    kiosk.wait_for("Type your question")
    kiosk.ask("i am nervous, what if i feel faint now")
    kiosk.wait_for("You", "Answer")
    colours = re.findall(r"[34]8;2;(\d+);(\d+);(\d+)", kiosk.painted)
    assert all(max(map(int, one)) - min(map(int, one)) <= 2 for one in colours)


# --- by touch alone ---


def touch_keys(kiosk: Terminal, text: str) -> None:
    """Touch one key on the screen after the other, and see what it wrote."""
    for number, letter in enumerate(text, 1):
        if letter == " ":
            kiosk.click("space")
            continue
        column, row = key_on(kiosk.rows, letter)
        kiosk.click_at(column + 1, row + 1)
        kiosk.wait_for(text[:number])


def look_for(kiosk: Terminal, text: str, more: str) -> None:
    """Read on until a text is in sight."""
    for _ in range(20):
        kiosk.wait_until_still()
        if text in kiosk.text:
            return
        kiosk.click(more)
    raise AssertionError(f"{text} is nowhere\n" + "\n".join(kiosk.rows))


@pytest.mark.parametrize("size", SIZES)
def test_a_question_and_a_request_by_touch_alone(start_kiosk: Start, size: tuple[int, int], data: Path) -> None:
    kiosk = start_kiosk(size=size)
    kiosk.click("Bigger buttons")
    kiosk.click("touch the screen")
    kiosk.wait_for("Type your question")
    kiosk.wait_until_still()  # while the greeting comes in, what is to be clicked moves
    kiosk.click("Keys")  # the lower of the two
    kiosk.wait_for("send")
    touch_keys(kiosk, "how often")
    kiosk.click("send")
    kiosk.wait_for("You how often", "Answer")
    look_for(kiosk, "Not what I meant", "98 Down")
    kiosk.click("Book an")
    kiosk.wait_for("18 or over")
    kiosk.click("Yes")
    kiosk.wait_for("first name", "space")
    touch_keys(kiosk, "anna")
    kiosk.click("send")
    kiosk.wait_for("How can we reach you?")
    kiosk.click("123 abc")
    kiosk.wait_for("1 2 3 4 5")
    touch_keys(kiosk, PHONE)
    kiosk.click("Next")
    for title, way in (("Which days", "0 Next"), ("What time of day", "Any time"), ("Questions to bring", "0 Next")):
        kiosk.wait_for(title)
        kiosk.click(way)
    kiosk.wait_for("If you can't pick up")
    kiosk.click("No, just try again")
    kiosk.wait_for("Is this right?")
    look_for(kiosk, "You may keep these details", "8 More")
    kiosk.click("You may keep these details")
    look_for(kiosk, "Send to reception", "8 More")
    kiosk.click("Send to reception")
    kiosk.wait_for("Reception has your request")
    kiosk.click("I'm done")
    kiosk.wait_for(ATTRACT)
    assert [name for name, _ in requests(data)] == ["anna"]
