"""Like questions together; one of them made a phrasing or a draft, and no other byte of the file touched."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from botox_faq.content import ContentError
from botox_faq.content.model import Vocabulary
from botox_faq.content.reading import read_content, read_folder
from botox_faq.store.tallies import Told
from botox_faq.upkeep.inserting import CannotInsert
from botox_faq.upkeep.misses import grouped, too_old
from botox_faq.upkeep.promoting import as_draft, as_phrasings, tried

TODAY = date(2026, 11, 23)


def told(number: int, text: str, entry: str = "x", score: float = 0.1, day: date = TODAY) -> Told:
    return Told(number, day, text, entry, score)


def test_like_questions_are_one_miss_and_the_most_told_comes_first() -> None:
    misses = grouped(
        [
            told(1, "do you sell vitamins"),
            told(2, "can i fly after it"),
            told(3, "can i fly afterwards", score=0.3),
            told(4, "can i be flying after it"),
        ],
        Vocabulary(),
    )
    assert [(one.number, len(one.told)) for one in misses] == [(2, 3), (1, 1)]
    assert misses[0].nearest.id == 3
    assert misses[0].questions == ("can i fly after it", "can i fly afterwards", "can i be flying after it")


def test_shorthand_is_read() -> None:
    vocabulary = Vocabulary(shorthand={"u": "you"})
    assert len(grouped([told(1, "do u sell gum"), told(2, "do you sell gum")], vocabulary)) == 1


def test_words_are_kept_for_90_days() -> None:
    days = [TODAY - timedelta(days=number) for number in (0, 89, 90, 400)]
    assert too_old([told(at, "x", day=day) for at, day in enumerate(days)], TODAY) == [2, 3]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_phrasing_is_added_and_nothing_else_changes(good: Path, end: bytes) -> None:
    path = good / "general.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", end))
    before = path.read_bytes()
    change = as_phrasings(good, "does-it-hurt", ['does it "pinch": a lot # really?'])
    assert path.read_bytes() == before
    change.write()
    added = b'    - "does it \\"pinch\\": a lot # really?"' + end
    after = path.read_bytes()
    at = after.index(added)
    assert after[:at] + after[at + len(added) :] == before
    entry = next(one for one in read_content(good).entries if one.id == "does-it-hurt")
    assert entry.phrasings[0] == 'does it "pinch": a lot # really?'
    changed = [line for line in change.difference() if line[0] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == ['+    - "does it \\"pinch\\": a lot # really?"']


def test_all_wordings_of_a_group_are_added_in_their_order(good: Path) -> None:
    as_phrasings(good, "does-it-hurt", ["does it pinch", "is it a pinch", "a pinch: or not"]).write()
    entry = next(one for one in read_content(good).entries if one.id == "does-it-hurt")
    assert entry.phrasings[:4] == ("does it pinch", "is it a pinch", "a pinch: or not", "is it painful")


def test_a_draft_is_added_at_the_end_and_shown_to_nobody(good: Path) -> None:
    path = good / "general.yaml"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    before = path.read_bytes()
    as_draft(good, "general.yaml", "flying-home", "pain", ["can i fly?", "flying: ok"]).write()
    assert path.read_bytes().startswith(before)
    written = read_folder(good)
    assert written.content is not None
    draft = written.content.entries[-1]
    assert (draft.id, draft.draft, draft.phrasings) == ("flying-home", True, ("can i fly?", "flying: ok"))
    assert "flying-home" not in {entry.id for entry in read_content(good).entries}


def test_what_cannot_be_promoted_leaves_the_file_alone(good: Path) -> None:
    before = {path.name: path.read_bytes() for path in good.iterdir()}
    with pytest.raises(KeyError):
        as_phrasings(good, "nothing", ["x"])
    with pytest.raises(ContentError):
        as_draft(good, "general.yaml", "how-often", "pain", ["x"])
    with pytest.raises(ContentError):
        as_draft(good, "general.yaml", "new-one", "no-topic", ["x"])
    with pytest.raises(CannotInsert):
        as_draft(good, "clinic.yaml", "new-one", "pain", ["x"])
    (good / "more.yaml").write_bytes(
        b"[{id: x, topic: pain, kind: answer, question: q, phrasings: [a], answer: b, source: {clinic: c}}]\n"
    )
    with pytest.raises(CannotInsert):
        as_phrasings(good, "x", ["y"])
    with pytest.raises((CannotInsert, ContentError)):
        as_draft(good, "more.yaml", "new-one", "pain", ["x"])
    (good / "more.yaml").unlink()
    assert {path.name: path.read_bytes() for path in good.iterdir()} == before


def test_a_file_that_changed_meanwhile_is_not_written_over(good: Path) -> None:
    change = as_phrasings(good, "does-it-hurt", ["new"])
    path = good / "general.yaml"
    path.write_bytes(path.read_bytes() + b"# mine\n")
    with pytest.raises(CannotInsert, match="meanwhile"):
        change.write()
    assert path.read_bytes().endswith(b"# mine\n")


def test_a_change_can_be_tried_on_a_copy(good: Path) -> None:
    change = as_phrasings(good, "does-it-hurt", ["a new way to ask"])
    with tried(change) as copy:
        assert any("a new way to ask" in entry.phrasings for entry in read_content(copy).entries)
    assert not copy.exists()
    assert not any("a new way to ask" in entry.phrasings for entry in read_content(good).entries)
