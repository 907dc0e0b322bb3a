"""What a visitor sees and does in the chat."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from botox_faq.content import ContentError, Problem
from botox_faq.store import open_store
from botox_faq.tui.transcript import KEPT
from tests.tui.conftest import Open
from tests.tui.fake import ANSWER, RELATED, STARTERS, FakeAssistant, FakeVisit


async def test_the_start_shows_the_clinic_questions_to_begin_with_and_a_prompt_that_has_the_focus(
    open_chat: Open, fake: FakeAssistant
) -> None:
    async with open_chat() as window:
        assert fake.content.clinic.name in window.rows[0]
        assert all(starter in window.text for starter in STARTERS)
        assert "F3 Book an assessment" in window.rows[0]
        assert window.rows[-1].strip().startswith("Unwell after treatment?")
        assert window.app.focused is window.chat.ask.prompt


async def test_keys_typed_while_it_loads_are_kept(open_chat: Open, fake: FakeAssistant) -> None:
    gate = threading.Event()

    def load() -> FakeAssistant:
        gate.wait(10)
        return fake

    async with open_chat(load=load, ready=False) as window:
        await window.pilot.pause()
        assert window.rows[-3].strip().startswith(">")
        await window.type("how of")
        gate.set()
        await window.settle()
        await window.type("ten")
        assert window.chat.ask.prompt.text == "how often"


async def test_a_question_sent_while_it_loads_is_answered_once_it_is_there(
    open_chat: Open, fake: FakeAssistant
) -> None:
    gate = threading.Event()

    def load() -> FakeAssistant:
        gate.wait(10)
        return fake

    async with open_chat(load=load, ready=False) as window:
        await window.pilot.pause()
        await window.type("how often")
        await window.pilot.press("enter")
        await window.pilot.pause()
        assert "how often" in window.text
        assert ANSWER[:30] not in window.prose
        gate.set()
        await window.settle()
        assert ANSWER in window.prose


async def test_content_that_cannot_be_read_ends_the_chat_with_its_problems(open_chat: Open) -> None:
    problem = Problem("clinic.yaml", 1, 1, "missing", "the file is missing", "Add it")

    def load() -> FakeAssistant:
        raise ContentError([problem])

    async with open_chat(load=load) as window:
        assert window.app.return_code == 1
    assert isinstance(window.app.return_value, ContentError)


async def test_an_answer_shows_the_question_it_answers_its_note_source_and_ways_on(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.ask("how offen shud i get it")
        assert "You      how offen shud i get it" in window.text
        assert "Answer   How often should I have Botox?" in window.text
        assert ANSWER in window.prose
        assert "Worth knowing (US label): A new treatment" in window.prose
        assert '"How often is Botox administered?" · not yet checked by a clinician' in window.prose
        assert f"1  {RELATED[0].question}" in window.text
        assert "3  More about this" in window.text
        assert "0  Not what I meant" in window.text


async def test_what_is_new_stands_at_the_top_of_the_window(open_chat: Open) -> None:
    async with open_chat() as window:
        for number in range(4):
            await window.ask(f"question {number}")
            assert f"question {number}" in window.rows[2]
        await window.press("pageup")
        assert "question 3" not in window.rows[2]


async def test_a_number_chooses_and_the_conversation_shows_what_was_chosen(
    open_chat: Open, visit: Callable[[], FakeVisit]
) -> None:
    async with open_chat() as window:
        await window.ask("how often")
        await window.type("2")
        assert not window.chat.ask.suggestions.questions
        await window.press("enter")
        assert visit().said[-1] == "2"


async def test_an_option_is_taken_by_a_click_or_by_tab_and_enter(
    open_chat: Open, visit: Callable[[], FakeVisit]
) -> None:
    async with open_chat() as window:
        await window.click_text("Does it hurt?")
        assert visit().said == ["2"]
        assert "You      Does it hurt?" in window.text
        await window.press("shift+tab", "enter")
        assert visit().said[1] in "0123"
        assert window.app.focused is window.chat.ask.prompt


async def test_only_the_latest_reply_has_options(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.ask("one")
        await window.ask("two")
        assert len(window.chat.query("Options")) == 1


async def test_old_messages_are_let_go(open_chat: Open) -> None:
    async with open_chat() as window:
        for number in range(KEPT + 5):
            await window.ask(f"question {number}")
        assert len(window.chat.query("Exchange")) == KEPT


async def test_typing_on_an_option_goes_to_the_prompt(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.press("shift+tab", "h", "i")
        assert window.chat.ask.prompt.text == "hi"


@pytest.mark.parametrize(
    ("message", "shows"),
    [
        ("do you sell bicycles", ["Keep it for my assessment", "4 No thanks"]),
        ("which one", ["I am not sure which of these you mean.", "0 None of these"]),
        ("hello", ["What would you like to know?"]),
        ("pregnant", ["General information, not medical advice.", "1 Book an assessment"]),
        ("i am nervous", ["Safety", "If you feel faint now, tell staff or ring 999."]),
        ("both", ["How often should I have Botox?", "Does it hurt?", "It can sting."]),
    ],
)
async def test_each_kind_of_reply_is_drawn(open_chat: Open, message: str, shows: list[str]) -> None:
    async with open_chat((80, 40)) as window:
        await window.ask(message)
        for text in shows:
            assert text in window.prose


async def test_a_safety_line_stands_before_the_answer(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.ask("i am nervous")
        assert window.prose.index("If you feel faint now") < window.prose.index(ANSWER)


async def test_the_menu_opens_by_key_and_by_click(open_chat: Open, visit: Callable[[], FakeVisit]) -> None:
    async with open_chat() as window:
        await window.press("f2")
        assert "30  Topic number 30" in window.text or "28  Topic number 28" in window.text
        await window.click_text("F2 Menu")
        assert visit().said == ["menu", "menu"]


async def test_the_warning_signs_are_a_click_away(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.click_text("Unwell after treatment?")
        assert "Ring 999 for trouble breathing." in window.text


async def test_f1_explains_the_keys_and_goes_away_again(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.press("f1")
        assert "Ctrl+Q" in window.text
        await window.press("escape")
        assert "Ctrl+Q" not in window.text
        await window.click_text("F1 Keys")
        await window.click_text("0 Close")
        assert "Ctrl+Q" not in window.text


async def test_forget_clears_the_conversation(open_chat: Open) -> None:
    async with open_chat() as window:
        await window.ask("how often")
        await window.ask("forget")
        assert "how often" not in window.text
        assert len(window.chat.query("Exchange")) == 1


async def test_what_the_clinic_is_to_be_told_is_stored(open_chat: Open, tmp_path: Path) -> None:
    async with open_chat() as window:
        await window.ask("do you sell bicycles")
        await window.ask("2")
        assert "Thank you." in window.text
    with closing(open_store(tmp_path)) as store:
        assert [one.text for one in store.tallies.told()] == ["do you sell bicycles"]


async def test_a_store_that_fails_is_said_kindly(open_chat: Open, tmp_path: Path, fake: FakeAssistant) -> None:
    tmp_path.joinpath("blocked").write_text("a file where the folder should be")
    async with open_chat() as window:
        window.chat.talk.data = tmp_path / "blocked" / "folder"
        await window.ask("do you sell bicycles")
        await window.ask("2")
        assert " ".join(fake.content.wording.conversation.not_told.split()) in window.prose
