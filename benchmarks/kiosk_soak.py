"""Visit after visit in a real terminal: python benchmarks/kiosk_soak.py [--short] [--visits N]

2,000 visits (60 with --short) as fast as they go, each of one of seven kinds: ask, book, abandon in the middle of a
word, paste rubbish, resize, urgent, and change the look; and each in a look of its own, chosen by chance: bigger text,
high contrast, bigger buttons, several of them or none. Exit code 1 unless, at the end, memory is at most 10 MB
above that after the hundredth visit (after the twentieth with --short), no handle and no thread was added, a key is
painted within 50 ms (the median of the last twenty measured), and nothing has crashed.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from kiosk_terminal import ATTRACT, KioskTerminal

MOST_GROWTH = 10.0
"""MB."""

MOST_FOR_A_KEY = 0.05
"""Seconds."""

QUESTIONS = (
    "how often should i get it", "does it hurt", "how offen shud i get it", "is it permanant", "what does it cost",
    "can i drive home after", "how long does it last", "which bicycle has nine wheels", "menu", "privacy", "help",
)  # fmt: skip
LOOKS = "+*/"
"""The keys that change the look."""

SIZES = ((80, 24), (120, 40), (60, 20), (200, 60), (40, 10), (80, 24))


def ask(kiosk: KioskTerminal, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        kiosk.clear()
        question = chance.choice(QUESTIONS)
        kiosk.send(question.encode() + b"\r")
        kiosk.wait_for("You")


def press(kiosk: KioskTerminal, keys: bytes, text: str) -> None:
    """Press keys until `text` is painted: one that comes in the instant in which a page changes may be lost."""
    for _ in range(5):
        kiosk.clear()
        kiosk.send(keys)
        try:
            kiosk.wait_for(text, 6)
        except TimeoutError:
            continue
        time.sleep(0.05)
        return
    raise TimeoutError(f"{text!r} was not painted after {keys!r}, five times; last:\n{kiosk.read()[-800:]}")


def book(kiosk: KioskTerminal, chance: random.Random) -> None:
    """Fill in the form; half of the visitors leave it at the contact."""
    press(kiosk, b"\x1bOR", "Step 1 of")  # the head stays small in every look
    press(kiosk, b"1", "Step 2 of")
    name = f"Soak{chance.randint(0, 999)}"
    kiosk.send(name.encode())
    press(kiosk, b"\r", "Step 3 of")
    if chance.random() < 0.5:
        return
    press(kiosk, b"soak@clinic.example\r", "Step 4 of")
    for keys, text in ((b"0", "Step 5 of"), (b"1", "Step 6 of"), (b"0", "Step 7 of")):
        press(kiosk, keys, text)
    kiosk.send(b"6")
    press(kiosk, b"0", "Example Clinic")


def abandon(kiosk: KioskTerminal, chance: random.Random) -> None:
    kiosk.send(chance.choice(QUESTIONS).encode()[: chance.randint(1, 8)])


def paste(kiosk: KioskTerminal, chance: random.Random) -> None:
    kiosk.send(b"\x1b[200~" + chance.randbytes(chance.randint(1, 3000)).replace(b"\x1b", b"e") + b"\x1b[201~\r")
    kiosk.read(0.1)


def resize(kiosk: KioskTerminal, chance: random.Random) -> None:
    for size in SIZES:
        kiosk.resize(*size)
        kiosk.send(chance.choice(QUESTIONS).encode()[:4])
        kiosk.read(0.02)


def urgent(kiosk: KioskTerminal, _: random.Random) -> None:
    kiosk.clear()
    kiosk.send(b"i cannot breathe\r")
    kiosk.wait_for("F9")  # 999 may be drawn large


def look(kiosk: KioskTerminal, chance: random.Random) -> None:
    for _ in range(3):
        kiosk.send(chance.choice((b"\x1bOS", b"95\r", b"96\r")))
        kiosk.read(0.05)


KINDS = (ask, book, abandon, paste, resize, urgent, look)


def key_time(kiosk: KioskTerminal) -> float:
    """Seconds from a key to the first paint that follows."""
    kiosk.send(b"a")
    kiosk.read(0.5)
    time.sleep(0.3)  # the suggestions are there
    kiosk.clear()
    begun = time.perf_counter()
    kiosk.send(b"w")
    while "w" not in kiosk.read(0.5):
        pass
    return time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--visits", type=int)
    asked = parser.parse_args()
    visits = asked.visits or (60 if asked.short else 2000)
    settled = min(100, visits // 3)
    chance = random.Random(6)
    with tempfile.TemporaryDirectory() as folder:
        kiosk = KioskTerminal(Path(folder))
        kiosk.wait_for(ATTRACT, 120)
        before = (0.0, 0, 0)
        keys: list[float] = []
        wipes: list[float] = []
        begun = time.perf_counter()
        try:
            for number in range(1, visits + 1):
                kiosk.begin("".join(chance.sample(LOOKS, chance.randint(0, len(LOOKS)))))
                KINDS[number % len(KINDS)](kiosk, chance)
                wipes.append(kiosk.done())
                if number % max(1, visits // 40) == 0:
                    kiosk.begin()
                    keys.append(key_time(kiosk))
                    kiosk.done()
                if number == settled:
                    before = kiosk.memory, kiosk.handles, kiosk.thread_count
                if number % 200 == 0:
                    print(f"{number} visits: {kiosk.memory:.1f} MB, {kiosk.handles} handles", flush=True)
            after = kiosk.memory, kiosk.handles, kiosk.thread_count
            crashes = kiosk.crashes
        except (EOFError, TimeoutError) as error:
            print(f"visit {number}, {KINDS[number % len(KINDS)].__name__}: {error}\n{kiosk.log.read_text()}")
            return 1
        finally:
            kiosk.end()
    key = statistics.median(keys[-20:])
    print(f"{visits} visits in {time.perf_counter() - begun:.0f} s, {crashes} crashes")
    print(f"memory: {before[0]:.1f} MB after visit {settled}, {after[0]:.1f} MB at the end")
    print(f"handles: {before[1]}, then {after[1]}; threads: {before[2]}, then {after[2]}")
    print(
        f"a key is painted after {key * 1000:.0f} ms (median of the last {len(keys[-20:])}), "
        f"{max(keys) * 1000:.0f} ms at worst"
    )
    print(f"a wipe takes {statistics.median(wipes) * 1000:.0f} ms (median), {max(wipes) * 1000:.0f} ms at worst")
    good = after[0] - before[0] <= MOST_GROWTH and after[1] <= before[1] and after[2] <= before[2] + 4
    return 0 if good and key <= MOST_FOR_A_KEY and not crashes else 1


if __name__ == "__main__":
    sys.exit(main())
