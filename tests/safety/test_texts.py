"""The texts keep the limits of a reply in danger: short, plain, the action first, no promise and no selling."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import get_args

import pytest

from botox_faq.content import Content, find_faq
from botox_faq.content.model import Region
from botox_faq.content.reading import read_folder
from botox_faq.content.safety_rules import SafetyRules
from botox_faq.upkeep.reading_grade import grade

SCREENS = ("emergency", "overdose", "same_day_open", "same_day_closed", "crisis", "under_18")
LONGEST = 60
LONGEST_SENTENCE = 12
HARDEST = 4.0
TELL = "If you have had botulinum toxin, tell them when and where."
REASSURING = re.compile(r"\b(normal|don't worry|do not worry|harmless|safe|book|appointment|wait and see|fine)\b", re.I)


@pytest.fixture(scope="module")
def texts(content: Content) -> dict[str, str]:
    return asdict(content.safety.texts)


@pytest.fixture(scope="module")
def rules() -> SafetyRules:
    """The rules as they are written, with their `$names`."""
    reading = read_folder(find_faq())
    assert reading.content is not None
    return reading.content.safety


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.?])\s+", text) if one]


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_short_and_plain(texts: dict[str, str], name: str) -> None:
    text = texts[name]
    assert len(text.split()) <= LONGEST
    assert grade(text) <= HARDEST
    assert max(len(one.split()) for one in sentences(text)) <= LONGEST_SENTENCE


@pytest.mark.parametrize("name", [*SCREENS, "prompt", "line", "fail_safe", "after_now"])
def test_no_reassurance_and_no_booking(texts: dict[str, str], name: str) -> None:
    assert not REASSURING.search(texts[name])


def test_the_action_and_the_number_come_first(rules: SafetyRules) -> None:
    texts = rules.texts
    assert sentences(texts.emergency)[0] == "Call $emergency now."
    assert sentences(texts.emergency)[1] == TELL
    assert sentences(texts.same_day_open)[0] == "Call the clinic now on $phone."
    assert "$urgent_line" in " ".join(sentences(texts.same_day_closed)[:2])
    for text in (texts.same_day_open, texts.same_day_closed):
        assert TELL in text
        assert "$emergency" in sentences(text)[-1]
    assert "$crisis_line" in sentences(texts.crisis)[0]
    assert "$poisons_line" in sentences(texts.overdose)[0]


def test_every_region_has_its_numbers_each_with_a_source(rules: SafetyRules) -> None:
    assert set(rules.numbers) == set(get_args(Region))
    for numbers in rules.numbers.values():
        assert all(one["number"] and one["source"] for one in asdict(numbers).values())
    assert {region: numbers.emergency.number for region, numbers in rules.numbers.items()} == {
        "uk": "999",
        "ie": "112 or 999",
        "eu": "112",
        "us": "911",
        "au": "000",
    }


def test_every_sign_names_its_flag_and_its_source(rules: SafetyRules) -> None:
    for sign in (*rules.signs, *rules.together):
        assert re.fullmatch(r"RF-[EUPB]\d+", sign.flag)
        assert sign.source
