"""The content that ships: the article is all there, in words of its own, and every entry keeps the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from botox_faq.content import Content, Entry, find_faq
from botox_faq.content.reading import read_content, read_folder
from botox_faq.content.spoken import LATER, names_in
from botox_faq.upkeep.measures import to_be_measured
from botox_faq.upkeep.patients_text import entry_texts
from botox_faq.upkeep.reading_grade import grade, sentences, words
from botox_faq.upkeep.ruling import easy_words

FAQ = find_faq()
ARTICLE = Path(__file__).parents[2].parent / "shared" / "content" / "article.txt"
RUN = 8

BY_ARTICLE = {
    "how-it-works", "why-wrinkles-form", "prevention", "permanence", "regular-treatment-benefit", "how-often",
    "frequency-varies", "units-and-duration", "first-session", "how-long-results-last", "long-term-plan",
    "less-often-over-time", "who-performs", "first-assessment", "follow-instructions", "popularity", "book",
}  # fmt: skip
BEYOND = {
    "onset", "pain", "cost", "side-effects", "safety", "pregnancy", "contraindications-medication", "aftercare",
    "procedure-time", "downtime", "age", "men", "areas", "natural-look", "fillers-vs-botox", "brands", "medical-uses",
    "resistance", "touch-up", "units-amount", "before-treatment", "alcohol-exercise", "combine-treatments",
    "ingredients", "overseas-home-diy",
}  # fmt: skip


def written() -> Content:
    reading = read_folder(FAQ)
    assert reading.content is not None, "\n".join(map(str, reading.problems))
    return reading.content


CONTENT = written()
EASY = easy_words() | set(CONTENT.vocabulary.medicine)
ENTRIES = pytest.mark.parametrize("entry", CONTENT.entries, ids=lambda entry: entry.id)


def test_all_36_facts_are_there_and_each_is_carried_by_an_entry_of_the_article() -> None:
    assert [fact.id for fact in CONTENT.facts] == [f"A{number}" for number in range(1, 37)]
    carried = {one for entry in CONTENT.entries if entry.source.article for one in entry.facts}
    assert {fact.id for fact in CONTENT.facts} <= carried
    said = {one for entry in read_content(FAQ).entries for one in entry.facts}
    assert {fact.id for fact in CONTENT.facts} <= said


def test_a_fact_that_is_not_kept_says_which_qualification_it_follows() -> None:
    for fact in CONTENT.facts:
        if fact.handling != "kept":
            assert re.match(r"Q\d+\b", fact.because or ""), fact.id


@pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not at hand")
def test_no_entry_shares_eight_words_in_a_row_with_the_article() -> None:
    article = _plain(ARTICLE.read_text(encoding="utf-8"))
    runs = {tuple(article[at : at + RUN]) for at in range(len(article) - RUN + 1)}
    for entry in CONTENT.entries:
        for path, text in entry_texts(entry):
            said = _plain(text)
            shared = [said[at : at + RUN] for at in range(len(said) - RUN + 1) if tuple(said[at : at + RUN]) in runs]
            assert not shared, f"{entry.id} {path}: {' '.join(shared[0])}"


def test_every_topic_is_answered() -> None:
    topics = {entry.topic for entry in read_content(FAQ).entries}
    assert BY_ARTICLE | BEYOND | {"clinic-info"} <= topics
    known = [topic.id for topic in CONTENT.topics]
    assert set(known) >= {*BY_ARTICLE, *BEYOND, "clinic-info", "smalltalk", "urgent"}


def test_there_are_enough_entries() -> None:
    assert sum(bool(entry.source.article) for entry in CONTENT.entries) >= 24
    assert sum(bool(entry.source.title) for entry in CONTENT.entries) >= 45


@ENTRIES
def test_an_entry_is_asked_in_ten_ways_and_in_none_twice(entry: Entry) -> None:
    assert len(entry.phrasings) >= 10
    asked = [" ".join(words(one.lower())) for one in (entry.question, *entry.phrasings)]
    assert len(set(asked)) == len(asked), sorted(one for one in asked if asked.count(one) > 1)


@pytest.mark.parametrize("entry", to_be_measured(CONTENT).entries, ids=lambda entry: entry.id)
def test_an_answer_is_short_and_plain(entry: Entry) -> None:
    assert 20 <= len(words(entry.answer)) <= 90
    assert grade(entry.answer, EASY) <= 8
    assert max(len(words(one)) for one in sentences(entry.answer)) <= 25
    if entry.note:
        assert len(words(entry.note.text)) <= 25
        assert len(sentences(entry.note.text)) == 1


@ENTRIES
def test_an_entry_of_a_general_topic_names_its_document(entry: Entry) -> None:
    if entry.topic in BEYOND and not entry.source.article:
        assert entry.source.clinic or (entry.source.title and entry.source.publisher and entry.source.checked)


def test_answers_are_easy_on_average() -> None:
    grades = [grade(entry.answer, EASY) for entry in to_be_measured(CONTENT).entries]
    assert sum(grades) / len(grades) <= 6


def test_what_the_clinic_left_out_is_not_answered(tmp_path: Path) -> None:
    for path in FAQ.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name == "clinic.yaml":
            text = re.sub(r"^parking:.*\n", "", text, flags=re.MULTILINE)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    gone = {entry.id for entry in read_content(FAQ).entries} - {entry.id for entry in read_content(tmp_path).entries}
    assert gone
    assert all(names_in(entry) & {"parking"} for entry in CONTENT.entries if entry.id in gone)


@pytest.mark.parametrize("region", ["uk", "ie", "eu", "us", "au"])
def test_nothing_is_left_unfilled_in_any_region(region: str, tmp_path: Path) -> None:
    for path in FAQ.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name == "clinic.yaml":
            text = text.replace("region: uk", f"region: {region}")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    content = read_content(tmp_path)
    left = names_in(content.entries) | names_in(content.smalltalk) | names_in(content.safety.texts)
    assert left <= LATER


def test_nothing_ships_as_reviewed() -> None:
    assert CONTENT.reviews == ()
    assert CONTENT.clinic.sample


def _plain(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", ""))
