"""What must hold between the files: ids, references and names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from itertools import pairwise
from typing import Any

from botox_faq.content.clinic import DAYS
from botox_faq.content.findings import Findings
from botox_faq.content.model import Source
from botox_faq.content.opening import span
from botox_faq.content.problem import Problem
from botox_faq.content.safety_checks import check_examples, check_safety
from botox_faq.content.spoken import LATER, LINES, Content, all_names, names_in
from botox_faq.content.yaml_tree import Path, Tree

Places = dict[str, tuple[str, Path]]
"""Entry id → its file and its path there."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_together(content: Content, trees: Mapping[str, Tree], entry_files: Sequence[str]) -> list[Problem]:
    """Return what is wrong between files that are each right by themselves."""
    found = Findings(trees)
    places = entry_places(trees, entry_files)
    _ids(found, entry_files)
    _clinic(content, found)
    _entries(content, found, places)
    _starters(content, found, places)
    _reviews(content, found)
    check_safety(content.safety, found)
    if content.examples:
        check_examples(content.examples, found)
    if not any(problem.file in ("wording.yaml", "clinic.yaml") for problem in found.problems):
        _names(content, found, places)
    return found.problems


def entry_places(trees: Mapping[str, Tree], entry_files: Sequence[str]) -> Places:
    """Where each entry stands; of two with one id, the first."""
    places: Places = {}
    for file in entry_files:
        for number, item in enumerate(trees[file].value):
            places.setdefault(item["id"], (file, (number,)))
    return places


def _ids(found: Findings, entry_files: Sequence[str]) -> None:
    """Entries and small talk share their ids; topics and facts have their own."""
    spaces = [(*entry_files, "smalltalk.yaml"), ("topics.yaml",), ("facts.yaml",)]
    for files in spaces:
        seen: dict[str, str] = {}
        for file in files:
            for number, item in enumerate((found.trees[file].value if file in found.trees else None) or ()):
                one, path = item["id"], (number, "id")
                if one in seen:
                    found.add(file, path, "duplicate-id", f"the id {one!r} is taken, see {seen[one]}",
                              "Give it another")  # fmt: skip
                elif file != "facts.yaml" and not _ID.fullmatch(one):
                    found.add(file, path, "bad-id", f"{one!r} is no id",
                              "Use small letters, digits and hyphens: how-long-it-lasts")  # fmt: skip
                seen.setdefault(one, f"{file}:{found.trees[file].place(path).line}")


def _entries(content: Content, found: Findings, places: Places) -> None:
    topics = {topic.id for topic in content.topics}
    facts = {fact.id for fact in content.facts}
    for entry in content.entries:
        file, path = places[entry.id]
        if entry.topic not in topics:
            found.add(file, (*path, "topic"), "unknown-topic", f"there is no topic {entry.topic!r}",
                      "Take one of topics.yaml, or add it there")  # fmt: skip
        for number, one in enumerate(entry.related):
            if one == entry.id:
                found.add(file, (*path, "related", number), "related-to-itself", f"{one!r} is this entry itself",
                          "Take it out")  # fmt: skip
            elif one not in places:
                found.add(file, (*path, "related", number), "unknown-entry", f"there is no entry {one!r}",
                          "Correct the id or take it out")  # fmt: skip
        for number, one in enumerate(entry.facts):
            if one not in facts:
                found.add(file, (*path, "facts", number), "unknown-fact", f"there is no fact {one!r}",
                          "Take one of facts.yaml")  # fmt: skip
        if not _is_one_source(entry.source):
            found.add(file, (*path, "source"), "source", "a source is an article's heading, the clinic, or a document "
                      "with title, publisher and checked", "Give one of the three")  # fmt: skip


def _is_one_source(source: Source) -> bool:
    document = (source.title, source.publisher, source.checked)
    kinds = [bool(source.article), bool(source.clinic), any(document)]
    return sum(kinds) == 1 and (all(document) if any(document) else not source.url)


def _starters(content: Content, found: Findings, places: Places) -> None:
    for name in ("starters", "starters_neutral"):
        for number, one in enumerate(getattr(content.wording.conversation, name)):
            if one not in places:
                found.add("wording.yaml", ("conversation", name, number), "unknown-entry", f"there is no entry {one!r}",
                          "Correct the id or take it out")  # fmt: skip
    if len(content.wording.conversation.days) != len(DAYS):
        found.add("wording.yaml", ("conversation", "days"), "days", "there must be seven days", "Name Monday to Sunday")


def _clinic(content: Content, found: Findings) -> None:
    clinic = content.clinic
    for day in DAYS:
        spans = [span(hours) for hours in getattr(clinic.hours, day)]
        for number, one in enumerate(spans):
            if one is None:
                found.add("clinic.yaml", ("hours", day, number), "hours", "this is no time span",
                          'Write it as "09:00-17:30", the earlier time first')  # fmt: skip
        for number, (first, second) in enumerate(pairwise(spans), 1):
            if first and second and second[0] < first[1]:
                found.add("clinic.yaml", ("hours", day, number), "hours", "this begins before the last one ends",
                          "Put the spans of a day in order, without overlap")  # fmt: skip
    if not _is_timezone(clinic.timezone):
        found.add("clinic.yaml", ("timezone",), "timezone", f"there is no time zone {clinic.timezone!r}",
                  "Take a name of the IANA list, such as Europe/London")  # fmt: skip
    if clinic.region not in content.safety.numbers and not all(getattr(clinic, name) for name in LINES):
        found.add("clinic.yaml", ("region",), "no-numbers", f"safety.yaml has no numbers for {clinic.region}",
                  "Add them there, or give " + ", ".join(LINES) + " here")  # fmt: skip
    if "link" in clinic.routes and not clinic.link:
        found.add("clinic.yaml", ("routes",), "no-link", "the route link has no address", "Add link: https://...")


def _is_timezone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return False
    return True


def _reviews(content: Content, found: Findings) -> None:
    for number, review in enumerate(content.reviews):
        for key, day in (("on", review.on), ("due", review.due)):
            if day is not None and not _is_day(day):
                found.add("reviews.yaml", (number, key), "day", f"{day!r} is no day", "Write it as 2026-11-23")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _names(content: Content, found: Findings, places: Places) -> None:
    known = all_names(content).keys() | LATER
    for file, path, value in spoken_parts(content, places):
        for name in sorted(names_in(value) - known):
            found.add(file, path, "unknown-name", f"there is no ${name}",
                      "Take a name of clinic.yaml; for a plain dollar sign write $$", within="$" + name)  # fmt: skip


def spoken_parts(content: Content, places: Places) -> Iterator[tuple[str, Path, Any]]:
    """Everything in which `$names` are filled in, with its file and path."""
    yield from ((*places[entry.id], entry) for entry in content.entries)
    yield from (("smalltalk.yaml", (number,), one) for number, one in enumerate(content.smalltalk))
    yield from (("topics.yaml", (number,), one) for number, one in enumerate(content.topics))
    wording = content.wording
    yield from (("wording.yaml", (group.name,), getattr(wording, group.name)) for group in fields(wording))
    yield "safety.yaml", ("texts",), content.safety.texts
