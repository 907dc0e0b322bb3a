"""A message with several questions is cut where one ends; a single one is left whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botox_faq.matching import Reader, split
from tests.matching.conftest import VOCABULARY

READER = Reader([], VOCABULARY)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Does it hurt? How long does it last?", ["does it hurt", "how long does it last"]),
        ("does it hurt much and how long does it last", ["does it hurt much", "how long does it last"]),
        ("how much is it, also do you treat men", ["how much is it", "do you treat men"]),
        ("is it safe and effective", ["is it safe and effective"]),
        ("my friend had botox. does it hurt?", ["my friend had botox does it hurt"]),
        ("it faded in six weeks. is that it?", ["it faded in six weeks is that it"]),
        ("why?", ["why"]),
        ("", [""]),
    ],
)
def test_parts(text: str, parts: list[str]) -> None:
    assert [part.read_as for part in split(READER.read(text))] == parts


@given(st.text(max_size=200))
def test_at_most_three_parts_each_of_the_messages_words_in_order(text: str) -> None:
    words = READER.read(text)
    parts = split(words)
    assert 1 <= len(parts) <= 3
    places = [word.start for part in parts for word in part.words]
    assert places == sorted(places)
    assert {word for part in parts for word in part.words} <= set(words.words)
