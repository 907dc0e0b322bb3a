"""From the article's facts to the entries that carry them, and from each entry to its source."""

from __future__ import annotations

from dataclasses import dataclass

from botox_faq.content import Content
from botox_faq.content.model import Fact
from botox_faq.content.reviewing import source_in_words
from botox_faq.content.spoken import as_spoken


@dataclass(frozen=True, slots=True)
class Carried:
    """A fact of the article with the entries that carry it; `hidden` are those that patients don't see here."""

    fact: Fact
    entries: tuple[str, ...]
    hidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sourced:
    """An entry with its source in words and the facts it carries."""

    entry: str
    source: str
    facts: tuple[str, ...]


def facts_carried(content: Content) -> list[Carried]:
    """Every fact, in the order of facts.yaml; `content` is as it is written."""
    shown = {entry.id for entry in as_spoken(content).entries}
    out = []
    for fact in content.facts:
        carrying = [entry.id for entry in content.entries if fact.id in entry.facts]
        seen = tuple(one for one in carrying if one in shown)
        out.append(Carried(fact, seen, tuple(one for one in carrying if one not in shown)))
    return out


def sources(content: Content) -> list[Sourced]:
    """Every entry as it is spoken, in the order of the files."""
    spoken = as_spoken(content).entries
    return [Sourced(entry.id, source_in_words(entry.source), entry.facts) for entry in spoken]
