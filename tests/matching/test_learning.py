"""What a content that is too large to solve for, or to keep every unit of, still learns."""

import numpy as np
import pytest

from botox_faq.matching import Matcher, Reader, learning
from botox_faq.matching.likeness import LETTERS_LENGTH, questions
from tests.matching.conftest import ENTRIES, NEGATIVES, VOCABULARY

TEXTS = (["zib", "one1"], ["zib", "two2"], ["zib", "two2", "six6"])


def test_naive_bayes_alone_finds_phrasings_that_lost_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "_VAST", 0)
    matcher = Matcher(ENTRIES, VOCABULARY, NEGATIVES)
    reader = Reader(matcher.known, VOCABULARY)
    for text, entry in (("how often do i need", "how-often"), ("how long it last", "how-long"), ("is painful", "pain")):
        assert matcher.match(reader.read(text)).matches[0].entry == entry


def test_without_room_pairs_go_first_and_then_rare_stems() -> None:
    assert {"zib", "six6", "zib two2", "^ zib"} <= set(questions(TEXTS, TEXTS, 3, 100)[1].units)
    assert questions(TEXTS, TEXTS, 3, 5)[1].units == ["zib", "one1", "^ zib", "two2", "six6"]
    assert questions(TEXTS, TEXTS, 3, 3)[1].units == ["zib", "two2"]


def test_rows_have_unit_length() -> None:
    asked = questions(TEXTS, TEXTS, 3, 100)[0]
    letters = asked.spoken @ asked.spelled
    for rows, length in ((asked.stemmed, 1), (letters, LETTERS_LENGTH)):
        assert np.allclose(rows.power(2).sum(axis=1), length**2, atol=1e-5)
