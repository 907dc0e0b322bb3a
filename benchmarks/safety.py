"""How well and how fast warning signs are read: python benchmarks/safety.py

Recall, false alarms and the rest: on the examples that the assistant learns from (faq/safety-examples.yaml), and on
the messages of tests/safety/sets, which it has never seen, of three authors who had seen neither rules nor examples;
of all three and of each. And the time that safety adds to a message whose words are already read: ordinary messages,
and one at the input's limit of 1,000 characters.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.safety import judging

from botox_faq.content import LONGEST_MESSAGE, find_faq
from botox_faq.content.reading import read_content
from botox_faq.conversation import Assistant
from botox_faq.matching import Words
from botox_faq.safety import Finding, Signs

ROUNDS = 7


def main() -> None:
    assistant = Assistant(read_content(find_faq()))

    def read(text: str, so_far: Signs) -> Finding:
        return assistant.safety.read(assistant.reader.read(text), so_far)

    judges = {
        "urgent, any urgent reply": judging.unseen,
        "urgent, its tier or stricter": judging.urgent,
        "calm, no urgent reply": judging.false_alarms,
        "calm, line where it must be": judging.lines,
        "within a day, a line": judging.prompts,
        "dialogues": judging.dialogues,
        "complaints, not unknown": judging.complaints,
    }
    columns = {"tune": "learned", "held": "held", **{number: f"author {number}" for number in "123"}}
    print(f"{'':28}" + "".join(f"{name:>22}" for name in columns.values()))
    for name, judge in judges.items():
        judged = [judge(read, half) for half in columns]
        print(
            f"{name:28}" + "".join(f"{one.rows - len(one.wrong):8} of {one.rows:4}{one.right:7.1%}" for one in judged)
        )

    texts = [
        row["text"] for name in ("urgent", "calm") for half in ("tune", "held") for row in judging.rows(name, half)
    ]
    ordinary = [assistant.reader.read(text) for text in texts if len(text) <= 200]
    longest = [assistant.reader.read((" ".join([text] * 500))[:LONGEST_MESSAGE]) for text in texts[::20]]
    for name, messages in (("up to 200 characters", ordinary), (f"{LONGEST_MESSAGE:,} characters", longest)):
        times = sorted(_times(assistant, messages))
        print(f"{name}: p50 {statistics.median(times):.2f} ms, p99 {times[int(len(times) * 0.99)]:.2f} ms")


def _times(assistant: Assistant, messages: Iterable[Words]) -> Iterable[float]:
    """The best time of several for each message, in milliseconds: what the rules cost, not what else runs here."""
    gc.disable()
    for words in messages:
        best = float("inf")
        for _ in range(ROUNDS):
            start = time.perf_counter()
            assistant.safety.read(words, Signs())
            best = min(best, time.perf_counter() - start)
        yield best * 1_000
    gc.enable()


if __name__ == "__main__":
    main()
