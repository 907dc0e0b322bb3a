"""From entries, vocabulary and negatives to what a question is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from botox_faq.matching import training
from botox_faq.matching.calibrating import Trial, calibrated
from botox_faq.matching.cutting import words_in
from botox_faq.matching.english import frequent_words, telling
from botox_faq.matching.features import Synonyms, stems_of, synonym_pairs, synonyms_of
from botox_faq.matching.lanes import LARGEST, in_planes
from botox_faq.matching.likeness import LETTERS_LENGTH, Ints, Questions, Said, Speaks, questions
from botox_faq.matching.signals import covered, signals
from botox_faq.matching.spelling import Lexicon, shorthand_of
from botox_faq.matching.stemming import stemmed
from botox_faq.matching.trained import Calibration, Phrased, Trained

FOLDS = 3
"""Parts that the phrasings are dealt into, each held out once to see how sure the rest can be of it."""
_STRANGERS = 300
_FEW, _MANY = 1_000, 7_000
_STEPS_OF_FEW = (24, 16)
_STEPS = (7, 5)
_STEPS_OF_MANY = (16, 16)
"""Newton steps without what is held out, and on from there with everything. A step costs 12 ms for 5,500 phrasings of
130 entries, and more of them gain nothing there; the public sets, smaller and larger, gain half a point."""
_ROOM = 40_000_000
"""Units times classes of one block, 80 MB; beyond, pairs of stems and rare letter runs are left out."""
_VAST = 16_000_000
"""Phrasings times classes, 64 MB, from which on nothing is solved for: naive Bayes speaks alone, which costs the public
sets 4 to 8 points."""
_TRIALS = 4_000_000
"""Held-out questions times classes that are tried: more only cost time."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Phrasings as words, with the class of each."""

    words: list[list[str]]
    stems: list[list[str]]
    labels: list[int]
    classes: int


def learned(
    entries: Sequence[Phrased],
    vocabulary: Lexicon,
    negatives: Sequence[str],
    judge: bool = True,
    most_units: int = _ROOM,
) -> Trained:
    """Train on `entries`; `negatives` become a class of their own, which is never an answer.

    `judge`: whether to find out how sure to be of a match. Of stems and pairs, and of letter runs, `most_units` are
    learned at most, the most common.
    """
    synonyms = synonym_pairs(vocabulary.synonyms, stemmed)
    table = synonyms_of(synonyms)
    texts = [
        (text, label)
        for label, entry in enumerate(entries)
        for text in dict.fromkeys((entry.question, *entry.phrasings))
    ]
    texts += [(text, len(entries)) for text in dict.fromkeys(negatives)]
    shorthand = shorthand_of(vocabulary)
    read = [(words_in(text, shorthand), label) for text, label in texts]
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
    _learn(trained, corpus, table, judge, most_units)
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


def _learn(trained: Trained, corpus: Corpus, synonyms: Synonyms, judge: bool, most_units: int) -> None:
    """What each unit says for each class, and how sure to be of it."""
    strangers = _strangers(trained, corpus) if judge else []
    size = len(corpus.words)
    words = [*corpus.words, *(words for words, _ in strangers)]
    stems = [*corpus.stems, *(stems_of(one, stemmed, synonyms) for one, _ in strangers)]
    room = min(most_units, max(_ROOM // corpus.classes, 1))
    asked, trained.words, trained.letters = questions(words, stems, size, room)
    phrased = asked.take(np.arange(size))
    labels = np.array(corpus.labels, np.int64)
    steps, again = _STEPS_OF_FEW if size <= _FEW else _STEPS_OF_MANY if size > _MANY else _STEPS
    before = None
    if judge:
        rest, held = _dealt(corpus, [source for _, source in strangers])
        speaks = _speaks(phrased.take(rest), labels[rest], corpus.classes, steps)
        trained.calibration = _calibration(trained, corpus, asked, stems, (rest, held), speaks)
        before = rest, speaks
    speaks = _speaks(phrased, labels, corpus.classes, again if before else steps, before)
    trained.bias = [round(float(one), 6) for one in training.CONSTANT * speaks.sum(axis=0)]
    _store(trained, phrased, labels, speaks)
    units = np.split(phrased.stemmed.indices, phrased.stemmed.indptr[1:-1])
    answers = [sorted(some.tolist()) for some, label in zip(units, labels, strict=True) if label < len(trained.ids)]
    trained.phrasing_units = answers
    phrased_units = set().union(*answers)
    trained.elsewhere = [unit for unit in range(len(trained.words.units)) if unit not in phrased_units]


def _speaks(
    phrased: Questions, labels: Ints, classes: int, steps: int, before: tuple[Ints, Speaks] | None = None
) -> Speaks:
    """How much each phrasing speaks for each class; learned on from what some rows spoke before."""
    if len(labels) * classes > _VAST:
        return csr_array((len(labels), classes), dtype=np.float32)
    start = np.zeros((len(labels), classes), np.float32)
    if before:
        start[before[0]] = before[1]
    return training.fit(phrased, labels, start, steps)


def _store(trained: Trained, phrased: Questions, labels: Ints, speaks: Speaks) -> None:
    """What units say for each class, rounded to 16 bits of one scale."""
    member = _member(labels, speaks.shape[1])
    layers = phrased.layers(speaks, member)
    blocks = (trained.words, trained.letters)

    def weighed(number: int) -> Said:
        idf = np.array(blocks[number].idf, np.float32)[:, None] * (LETTERS_LENGTH if number else 1)
        return ((part, idf[part] * one) for part, one in training.said(*layers[number]))

    # Twice, for the largest and to write it down: it is sooner done again than held in memory.
    most = max([1e-6, *(float(np.abs(one).max()) for number in (0, 1) for _, one in weighed(number))])
    trained.scale = most / LARGEST
    for number, block in enumerate(blocks):
        planes = np.empty((len(block.units), 2, speaks.shape[1]), np.uint8)
        for part, one in weighed(number):
            planes[part] = in_planes(one / np.float32(trained.scale))
        block.planes = planes.reshape(-1).data


def _member(labels: Ints, classes: int) -> csr_array:
    """Which class each row belongs to."""
    ones = np.ones(len(labels), np.float32)
    return csr_array((ones, labels, np.arange(len(labels) + 1)), (len(labels), classes))


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
    tried = np.flatnonzero(held)
    every = -(-len(tried) * corpus.classes // _TRIALS)
    return np.flatnonzero(~held[: len(corpus.words)]), tried[:: max(every, 1)]


def _calibration(
    trained: Trained,
    corpus: Corpus,
    asked: Questions,
    stems: Sequence[Sequence[str]],
    dealt: tuple[Ints, Ints],
    speaks: Speaks,
) -> Calibration:
    """How sure the rest is of what was held out, and where to draw the lines."""
    rest, held = dealt
    part, asks = asked.take(rest), asked.take(held)
    labels = np.array(corpus.labels, np.int64)[rest]
    answers, rarest = len(trained.ids), max(trained.words.idf, default=1.0)
    numbers = {topic: number for number, topic in enumerate(dict.fromkeys(trained.topics))}
    of_topic = np.array([*(numbers[topic] for topic in trained.topics), -1])
    topic_of_rest = of_topic[[min(corpus.labels[place], answers) for place in rest]]
    known = {stem for place in rest if corpus.labels[place] < answers for stem in stems[place]}
    own: list[set[str]] = [set() for _ in numbers]
    for place in rest:
        if corpus.labels[place] < answers:
            own[of_topic[corpus.labels[place]]].update(stems[place])
    idf = dict(zip(trained.words.units, trained.words.idf, strict=True))
    known &= idf.keys()
    plain = dict(zip(trained.stems, trained.known, strict=True))
    scores = asks.hears(*(training.said(*layer) for layer in part.layers(speaks, _member(labels, corpus.classes))))
    scores += np.float32(training.CONSTANT) * speaks.sum(axis=0)
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    order = np.argsort(-scores[:, :answers], kind="stable")[:, :3]
    topics = of_topic[order[:, 0]]
    nearest = np.zeros(len(held))
    for topic in range(len(numbers)):
        asking = np.flatnonzero(topics == topic)
        alike = asks.stemmed[asking] @ part.stemmed[np.flatnonzero(topic_of_rest == topic)].T
        nearest[asking] = alike.max(axis=1).toarray().ravel() if alike.nnz else 0
    trials = []
    for row, place in enumerate(held):
        topic = int(topics[row])
        weights = {stem: idf[stem] for stem in stems[place] if stem in known}
        unknown = [telling(plain.get(stem) or stem) for stem in stems[place] if stem not in known]
        coverage = covered([weights[stem] for stem in stems[place] if stem in known], unknown, rarest)
        ours = sum(weight for stem, weight in weights.items() if stem in own[topic])
        one = signals(
            float(chances[row, :answers][of_topic[:-1] == topic].sum()),
            float(scores[row, order[row, 0]]),
            coverage,
            float(nearest[row]),
            coverage * ours / sum(weights.values()) if weights else 0.0,
        )
        meant = -1 if place >= len(corpus.labels) else int(of_topic[min(corpus.labels[place], answers)])
        trials.append(Trial(one, meant == topic, meant in of_topic[order[row]], meant < 0))
    return calibrated(trials)
