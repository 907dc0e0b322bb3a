"""The rules of the conversation, on the shipped content."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botox_faq.conversation import Assistant, Visit

UNKNOWN = "which bicycle shop sells a trailer for a tandem"
UNKNOWN_TOO = "how many goals did the striker score on sunday"


@pytest.fixture
def visit(assistant: Assistant) -> Visit:
    return assistant.new_visit()


def number_of(visit: Visit, action: str) -> str:
    return next(str(option.number) for option in visit.options if option.action == action)


def test_a_mistyped_question_is_answered(visit: Visit, now: datetime) -> None:
    reply = visit.say("how offen shud i get it", now)
    assert (reply.kind, reply.entry) == ("answer", "how-often-to-have-botox")
    assert reply.read_as == "how often should i get it"
    assert reply.question == "how offen shud i get it"
    assert reply.source == {"article": "How often is Botox administered?"}


def test_what_the_clinic_did_not_write_is_unknown(visit: Visit, now: datetime) -> None:
    reply = visit.say(UNKNOWN, now)
    assert reply.kind == "unknown"
    assert [option.action for option in visit.options] == ["keep", "tell", "ask", "no", "unwell"]


def test_two_misses_lead_to_topics_and_a_person(visit: Visit, now: datetime) -> None:
    visit.say(UNKNOWN, now)
    reply = visit.say(UNKNOWN_TOO, now)
    assert (reply.kind, reply.name) == ("menu", "lost")
    assert reply.choices
    assert {"topic", "more-topics", "unwell"} <= {option.action for option in visit.options}


def test_an_answer_between_two_misses_begins_anew(visit: Visit, now: datetime) -> None:
    visit.say(UNKNOWN, now)
    visit.say("is it permanent", now)
    assert visit.say(UNKNOWN_TOO, now).kind == "unknown"


def test_an_unknown_question_is_kept_and_can_be_dropped(visit: Visit, now: datetime) -> None:
    visit.say(UNKNOWN, now)
    reply = visit.say(number_of(visit, "keep"), now)
    assert (reply.name, visit.kept) == ("kept", (UNKNOWN,))
    visit.drop_kept(0)
    assert visit.kept == ()


def test_an_unknown_question_is_told_once(visit: Visit, now: datetime) -> None:
    visit.say(UNKNOWN, now)
    visit.say(number_of(visit, "tell"), now)
    assert [told.question for told in visit.take_told()] == [UNKNOWN]
    assert visit.take_told() == ()


def test_nothing_is_told_unasked(visit: Visit, now: datetime) -> None:
    visit.say(UNKNOWN, now)
    visit.say(number_of(visit, "no"), now)
    assert (visit.kept, visit.take_told()) == ((), ())


def test_a_number_chooses_a_related_question(visit: Visit, now: datetime) -> None:
    related = visit.say("is it permanent", now).related
    assert visit.say("1", now).entry == related[0].entry


@pytest.mark.parametrize("message", ["3 days ago", "1 or 2 times", "2 weeks"])
def test_a_number_inside_a_message_chooses_nothing(visit: Visit, now: datetime, message: str) -> None:
    visit.say("is it permanent", now)
    reply = visit.say(message, now)
    assert reply.read_as == message
    assert reply.entry is None or reply.score is not None, "an answer that was chosen has no score"


def test_a_number_that_is_not_there_is_told_so(visit: Visit, now: datetime) -> None:
    visit.say("is it permanent", now)
    reply = visit.say("77", now)
    assert (reply.kind, reply.name) == ("notice", "no-such-number")
    assert "77" in (reply.answer or "")


def test_not_what_i_meant_offers_others_and_never_the_same(visit: Visit, now: datetime) -> None:
    first = visit.say("how often should i have it", now)
    reply = visit.say("0", now)
    assert reply.kind in ("choices", "unknown")
    assert first.entry not in {choice.entry for choice in reply.choices}


def test_not_what_i_meant_ends_with_a_person(visit: Visit, now: datetime) -> None:
    visit.say("how often should i have it", now)
    kinds = [visit.say("0", now) for _ in range(3)]
    assert any(reply.name == "lost" or reply.kind == "unknown" for reply in kinds)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("help", "help"), ("PRIVACY", "privacy"), ("person", "person"), ("forget", "forgotten"), ("unwell", "unwell")],
)
def test_commands_work_everywhere(visit: Visit, now: datetime, typed: str, name: str) -> None:
    visit.say(UNKNOWN, now)
    reply = visit.say(typed, now)
    assert (reply.kind, reply.name) == ("notice", name)


def test_menu_leads_to_a_topic_and_to_an_answer(visit: Visit, now: datetime) -> None:
    menu = visit.say("menu", now)
    assert menu.kind == "menu"
    place = [choice.topic for choice in menu.choices].index("how-often") + 1
    topic = visit.say(str(place), now)
    assert {choice.topic for choice in topic.choices} == {"how-often"}
    assert visit.say("1", now).entry == topic.choices[0].entry


def test_the_menu_begins_with_the_article(visit: Visit, now: datetime, assistant: Assistant) -> None:
    from_article = {entry.topic for entry in assistant.content.entries if entry.source.article}
    assert {choice.topic for choice in visit.say("menu", now).choices} <= from_article
    more = visit.say(number_of(visit, "more-topics"), now)
    assert not {choice.topic for choice in more.choices} & from_article


@pytest.mark.parametrize("typed", ["book", "can i book an assessment please", "i want to make an appointment"])
def test_booking_is_a_reply_of_its_own(visit: Visit, now: datetime, typed: str) -> None:
    assert visit.say(typed, now).kind == "booking"


def test_forget_forgets(visit: Visit, now: datetime) -> None:
    visit.say(UNKNOWN, now)
    visit.say(number_of(visit, "keep"), now)
    visit.say("is it permanent", now)
    visit.say("forget", now)
    assert (visit.kept, visit.read_entries) == ((), ())


def test_small_talk(visit: Visit, now: datetime) -> None:
    assert visit.say("hello", now).kind == "smalltalk"
    assert visit.say("thank you", now).kind == "smalltalk"


def test_two_questions_get_two_answers(visit: Visit, now: datetime) -> None:
    reply = visit.say("how often should i have it? and does it hurt?", now)
    assert reply.kind == "several"
    assert {part.topic for part in reply.parts} == {"how-often", "pain"}


def test_advice_stands_once_a_visit_and_with_each_refer(visit: Visit, now: datetime) -> None:
    assert visit.say("is it permanent", now).advice
    assert visit.say("how often should i have it", now).advice is None
    for question in ("can i have it when i am pregnant", "can i have botox while breastfeeding"):
        reply = visit.say(question, now)
        assert reply.kind == "refer"
        assert reply.advice


def test_open_now_comes_from_the_time_passed_in(visit: Visit, now: datetime) -> None:
    assert "until 19:00" in (visit.say("are you open now", now).answer or "")
    closed = visit.say("are you open now", now + timedelta(hours=12)).answer or ""
    assert "Thursday at 09:00" in closed
    assert "$" not in closed


def test_a_neutral_visit_names_no_medicine_until_the_visitor_does(assistant: Assistant, now: datetime) -> None:
    visit = assistant.new_visit(neutral=True)
    start = visit.greeting()
    shown = " ".join([start.answer or "", *(choice.question for choice in start.choices)]).lower()
    assert not [word for word in assistant.content.vocabulary.medicine if word in shown.split()]
    menu = visit.say("menu", now)
    assert not any("botox" in choice.question.lower() for choice in menu.choices)
    visit.say("how often should i have botox", now)
    assert any("botox" in option.label.lower() for option in _options_of(visit, "how-it-works", now))


def _options_of(visit: Visit, topic: str, now: datetime):  # type: ignore[no-untyped-def]
    menu = visit.say("menu", now)
    place = [choice.topic for choice in menu.choices].index(topic) + 1
    visit.say(str(place), now)
    return visit.options


def test_a_long_paste_is_cut_and_told(visit: Visit, now: datetime) -> None:
    reply = visit.say("is it permanent " * 7_000, now)
    assert reply.was_cut
    assert len(reply.question) <= 1_000


def test_live_suggestions_are_entries(visit: Visit, assistant: Assistant) -> None:
    found = visit.suggest("how oft")
    assert 1 <= len(found) <= 5
    assert found[0].topic == "how-often"
    assert all(choice.entry in assistant.entries for choice in found)


def test_the_same_visit_gives_the_same_replies(assistant: Assistant, now: datetime) -> None:
    said = ["hello", "how offen shud i get it", "1", "why?", UNKNOWN, "2", "does it hurt", "0", "menu", "3"]
    one, other = assistant.new_visit(), assistant.new_visit()
    assert [one.say(text, now) for text in said] == [other.say(text, now) for text in said]


def test_every_key_is_in_the_json_form(visit: Visit, now: datetime) -> None:
    keys = set(visit.say("is it permanent", now).as_json())
    for message in ("", "menu", "book", UNKNOWN, "my throat is closing up since the jabs", "hello"):
        reply = visit.say(message, now).as_json()
        assert set(reply) == keys
        json.dumps(reply)


@pytest.mark.parametrize(
    "hostile", ["[red]x[/red]", "[@click=app.quit]x[/]", "[/", "\x1b[2J\x1b]0;x\x07", "\u202eabc", "\ufffd"]
)
def test_hostile_text_is_a_message_like_any_other(visit: Visit, now: datetime, hostile: str) -> None:
    reply = visit.say(hostile, now)
    assert "\x1b" not in reply.question
    assert "\u202e" not in reply.question


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(st.text(max_size=300), st.sampled_from([*"0123456789", "menu", "book", "forget", UNKNOWN])),
        max_size=6,
    )
)
def test_no_visit_ever_fails(assistant: Assistant, messages: list[str]) -> None:
    now = datetime.fromisoformat("2026-03-04T10:30:00+00:00")
    visit = assistant.new_visit()
    for message in messages:
        reply = visit.say(message, now)
        assert reply.kind
        assert sorted(option.number for option in visit.options) == sorted({option.number for option in visit.options})


def test_counts_hold_no_word_of_what_was_said(visit: Visit, now: datetime) -> None:
    for message in ("is it permanent", UNKNOWN, "my throat is closing up since the jabs", "hello"):
        visit.say(message, now)
    assert visit.counts["answered", "is-botox-permanent"] == 1
    assert sum(number for (what, _), number in visit.counts.items() if what == "missed") == 1
    assert visit.counts["urgent", ""] == 1
    assert "bicycle" not in str(visit.counts)


def test_a_question_that_was_asked_word_for_word_is_not_repeated(visit: Visit, now: datetime) -> None:
    first = visit.say("is it permanent", now)
    assert first.heading
    assert visit.say(first.related[0].question, now).heading is None
    assert visit.say("how offen should i have botox", now).heading is None
