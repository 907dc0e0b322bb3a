"""From the command to the first painted prompt, beside a bare Textual app with one Input.

Both start in a pseudo-terminal of 80x24, in turns; the clock stops when the prompt's mark is on the screen.
Exit code 1 where the chat takes more than 1.35 times as long (medians). `--short`: fewer rounds, for CI.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pexpect

LIMIT = 1.35
BARE = """
from textual.app import App
from textual.widgets import Input

class Bare(App):
    def compose(self):
        yield Input(placeholder="> here")

Bare().run()
"""


def seconds_to_paint(arguments: list[str], mark: str) -> float:
    """Start Python with these arguments in a terminal; return the seconds until `mark` is painted."""
    start = time.perf_counter()
    child = pexpect.spawn(sys.executable, arguments, dimensions=(24, 80), timeout=30)
    child.expect_exact(mark)
    taken = time.perf_counter() - start
    child.close(force=True)
    return taken


def main() -> int:
    """Measure, print both medians and their ratio, return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true")
    rounds = 7 if parser.parse_args().short else 15
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, encoding="utf-8")
        pairs = []
        for _ in range(rounds + 1):  # the first warms the disk's cache
            first = seconds_to_paint([str(bare)], " here")
            pairs.append((first, seconds_to_paint(["-m", "botox_faq"], "m>")))
    bare_median, chat_median = (statistics.median(times) for times in zip(*pairs[1:], strict=True))
    ratio = chat_median / bare_median
    print(f"bare Textual app with one Input: {bare_median * 1000:.0f} ms")
    print(f"botox-faq, first painted prompt: {chat_median * 1000:.0f} ms, {ratio:.2f} times (at most {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
