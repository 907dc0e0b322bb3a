"""Warning signs on the shipped content: what they do to the reply, and to the visit."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from botox_faq.conversation import Assistant, Visit


@pytest.fixture
def visit(assistant: Assistant) -> Visit:
    return assistant.new_visit()


def test_an_urgent_reply_has_nothing_else(visit: Visit, now: datetime) -> None:
    reply = visit.say("i cant swallow properly since my botox, can i book a review", now)
    assert (reply.kind, reply.tier) == ("urgent", "emergency")
    assert (reply.answer or "").startswith("Call 999")
    assert (reply.choices, reply.related, reply.source, reply.safety_line) == ((), (), None, None)
    assert [option.action for option in visit.options] == ["now", "general"]


def test_it_is_happening_now_stays_urgent(visit: Visit, now: datetime) -> None:
    visit.say("my throat is closing up since the jabs", now)
    assert visit.say("1", now).kind == "urgent"


def test_asking_in_general_is_answered_under_the_safety_line(visit: Visit, now: datetime) -> None:
    visit.say("my eyelid is covering my pupil, can it make my eyelid droop", now)
    reply = visit.say("2", now)
    assert reply.kind in ("answer", "refer", "choices", "notice")
    assert reply.safety_line
    assert visit.say("is it permanent", now).kind == "answer", "the sign was taken back"


def test_a_sign_that_was_taken_back_adds_to_no_later_one(visit: Visit, now: datetime) -> None:
    visit.say("I can't swallow", now)
    visit.say("2", now)
    assert visit.say("my voice is croaky", now).tier == "same-day"


def test_same_day_is_the_clinic_while_it_is_open_else_the_urgent_line(visit: Visit, now: datetime) -> None:
    message = "the spot where they injected is hot and oozing pus"
    assert "+44 20 7946 0123" in (visit.say(message, now).answer or "")
    visit.forget()
    closed = visit.say(message, now + timedelta(hours=12)).answer or ""
    assert "111" in closed
    assert "+44 20 7946 0123" not in closed


def test_signs_add_up_over_the_visit(visit: Visit, now: datetime) -> None:
    first = visit.say("both my eyelids are droopy", now)
    second = visit.say("and my voice is croaky", now)
    assert first.tier != "emergency"
    assert (second.kind, second.tier) == ("urgent", "emergency")


def test_a_complaint_after_treatment_is_never_unknown(visit: Visit, now: datetime) -> None:
    reply = visit.say("had it done tuesday and my ears keep popping", now)
    assert (reply.kind, reply.name) == ("notice", "fail-safe")


def test_a_yes_to_the_signs_listed_is_an_emergency(visit: Visit, now: datetime) -> None:
    visit.say("had it done tuesday and my ears keep popping", now)
    assert visit.say("yes a bit", now).kind == "urgent"
    visit.forget()
    visit.say("unwell", now)
    assert visit.say("i think so", now).kind == "urgent"


def test_a_question_after_treatment_keeps_its_plain_answer(visit: Visit, now: datetime) -> None:
    reply = visit.say("had my forehead done today, when can i exercise", now)
    assert reply.kind == "answer"
    assert reply.safety_line is None


def test_needle_fear_gets_the_line_and_a_kind_answer(visit: Visit, now: datetime) -> None:
    reply = visit.say("i always faint at jabs", now)
    assert reply.kind != "urgent"
    assert reply.safety_line
    assert reply.answer


def test_a_field_of_the_form_is_read_too(visit: Visit, now: datetime) -> None:
    assert visit.check("Anna", now) is None
    reply = visit.check("i have been struggling to breathe since friday", now)
    assert reply is not None
    assert reply.kind == "urgent"


def test_a_yes_to_the_line_above_an_answer_is_an_emergency(visit: Visit, now: datetime) -> None:
    reply = visit.say("had it done tuesday and one eyebrow sits higher now", now)
    assert reply.safety_line
    assert visit.say("a bit", now).kind == "urgent"


def test_the_fail_safe_lists_the_warning_signs(visit: Visit, now: datetime) -> None:
    reply = visit.say("my scalp itches since my injections", now)
    assert reply.name == "fail-safe"
    assert "swallow" in (reply.answer or "")
