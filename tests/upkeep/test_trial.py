"""The regression test: what is held out is asked unseen, slips are the same each time, confusions are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botox_faq.content import ContentError
from botox_faq.content.clinic import Floors
from botox_faq.content.reading import read_content
from botox_faq.conversation import Assistant
from botox_faq.matching import Match, Verdict
from botox_faq.upkeep.expected import asked, read_expected
from botox_faq.upkeep.mistyping import mistyped
from botox_faq.upkeep.trial import PARTS, Outcome, confusions, figures, held_out


def outcome(wanted: str | None, *got: str, variant: str = "clean", decision: str = "answer") -> Outcome:
    matches = tuple(Match(one, 0.5) for one in got)
    return Outcome("q", wanted, variant, Verdict(decision, matches, 0.5), "near")  # type: ignore[arg-type]


def test_figures() -> None:
    found = figures([
        outcome("a", "a", "b"),
        outcome("a", "b", "a"),
        outcome("a", "b", "c", "d", "a"),
        outcome("a", "a", variant="mistyped"),
        outcome(None, "a", variant="seen", decision="choices"),
        outcome(None, "a", variant="unseen"),
    ])  # fmt: skip
    assert (found.top1, found.top3, found.mistyped) == (0.3333, 0.6667, 1.0)
    assert (found.negatives, found.negatives_unseen, found.coverage) == (1.0, 0.0, 0.5)
    assert found.below(Floors(top1=0.5, top3=0.6, mistyped=1.0, negatives=0.9)) == ["top1"]


def test_what_was_not_asked_is_below_no_floor() -> None:
    assert figures([]).below(Floors()) == []


def test_confusions_go_entry_against_entry_with_the_phrasings() -> None:
    first, second = confusions([outcome("a", "b"), outcome("c", "a"), outcome("a", "b"), outcome("a", "a")])
    assert (first.wanted, first.got, first.phrasings) == ("a", "b", (("q", "near"), ("q", "near")))
    assert (second.wanted, second.got) == ("c", "a")


def test_each_phrasing_is_asked_once_clean_once_mistyped_and_never_by_who_knows_it(good: Path) -> None:
    content = read_content(good)
    reports: list[int] = []
    outcomes = held_out(Assistant(content), lambda done, parts: reports.append(done))
    wanted = sorted((entry.id, phrasing) for entry in content.entries for phrasing in entry.phrasings)
    assert sorted((one.wanted or "", one.question) for one in outcomes if one.variant == "clean") == wanted
    assert len([one for one in outcomes if one.variant == "mistyped"]) == len(wanted)
    assert sorted(one.question for one in outcomes if one.variant == "unseen") == sorted(content.negatives)
    assert not any(one.verdict.rule == "exact" for one in outcomes if one.variant == "clean")
    assert reports == list(range(PARTS + 1))


@given(st.text(max_size=60))
def test_slips_are_the_same_each_time(text: str) -> None:
    assert mistyped(text) == mistyped(text)
    assert len(mistyped(text)) <= len(text) + 2


def test_slips() -> None:
    questions = ["how often should i have it", "does the needle hurt", "is it permanent"]
    assert all(mistyped(one) != one for one in questions)
    assert {mistyped("permanent", seed) for seed in range(40)} >= {"peramnent", "peranent"}
    assert mistyped("is it on") == "is it on"


def test_a_clinic_s_own_questions(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(
        "- {question: how offen should i come back, entry: how-often}\n"
        "- {question: is it paynful, topic: pain}\n"
        "- {question: do you sell bicycles}\n",
        encoding="utf-8",
    )
    assistant = Assistant(read_content(good))
    found = figures(asked(assistant, read_expected(path, assistant)))
    assert (found.top1, found.negatives) == (1.0, 1.0)


def test_a_question_file_with_mistakes_is_refused_with_their_places(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    assistant = Assistant(read_content(good))
    path.write_text("- {question: x, entry: nothing}\n- {queston: y}\n", encoding="utf-8")
    with pytest.raises(ContentError, match="unknown-key"):
        read_expected(path, assistant)
    path.write_text("- {question: x, entry: nothing}\n", encoding="utf-8")
    with pytest.raises(ContentError, match="unknown-entry"):
        read_expected(path, assistant)
    with pytest.raises(ContentError, match="unreadable"):
        read_expected(tmp_path / "none.yaml", assistant)
