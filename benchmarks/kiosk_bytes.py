"""Bytes that nobody would type: python benchmarks/kiosk_bytes.py [--short] [--seed N]

First every Ctrl, Alt and function key, then 1,000,000 random bytes (30,000 with --short): a third of them plain
random, the rest broken escape sequences, answers of a terminal that nobody asked, mouse reports near and far off the
screen, pastes that never end, forged window sizes. Exit code 1 unless the kiosk still runs, has not crashed, never
showed a palette or left the terminal's other screen, and still answers a question in the end.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from kiosk_terminal import ATTRACT, KioskTerminal

LEFT = b"\x1b[?1049l"
"""What a program writes when it leaves the screen that it took over."""

PALETTES = ("Search for commands", "Command Palette", "Do you want to quit", "Traceback")

CONTROL = [bytes([byte]) for byte in range(32)] + [b"\x7f", b"\x80", b"\xff"]
ALT = [b"\x1b" + bytes([byte]) for byte in range(256)]
FUNCTION = [b"\x1b[%d~" % number for number in range(1, 36)] + [b"\x1bO" + bytes([byte]) for byte in range(64, 128)]
HELD = [b"\x1b[%d;%d~" % (number, held) for number in range(1, 36) for held in range(2, 9)]
HELD += [b"\x1b[1;%d%c" % (held, byte) for held in range(2, 9) for byte in range(65, 91)]
KITTY = [b"\x1b[%d;%du" % (code, held) for code in [*range(32, 127), *range(57344, 57455)] for held in range(1, 17)]
KEYS = [*CONTROL, *ALT, *FUNCTION, *HELD, *KITTY]


def broken(chance: random.Random) -> bytes:
    """One piece of what a terminal could send by mistake or malice."""
    number = chance.choice((0, 1, 5, 40, 300, 99999, -7))
    other = chance.choice((0, 1, 12, 90, 65535, 10**9))
    return chance.choice(
        (
            chance.randbytes(chance.randint(1, 60)),
            b"\x1b[<%d;%d;%d%c" % (chance.randint(0, 255), other, abs(number), chance.choice(b"Mm")),
            b"\x1b[M" + chance.randbytes(3),
            b"\x1b[48;%d;%d;%d;%dt" % (other, other, other, other),
            b"\x1b[%d;%dR" % (other, other),
            b"\x1b[?%d;%d$y" % (chance.choice((2026, 2048, 1)), chance.randint(0, 4)),
            b"\x1b[?1;2c" + b"\x1bP>|term\x1b\\" + b"\x1b]52;c;c2VjcmV0\x07" + b"\x1b]11;rgb:ffff/ffff/ffff\x07",
            b"\x1b[200~" + chance.randbytes(chance.randint(0, 40)),
            b"\x1b[I\x1b[O",
            b"\x1b[" + bytes(chance.choices(b"0123456789;:<>?$", k=chance.randint(0, 40))),
            b"\x1b[%d;%d;%du" % (chance.randint(0, 2**31), chance.randint(0, 300), chance.randint(0, 2**31)),
            "\u202e\u200f\U000e0041\ud7ff".encode(),
        )
    )


def looked_at(kiosk: KioskTerminal, seen: set[str]) -> None:
    """Note what must never be seen, then forget what was painted."""
    text = kiosk.read()
    seen |= {one for one in PALETTES if one in text}
    if LEFT in kiosk.raw:
        seen.add("the terminal's other screen")
    kiosk.raw = b""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=6)
    asked = parser.parse_args()
    number = 30_000 if asked.short else 1_000_000
    chance = random.Random(asked.seed)
    seen: set[str] = set()
    sent = 0
    with tempfile.TemporaryDirectory() as folder:
        kiosk = KioskTerminal(Path(folder))
        try:
            kiosk.wait_for(ATTRACT, 120)
            kiosk.begin()
            for key in KEYS:
                kiosk.send(key)
                time.sleep(0 if asked.short else 0.01)
                looked_at(kiosk, seen)
            before = kiosk.memory
            begun = time.perf_counter()
            while sent < number:
                piece = broken(chance)
                kiosk.send(piece)
                sent += len(piece)
                looked_at(kiosk, seen)
            took = time.perf_counter() - begun
            after = kiosk.memory
            time.sleep(4)  # a paste that never ends is given up after three seconds
            for _ in range(3):
                kiosk.send(b"\x1b")
                time.sleep(0.3)
            looked_at(kiosk, seen)
            kiosk.send(b"\x1b[20~")
            kiosk.wait_for(ATTRACT)
            kiosk.begin()
            kiosk.clear()
            kiosk.send(b"does it hurt\r")
            kiosk.wait_for("sting")
        except (EOFError, TimeoutError) as error:
            print(f"after {sent:,} bytes (seed {asked.seed}): {error!r}\n{kiosk.log.read_text()}")
            return 1
        finally:
            crashes = kiosk.crashes
            kiosk.end()
    print(
        f"{len(KEYS):,} keys and {sent:,} bytes in {took:.0f} s: {crashes} crashes, seen: {sorted(seen) or 'nothing'}"
    )
    print(f"memory: {before:.1f} MB before the bytes, {after:.1f} MB after")
    return 1 if crashes or seen else 0


if __name__ == "__main__":
    sys.exit(main())
