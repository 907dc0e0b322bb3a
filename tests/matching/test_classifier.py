"""Kinds of messages, told apart by examples of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botox_faq.content import Vocabulary
from botox_faq.matching import Classifier, Reader
from botox_faq.matching.words import Word, Words

KINDS = {
    "help": ("i cant breathe", "my throat is closing", "she fell down and wont wake up"),
    "calm": ("how much is it", "what time do you open", "is there parking"),
}
READER = Reader([word for texts in KINDS.values() for text in texts for word in text.split()], Vocabulary())


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier(KINDS, ["hello there", "how often should i have it"], Vocabulary())


def test_a_message_is_of_the_kind_that_it_is_most_like(classifier: Classifier) -> None:
    chances = classifier.chances(READER.read("my throat is closing up"))
    assert chances["help"] > 0.5 > chances["calm"]
    chances = classifier.chances(READER.read("what time do you close"))
    assert chances["calm"] > 0.5 > chances["help"]


def test_what_is_of_no_kind_is_left_over(classifier: Classifier) -> None:
    assert sum(classifier.chances(READER.read("hello there")).values()) < 0.5


def test_words_that_nobody_wrote_are_unknown_and_guesses_too(classifier: Classifier) -> None:
    assert classifier.knows(READER.read("my throat")) == 1
    assert classifier.knows(Words("", ())) == 0
    guess = Word("throat", "thrxxt", 0, 6, guessed=True)
    assert classifier.knows(Words("", (guess, *READER.read("my throat").words))) == pytest.approx(2 / 3)
    alone = Words("", (guess,))
    assert classifier.knows(alone) == 0
    assert classifier.chances(alone) == classifier.chances(Words("", ()))


def test_the_words_that_speak_for_a_kind_come_first(classifier: Classifier) -> None:
    parts = classifier.parts(READER.read("what is my throat"), "help")
    assert {word for word, _ in parts} == {"what", "is", "my", "throat"}
    assert parts[0][1] > 0
    assert parts == sorted(parts, key=lambda part: -part[1])


def test_what_is_kept_reads_the_same_and_what_is_broken_is_refused(classifier: Classifier) -> None:
    kept = classifier.to_bytes()
    words = READER.read("my throat is closing up")
    assert Classifier.from_bytes(kept).chances(words) == classifier.chances(words)
    with pytest.raises(ValueError, match="broken"):
        Classifier.from_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))


@given(st.lists(st.text(max_size=20), max_size=50))
def test_any_words_have_chances_that_are_shares(classifier: Classifier, reads: list[str]) -> None:
    words = Words("", tuple(Word(read, read, place, place) for place, read in enumerate(reads)))
    assert 0 <= sum(classifier.chances(words).values()) <= 1.000001
    assert 0 <= classifier.knows(words) <= 1
