"""From entries, vocabulary and negatives to what a question is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from botox_faq.matching import training
from botox_faq.matching.calibrating import Trial, calibrated
from botox_faq.matching.cutting import cut
from botox_faq.matching.english import frequent_words
from botox_faq.matching.features import Synonyms, stems_of
from botox_faq.matching.lanes import LARGEST
from botox_faq.matching.likeness import Questions, questions
from botox_faq.matching.signals import covered, signals
from botox_faq.matching.sparse import Floats, Ints
from botox_faq.matching.spelling import Lexicon
from botox_faq.matching.stemming import stemmed
from botox_faq.matching.trained import Calibration, Phrased, Trained

FOLDS = 3
"""Parts that the phrasings are dealt into, each held out once to see how sure the rest can be of it."""
_STRANGERS = 300
_FEW = 1_000
_MANY = 7_000
"""From here on likeness between all phrasings, 200 MB, is no longer written down."""
_STEPS_OF_FEW = (24, 16)
_STEPS = (6, 4)
_STEPS_OF_MANY = (8, 40)
"""Newton steps without what is held out, and on from there with everything. A step costs 130 ms for 5,500 phrasings of
130 entries, and more of them gain nothing there; small sets cost little and gain a point."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Phrasings as words, with the class of each."""

    words: list[list[str]]
    stems: list[list[str]]
    labels: list[int]
    classes: int


def learned(entries: Sequence[Phrased], vocabulary: Lexicon, negatives: Sequence[str]) -> Trained:
    """Train on `entries`; `negatives` become a class of their own, which is never an answer."""
    synonyms = [
        [" ".join(stemmed(word.read) for word in cut(text)) for text in (other, group[0])]
        for group in vocabulary.synonyms
        for other in group[1:]
    ]
    table = {tuple(other.split()): tuple(meant.split()) for other, meant in synonyms}
    texts = [
        (text, label)
        for label, entry in enumerate(entries)
        for text in dict.fromkeys((entry.question, *entry.phrasings))
    ]
    texts += [(text, len(entries)) for text in dict.fromkeys(negatives)]
    read = [([word.read for word in cut(text, vocabulary.shorthand)], label) for text, label in texts]
    read = [(words, label) for words, label in read if words]
    corpus = Corpus(
        [words for words, _ in read],
        [stems_of(words, stemmed, table) for words, _ in read],
        [label for _, label in read],
        len(entries) + bool(negatives),
    )
    trained = Trained(
        ids=[entry.id for entry in entries],
        topics=[entry.topic for entry in entries],
        classes=corpus.classes,
        synonyms=synonyms,
    )
    _remember(trained, corpus)
    _learn(trained, corpus, table)
    return trained


def _remember(trained: Trained, corpus: Corpus) -> None:
    """The words and phrasings as they stand."""
    answers = [place for place, label in enumerate(corpus.labels) if label < len(trained.ids)]
    known = Counter(word for place in answers for word in corpus.words[place])
    trained.known, trained.known_counts = list(known), list(known.values())
    trained.stems = [stemmed(word) for word in known]
    trained.phrasings = [" ".join(corpus.words[place]) for place in answers]
    trained.phrasing_entries = [corpus.labels[place] for place in answers]
    phrasings = set(trained.phrasings)
    texts = (" ".join(one) for one, label in zip(corpus.words, corpus.labels, strict=True) if label == len(trained.ids))
    trained.negatives = [text for text in texts if text not in phrasings]


def _learn(trained: Trained, corpus: Corpus, synonyms: Synonyms) -> None:
    """What each unit says for each class, and how sure to be of it."""
    strangers = _strangers(trained, corpus)
    size = len(corpus.words)
    many = size > _MANY
    words = [*corpus.words, *(words for words, _ in strangers)]
    stems = [*corpus.stems, *(stems_of(one, stemmed, synonyms) for one, _ in strangers)]
    asked, trained.words, trained.letters = questions(words, stems, size, least=2 if many else 1)
    phrased = asked.take(np.arange(size))
    labels = np.array(corpus.labels, np.int64)
    steps, again = _STEPS_OF_FEW if size <= _FEW else _STEPS_OF_MANY if many else _STEPS
    rest, held = _dealt(corpus, [source for _, source in strangers])
    gram = None if many else phrased.likeness()

    part = phrased.take(rest)
    times = (lambda one: part.hears(part.says(one))) if gram is None else gram[np.ix_(rest, rest)].__matmul__
    without = training.fit(times, labels[rest], corpus.classes, steps)
    trained.calibration = _calibration(trained, corpus, asked, stems, (rest, held), without)

    start = np.zeros((size, corpus.classes), np.float32)
    start[rest] = without
    times = (lambda one: phrased.hears(phrased.says(one))) if gram is None else gram.__matmul__
    speaks = training.fit(times, labels, corpus.classes, again, start)
    blocks = (trained.words, trained.letters)
    said = [
        one * np.array(block.idf, np.float32)[:, None]
        for one, block in zip(_said(phrased, labels, speaks), blocks, strict=True)
    ]
    trained.scale = float(max(np.abs(one).max(initial=1e-6) for one in said)) / LARGEST
    for block, one in zip(blocks, said, strict=True):
        block.planes = training.planes(one / trained.scale)
    trained.bias = [round(float(one), 6) for one in training.CONSTANT * speaks.sum(axis=0)]
    cells = np.split(phrased.stemmed.columns, phrased.stemmed.starts[1:-1])
    trained.phrasing_units = [
        sorted(units.tolist()) for units, label in zip(cells, corpus.labels, strict=True) if label < len(trained.ids)
    ]
    phrased_units = set().union(*trained.phrasing_units)
    trained.elsewhere = [unit for unit in range(len(trained.words.units)) if unit not in phrased_units]


def _said(phrased: Questions, labels: Ints, speaks: Floats) -> tuple[Floats, Floats]:
    """What units say: as learned, and as each tells its class from the rest."""
    member = np.zeros(speaks.shape, np.float32)
    member[np.arange(len(labels)), labels] = 1
    words, letters = phrased.says(speaks)
    word_sums, letter_sums = phrased.says(member)
    return words + training.against_the_rest(word_sums), letters + training.against_the_rest(letter_sums)


def _strangers(trained: Trained, corpus: Corpus) -> list[tuple[list[str], int]]:
    """Questions about something else: phrasings with their rarer words replaced by words of everyday English."""
    elsewhere = sorted(frequent_words() - set(trained.known))
    if not elsewhere:
        return []
    count = Counter(word for words in corpus.words for word in set(words))
    chosen = range(0, len(trained.phrasings), max(1, len(trained.phrasings) // _STRANGERS))
    out = []
    for place in chosen:
        words = corpus.words[place]
        line = sorted(count[word] for word in words)[len(words) // 2]
        replaced = [
            elsewhere[(7919 * place + 104729 * at) % len(elsewhere)] if count[word] <= line else word
            for at, word in enumerate(words)
        ]
        out.append((replaced, place))
    return out


def _dealt(corpus: Corpus, sources: Sequence[int]) -> tuple[Ints, Ints]:
    """Rows to train on and rows held out: every third phrasing of a class, and the strangers made of those."""
    within: Counter[int] = Counter()
    part = []
    for label in corpus.labels:
        part.append(within[label] % FOLDS)
        within[label] += 1
    part += [part[source] for source in sources]
    held = np.array(part) == FOLDS - 1
    return np.flatnonzero(~held[: len(corpus.words)]), np.flatnonzero(held)


def _calibration(
    trained: Trained,
    corpus: Corpus,
    asked: Questions,
    stems: Sequence[Sequence[str]],
    dealt: tuple[Ints, Ints],
    speaks: Floats,
) -> Calibration:
    """How sure the rest is of what was held out, and where to draw the lines."""
    rest, held = dealt
    part = asked.take(rest)
    labels = np.array(corpus.labels, np.int64)[rest]
    answers, rarest = len(trained.ids), max(trained.words.idf, default=1.0)
    numbers = {topic: number for number, topic in enumerate(dict.fromkeys(trained.topics))}
    of_topic = np.array([*(numbers[topic] for topic in trained.topics), -1])
    topic_of_rest = of_topic[[min(corpus.labels[place], answers) for place in rest]]
    phrasings = [part.stemmed.take(np.flatnonzero(topic_of_rest == number)) for number in range(len(numbers))]
    known = {stem for place in rest if corpus.labels[place] < answers for stem in stems[place]}
    idf = dict(zip(trained.words.units, trained.words.idf, strict=True))
    scores = asked.take(held).hears(_said(part, labels, speaks)) + np.float32(training.CONSTANT) * speaks.sum(axis=0)
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    trials = []
    for row, place in enumerate(held):
        best = np.argsort(-scores[row, :answers], kind="stable")[:3]
        topic = int(of_topic[best[0]])
        cells = slice(asked.stemmed.starts[place], asked.stemmed.starts[place + 1])
        units = np.zeros((asked.stemmed.width, 1), np.float32)
        units[asked.stemmed.columns[cells], 0] = asked.stemmed.values[cells]
        one = signals(
            float(chances[row, :answers][of_topic[:-1] == topic].sum()),
            float(scores[row, best[0]]),
            covered([idf.get(stem) if stem in known else None for stem in stems[place]], rarest),
            float(phrasings[topic].times(units).max(initial=0)),
        )
        meant = -1 if place >= len(corpus.labels) else int(of_topic[min(corpus.labels[place], answers)])
        trials.append(Trial(one, meant == topic, meant in of_topic[best], meant < 0))
    return calibrated(trials)
