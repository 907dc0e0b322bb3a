"""Reading: what was meant, where it stood, and nothing that was already right is touched."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botox_faq.content import Vocabulary
from botox_faq.matching import Reader
from botox_faq.matching.cutting import cut
from botox_faq.matching.english import frequent_one_slip_from, frequent_words, is_common, telling
from botox_faq.matching.features import written_out
from tests.matching.conftest import VOCABULARY

KNOWN = ["how", "often", "should", "botox", "appointment", "wear", "off", "last", "long", "safety"]
READER = Reader(KNOWN, VOCABULARY)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("how offen", "how often"),
        ("howoften", "how often"),
        ("bo tox", "botox"),
        ("BOTOX!!!", "botox"),
        ("boootox", "botox"),
        ("u b4", "you before"),
        ("hru", "how are you"),
        ("3months", "3 months"),
        ("don’t", "dont"),
        ("appiontment", "appointment"),
        ("zyx", "zyx"),
        ("Botóx", "botox"),
        ("क्या यह", "क्या यह"),
        ("every1 b4 tonite", "everyone before tonight"),
        ("is it 4ever", "is it forever"),
        ("", ""),
    ],
)
def test_what_was_typed_is_read_as_meant(typed: str, read: str) -> None:
    assert READER.read(typed).read_as == read


@pytest.mark.parametrize("word", ["house", "pain", "withdraw", "holiday", "stadium"])
def test_common_english_is_left_alone(word: str) -> None:
    assert READER.read(word).read_as == word


def test_a_clinics_own_shorthand_comes_first() -> None:
    assert Reader(KNOWN, Vocabulary(shorthand={"hr": "human resources"})).read("hr").read_as == "human resources"


def test_words_of_synonyms_are_known() -> None:
    assert Reader([], Vocabulary(synonyms=(("frown lines", "11s"),))).read("what are 11s").read_as == "what are 11s"


def test_a_frequent_word_one_slip_away_beats_a_known_one_further_off() -> None:
    assert Reader(["output"], VOCABULARY).read("withput").read_as == "without"


def test_words_keep_their_place_and_the_stop_that_follows() -> None:
    words = READER.read("Hmm, bo tox? Safe - or not").words
    assert [(word.read, word.typed, word.start, word.end, word.stop) for word in words] == [
        ("hmm", "Hmm", 0, 3, ","),
        ("botox", "bo tox", 5, 11, "?"),
        ("safe", "Safe", 13, 17, "-"),
        ("or", "or", 20, 22, ""),
        ("not", "not", 23, 26, ""),
    ]


@given(st.text(max_size=200))
def test_any_text_is_read_without_raising_and_offsets_point_at_what_was_typed(text: str) -> None:
    last = 0
    for word in READER.read(text).words:
        assert text[word.start : word.end] == word.typed
        assert word.read
        assert word.start >= 0
        assert word.end >= last
        last = word.end


@given(st.lists(st.sampled_from([*KNOWN, "house", "because", "what", "weather"]), max_size=12))
def test_known_and_common_words_are_read_as_they_stand(words: list[str]) -> None:
    assert READER.read(" ".join(words)).read_as.split() == words


@given(st.text(max_size=100))
def test_reading_twice_is_reading_once(text: str) -> None:
    assert READER.read(text) == Reader(KNOWN, VOCABULARY).read(text)


@settings(max_examples=50)
@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8))
def test_the_list_is_searched_as_a_set_would_be(word: str) -> None:
    assert is_common(word) == (word in _every_common_word())


def _every_common_word() -> frozenset[str]:
    from pathlib import Path

    from botox_faq.matching import english

    return frozenset(Path(english.__file__).with_name("english-words.txt").read_text("ascii").split())


def test_first_and_last_of_the_list_are_found() -> None:
    every = sorted(_every_common_word())
    assert all(is_common(word) for word in (every[0], every[1], every[-2], every[-1]))


def test_slips_are_single_edits() -> None:
    assert "contact" in frequent_one_slip_from("cotact")
    assert set(frequent_one_slip_from("teh")) <= frequent_words()
    assert "the" in frequent_one_slip_from("teh")


def test_a_thousand_characters_of_unknown_words_take_bounded_work() -> None:
    many = Reader([f"{one}{other}ing" for one in KNOWN for other in KNOWN] * 10, VOCABULARY)
    many.read("warmup qwrtz")
    started = time.perf_counter()
    many.read(" ".join(f"xq{number}zjk" for number in "abcdefghijklmnopqrstuvwxyz" * 6)[:1000])
    many.read("x" * 1000)
    assert time.perf_counter() - started < 0.5  # 10 ms alone; a shared machine may be slow


def test_shorthand_may_stand_for_several_words() -> None:
    words = cut("hru", {"hru": "how are you"})
    assert [(word.read, word.start, word.end) for word in words] == [("how", 0, 3), ("are", 0, 3), ("you", 0, 3)]


@pytest.mark.parametrize(
    ("typed", "base"),
    [("worn", "wear"), ("children", "child"), ("three", "3"), ("color", "colour"), ("house", "house")],
)
def test_irregular_forms_and_spellings_meet(typed: str, base: str) -> None:
    assert written_out([typed]) == written_out([base])


def test_unknown_words_weigh_by_how_telling_they_are() -> None:
    assert telling("ought") == telling("precisely") < telling("weather") < telling("toilet")
    assert telling("71") < telling("weather")
