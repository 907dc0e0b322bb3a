"""Typing: suggestions, long texts, and texts that want to be more than text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import events

from botox_faq.content import LONGEST_MESSAGE
from botox_faq.tui.ask import SUGGEST_AFTER
from tests.tui.conftest import Open, Window
from tests.tui.fake import RELATED, STARTERS, FakeAssistant, FakeVisit


async def suggested(window: Window, typed: str) -> tuple[str, ...]:
    """Type, wait for the pause after which questions are suggested, and return them."""
    await window.type(typed)
    await window.pilot.pause(SUGGEST_AFTER * 2)
    await window.settle()
    return window.chat.ask.suggestions.questions


async def test_questions_that_fit_appear_under_the_prompt(open_chat: Open, fake: FakeAssistant) -> None:
    async with open_chat() as window:
        assert await suggested(window, "how") == (STARTERS[0], RELATED[0].question)
        prompt = next(number for number, row in enumerate(window.rows) if row.strip().startswith(">"))
        assert STARTERS[0] in "\n".join(window.rows[prompt:])
        assert fake.content.wording.chat.suggestions in window.rows[-1]


async def test_arrows_and_enter_take_a_suggestion(open_chat: Open, visit: Callable[[], FakeVisit]) -> None:
    async with open_chat() as window:
        await suggested(window, "how")
        await window.press("down", "down", "enter")
        assert visit().said == [RELATED[0].question]
        assert not window.chat.ask.suggestions.questions
        assert window.chat.ask.prompt.text == ""


async def test_enter_sends_what_was_typed_while_no_suggestion_is_marked(
    open_chat: Open, visit: Callable[[], FakeVisit]
) -> None:
    async with open_chat() as window:
        await suggested(window, "how")
        await window.press("down", "up", "enter")
        assert visit().said == ["how"]


async def test_tab_takes_the_first_suggestion(open_chat: Open, visit: Callable[[], FakeVisit]) -> None:
    async with open_chat() as window:
        await suggested(window, "how")
        await window.press("tab")
        assert visit().said == [STARTERS[0]]


async def test_a_click_takes_a_suggestion(open_chat: Open, visit: Callable[[], FakeVisit]) -> None:
    async with open_chat() as window:
        await suggested(window, "long")
        await window.click_text(RELATED[0].question)
        assert visit().said == [RELATED[0].question]


async def test_a_digit_is_typed_and_takes_nothing(open_chat: Open, visit: Callable[[], FakeVisit]) -> None:
    async with open_chat() as window:
        await suggested(window, "how")
        await window.type("2")
        assert window.chat.ask.prompt.text == "how2"
        assert not visit().said


async def test_escape_puts_the_suggestions_away(open_chat: Open) -> None:
    async with open_chat() as window:
        await suggested(window, "how")
        await window.press("escape")
        assert not window.chat.ask.suggestions.questions
        assert window.chat.ask.prompt.text == "how"


async def test_what_was_typed_can_be_sent_with_the_mouse(open_chat: Open, visit: Callable[[], FakeVisit]) -> None:
    async with open_chat() as window:
        await window.type("hello")
        await window.settle()
        await window.click_text("Enter")
        assert visit().said == ["hello"]


async def test_a_long_question_grows_to_three_rows_and_no_further(open_chat: Open) -> None:
    async with open_chat() as window:
        window.chat.ask.prompt.insert("wrinkles " * 12)
        await window.settle()
        assert window.chat.ask.prompt.size.height == 2
        window.chat.ask.prompt.insert("wrinkles " * 40)
        await window.settle()
        assert window.chat.ask.prompt.size.height == 3


async def paste(window: Window, text: str) -> None:
    """Paste a text as the terminal does."""
    window.app.post_message(events.Paste(text))
    await window.settle()


@pytest.mark.parametrize("size", [LONGEST_MESSAGE + 1, 100_000])
async def test_a_paste_that_is_too_long_is_cut_and_the_visitor_told(
    open_chat: Open, fake: FakeAssistant, size: int
) -> None:
    async with open_chat() as window:
        await paste(window, "x" * size)
        assert len(window.chat.ask.prompt.text) == LONGEST_MESSAGE
        assert fake.content.wording.chat.full in window.rows[-1]
        await window.type("y")
        assert len(window.chat.ask.prompt.text) == LONGEST_MESSAGE


async def test_a_paste_of_several_lines_becomes_one(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.type("so ")
        await paste(window, "how often\r\nshould I\thave it")
        assert window.chat.ask.prompt.text == "so how often should I have it"


@pytest.mark.parametrize(
    "text",
    [
        "[red]x[/red]",
        "[@click=app.quit]x[/]",
        "[/",
        "[link='x]y",
        '[/"',
        "**bold** `code` <b>html</b>",
        "{clinic} $phone %s",
    ],
)
async def test_markup_is_shown_as_it_was_typed(open_chat: Open, text: str) -> None:
    async with open_chat() as window:
        await window.ask(text)
        assert f"You      {text}" in window.text
        await window.click_text(text)
        assert window.app.is_running


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred\x1b[0m", "a[31mred[0m"),
        ("\x1b]0;title\x07x", "]0;titlex"),
        ("\x9b31mx", "31mx"),
        ("abc\u202edef", "abcdef"),
        ("tab\tand\x00null", "tab andnull"),
    ],
)
async def test_codes_that_command_a_terminal_are_dropped(open_chat: Open, text: str, shown: str) -> None:
    async with open_chat() as window:
        await window.chat.say(text)
        await window.settle()
        assert f"You      {shown}" in window.text
        assert not set(window.app.export_screenshot()) & set("\x1b\x07\x9b\u202e\x00")
        await paste(window, text)
        assert window.chat.ask.prompt.text == shown
