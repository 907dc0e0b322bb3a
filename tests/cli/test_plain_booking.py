"""The form line by line: the same rules, without a screen."""

from __future__ import annotations

import pytest

from botox_faq.booking.form import Result
from botox_faq.conversation.reply import Reply
from botox_faq.plain_booking import book_in_plain
from botox_faq.store import StoreUnavailable, open_store
from tests.sample_clinic import NOW, WORDS, content


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "data")
    yield store
    store.close()


def book(store, *lines: str, check=lambda text: None, kept=(), draft=None, **clinic) -> tuple[Result, str]:
    """Answer the form with these lines; return how it ended and all that was said."""
    answers = iter(lines)
    said: list[str] = []
    factory = store if callable(store) else lambda: store
    result = book_in_plain(
        content(**clinic), factory, kept, ("how-often",), lambda: NOW, check,
        ask=lambda prompt: next(answers, None), say=said.append, draft=draft,
    )  # fmt: skip
    return result, "\n".join(said)


WHOLE = ("1", "Maria", "020 7946 0123", "1", "3", "", "2", "", "1", "7", "8")


def test_a_request_from_the_first_line_to_the_reference(store):
    result, said = book(store, *WHOLE)
    (kept,) = store.all()
    assert result == Result(kind="sent", request=kept)
    assert kept.days == (0, 2)
    assert said.index(WORDS.sent_title) < said.index(kept.reference)
    assert "Wednesday 19:00" in said
    assert WORDS.no_hurry in said


def test_errors_are_said_and_the_question_asked_again(store):
    result, said = book(store, "1", "", "020 79", "020 7946 0123", "leave")
    assert WORDS.contact_phone in said
    assert result.kind == "left"
    assert result.draft is not None
    assert result.draft.contact == "020 7946 0123"


def test_consent_is_needed(store):
    _, said = book(store, *WHOLE[:-2], "8")
    assert WORDS.consent_missing in said
    assert store.all() == []


def test_back_and_leave_and_the_end_of_the_input(store):
    result, said = book(store, "1", "Maria", "back", "back", "back")
    assert result.kind == "left"
    assert said.count(WORDS.name_title) == 2
    assert book(store, "1", "LEAVE")[0].kind == "left"
    assert book(store)[0].kind == "left"


def test_under_18(store):
    result, said = book(store, "2", "1")
    assert result == Result(kind="under-18")
    assert WORDS.young in said


def test_an_urgent_word_ends_the_form_and_is_handed_back(store):
    urgent = Reply(question="", kind="urgent", tier="crisis", answer="Call.")
    result, said = book(store, "1", "i want to die", check=lambda text: urgent)
    assert (result.kind, result.reply) == ("urgent", urgent)
    assert result.draft is not None
    assert result.draft.name == ""
    assert "Call." not in said


def test_a_store_that_fails_loses_nothing_and_a_second_try_is_the_same_request(store):
    class Once:
        broken = True
        tokens: list[str] = []  # noqa: RUF012

        def add(self, request, token):
            self.tokens.append(token)
            if self.broken:
                self.broken = False
                raise StoreUnavailable("The disk is full.", "Make room.")
            return store.add(request, token)

        def close(self) -> None:
            """Nothing to close."""

    once = Once()
    result, said = book(lambda: once, *WHOLE, "8")
    assert "ask at the desk" in said
    assert result.kind == "sent"
    assert len(set(once.tokens)) == 1
    assert len(store.all()) == 1


def test_what_was_typed_is_kept_when_the_line_is_left_empty_in_a_second_try(store):
    first, _ = book(store, "1", "Maria", "leave")
    result, _ = book(store, "1", "", "020 7946 0123", "leave", draft=first.draft)
    assert result.draft is not None
    assert result.draft.name == "Maria"


def test_a_link_is_an_address_to_type(store):
    result, said = book(store, "1", "1", "1", routes=("link", "phone"), link="https://clinic.example/book")
    assert "https://clinic.example/book" in said
    assert result.kind == "left"
