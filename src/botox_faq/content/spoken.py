"""Content, and content as it is spoken: the clinic's region only, and its names filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from botox_faq.content.clinic import DAYS, Clinic, names
from botox_faq.content.model import Entry, Fact, Review, Smalltalk, Topic, Vocabulary
from botox_faq.content.safety_examples import SafetyExamples
from botox_faq.content.safety_rules import SafetyRules
from botox_faq.content.wording import Wording

NAME = re.compile(r"\$(?:(\$)|([a-z][a-z0-9_]*))")
LINES = ("emergency", "urgent_line", "crisis_line", "poisons_line")
LATER = frozenset({"open_now"})
"""Names that are filled in only when the text is said, because they depend on the time."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything that faq/ says."""

    clinic: Clinic
    topics: tuple[Topic, ...]
    entries: tuple[Entry, ...]
    facts: tuple[Fact, ...]
    smalltalk: tuple[Smalltalk, ...]
    vocabulary: Vocabulary
    negatives: tuple[str, ...]
    wording: Wording
    safety: SafetyRules
    examples: SafetyExamples | None
    """None once they have been learned from: an assistant keeps what it learned in their place."""
    reviews: tuple[Review, ...]


def as_spoken(content: Content) -> Content:
    """Return `content` for its clinic's region, every `$name` filled in.

    Drafts and what is marked with other regions go; so do entries that name something the clinic left out, and
    references to entries that are gone. `$$` becomes `$`.
    """
    values = all_names(content)
    region = content.clinic.region
    ready = [entry for entry in content.entries if not entry.draft]
    here = [_here(entry, region) for entry in ready if not entry.regions or region in entry.regions]
    here = [entry for entry in here if all(values.get(name) for name in names_in(entry) - LATER)]
    ids = {entry.id for entry in here}
    entries = tuple(replace(entry, related=tuple(one for one in entry.related if one in ids)) for entry in here)
    return replace(
        content,
        topics=_filled(content.topics, values),
        entries=_filled(entries, values),
        smalltalk=_filled(content.smalltalk, values),
        wording=_filled(content.wording, values),
        safety=replace(content.safety, texts=_filled(content.safety.texts, values)),
    )


def all_names(content: Content) -> dict[str, str | None]:
    """What each `$name` stands for: the clinic's own values, its region's numbers where it gives none, its hours."""
    values = names(content.clinic)
    numbers = content.safety.numbers.get(content.clinic.region)
    for name in LINES:
        values[name] = values[name] or (getattr(numbers, name).number if numbers else None)
    values["hours"] = _hours(content.clinic, content.wording)
    return values


def names_in(value: Any) -> set[str]:
    """The `$names` used anywhere in `value`."""
    if isinstance(value, str):
        return {name for _, name in NAME.findall(value) if name}
    if isinstance(value, tuple):
        return set().union(*map(names_in, value))
    if is_dataclass(value):
        return set().union(*(names_in(getattr(value, one.name)) for one in fields(value)))
    return set()


def _here(entry: Entry, region: str) -> Entry:
    note = entry.note if entry.note and (not entry.note.regions or region in entry.note.regions) else None
    more = entry.more
    if isinstance(more, tuple):
        more = tuple(line for line in more if not line.regions or region in line.regions) or None
    return replace(entry, note=note, more=more)


def _filled(value: T, values: Mapping[str, str | None]) -> T:
    if isinstance(value, str):
        return NAME.sub(lambda found: found[1] or values.get(found[2]) or found[0], value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_filled(one, values) for one in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _filled(getattr(value, one.name), values) for one in fields(value)})
    return value


def _hours(clinic: Clinic, wording: Wording) -> str:
    """The opening hours in words, days with the same hours taken together: "Monday to Friday 09:00-17:30, ..."."""
    runs: list[tuple[str, str, str]] = []
    for day, called in zip(DAYS, wording.conversation.days, strict=True):
        spans = " and ".join(getattr(clinic.hours, day)) or wording.conversation.closed_day
        if runs and runs[-1][2] == spans:
            runs[-1] = (runs[-1][0], called, spans)
        else:
            runs.append((called, called, spans))
    to = wording.conversation.day_to_day
    return ", ".join(
        f"{first if first == last else to.format(first=first, last=last)} {spans}" for first, last, spans in runs
    )
