"""What must hold between the files: ids, references, names, and every fact of the article carried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from botox_faq.content.clinic import DAYS
from botox_faq.content.opening import span
from botox_faq.content.problem import Problem
from botox_faq.content.spoken import LATER, LINES, Content, all_names, names_in
from botox_faq.content.yaml_tree import Path, Place, Tree

Places = dict[str, tuple[str, Path]]
"""Entry id → its file and its path there."""


def check_together(content: Content, trees: dict[str, Tree], entry_files: list[str]) -> list[Problem]:
    """Return what is wrong between files that are each right by themselves."""
    places, problems = _places(trees, entry_files)
    problems += _clinic(content, trees["clinic.yaml"])
    problems += _references(content, trees, places)
    if not any(problem.file == "wording.yaml" or problem.file == "clinic.yaml" for problem in problems):
        problems += _names(content, trees, places)
    return problems


def _at(trees: dict[str, Tree], file: str, path: Path) -> Place:
    return trees[file].place(path)


def _found(trees: dict[str, Tree], file: str, path: Path, code: str, message: str, mend: str) -> Problem:
    place = _at(trees, file, path)
    return Problem(file, place.line, place.column, code, message, mend)


def _places(trees: dict[str, Tree], entry_files: list[str]) -> tuple[Places, list[Problem]]:
    places: Places = {}
    problems = []
    files = [*entry_files, *(file for file in ("smalltalk.yaml", "topics.yaml", "facts.yaml") if file in trees)]
    seen: dict[tuple[str, str], tuple[str, int]] = {}
    for file in files:
        kind = "entry" if file in entry_files or file == "smalltalk.yaml" else file
        for number, item in enumerate(trees[file].value or ()):
            one = item["id"]
            path: Path = (number, "id")
            if (kind, one) in seen:
                where = "{}:{}".format(*seen[kind, one])
                problems.append(
                    _found(trees, file, path, "duplicate-id", f"the id {one!r} is taken, see {where}", "Give it another")
                )
                continue
            seen[kind, one] = (file, _at(trees, file, path).line)
            if file in entry_files:
                places[one] = (file, (number,))
    return places, problems


def _references(content: Content, trees: dict[str, Tree], places: Places) -> Iterator[Problem]:
    topics = {topic.id for topic in content.topics}
    facts = {fact.id for fact in content.facts}
    for entry in content.entries:
        if entry.id not in places:
            continue
        file, path = places[entry.id]
        if entry.topic not in topics:
            yield _found(trees, file, (*path, "topic"), "unknown-topic", f"there is no topic {entry.topic!r}",
                         "Take one of topics.yaml, or add it there")  # fmt: skip
        for number, one in enumerate(entry.related):
            if one not in places:
                yield _found(trees, file, (*path, "related", number), "unknown-entry", f"there is no entry {one!r}",
                             "Correct the id or take it out")  # fmt: skip
        for number, one in enumerate(entry.facts):
            if one not in facts:
                yield _found(trees, file, (*path, "facts", number), "unknown-fact", f"there is no fact {one!r}",
                             "Take one of facts.yaml")  # fmt: skip
        source = entry.source
        kinds = [bool(source.article), bool(source.clinic), bool(source.title and source.publisher and source.checked)]
        if sum(kinds) != 1:
            yield _found(trees, file, (*path, "source"), "source", "a source is an article's heading, the clinic, or "
                         "a document with title, publisher and checked", "Give one of the three")  # fmt: skip
    carried = {one for entry in content.entries for one in entry.facts}
    for number, fact in enumerate(content.facts):
        if fact.id not in carried:
            yield _found(trees, "facts.yaml", (number, "id"), "fact-not-carried", f"no entry carries {fact.id}",
                         "Name it under facts: of the entry that says it")  # fmt: skip
        if fact.handling != "kept" and not fact.because:
            yield _found(trees, "facts.yaml", (number, "handling"), "no-reason", f"{fact.id} is {fact.handling} "
                         "without a reason", "Add because: ...")  # fmt: skip
    ids = set(places)
    for name in ("starters", "starters_neutral"):
        for number, one in enumerate(getattr(content.wording.conversation, name)):
            if one not in ids:
                yield _found(trees, "wording.yaml", ("conversation", name, number), "unknown-entry",
                             f"there is no entry {one!r}", "Correct the id or take it out")  # fmt: skip


def _clinic(content: Content, tree: Tree) -> Iterator[Problem]:
    clinic = content.clinic
    trees = {"clinic.yaml": tree}
    for day in DAYS:
        for number, hours in enumerate(getattr(clinic.hours, day)):
            if span(hours) is None:
                yield _found(trees, "clinic.yaml", ("hours", day, number), "hours", f"{hours!r} is no time span",
                             'Write it as "09:00-17:30", the earlier time first')  # fmt: skip
    if not _is_timezone(clinic.timezone):
        yield _found(trees, "clinic.yaml", ("timezone",), "timezone", f"there is no time zone {clinic.timezone!r}",
                     "Take a name of the IANA list, such as Europe/London")  # fmt: skip
    if clinic.region not in content.safety.numbers and not all(getattr(clinic, name) for name in LINES):
        yield _found(trees, "clinic.yaml", ("region",), "no-numbers", f"safety.yaml has no numbers for {clinic.region}",
                     "Add them there, or give " + ", ".join(LINES) + " here")  # fmt: skip
    if "link" in clinic.routes and not clinic.link:
        yield _found(trees, "clinic.yaml", ("routes",), "no-link", "the route link has no address", "Add link: https://...")
    if len(content.wording.conversation.days) != len(DAYS):
        yield Problem("wording.yaml", 1, 1, "days", "conversation.days must name seven days", "Name Monday to Sunday")


def _is_timezone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return False
    return True


def _names(content: Content, trees: dict[str, Tree], places: Places) -> Iterator[Problem]:
    known = all_names(content).keys() | LATER
    parts: list[tuple[str, Path, Any]] = [(*places[entry.id], entry) for entry in content.entries if entry.id in places]
    parts += [("smalltalk.yaml", (number,), one) for number, one in enumerate(content.smalltalk)]
    parts += [("topics.yaml", (number,), one) for number, one in enumerate(content.topics)]
    parts += [
        ("wording.yaml", (group.name,), getattr(content.wording, group.name)) for group in fields(content.wording)
    ]
    parts += [("safety.yaml", ("texts",), content.safety.texts)]
    for file, path, value in parts:
        for name in sorted(names_in(value) - known):
            inside = _where(trees[file], path, "$" + name)
            yield _found(trees, file, inside, "unknown-name", f"there is no ${name}",
                         "Take a name of clinic.yaml; for a plain dollar sign write $$")  # fmt: skip


def _where(tree: Tree, path: Path, text: str) -> Path:
    """The path below `path` of the first scalar that holds `text`."""
    for one, place in tree.places.items():
        if one[: len(path)] == path and place.written and text in place.written:
            return one
    return path
