"""Lengths and the reading grade of what patients read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from statistics import mean
from typing import Any

from botox_faq.content import Content
from botox_faq.content.checks import Places
from botox_faq.content.findings import Findings
from botox_faq.content.spoken import LINES, all_names, as_spoken, names_in
from botox_faq.upkeep.reading_grade import grade, sentences, words

SHORTEST, LONGEST = 20, 90
"""Words of an answer."""
LONGEST_NOTE = 25
LONGEST_SENTENCE = 25
AIM, EASY_ENOUGH, TOO_HARD = 6.0, 7.0, 8.0
"""Flesch-Kincaid grades: what the answers are to reach on average; where one is listed; where one fails."""
FEWEST_PHRASINGS = 10
FEWEST_NEGATIVES = 20

_DATA = ("phone", "email", "website", "address", "link")
"""With LINES, the values that are no prose."""

URGENT = ("emergency", "overdose", "same_day_open", "same_day_closed", "crisis", "under_18")
"""The replies that have the screen to themselves."""
URGENT_WORDS, URGENT_SENTENCE, URGENT_GRADE = 60, 12, 4.0


def check_measures(content: Content, places: Places, easy: Collection[str], found: Findings) -> None:
    """Note what is too long, too short, too hard to read, or too few."""
    grades = []
    spoken = to_be_measured(content)
    answers = {entry.id: entry.answer for entry in spoken.entries}
    left_out = {name for name, value in all_names(content).items() if not value}
    for entry in content.entries:
        file, path = places[entry.id]
        if len(entry.phrasings) < FEWEST_PHRASINGS:
            found.add(file, (*path, "phrasings"), "few-phrasings", f"{len(entry.phrasings)} phrasings are few",
                      f"Add ways in which people ask this, to {FEWEST_PHRASINGS} or more", "warning")  # fmt: skip
        if entry.id in answers or not names_in(entry) & left_out:  # without its names an answer is not given
            answer = answers.get(entry.id, entry.answer)
            grades.append(grade(answer, easy))
            _answer(answer, grades[-1], file, (*path, "answer"), found)
        if entry.note and len(words(entry.note.text)) > LONGEST_NOTE:
            found.add(file, (*path, "note", "text"), "long-note", f"a note has at most {LONGEST_NOTE} words",
                      "Say it in one short sentence", "warning")  # fmt: skip
    if grades and mean(grades) > AIM:
        file, path = places[content.entries[0].id]
        found.add(file, path, "reading-grade", f"the answers' mean grade is {mean(grades):.1f}, the aim is {AIM:.0f}",
                  "Use shorter words and sentences", "warning")  # fmt: skip
    if len(content.negatives) == 0:
        found.add("negatives.yaml", (), "no-negatives", "no question is listed that must not be answered",
                  "List some, so that `botox-faq test` can see that they are refused", "warning")  # fmt: skip
    _urgent(content, spoken, easy, found)


def to_be_measured(content: Content) -> Content:
    """Content as it is spoken, but with "it" for numbers, addresses and hours: they are data, no prose."""
    named: dict[str, Any] = {name: "it" for name in _DATA if getattr(content.clinic, name) is not None}
    named |= dict.fromkeys(LINES, "it")
    entries = tuple(
        replace(entry, answer=entry.answer.replace("$hours", "it").replace("$open_now", "It is open."))
        for entry in content.entries
    )
    return as_spoken(replace(content, clinic=replace(content.clinic, **named), entries=entries))


def _answer(text: str, hard: float, file: str, path: tuple[str | int, ...], found: Findings) -> None:
    count = len(words(text))
    if not SHORTEST <= count <= LONGEST:
        found.add(file, path, "answer-length", f"the answer has {count} words, not {SHORTEST} to {LONGEST}",
                  "Move detail to more:" if count > LONGEST else "Say a little more", "warning")  # fmt: skip
    longest = max((len(words(one)) for one in sentences(text)), default=0)
    if longest > LONGEST_SENTENCE:
        found.add(file, path, "long-sentence", f"a sentence has {longest} words, the most is {LONGEST_SENTENCE}",
                  "Make two of it", "warning")  # fmt: skip
    if hard > EASY_ENOUGH:
        found.add(file, path, "reading-grade", f"the reading grade is {hard:.1f}, the aim is {AIM:.0f}",
                  "Use shorter words and sentences", "error" if hard > TOO_HARD else "warning")  # fmt: skip


def _urgent(content: Content, spoken: Content, easy: Collection[str], found: Findings) -> None:
    for name in URGENT:
        text = getattr(spoken.safety.texts, name)
        longest = max((len(words(one)) for one in sentences(text)), default=0)
        limits = [
            (len(words(text)) > URGENT_WORDS, f"more than {URGENT_WORDS} words"),
            (longest > URGENT_SENTENCE, f"a sentence of more than {URGENT_SENTENCE} words"),
            (grade(text, easy) > URGENT_GRADE, f"a reading grade over {URGENT_GRADE:.0f}"),
        ]
        for over, what in limits:
            if over:
                found.add("safety.yaml", ("texts", name), "urgent-reply", f"an urgent reply has {what}",
                          "Make it shorter and plainer")  # fmt: skip
    first = sentences(content.safety.texts.emergency)[:1]
    if not first or "$emergency" not in first[0]:
        found.add("safety.yaml", ("texts", "emergency"), "urgent-reply", "the first sentence must hold $emergency",
                  "Begin with: Call $emergency now")  # fmt: skip
