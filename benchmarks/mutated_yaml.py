"""Read small YAML files that were damaged at random: always a message or a valid load, quickly, in little memory.

    python benchmarks/mutated_yaml.py            200,000 cases
    python benchmarks/mutated_yaml.py --short    5,000 cases

Exit code 1 where a case raises or takes 2 s or more, or the process comes to 200 MB or more.
"""

from __future__ import annotations

import resource
import sys
import time
from random import Random

from botox_faq.content.reading import read_file

CASES, SHORT = 200_000, 5_000
SLOWEST, LARGEST = 2.0, 200
"""Seconds for one case, megabytes for the process."""

SEEDS = {
    "article.yaml": b"- id: a\n  topic: b\n  kind: answer\n  question: Is it?\n  phrasings: [x, 'y', \"z\"]\n"
    b"  answer: >-\n"
    b"    No.\n    It is not.\n  source: {article: A}\n",
    "clinic.yaml": b'name: "Elm"\nregion: uk\nphone: "+44 20 7946 0123"\ntimezone: "Europe/London"\nhours:\n'
    b'  mon: ["09:00-17:30"]\nlink: null\nsample: true\n',
    "vocabulary.yaml": b"synonyms:\n  - [a, b]\nshorthand: {u: you}\n# a comment\nkeep: []\n",
    "negatives.yaml": b"- a b c\n- 'b'\n- \"c\\n\"\n- |\n  d\n  e\n- what is it? # nothing\n",
    "topics.yaml": b"- id: x\n  title: The first\n\n- {id: y, title: 'The second', neutral: Another}\n",
}
_BITS = [
    *(bytes([byte]) for byte in b"[]{}&*!|>'\"%@`#:,-?\n\t \\\x00\xff\xfe\x1b"),
    *(b"&a ", b"*a", b"<<: *a", b"!!python/name:os.system ", b"---\n", b"...\n", b"? ", b": ", b"- ", b"\r", b"\r\n"),
    *("\ufeff".encode(), "\u202e".encode(), "\u2028".encode(), "\x85".encode(), "é".encode("latin-1"), b"\xed\xa0\x80"),
    *(b"[" * 200, b"{a: " * 50, b"- " * 60, b"a" * 5_000, b"1" * 400, b"!<tag:yaml.org,2002:map> ", b"%YAML 9.9\n"),
]


def mutated(random: Random) -> tuple[str, bytes]:
    """A file's name, and its seed with one to six changes."""
    file = random.choice(list(SEEDS))
    data = bytearray(SEEDS[file])
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(data) + 1)
        change = random.randrange(6)
        if change == 0:
            data[at:at] = random.choice(_BITS)
        elif change == 1:
            del data[at : at + random.randint(1, 12)]
        elif change == 2:
            data[at : at + 1] = random.choice(_BITS)
        elif change == 3:
            data[at:at] = data[at : at + random.randint(1, 40)] * random.randint(1, 30)
        elif change == 4:
            data[at : at + 1] = bytes([random.randrange(256)])
        else:
            data[at:] = random.choice(list(SEEDS.values()))[random.randrange(20) :]
    if random.random() < 0.02:
        encoding = random.choice(["utf-16", "utf-32", "utf-7", "latin-1"])
        return file, bytes(data).decode("utf-8", "replace").encode(encoding, "replace")
    return file, bytes(data)


def main(cases: int) -> int:
    """Run the cases and say what came of them; return the exit code."""
    random = Random(1)
    slowest, refused, raised = 0.0, 0, 0
    for number in range(cases):
        file, data = mutated(random)
        began = time.perf_counter()
        try:
            _, _, problems = read_file(file, data)
            refused += bool(problems)
        except Exception as error:
            raised += 1
            print(f"case {number}: {type(error).__name__} on {data!r}"[:400])
        slowest = max(slowest, time.perf_counter() - began)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{cases:,} cases: {refused:,} refused with a message, {cases - refused - raised:,} loaded, {raised} raised; "
        f"slowest {slowest * 1000:.0f} ms, {megabytes:.0f} MB"
    )
    return int(raised > 0 or slowest >= SLOWEST or megabytes >= LARGEST)


if __name__ == "__main__":
    sys.exit(main(SHORT if "--short" in sys.argv[1:] else CASES))
