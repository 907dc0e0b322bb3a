"""Matching: exact phrasings always win, strangers are refused, the same question gets the same verdict."""

import math
import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botox_faq.content import Vocabulary
from botox_faq.matching import Askable, Matcher, Reader
from botox_faq.matching.cutting import cut
from botox_faq.matching.deciding import LEAST_COVERAGE, Evidence, decided
from botox_faq.matching.features import letter_units, word_units
from botox_faq.matching.following import follows_up
from botox_faq.matching.trained import Calibration
from tests.matching.conftest import ENTRIES, NEGATIVES, VOCABULARY

PHRASINGS = [(text, entry.id) for entry in ENTRIES for text in (entry.question, *entry.phrasings)]


@pytest.mark.parametrize(("text", "entry"), PHRASINGS)
def test_a_phrasing_always_gets_its_entry(text: str, entry: str, matcher: Matcher, reader: Reader) -> None:
    verdict = matcher.match(reader.read(text.upper() + " ?"))
    assert (verdict.decision, verdict.rule, verdict.matches[0].entry) == ("answer", "exact", entry)
    assert verdict.matches[0].score == 1.0


@pytest.mark.parametrize(
    ("text", "entry"),
    [("how offen shud i have it", "how-often"), ("dose it hurt", "pain"), ("hw long dos it lastt", "how-long")],
)
def test_a_mistyped_question_finds_its_entry(text: str, entry: str, matcher: Matcher, reader: Reader) -> None:
    assert matcher.match(reader.read(text)).matches[0].entry == entry


@pytest.mark.parametrize("text", [*NEGATIVES, "do you sell bicycles", "", "?!", "🙂"])
def test_what_nobody_wrote_about_is_not_answered(text: str, matcher: Matcher, reader: Reader) -> None:
    assert matcher.match(reader.read(text)).decision != "answer"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gets_a_sound_verdict_and_always_the_same(text: str) -> None:
    matcher, reader = _shared()
    words = reader.read(text)
    verdict = matcher.match(words, after="pain")
    assert verdict == matcher.match(reader.read(text), after="pain")
    scores = [match.score for match in verdict.matches]
    assert all(0 <= score <= 1 for score in scores)
    assert scores == sorted(scores, reverse=True)
    assert 0 <= verdict.coverage <= 1
    matcher.explain(words, after="pain")
    matcher.suggest(text)


_made: list[tuple[Matcher, Reader]] = []


def _shared() -> tuple[Matcher, Reader]:
    if not _made:
        matcher = Matcher(ENTRIES, VOCABULARY, NEGATIVES)
        _made.append((matcher, Reader(matcher.known, VOCABULARY)))
    return _made[0]


def test_a_tie_goes_to_the_order_of_the_file() -> None:
    twins = [Askable(name, name, "is it safe", ("is it safe for me",)) for name in ("second", "first")]
    for entries in (twins, twins[::-1]):
        matcher = Matcher(entries, VOCABULARY)
        reader = Reader(matcher.known, VOCABULARY)
        for text in ("is it safe", "safe", "is safe for", "me"):
            assert matcher.match(reader.read(text)).matches[0].entry == entries[0].id


def test_refusing_a_thing_is_not_asking_for_it(matcher: Matcher, reader: Reader) -> None:
    assert matcher.match(reader.read("i want to book please")).decision != "unknown"
    refused = matcher.match(reader.read("i dont want to book"))
    assert refused.decision != "answer"
    assert matcher.match(reader.read("is it not safe")).matches[0].entry == "safe"


def test_a_short_follow_up_is_read_with_the_last_question(matcher: Matcher, reader: Reader) -> None:
    alone = matcher.match(reader.read("and how long?"))
    after = matcher.match(reader.read("and how long?"), after="pain")
    assert "read after" not in alone.rule
    assert all(match.entry != "pain" for match in after.matches)
    assert matcher.match(reader.read("does botox hurt"), after="pain").matches[0].entry == "pain"


def test_a_question_that_stands_alone_is_no_follow_up(matcher: Matcher, reader: Reader) -> None:
    verdict = matcher.match(reader.read("is it dangerous"), after="pain")
    assert (verdict.rule, verdict.matches[0].entry) == ("exact", "safe")


@pytest.mark.parametrize("text", ["is it?", "why not", "and then?", "what else"])
@pytest.mark.parametrize("after", [None, "pain", "how-long"])
def test_a_message_that_names_nothing_is_not_answered(
    text: str, after: str | None, matcher: Matcher, reader: Reader
) -> None:
    assert matcher.match(reader.read(text), after).decision != "answer"


@pytest.mark.parametrize(
    ("text", "entry"),
    [("how often ought i to have botox", "how-often"), ("what precisely do you charge for it", "price")],
)
def test_common_words_that_carry_nothing_do_not_count_as_unknown(
    text: str, entry: str, matcher: Matcher, reader: Reader
) -> None:
    verdict = matcher.match(reader.read(text))
    assert verdict.coverage > LEAST_COVERAGE
    assert verdict.matches[0].entry == entry


def test_forms_of_a_word_meet(matcher: Matcher, reader: Reader) -> None:
    assert matcher.match(reader.read("when will it have worn off")).matches[0].entry == "how-long"


def test_a_synonym_meets_in_its_irregular_forms() -> None:
    entries = [Askable("fade", "fade", "when does it fade", ("does it fade fast",)), *ENTRIES]
    vocabulary = Vocabulary(synonyms=(("fade", "vanish", "blow over"),))
    matcher = Matcher(entries, vocabulary)
    assert matcher.match(Reader(matcher.known, vocabulary).read("when has it blown over")).matches[0].entry == "fade"


@pytest.mark.parametrize("text", ["thanks. how much does it cost", "hi there, how much does it cost?"])
def test_courtesy_before_a_question_says_nothing(text: str) -> None:
    talk = Askable("thanks", "smalltalk", "thanks", ("thank you", "hi", "hi there", "many thanks"))
    matcher = Matcher([*ENTRIES, talk], VOCABULARY)
    verdict = matcher.match(Reader(matcher.known, VOCABULARY).read(text))
    assert (verdict.decision, verdict.matches[0].entry) == ("answer", "price")


def test_small_talk_must_be_surer_than_an_entry() -> None:
    lines = Calibration(answer=0.6)
    sure = Evidence(
        exact=False, sure=0.8, familiar=9.0, coverage=1.0, named=False, unwanted=False, declined=False,
        small_talk=False, bare=False,
    )  # fmt: skip
    assert decided(sure, lines)[0] == "answer"
    assert decided(replace(sure, small_talk=True), lines)[0] == "choices"
    assert decided(replace(sure, small_talk=True, sure=0.95), lines)[0] == "answer"


def test_finished_words_of_what_is_being_typed_are_mended(matcher: Matcher, reader: Reader) -> None:
    assert matcher.suggest("how offen shud i have i", reader=reader)[0].entry == "how-often"
    assert matcher.suggest("will i fele the inj", reader=reader)[0].entry == "pain"


def test_suggestions_come_with_the_first_letters_of_a_word(matcher: Matcher) -> None:
    assert matcher.suggest("") == ()
    assert matcher.suggest("how oft")[0].entry == "how-often"
    assert matcher.suggest("does it hu")[0].entry == "pain"
    assert len(matcher.suggest("how", limit=2)) <= 2


def test_an_explanation_names_words_nearest_phrasing_and_rule(matcher: Matcher, reader: Reader) -> None:
    why = matcher.explain(reader.read("does botocks hurt xylophone"))
    assert why.verdict.matches[0].entry == "pain"
    assert why.nearest == "does botox hurt"
    parts = {part.read: part for part in why.parts}
    assert parts["hurt"].weight == max(part.weight for part in why.parts)
    assert not parts["xylophone"].known
    assert why.verdict.rule
    assert len(why.verdict.matches) == 5


def test_synonyms_are_read_as_one(matcher: Matcher, reader: Reader) -> None:
    assert matcher.match(reader.read("cost list please")).matches[0].entry == "price"


def test_scores_are_those_of_a_slow_reference(matcher: Matcher) -> None:
    for text, _ in random.Random(1).sample(PHRASINGS, 12):
        read = [word.read for word in cut(text)]
        stems = matcher._scorer.stems(read)
        expected = _slow_scores(matcher, stems, read)
        assert matcher._scorer.scores(stems, read) == pytest.approx(expected, abs=0.0051)


def _slow_scores(matcher: Matcher, stems: list[str], read: list[str]) -> list[float]:
    """What `Scorer.scores` computes with lanes, number by number."""
    trained = matcher._trained
    totals = list(trained.bias)
    units = (word_units(stems), [run for word in read for run in letter_units(word)])
    for block, found in zip((trained.words, trained.letters), units, strict=True):
        counts = Counter(unit for unit in found if unit in block.units)
        length = math.sqrt(sum((n * block.idf[block.units.index(unit)]) ** 2 for unit, n in counts.items())) or 1.0
        for unit, n in counts.items():
            start = block.units.index(unit) * 2 * trained.classes
            for at in range(trained.classes):
                stored = block.planes[start + at] + 256 * block.planes[start + trained.classes + at]
                totals[at] += n * (stored - 32768) * trained.scale / length
    return totals


def test_one_entry_alone_can_be_matched() -> None:
    matcher = Matcher(ENTRIES[:1], VOCABULARY)
    reader = Reader(matcher.known, VOCABULARY)
    assert matcher.match(reader.read("how often should i have botox")).decision == "answer"
    assert matcher.match(reader.read("how long"), after="how-often").decision != "answer"


def test_a_content_that_knows_every_frequent_word_is_trained_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from botox_faq.matching import learning

    monkeypatch.setattr(learning, "frequent_words", frozenset)
    matcher = Matcher(ENTRIES, VOCABULARY)
    assert matcher.match(Reader(matcher.known, VOCABULARY).read("is it safe for me")).matches[0].entry == "safe"


def test_a_negative_made_of_the_phrasings_own_words_is_refused_by_its_very_words() -> None:
    matcher = Matcher(ENTRIES, VOCABULARY, ["is it safe for the needles"])
    reader = Reader(matcher.known, VOCABULARY)
    assert matcher.match(reader.read("is it safe for the needles?")).decision == "unknown"


def test_an_interjection_is_no_follow_up_and_a_link_is() -> None:
    assert not any(follows_up(text.split()) for text in ("ok", "no", "really", "ok so"))
    assert all(follows_up(text.split()) for text in ("and then", "why", "how long", "and men"))
