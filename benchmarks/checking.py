"""How long `botox-faq check` takes on the content that ships, from the command to its last line.

    python benchmarks/checking.py            best of 5
    python benchmarks/checking.py --short    best of 2

Exit code 1 where it takes 2.5 s or more, or finds something. The best run counts: the others tell what else the
machine was doing.
"""

from __future__ import annotations

import subprocess
import sys
import time

MOST = 2.5
"""Seconds."""


def main(runs: int) -> int:
    """Run the command and say how long it took; return the exit code."""
    taken, codes = [], []
    for _ in range(runs):
        began = time.perf_counter()
        done = subprocess.run([sys.executable, "-m", "botox_faq", "check"], capture_output=True, text=True)
        taken.append(time.perf_counter() - began)
        codes.append(done.returncode)
    print(done.stdout.strip())
    print(f"check: {min(taken):.2f} s (budget {MOST} s), best of {runs}; slowest {max(taken):.2f} s")
    return int(min(taken) >= MOST or any(codes))


if __name__ == "__main__":
    sys.exit(main(2 if "--short" in sys.argv[1:] else 5))
