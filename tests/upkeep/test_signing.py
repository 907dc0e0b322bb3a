"""Sign, edit a letter, undo: void, then valid again; and the files that people edit stay byte for byte."""

from __future__ import annotations

import stat
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botox_faq.content import ContentError, sign_off
from botox_faq.content.reading import read_content, read_file
from botox_faq.content.reviewing import last_review, reviewables, standing
from botox_faq.conversation import Assistant
from botox_faq.upkeep.checking import check
from botox_faq.upkeep.inserting import CannotInsert, with_item_first, with_last_line
from botox_faq.upkeep.pack import pack
from botox_faq.upkeep.signing import changed, difference, due, sign, signed_at

ON, DUE = date(2026, 3, 3), date(2027, 3, 3)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def stands(folder: Path, one: str, today: date = ON) -> str:
    content = read_content(folder)
    return standing(content.reviews, {item.id: item for item in reviewables(content)}[one], today)


def test_any_edit_voids_a_sign_off_and_undoing_it_revives_it(good: Path) -> None:
    sign(good, ["does-it-hurt"], "Dr A. Sample", "doctor", ON, DUE)
    assert stands(good, "does-it-hurt") == "valid"
    edit(good, "general.yaml", "can sting,", "can stink,")
    assert stands(good, "does-it-hurt") == "void"
    content = read_content(good)
    assert sign_off(content.reviews, next(one for one in content.entries if one.id == "does-it-hurt")) is None
    assert "review-void" in {one.code for one in check(good, ON)}
    edit(good, "general.yaml", "can stink,", "can sting,")
    assert stands(good, "does-it-hurt") == "valid"
    assert "review-void" not in {one.code for one in check(good, ON)}


def test_the_reply_says_who_signed_what_it_says_and_nobody_else(good: Path) -> None:
    now = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/London"))

    def reviewed() -> dict[str, str | None] | None:
        return Assistant(read_content(good)).new_visit().say("Does it hurt?", now).reviewed

    assert reviewed() is None
    sign(good, ["does-it-hurt"], "Dr A. Sample", "doctor", ON, DUE)
    assert reviewed() == {"by": "Dr A. Sample", "role": "doctor", "on": "2026-03-03", "due": "2027-03-03"}
    edit(good, "general.yaml", "can sting,", "can stink,")
    assert reviewed() is None


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("article.yaml", "question: How often should I have Botox?", "question: How often?"),
        ("article.yaml", "The label advises against less", "The label is against less"),
        ("article.yaml", "source: US label", "source: EU label"),
        ("article.yaml", "Ask for a date when you leave.", "Ask for a date."),
        ("article.yaml", "gap of 12 weeks.", "gap of 11 weeks."),
    ],
)
def test_each_part_that_a_patient_reads_is_signed(good: Path, file: str, old: str, new: str) -> None:
    sign(good, ["how-often"], "A", "B", ON, DUE)
    edit(good, file, old, new)
    assert stands(good, "how-often") == "void"


def test_what_a_patient_does_not_read_of_an_entry_is_free(good: Path) -> None:
    sign(good, ["how-often"], "A", "B", ON, DUE)
    edit(good, "article.yaml", "- how often should i come back", "- how often shall i come back")
    edit(good, "article.yaml", "related: [is-it-permanent]", "related: []")
    assert stands(good, "how-often") == "valid"


def test_a_new_phone_number_voids_what_names_it(good: Path) -> None:
    sign(good, ["where-to-park", "how-often"], "A", "B", ON, DUE)
    edit(good, "clinic.yaml", "+44 20 7946 0123", "+44 20 7946 0124")
    assert (stands(good, "where-to-park"), stands(good, "how-often")) == ("void", "valid")


@pytest.mark.parametrize(
    ("one", "old", "new"),
    [
        ("safety-sign-breathing", '"short of breath"', '"short of air"'),
        ("safety-sign-droop", "tier: prompt", "tier: same-day"),
        ("safety-replies", "Call $emergency now.", "Ring $emergency now."),
        ("safety-replies", 'emergency: {number: "999"', 'emergency: {number: "112"'),
        ("safety-together-spread", "all: [[breathing], [droop]]", "all: [[droop], [breathing]]"),
        ("safety-words", "cannot: [cant, cannot]", "cannot: [cant]"),
        ("safety-words", "says: [scared]", "says: [afraid]"),
        ("safety-words", "  words: 4", "  words: 5"),
    ],
)
def test_safety_s_rules_and_replies_are_signed(good: Path, one: str, old: str, new: str) -> None:
    sign(good, [one], "A", "B", ON, DUE)
    assert stands(good, one) == "valid"
    edit(good, "safety.yaml", old, new)
    assert stands(good, one) == "void"


def test_signing_appends_and_touches_nothing_else(good: Path) -> None:
    (good / "reviews.yaml").chmod(0o640)
    before = files(good)
    sign(good, ["how-often"], 'Dr "Quote" \\ Ärztin', "nurse: prescriber # x", ON, DUE)
    after = files(good)
    assert after.pop("reviews.yaml").startswith(reviews := before.pop("reviews.yaml"))
    assert after == before
    assert len((good / "reviews.yaml").read_bytes()[len(reviews) :].splitlines()) == 1
    assert stat.S_IMODE((good / "reviews.yaml").stat().st_mode) == 0o640
    last = read_content(good).reviews[-1]
    assert (last.by, last.role, last.on, last.due) == (
        'Dr "Quote" \\ Ärztin', "nurse: prescriber # x", "2026-03-03", "2027-03-03",
    )  # fmt: skip


def test_everything_can_be_signed_at_once(good: Path) -> None:
    content = read_content(good)
    sign(good, [item.id for item in reviewables(content)], "A", "B", ON, DUE)
    assert list(due(read_content(good), ON)) == []
    assert [one.code for one in check(good, ON)] == []


def test_a_missing_file_is_made_and_a_file_without_a_last_newline_is_ended(good: Path) -> None:
    (good / "reviews.yaml").unlink()
    sign(good, ["how-often"], "A", "B", ON, DUE)
    path = good / "reviews.yaml"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    sign(good, ["does-it-hurt"], "A", "B", ON, DUE)
    assert [review.id for review in read_content(good).reviews] == ["how-often", "does-it-hurt"]


def test_what_cannot_be_signed(good: Path) -> None:
    before = files(good)
    with pytest.raises(ValueError, match="nothing called x"):
        sign(good, ["how-often", "x"], "A", "B", ON, DUE)
    with pytest.raises(ValueError, match="name and a role"):
        sign(good, ["how-often"], " \x1b ", "B", ON, DUE)
    (good / "reviews.yaml").write_bytes(b"# " + b"x" * 999_990 + b"\n")
    with pytest.raises(ValueError, match="full"):
        sign(good, ["how-often"], "A", "B", ON, DUE)
    (good / "reviews.yaml").write_text("[]\n", encoding="utf-8")
    with pytest.raises(ContentError):
        sign(good, ["how-often"], "A", "B", ON, DUE)
    assert files(good) == before | {"reviews.yaml": b"[]\n"}


def test_overdue_and_due_soon(good: Path) -> None:
    sign(good, ["how-often"], "A", "B", ON, DUE)
    assert stands(good, "how-often", date(2027, 3, 3)) == "valid"
    assert stands(good, "how-often", date(2027, 3, 4)) == "overdue"
    assert "review-overdue" in {one.code for one in check(good, date(2027, 3, 4))}
    content = read_content(good)
    assert "how-often" not in {one.item.id for one in due(content, date(2027, 1, 1))}
    assert "how-often" in {one.item.id for one in due(content, date(2027, 2, 5))}


def test_what_changed_and_what_it_said_before(good: Path) -> None:
    sign(good, ["does-it-hurt"], "First", "doctor", date(2026, 1, 1), DUE)
    edit(good, "general.yaml", "can sting,", "may sting,")
    ((item, last, lines),) = changed(read_content(good))
    assert (item.id, last.by) == ("does-it-hurt", "First")
    assert any(line.startswith("- ") and "can sting" in line for line in lines)
    assert any(line.startswith("+ ") and "may sting" in line for line in lines)
    sign(good, ["does-it-hurt"], "Second", "doctor", date(2026, 6, 1), DUE)
    reviews = read_content(good).reviews
    assert signed_at(reviews, "does-it-hurt", date(2025, 12, 31)) is None
    assert (then := signed_at(reviews, "does-it-hurt", date(2026, 3, 3))) is not None
    assert (then.by, "can sting" in then.text) == ("First", True)
    assert (now := last_review(reviews, "does-it-hurt")) is not None
    assert (now.by, "may sting" in now.text) == ("Second", True)


def test_the_pack_holds_every_text_once_escaped(good: Path) -> None:
    edit(good, "general.yaml", "can sting,", "can <b>sting</b> & more,")
    content = read_content(good)
    html = pack(content, ON)
    assert "<b>" not in html
    assert "&lt;b&gt;sting&lt;/b&gt; &amp; more" in html
    for item in reviewables(content):
        assert html.count(f"{item.id} · ") == 1


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]), min_size=1))
def test_any_text_can_be_signed_and_read_back(text: str) -> None:
    from botox_faq.content import Review
    from botox_faq.upkeep.signing import _line

    review = Review(id="a", hash="b", text=text, by=text, role="r", on="2026-01-01")
    _, kept, problems = read_file("reviews.yaml", with_last_line(b"# x\n", _line(review)))
    assert (kept, problems) == ((review,), [])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_item_is_put_first_and_no_other_byte_is_touched(end: str) -> None:
    text = "# one\n- a: 1\n  list:\n      # which\n      - x   # why\n\n      - 'y'\n- a: 2\n".replace("\n", end)
    from botox_faq.content.yaml_tree import read_tree

    data = text.encode()
    tree = read_tree("x.yaml", data)
    out = with_item_first(data, tree, (0, "list"), '"new"')
    added = f'      - "new"{end}'.encode()
    at = out.index(added)
    assert out[:at] + out[at + len(added) :] == data
    value = read_tree("x.yaml", out).value
    assert value[0]["list"] == ("new", "x", "y")


@pytest.mark.parametrize("text", ["- a: 1\n  list: [x, y]\n", "- a: 1\n  list: []\n", "- {a: 1, list: [x]}\n"])
def test_a_list_in_brackets_is_left_to_people(text: str) -> None:
    from botox_faq.content.yaml_tree import read_tree

    with pytest.raises(CannotInsert):
        with_item_first(text.encode(), read_tree("x.yaml", text.encode()), (0, "list"), "new")


def test_a_difference_names_sentences() -> None:
    assert difference("A. B. C.", "A. X. C.") == ["- B.", "+ X."]
