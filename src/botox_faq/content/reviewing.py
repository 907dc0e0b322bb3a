"""Sign-offs: which text a clinician has checked, in the words that the patient reads now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

from botox_faq.content.model import Entry, Review, Source
from botox_faq.content.safety_rules import Number
from botox_faq.content.spoken import LINES, Content

Standing = Literal["valid", "overdue", "void", "unsigned"]


@dataclass(frozen=True, slots=True)
class Reviewable:
    """Something that a clinician signs: an entry, a warning sign, the words of the rules, or the urgent replies."""

    id: str
    title: str
    text: str

    @property
    def fingerprint(self) -> str:
        """A short hash of the text: what a sign-off holds to."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


def reviewables(content: Content) -> Iterator[Reviewable]:
    """Everything to be signed, of content as it is spoken: entries in their order, then what safety rests on."""
    yield from map(of_entry, content.entries)
    yield from _of_safety(content)


def of_entry(entry: Entry) -> Reviewable:
    """What a patient reads of an entry: answer, note, more and sources."""
    lines = [f"Question: {entry.question}", f"Kind: {entry.kind}", f"Answer: {_plain(entry.answer)}"]
    if entry.note:
        lines.append(f"Note ({entry.note.source}): {_plain(entry.note.text)}")
    if isinstance(entry.more, str):
        lines.append(f"More: {_plain(entry.more)}")
    elif entry.more:
        lines += [f"More ({line.source or 'no source'}): {_plain(line.text)}" for line in entry.more]
    lines.append(f"Source: {source_in_words(entry.source)}")
    return Reviewable(entry.id, entry.question, "\n".join(lines))


def source_in_words(source: Source) -> str:
    """A source in one line."""
    if source.article:
        return f"the article, {source.article}"
    if source.clinic:
        return source.clinic
    return ", ".join(one for one in (source.publisher, source.title, source.checked, source.url) if one)


def last_review(reviews: Iterable[Review], one: str) -> Review | None:
    """The last line for an id: the one that counts."""
    last = None
    for review in reviews:
        if review.id == one:
            last = review
    return last


def standing(reviews: Iterable[Review], item: Reviewable, today: date) -> Standing:
    """How an item stands: signed as it is read now, signed but due again, changed since, or never signed."""
    last = last_review(reviews, item.id)
    if last is None:
        return "unsigned"
    if last.hash != item.fingerprint:
        return "void"
    return "overdue" if last.due and date.fromisoformat(last.due) < today else "valid"


def sign_off(reviews: Iterable[Review], entry: Entry) -> Review | None:
    """The entry's last sign-off, if it is of what the patient reads now; any edit voids it, undoing it revives it."""
    last = last_review(reviews, entry.id)
    return last if last and last.hash == of_entry(entry).fingerprint else None


def _of_safety(content: Content) -> Iterator[Reviewable]:
    rules, region = content.safety, content.clinic.region
    numbers = rules.numbers.get(region)
    said = [*_lines(rules.texts)]
    for name in LINES:
        number: Number | None = getattr(numbers, name) if numbers else None
        said.append(f"{name}: {getattr(content.clinic, name) or (number.number if number else '')}")
    yield Reviewable("safety-replies", "Safety: what is said", "\n".join(said))
    for sign in rules.signs:
        yield Reviewable(f"safety-sign-{sign.id}", f"Warning sign: {sign.title}", "\n".join(_lines(sign)))
    for group in rules.together:
        yield Reviewable(f"safety-together-{group.id}", f"Signs together: {group.title}", "\n".join(_lines(group)))
    words = [f"{name}: {', '.join(one)}" for name, one in rules.groups.items()]
    words += [line for one in (*rules.readings, *rules.cues, rules.negation) for line in _lines(one)]
    yield Reviewable("safety-words", "Safety: groups of words and how they are meant", "\n".join(words))
    if content.examples:
        yield Reviewable("safety-examples", "Safety: messages to learn from", "\n".join(_lines(content.examples)))


def _lines(value: Any) -> Iterator[str]:
    """A dataclass as "name: value" lines."""
    for one in fields(value):
        held = getattr(value, one.name)
        said = "; ".join(_listed(part) for part in held) if isinstance(held, tuple) else str(held)
        yield f"{one.name}: {_plain(said)}"


def _listed(part: str | tuple[str, ...]) -> str:
    return part if isinstance(part, str) else " or ".join(part)


def _plain(text: str) -> str:
    return " ".join(text.split())
