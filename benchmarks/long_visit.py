"""After two hundred exchanges the chat is as quick and almost as small as at the start.

One chat in a pseudo-terminal of 80x24 is asked question after question. Measured: from a key to its letter on the
screen (median), and the memory that the process has grown by since the greeting. Exit code 1 where a key takes
more than 50 ms or the memory has grown by 15 MB. `--short`: 60 exchanges, for CI. Linux only (/proc).
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

import pexpect

SLOWEST_KEY = 0.050
MOST_GROWTH = 15.0
KEYS = 40
QUESTIONS = (
    "how often should i have botox",
    "is it permanent",
    "do you sell bicycles",
    "how does it work and does it hurt",
    "menu",
    "which one of these",
    "who should give it",
    "hello",
    "[red]x[/red]",
    "what happens at the first visit",
)


class Chat:
    """A chat in a terminal that is timed from the outside."""

    def __init__(self, data: str) -> None:
        arguments = ["-m", "botox_faq", "--data", data]
        self.child = pexpect.spawn(sys.executable, arguments, dimensions=(24, 80), timeout=30)
        self.child.delaybeforesend = None
        self.child.expect_exact("F3")
        self.rest()

    def rest(self, quiet: float = 0.15) -> None:
        """Read until nothing has been painted for a while."""
        while True:
            try:
                self.child.read_nonblocking(65_536, quiet)
            except pexpect.TIMEOUT:
                return

    def ask(self, question: str) -> None:
        """Ask, and wait until the reply stands still."""
        self.child.send(question + "\r")
        self.rest()

    def key(self, letter: str) -> float:
        """Press a key; return the seconds until its letter is painted."""
        start = time.perf_counter()
        self.child.send(letter)
        while letter.encode() not in self.child.read_nonblocking(65_536, 5):
            pass
        taken = time.perf_counter() - start
        self.rest()
        return taken

    def key_median(self) -> float:
        """The median over some keys, in seconds. Letters that no control sequence ends with."""
        times = [self.key(letter) for letter in islice(cycle("zqyw"), KEYS)]
        self.child.send("\x15")  # Ctrl+U: empty the prompt
        self.rest()
        return statistics.median(times)

    def megabytes(self) -> float:
        """The memory that the process holds."""
        status = Path(f"/proc/{self.child.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def main() -> int:
    """Measure, print the figures, return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true")
    exchanges = 60 if parser.parse_args().short else 200
    with tempfile.TemporaryDirectory() as data:
        chat = Chat(data)
        first_key = chat.key_median()
        before = chat.megabytes()
        for question in islice(cycle(QUESTIONS), exchanges):
            chat.ask(question)
        last_key, growth = chat.key_median(), chat.megabytes() - before
        chat.child.close(force=True)
    print(f"a key at the start: {first_key * 1000:.1f} ms")
    print(f"a key after {exchanges} exchanges: {last_key * 1000:.1f} ms (at most {SLOWEST_KEY * 1000:.0f})")
    print(f"memory: {before:.1f} MB at the start, {growth:+.1f} MB since (under {MOST_GROWTH:.0f})")
    return int(last_key > SLOWEST_KEY or growth >= MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
