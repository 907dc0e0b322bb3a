"""A clinic's own test questions: a file of questions with the entry or topic that each should get, or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from botox_faq.content import ContentError, Problem
from botox_faq.content.model import Strict, Text
from botox_faq.content.reading import read_as, read_at_most
from botox_faq.conversation import Assistant
from botox_faq.upkeep.trial import Outcome, ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected(Strict):
    """A question and what it should get; with neither entry nor topic it should not be answered."""

    question: Text
    entry: Text | None = None
    topic: Text | None = None


def read_expected(path: Path, assistant: Assistant) -> tuple[Expected, ...]:
    """The questions of a file. Raises ContentError, also for an entry or topic that is not there."""
    try:
        data = read_at_most(path)
    except OSError as error:
        problem = Problem(str(path), 1, 1, "unreadable", f"the file can't be read ({error.strerror})", "Name another")
        raise ContentError([problem]) from error
    value, problems = read_as(tuple[Expected, ...], str(path), data)
    if problems:
        raise ContentError(problems)
    topics = {entry.topic for entry in assistant.entries.values()}
    known = assistant.entries.keys() | assistant.smalltalk.keys()
    for number, one in enumerate(value or ()):
        for kind, name, names in (("entry", one.entry, known), ("topic", one.topic, topics)):
            if name is not None and name not in names:
                problems.append(
                    Problem(str(path), 1, 1, f"unknown-{kind}", f"question {number + 1}: there is no {kind} {name!r}",
                            "Correct its name")
                )  # fmt: skip
    if problems:
        raise ContentError(problems)
    return tuple(value or ())


def asked(assistant: Assistant, questions: tuple[Expected, ...]) -> list[Outcome]:
    """Ask the questions of the whole matcher; one that wants a topic is content with the best entry of it."""
    outcomes = []
    for one in questions:
        outcome = ask(assistant, one.question, one.entry, "clean" if one.entry or one.topic else "seen")
        if one.topic and not one.entry:
            meant = [match.entry for match in outcome.verdict.matches if _topic(assistant, match.entry) == one.topic]
            outcome = ask(assistant, one.question, next(iter(meant), one.topic), "clean")
        outcomes.append(outcome)
    return outcomes


def _topic(assistant: Assistant, entry: str) -> str:
    return assistant.entries[entry].topic if entry in assistant.entries else "smalltalk"
