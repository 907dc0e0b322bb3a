"""Everything that `botox-faq check` looks at, in one list of problems."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from pathlib import Path

from botox_faq.content import Content, Problem
from botox_faq.content.checks import Places, entry_places
from botox_faq.content.findings import Findings
from botox_faq.content.reading import FILES, read_folder
from botox_faq.upkeep.addresses import check_addresses
from botox_faq.upkeep.clashes import check_clashes
from botox_faq.upkeep.measures import check_measures
from botox_faq.upkeep.promoting import PLACEHOLDERS
from botox_faq.upkeep.ruling import easy_words
from botox_faq.upkeep.sign_offs import check_sign_offs
from botox_faq.upkeep.wording_checks import check_fields, check_wording


def check(folder: Path, today: date) -> list[Problem]:
    """Return all that is wrong with the content in `folder`, by file and line.

    Where a file can't be read the reading's errors are all there is: the rest would only repeat them.
    """
    reading = read_folder(folder)
    wrong = {one.code for one in reading.problems}
    if reading.parsed is None or "days" in wrong:  # without seven names of days no text can be filled in
        return reading.problems
    content, found = reading.parsed, Findings(reading.trees, list(reading.problems))
    places = entry_places(reading.trees, [file for file in reading.trees if file not in FILES])
    easy = easy_words() | {word.lower() for word in content.vocabulary.medicine}
    check_measures(content, places, easy, found)
    check_wording(content, places, found)
    check_fields(reading.trees["wording.yaml"], found)
    check_addresses(content, places, found)
    check_clashes(content, places, found)
    if "day" not in wrong:
        check_sign_offs(content, today, found)
    _facts(content, found)
    _drafts(content, places, found)
    return sorted(set(found.problems))


def _drafts(content: Content, places: Places, found: Findings) -> None:
    for entry in content.entries:
        file, path = places[entry.id]
        if entry.draft:
            found.add(file, (*path, "draft"), "draft", f"{entry.id!r} is a draft: nobody is shown it",
                      "Write its answer and take the line out", "warning")  # fmt: skip
            continue
        for below, placeholder in PLACEHOLDERS.items():
            if attrgetter(".".join(below))(entry) == placeholder:
                found.add(file, (*path, *below), "not-written", f"{entry.id!r} still says {placeholder!r}",
                          "Write what belongs here, or mark the entry with draft: true")  # fmt: skip


def _facts(content: Content, found: Findings) -> None:
    carried = {one for entry in content.entries for one in entry.facts}
    for number, fact in enumerate(content.facts):
        if fact.id not in carried:
            found.add("facts.yaml", (number, "id"), "fact-not-carried", f"no entry carries {fact.id}",
                      "Name it under facts: of the entry that says it")  # fmt: skip
        if fact.handling != "kept" and not fact.because:
            found.add("facts.yaml", (number, "handling"), "no-reason", f"{fact.id} is {fact.handling} without a reason",
                      "Add because: ...")  # fmt: skip
