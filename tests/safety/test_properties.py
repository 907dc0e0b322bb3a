"""What holds for every message: nothing makes safety raise, and a red flag stays one whatever stands around it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from botox_faq.conversation import Assistant
from botox_faq.matching.words import Word, Words
from botox_faq.safety import Signs
from tests.safety import judging
from tests.safety.conftest import Read

FLAGS = [
    "i cant breathe since my jabs",
    "my throat is closing up",
    "i cant swallow my food",
    "my speech is slurred",
    "i feel weak all over",
    "my lips are swelling up",
    "one side of my face has dropped",
    "i have chest pain",
    "i cant hold my head up",
    "i wet myself this morning",
    "hives and dizzy since botox",
    "i want to kill myself",
    "i have double vision since my botox",
    "my eyelid wont open",
    "pus is coming out of the injection site",
    "is it normal that i can't swallow?",
]
"""Plain red flags, one of each kind."""

UNRELATED = [
    "Hello.",
    "I came in on Tuesday.",
    "The nurse was lovely.",
    "I work in a shop.",
    "It is raining here.",
    "My name is Sam.",
    "I live near the station.",
    "Please reply soon.",
    "I paid by card.",
    "The room was nice and warm.",
]
"""No negation, condition, past illness or other person."""

signs = st.builds(
    Signs,
    seen=st.frozensets(st.sampled_from(["breathing", "voice", "rash", "droopy-lid", "filler", "fake"])),
    asked=st.frozensets(st.sampled_from(["swallowing", "vision"])),
    treated=st.booleans(),
    outside=st.booleans(),
    child=st.booleans(),
    listed=st.booleans(),
)


@given(text=st.text(max_size=1_000), so_far=signs)
@settings(max_examples=200, deadline=None)
def test_no_text_makes_it_raise(read: Read, text: str, so_far: Signs) -> None:
    finding = read(text, so_far)
    assert finding.signs.seen >= so_far.seen


@given(reads=st.lists(st.text(max_size=20), max_size=200), stops=st.text(".,;!?-\n", max_size=3))
@settings(max_examples=100, deadline=None)
def test_no_words_make_it_raise(assistant: Assistant, reads: list[str], stops: str) -> None:
    words = tuple(Word(read, read, place, place, stops) for place, read in enumerate(reads))
    assistant.safety.read(Words("", words), Signs())


@given(
    flag=st.sampled_from(FLAGS),
    before=st.lists(st.sampled_from(UNRELATED), max_size=3),
    after=st.lists(st.sampled_from(UNRELATED), max_size=3),
    case=st.sampled_from(["lower", "upper", "title", "strip"]),
)
@settings(max_examples=300, deadline=None)
def test_a_red_flag_stays_one(read: Read, flag: str, before: list[str], after: list[str], case: str) -> None:
    alone = read(flag).level
    assert alone in judging.STRICTER
    message = " ".join([*before, getattr(flag, case)(), *([".", *after] if after else [])])
    assert judging.strict_enough(read(message), alone)


@given(flag=st.sampled_from(FLAGS), ending=st.sampled_from(["", ".", "?", "??", "!", "...", " :(", " x"]))
@settings(max_examples=200, deadline=None)
def test_end_punctuation_changes_nothing(read: Read, flag: str, ending: str) -> None:
    assert read(flag.rstrip("?") + ending).level == read(flag).level


@given(text=st.sampled_from([row["text"] for row in judging.rows("urgent", "tune")]))
@settings(max_examples=200, deadline=None)
def test_case_and_end_punctuation_change_no_urgent_message(read: Read, text: str) -> None:
    level = read(text).level
    assert read(text.upper()).level == level
    assert judging.strict_enough(read(text.rstrip(" .?!")), level)
