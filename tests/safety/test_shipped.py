"""The questions that the FAQ answers are asked calmly: none of their phrasings may raise an alarm."""

from __future__ import annotations

from botox_faq.content import Content
from tests.safety.conftest import Read

MEANT = {"under-18", "like-under_18"}
"""The one sign that phrasings may tell of: a child who wants treatment gets its own screen."""


def test_no_phrasing_raises_an_alarm(content: Content, read: Read) -> None:
    alarms = [
        (entry.id, text)
        for entry in content.entries
        for text in (entry.question, *entry.phrasings, *entry.indirect)
        if read(text).urgent and read(text).rule not in MEANT
    ]
    assert alarms == []


def test_small_talk_is_calm(content: Content, read: Read) -> None:
    assert [text for one in content.smalltalk for text in one.phrasings if read(text).level != "none"] == []
