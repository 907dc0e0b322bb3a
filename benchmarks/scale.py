"""What matching costs as the content grows: python benchmarks/scale.py [--short]

For each size: made-up entries of ten phrasings each, from a fixed seed. A phrasing mixes words of its entry, of
everyday speech and a frame ("how do i ..."), so that vocabulary grows with content as it does in life. Measured, each
size in a process of its own: building (CPU seconds), loading what was kept, one question and one keystroke of a
suggestion (median and 99th percentile, mistyped ones among them), size of what is kept, peak memory of a process that
loads and asks, and how many of the questions find their entry first: of each other's, not of real content's hardness.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import argparse
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from botox_faq.content import Vocabulary
from botox_faq.matching import Askable, Matcher, Reader
from botox_faq.matching.english import frequent_words

SIZES = (60, 120, 250, 500, 1_000, 10_000)
PHRASINGS = 10
FRAMES = ("how do i {}", "what is {}", "can i have {}", "is {} safe", "{} please", "why does {} happen", "{}",
          "when should i {}", "tell me about {}", "how long does {} take")  # fmt: skip


def content(size: int) -> list[Askable]:
    """`size` entries; each has six words that it shares with a few others."""
    chance = random.Random(size)
    everyday = sorted(frequent_words())
    entries = []
    for number in range(size):
        own = [chance.choice(everyday) for _ in range(6)]
        phrasings = []
        for _ in range(PHRASINGS):
            words = [*chance.sample(own, 3), *chance.sample(everyday, 2)]
            chance.shuffle(words)
            phrasings.append(chance.choice(FRAMES).format(" ".join(words)))
        entries.append(Askable(f"entry-{number}", f"topic-{number // 3}", phrasings[0], tuple(phrasings)))
    return entries


def questions(entries: list[Askable], count: int) -> list[tuple[str, str]]:
    """Phrasings with a word dropped and, in every second one, a slip of the keyboard; and the entry of each."""
    chance = random.Random(1)
    asked = []
    for number in range(count):
        entry = chance.choice(entries)
        words = chance.choice(entry.phrasings).split()
        del words[chance.randrange(len(words))]
        if number % 2:
            at = chance.randrange(len(words))
            slip = chance.randrange(len(words[at]))
            words[at] = words[at][:slip] + chance.choice("etaoins") + words[at][slip + 1 :]
        asked.append((" ".join(words), entry.id))
    return asked


def build(size: int, path: str) -> tuple[float, float]:
    """CPU seconds of training `size` entries, and the peak memory of that process in MB; what it kept in `path`."""
    entries = content(size)
    started = time.process_time()
    kept = Matcher(entries, Vocabulary()).to_bytes()
    spent = time.process_time() - started
    Path(path).write_bytes(kept)
    return spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def use(size: int, path: str) -> list[float]:
    """Seconds to load, then milliseconds of CPU: question and keystroke, median and p99 each; percent of questions that
    find their entry first; peak memory in MB."""
    entries = content(size)
    started = time.perf_counter()
    matcher = Matcher.from_bytes(Path(path).read_bytes(), entries, Vocabulary())
    reader = Reader(matcher.known, Vocabulary())
    loaded = time.perf_counter() - started
    wanted = questions(entries, 300)
    asked = [text for text, _ in wanted]
    keys = [text[:end] for text in asked[:40] for end in range(1, len(text) + 1)]
    matcher.match(reader.read(asked[1]))
    answered = spread(lambda text: matcher.match(reader.read(text)), asked)
    typed = spread(matcher.suggest, keys)
    found = [(matcher.match(reader.read(text)).matches, entry) for text, entry in wanted]
    right = 100 * sum(bool(matches) and matches[0].entry == entry for matches, entry in found) / len(found)
    return [loaded, *answered, *typed, right, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]


def spread(what: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    """Median and 99th percentile of `what` over `texts`, in milliseconds of CPU: not of others at work."""
    times = []
    for text in texts:
        started = time.thread_time()
        what(text)
        times.append(1000 * (time.thread_time() - started))
    times.sort()
    return times[len(times) // 2], times[int(0.99 * len(times))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, action="append", dest="sizes", help="entries; may be given several times")
    parser.add_argument("--short", action="store_true", help="60 and 120 entries only")
    options = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    columns = ("entries", "build CPU s", "build MB", "kept MB", "load s", "question p50 · p99 ms", "key p50 · p99 ms",
               "right %", "MB")  # fmt: skip
    print(f"| {' | '.join(columns)} |")
    print("|---" * len(columns) + "|", flush=True)
    for size in options.sizes or (SIZES[:2] if options.short else SIZES):
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "kept")
            with context.Pool(1) as pool:
                spent, peak = pool.apply(build, (size, path))
            with context.Pool(1) as pool:
                loaded, asked, asked99, key, key99, right, memory = pool.apply(use, (size, path))
            kept = Path(path).stat().st_size / 1e6
            print(
                f"| {size:,} | {spent:.1f} | {peak:.0f} | {kept:.1f} | {loaded:.3f} | {asked:.2f} · {asked99:.2f} | "
                f"{key:.2f} · {key99:.2f} | {right:.0f} | {memory:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
