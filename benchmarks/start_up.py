"""How long `botox-faq ask` takes as a whole process, beside `import textual.app` in the same run.

    python benchmarks/start_up.py [--short]

Prints medians in milliseconds and the ratio of the two, run in turn. "warm": from the cache; "cold": nothing cached.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

QUESTIONS = b"how offen shud i get it\nis it permanant?\nwhat is the capital of france\n"
ASK = [sys.executable, "-m", "botox_faq", "ask", "--json", "-"]
PEER = [sys.executable, "-c", "import textual.app"]


def milliseconds(command: list[str], cache: Path) -> float:
    """Wall time of one whole process."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    start = time.perf_counter()
    subprocess.run(command, input=QUESTIONS, stdout=subprocess.DEVNULL, check=True, env=environment)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    runs = 5 if "--short" in sys.argv else 25
    with tempfile.TemporaryDirectory() as folder:
        cold = [milliseconds(ASK, Path(folder) / str(run)) for run in range(max(2, runs // 5))]
        warm_cache = Path(folder) / "0"
        milliseconds(PEER, warm_cache)
        pairs = [(milliseconds(ASK, warm_cache), milliseconds(PEER, warm_cache)) for _ in range(runs)]
    ask, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(ask / peer for ask, peer in pairs)
    print(f"ask, 3 questions, cold      {statistics.median(cold):7.0f} ms")
    print(f"ask, 3 questions, warm      {ask:7.0f} ms")
    print(f"import textual.app          {peer:7.0f} ms")
    print(f"warm ask / textual.app      {ratio:7.2f}   (wanted: below 1)")


if __name__ == "__main__":
    main()
