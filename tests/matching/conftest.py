"""A small content to match against, and its reader and matcher, trained once."""

import pytest

from botox_faq.content import Vocabulary
from botox_faq.matching import Askable, Matcher, Reader

VOCABULARY = Vocabulary(
    synonyms=(("price", "cost", "how much is it"),),
    shorthand={"u": "you", "b4": "before", "hru": "how are you"},
    keep=("zyx",),
    medicine=("botox",),
)
ENTRIES = (
    Askable(
        "how-often",
        "how-often",
        "How often should I have Botox?",
        ("how often do i need it", "how many times a year", "when should i come back", "how frequently is botox done"),
    ),
    Askable(
        "how-long",
        "how-long",
        "How long do results last?",
        ("how long does it last", "when does botox wear off", "how long until it fades", "does it last for months"),
    ),
    Askable(
        "pain",
        "pain",
        "Does Botox hurt?",
        ("is it painful", "do the needles hurt", "how much pain is there", "will i feel the injection"),
    ),
    Askable(
        "book",
        "book",
        "Can I book an assessment?",
        ("i want to book", "book me in please", "make an appointment", "i would like to see someone"),
    ),
    Askable(
        "price",
        "price",
        "What is the price of Botox?",
        ("how much does it cost", "what do you charge", "is botox expensive", "price list please"),
    ),
    Askable(
        "safe",
        "safe",
        "Is Botox safe?",
        ("is it dangerous", "are there any risks", "is botox bad for you", "how safe is it before a holiday"),
    ),
)
NEGATIVES = ("what is the capital of france", "who won the football", "how do i bake bread", "will it rain today")


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    return Matcher(ENTRIES, VOCABULARY, NEGATIVES)


@pytest.fixture(scope="session")
def reader(matcher: Matcher) -> Reader:
    return Reader(matcher.known, VOCABULARY)
