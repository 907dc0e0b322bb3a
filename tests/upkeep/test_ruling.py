"""Every rule finds its bad examples and lets its good ones pass."""

from __future__ import annotations

import pytest

from botox_faq.upkeep.ruling import Patterns, advertising_rules, easy_words, wording_rules

MEDICINE = ("botox", "dysport", "botulinum")
RULES: list[Patterns] = [*wording_rules(), *advertising_rules(MEDICINE)]
FLAGGED = [(rule, text) for rule in RULES for text in rule.flagged]
PASSED = [(rule, text) for rule in RULES for text in rule.passed]


@pytest.mark.parametrize(("rule", "text"), FLAGGED, ids=lambda one: getattr(one, "id", one))
def test_a_bad_example_is_flagged(rule: Patterns, text: str) -> None:
    assert list(rule.find(text))
    assert list(rule.find(text.upper()))


@pytest.mark.parametrize(("rule", "text"), PASSED, ids=lambda one: getattr(one, "id", one))
def test_a_good_example_passes(rule: Patterns, text: str) -> None:
    assert list(rule.find(text)) == []


@pytest.mark.parametrize(
    "text", ["It is safe.", "It is safe for you.", "It will give.", "Best results.", "A guarantee."]
)
def test_the_words_that_must_be_flagged(text: str) -> None:
    assert any(list(rule.find(text)) for rule in wording_rules())


@pytest.mark.parametrize("text", ["It is not safe.", "It is best to ask.", "They will ask."])
def test_the_words_that_must_pass(text: str) -> None:
    assert not any(list(rule.find(text)) for rule in wording_rules())


def test_every_region_of_a_rule_names_its_law_and_source() -> None:
    for rule in advertising_rules(MEDICINE):
        assert {"uk", "ie", "au"} <= set(rule.laws)


def test_the_easy_words_are_small_letters() -> None:
    assert all(word == word.lower() for word in easy_words())
