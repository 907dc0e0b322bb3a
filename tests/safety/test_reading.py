"""One message after the other: what counts as a sign, what does not, and how a visit adds up."""

from __future__ import annotations

import pytest

from botox_faq.content import Content
from botox_faq.safety import RuleReader, Signs
from tests.safety.conftest import Read


@pytest.mark.parametrize(
    ("text", "level", "rule"),
    [
        ("i cant breathe", "emergency", "breathing"),
        ("Is it normal that I can't swallow?", "emergency", "swallowing"),
        ("croaky since botox", "same-day", "voice"),
        ("my eyelid is drooping since botox on monday", "prompt", "droopy-lid"),
        ("ive got hives after my botox, breathing fine", "same-day", "rash"),
        ("hives and dizzy since the jab", "emergency", "allergic-reaction"),
        ("seeing double and my voice is hoarse", "emergency", "sight-and-weakness"),
        ("my mum had it friday and now she cant lift her head", "emergency", "weakness"),
        ("i want to end my life", "crisis", "self-harm"),
        ("im 16 can i get it", "under-18", "under-18"),
        ("for my 15 year old daughter", "under-18", "under-18"),
    ],
)
def test_somebody_has_it_now(read: Read, text: str, level: str, rule: str) -> None:
    finding = read(text)
    assert (finding.level, finding.rule) == (level, rule)
    assert finding.because


@pytest.mark.parametrize(
    "text",
    [
        "can it make my eyelid droop?",
        "is it normal for people to have trouble swallowing?",
        "i'm scared i won't be able to breathe",
        "heart racing just thinking about it",
        "i always faint at jabs",
        "what are the red flags?",
        "what does botulism feel like",
    ],
)
def test_fears_and_general_questions_get_the_line(read: Read, text: str) -> None:
    assert read(text).level == "line"


@pytest.mark.parametrize(
    "text",
    [
        "the price is hard to swallow",
        "i'm dying to try it",
        "do i need to hold my breath during the jab?",
        "i want weaker muscles",
        "no trouble swallowing, just a bruise",
        "i can't frown any more",
        "what age can you have it",
        "is it legal under 18",
        "im 16 weeks pregnant",
        "how often should i have it",
        "",
    ],
)
def test_what_is_no_sign_is_left_alone(read: Read, text: str) -> None:
    assert read(text).level == "none"


def test_a_kind_answer_to_nerves(read: Read) -> None:
    assert read("i always faint at jabs").text == "fear"
    assert read("what are the warning signs").text == "signs"


def test_signs_add_up_over_the_visit(read: Read) -> None:
    first = read("my eyelid is a bit droopy since botox")
    assert (first.level, first.signs.seen) == ("prompt", {"droopy-lid", "any-droop"})
    second = read("and my voice is croaky", first.signs)
    assert second.level == "emergency"
    assert second.signs.seen > first.signs.seen


def test_a_later_sign_keeps_the_strictest_tier(read: Read) -> None:
    first = read("i cant swallow since botox")
    assert read("my smile is wonky too", first.signs).level == "emergency"


def test_a_calm_message_after_a_sign_is_calm(read: Read) -> None:
    first = read("my eyelid is drooping since botox")
    assert read("how much is it", first.signs).level == "none"


@pytest.mark.parametrize("text", ["a bit", "sometimes", "i think so", "Yes.", "yeah a little"])
def test_a_yes_to_the_signs_listed(read: Read, text: str) -> None:
    listed = read("my eyelid is drooping since botox").signs
    assert read(text, listed).level == "emergency"
    assert read(text).level == "none"
    assert read(text, Signs().listing()).level == "emergency"


@pytest.mark.parametrize("text", ["no", "yes please", "ok thanks", "a bit of wine is ok, right"])
def test_no_yes(read: Read, text: str) -> None:
    assert not read(text, Signs().listing()).urgent


def test_what_was_asked_in_general_is_happening_after_all(read: Read) -> None:
    asked = read("im scared i wont be able to swallow after")
    assert asked.signs.asked == {"swallowing"}
    assert read("no its happening now", asked.signs).level == "emergency"


def test_taking_it_back(read: Read) -> None:
    first = read("i cant swallow since my jabs")
    back = first.signs.taken_back()
    assert "swallowing" not in back.seen
    assert back.treated


def test_fail_safe_needs_treatment_and_a_complaint(read: Read) -> None:
    assert read("ears ringing since my jabs").level == "fail-safe"
    assert read("had it done tuesday").level == "none"
    assert read("my jaw clicks", read("had it done tuesday").signs).level == "fail-safe"
    assert read("my jaw clicks").level == "none"


def test_one_tier_higher_outside_a_clinic_and_for_a_child(read: Read) -> None:
    assert read("hairdresser did it cheap and now one eyelid hangs down").level == "same-day"
    assert read("had botox at a party on saturday and now my eyelid is drooping").level == "emergency"
    assert read("my daughter is 16 and had botox at a mates house now her eyelid is drooping").level == "emergency"


def test_too_much_has_its_own_words(read: Read) -> None:
    assert read("i think ive had an overdose of botox").text == "overdose"
    assert read("i cant breathe").text == "emergency"


def test_the_same_message_reads_the_same(read: Read) -> None:
    assert read("cant swallow since botox") == read("cant swallow since botox")


@pytest.mark.parametrize("text", ["xyzzy", "i feel xyzzy"])
def test_no_sign_is_made_of_nonsense(read: Read, text: str) -> None:
    assert read(text).level == "none"


@pytest.mark.parametrize("text", ["im dizyz", "i cant swolow", "im so brethless"])
def test_a_slip_in_a_sign_is_read(read: Read, text: str) -> None:
    assert read(text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "is slurring a normal side effect because im doing it",
        "when will i be able to breathe properly again",
        "could my botox be why im so short of breath",
        "i was told it was anxiety but my breathing keeps getting worse",
        "ive had botox for years, never any bother, but now i cant swallow",
        "i never had trouble breathing before the botox but i do now",
    ],
)
def test_what_is_there_now_outweighs_a_question_or_a_story(read: Read, text: str) -> None:
    assert read(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "i've MS and my legs are weak some days, can i have botox for wrinkles",
        "my bladder has been weak since having kids, does that rule me out",
        "i use a wheelchair as my legs dont work",
        "im choking on these prices, any offers",
        "someone on a forum said they couldnt lift their head for a week, is that real",
    ],
)
def test_illnesses_of_old_and_ways_of_speaking_are_calm(read: Read, text: str) -> None:
    assert not read(text).urgent


def test_repair_knows_the_words_of_the_rules(content: Content, read: Read) -> None:
    words = RuleReader(content.safety).words
    assert {"swallow", "swallowing", "breathless", "wheezing"} <= words
    assert words == RuleReader(content.safety).words
    assert read("im brethless and cant swollow").level == "emergency"
