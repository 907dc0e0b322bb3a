"""From entries, vocabulary and negatives to what a question is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from botox_faq.matching import training  # isort: skip - before numpy: it says how many threads

import numpy as np

from botox_faq.matching.calibrating import Trial, calibrated
from botox_faq.matching.cutting import cut
from botox_faq.matching.english import frequent_words
from botox_faq.matching.features import Synonyms, letter_units, stems_of, word_units
from botox_faq.matching.lanes import LARGEST
from botox_faq.matching.signals import covered, signals
from botox_faq.matching.spelling import Lexicon
from botox_faq.matching.stemming import stemmed
from botox_faq.matching.trained import Block, Calibration, Phrased, Trained

FOLDS = 3
"""Parts that the phrasings are dealt into, each held out once to see how sure the rest can be of it."""
_STRANGERS = 300
_FEW = 1_000
_STEPS_OF_FEW = (24, 16)
_STEPS = (6, 4)
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


def _learn(trained: Trained, corpus: Corpus, synonyms: Synonyms) -> None:
    """What each unit says for each class, and how sure to be of it."""
    strangers = _strangers(trained, corpus)
    words = corpus.words + [words for words, _ in strangers]
    stems = corpus.stems + [stems_of(one, stemmed, synonyms) for one, _ in strangers]
    size = len(corpus.words)
    word_rows, trained.words = _word_rows(stems, size)
    spelled, spoken, trained.letters = _letter_rows(words, size)
    spoken, letter_gram = training.unit_length(spoken, spelled.likeness())
    word_gram = word_rows.likeness()
    gram = word_gram + letter_gram

    labels = np.array(corpus.labels, np.int64)
    steps, again = _STEPS_OF_FEW if size <= _FEW else _STEPS
    rest, held = _dealt(corpus, [source for _, source in strangers])
    without = training.fit(gram[np.ix_(rest, rest)], labels[rest], corpus.classes, steps)
    trained.calibration = _calibration(trained, corpus, stems, (gram, word_gram), (rest, held), without)
    start = np.zeros((size, corpus.classes), np.float32)
    start[rest] = without
    speaks = training.fit(gram[:size, :size], labels, corpus.classes, again, start)

    said = (
        word_rows.first(size).turned().times(speaks),
        spelled.turned().times(spoken.first(size).turned().times(speaks)),
    )
    blocks = (trained.words, trained.letters)
    said = [one * np.array(block.idf, np.float32)[:, None] for one, block in zip(said, blocks, strict=True)]
    trained.scale = float(max(np.abs(one).max(initial=1e-6) for one in said)) / LARGEST
    for block, one in zip(blocks, said, strict=True):
        block.planes = training.planes(one / trained.scale)
    trained.bias = [round(float(one), 6) for one in training.CONSTANT * speaks.sum(axis=0)]
    ends = word_rows.starts
    trained.phrasing_units = [
        sorted(word_rows.columns[ends[place] : ends[place + 1]].tolist())
        for place in range(size)
        if corpus.labels[place] < len(trained.ids)
    ]


def _word_rows(stems: Sequence[Sequence[str]], size: int) -> tuple[training.Sparse, Block]:
    """Questions as stems and their pairs; the first `size` of them make the units."""
    units = [word_units(one) for one in stems]
    idf = training.rarity(units[:size])
    place = {unit: at for at, unit in enumerate(idf)}
    rows = training.sparse([training.weighed(one, idf, place) for one in units], len(place))
    return rows, Block(list(idf), list(idf.values()))


def _letter_rows(words: Sequence[Sequence[str]], size: int) -> tuple[training.Sparse, training.Sparse, Block]:
    """Words as runs of letters, and questions as words: questions share words, so their letters are told once."""
    runs = {word: Counter(letter_units(word)) for one in words for word in one}
    idf = training.rarity([[run for word in one for run in runs[word]] for one in words[:size]])
    place = {run: at for at, run in enumerate(idf)}
    spelled = [[(place[run], n * idf[run]) for run, n in of.items() if run in place] for of in runs.values()]
    word_at = {word: at for at, word in enumerate(runs)}
    spoken = [[(word_at[word], float(n)) for word, n in Counter(one).items()] for one in words]
    block = Block(list(idf), list(idf.values()))
    return training.sparse(spelled, len(place)), training.sparse(spoken, len(word_at)), block


def _strangers(trained: Trained, corpus: Corpus) -> list[tuple[list[str], int]]:
    """Questions about something else: phrasings with their rarer words replaced by words of everyday English."""
    elsewhere = sorted(frequent_words() - set(trained.known))
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


def _dealt(corpus: Corpus, sources: Sequence[int]) -> tuple[training.Ints, training.Ints]:
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
    stems: Sequence[Sequence[str]],
    grams: tuple[training.Floats, training.Floats],
    dealt: tuple[training.Ints, training.Ints],
    speaks: training.Floats,
) -> Calibration:
    """How sure the rest is of what was held out, and where to draw the lines."""
    gram, word_gram = grams
    rest, held = dealt
    idf = dict(zip(trained.words.units, trained.words.idf, strict=True))
    known = {stem for place in rest for stem in stems[place]}
    answers = len(trained.ids)
    numbers = {topic: number for number, topic in enumerate(dict.fromkeys(trained.topics))}
    of_topic = np.array([numbers[topic] for topic in trained.topics] + [-1])
    rest_topics = of_topic[[min(corpus.labels[place], answers) for place in rest]]
    scores = gram[np.ix_(held, rest)] @ speaks + np.float32(training.CONSTANT) * speaks.sum(axis=0)
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    rarest = max(trained.words.idf)
    trials = []
    for row, place in enumerate(held):
        best = np.argsort(-scores[row, :answers], kind="stable")[:3]
        topic = of_topic[best[0]]
        near = word_gram[place, rest[rest_topics == topic]].max(initial=0)
        one = signals(
            float(chances[row, :answers][of_topic[:-1] == topic].sum()),
            float(scores[row, best[0]]),
            covered([idf[stem] if stem in known else None for stem in stems[place]], rarest),
            float(near),
        )
        meant = -1 if place >= len(corpus.labels) else of_topic[min(corpus.labels[place], answers)]
        trials.append(Trial(one, meant == topic, bool(meant in of_topic[best]), bool(meant < 0)))
    return calibrated(trials)
