"""What the examples add to the rules: signs that no rule names, doubt, and milder messages."""

from __future__ import annotations

import pytest

from botox_faq.conversation import Assistant
from botox_faq.safety import Finding, Signs
from tests.safety.conftest import Read


def rules_alone(assistant: Assistant, text: str) -> Finding:
    return assistant.safety.rules.read(assistant.reader.read(text), Signs())


@pytest.mark.parametrize(
    "text",
    [
        "i have not force in the arms since the injection",
        "after the botox every muscle is unplugged, i cant manage the stairs",
    ],
)
def test_a_sign_that_no_rule_names_is_found_by_likeness(assistant: Assistant, read: Read, text: str) -> None:
    assert not rules_alone(assistant, text).urgent
    finding = read(text)
    assert (finding.level, finding.rule) == ("emergency", "like-emergency")
    assert "like the examples of emergency" in finding.because


def test_a_sign_by_its_words_alone_is_doubted_and_asked_about(assistant: Assistant, read: Read) -> None:
    text = "your before and afters made me gasp, when is your next slot"
    assert rules_alone(assistant, text).urgent
    finding = read(text)
    assert (finding.level, finding.text) == ("line", "line")
    assert finding.signs.seen == frozenset()
    assert "breathing" in finding.signs.asked
    assert read("no its happening now", finding.signs).level == "emergency"


def test_nothing_is_doubted_once_a_sign_was_there(read: Read) -> None:
    before = read("my eyelid is drooping since botox").signs
    assert read("your before and afters made me gasp, when is your next slot", before).urgent


def test_what_was_found_by_likeness_keeps_its_tier_for_the_visit_until_it_is_taken_back(read: Read) -> None:
    first = read("i have not force in the arms since the injection")
    assert read("and my voice is croaky", first.signs).level == "emergency"
    assert read("and my voice is croaky", first.signs.taken_back()).level == "same-day"


def test_self_harm_is_a_crisis_whatever_else_the_message_names(read: Read) -> None:
    assert read("some nights i think about taking all my tablets and not waking up").level == "crisis"


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [
        ("there is one hard pea in my forehead since treatment ten days ago, painless", "prompt", "prompt"),
        ("i have metal taste in mouth from the day of botox", "fail-safe", "fail_safe"),
        ("can bunny line botox make your nose stop working", "line", "line"),
        ("my stomach is dancing for tomorrow, first time with needles in the face", "line", "fear"),
    ],
)
def test_milder_messages_get_their_line(read: Read, text: str, level: str, words: str) -> None:
    finding = read(text)
    assert (finding.level, finding.text) == (level, words)


@pytest.mark.parametrize("text", ["1", "2", "99", "menu", "book", "zzz qqq", "der hund bellt", "?"])
def test_what_the_examples_do_not_know_is_never_a_sign(read: Read, text: str) -> None:
    assert read(text) == Finding("none", Signs())
