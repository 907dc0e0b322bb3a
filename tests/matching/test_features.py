"""Words, stems and synonyms of phrasings."""

from hypothesis import given
from hypothesis import strategies as st

from botox_faq.matching.cutting import cut, words_in
from botox_faq.matching.features import is_related, letter_units, stems_of, synonym_pairs, synonyms_of, word_units
from botox_faq.matching.stemming import stemmed


@given(st.text(), st.dictionaries(st.text(max_size=3), st.text(max_size=8)))
def test_words_in_reads_as_cut_does(text: str, shorthand: dict[str, str]) -> None:
    assert words_in(text, shorthand) == [word.read for word in cut(text, shorthand)]


def test_the_longest_synonym_counts() -> None:
    groups = (("price", "cost", "cost of it all"), ("often", "of it"))
    synonyms = synonyms_of(synonym_pairs(groups, stemmed))
    read = stems_of(["the", "cost", "of", "it", "all", "and", "the", "costs", "of", "it"], stemmed, synonyms)
    assert read == ["the", "price", "and", "the", "price", "often"]


def test_a_synonym_without_words_means_nothing() -> None:
    synonyms = synonyms_of(synonym_pairs((("price", "?!"),), stemmed))
    assert stems_of(["hello"], stemmed, synonyms) == ["hello"]


def test_words_that_may_mean_the_same_share_a_unit() -> None:
    receive, arrive = (set(word_units([stemmed(word)])) for word in ("receive", "arrive"))
    assert any(map(is_related, receive & arrive))
    assert not any(map(is_related, word_units(["zyx"])))


def test_letters_of_words_that_carry_nothing_are_not_compared() -> None:
    assert letter_units("should") == []
    assert letter_units("should", finished=False)
    assert "_bot" in letter_units("botox")
