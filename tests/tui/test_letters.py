"""The large letters: all are there, all differ, and what they say can be read back."""

from __future__ import annotations

import string
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content as Text

from botox_faq.tui.kiosk.console import KNOWN
from botox_faq.tui.letters import ROWS, enlarge, font, one_line, paint, width_of
from tests.large_print import read_large

READABLE = "".join(letter for letter in font() if letter != '"')  # that one is read as two
WORDS = st.lists(st.text(alphabet=READABLE, min_size=1, max_size=8), min_size=1, max_size=12).map(" ".join)


def said(rows: list[Text]) -> str:
    return read_large([row.plain for row in rows])


@pytest.mark.parametrize("letter", font())
def test_a_letter_is_six_dots_high_and_drawn_with_half_blocks(letter: str) -> None:
    dots = font()[letter]
    assert len(dots) == 2 * ROWS
    assert len({len(row) for row in dots}) == 1
    assert set("".join(dots)) <= {"#", "."}
    assert 1 <= len(dots[0]) <= 5
    assert set("".join(paint(letter))) <= KNOWN | {" "}
    assert any("#" in row for row in dots)
    assert any(row[0] == "#" for row in dots), "no blank column on the left"
    assert any(row[-1] == "#" for row in dots), "nor on the right: the gap is added"


def test_no_two_letters_look_the_same() -> None:
    assert not [(one, other) for one, other in combinations(font(), 2) if font()[one] == font()[other]]


def test_all_that_can_be_typed_and_all_that_is_said_is_drawn(faq: Path) -> None:
    said = {*"".join(path.read_text("utf-8") for path in faq.glob("*.yaml"))}
    assert {*string.printable.strip(), "£", "€"} <= {*font()}
    assert not {letter for letter in said if not letter.isspace() and letter in "".join(paint(letter))}


def test_an_accent_is_left_out_and_a_letter_that_is_unknown_stands_as_it_is() -> None:
    assert paint("é") == paint("e")
    assert paint("Å") == paint("A")
    assert paint("中") == ("   ", "中 ", "   ")
    assert width_of("中") == cell_len("中 ")


@given(WORDS, st.integers(min_value=60, max_value=120))
def test_words_are_read_back_whole_and_fit(text: str, width: int) -> None:
    rows = enlarge(Text(text), width)
    assert all(row.cell_length <= width for row in rows)
    assert said(rows).split() == text.split()


def test_only_a_word_that_is_longer_than_a_line_is_cut() -> None:
    rows = enlarge(Text("as Donaudampfschifffahrtsgesellschaft is"), 40)
    lines = [read_large([row.plain for row in rows[at : at + ROWS]]) for at in range(0, len(rows), ROWS)]
    assert lines[0] == "as"
    assert "".join(lines[1:]).replace(" ", "") == "Donaudampfschifffahrtsgesellschaftis"


def test_paragraphs_and_empty_lines_stay() -> None:
    rows = enlarge(Text("one\n\ntwo"), 70)
    assert len(rows) == 2 * ROWS + 1
    assert not rows[ROWS].plain.strip()


def test_styles_carry_over_to_the_letters_that_have_them() -> None:
    rows = enlarge(Text.assemble(("bold", "bold"), " plain"), 70)
    assert {(span.start, span.end, span.style) for row in rows for span in row.spans} == {(0, width_of("bold"), "bold")}


@given(WORDS, st.data())
def test_the_cursor_is_in_sight(text: str, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(min_value=0, max_value=len(text)))
    for row in one_line(text, cursor, 40):
        (span,) = row.spans
        assert span.end <= 40 or span.start == 0
