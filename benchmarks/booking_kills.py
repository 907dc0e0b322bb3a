"""Programs killed with SIGKILL at random moments while they book: python benchmarks/booking_kills.py [--short]

A child books one request after the other and says so only when the store has said so; it is killed after a random
time and another takes over, until 300 requests are acknowledged (40 with --short). Then every acknowledged request
must be in the store, none twice and none half, and the store must open clean. Saving is timed first, undisturbed.
Exit code 1 where anything is lost, doubled or halved, or where saving takes 20 ms or more (median).
"""

from __future__ import annotations

import argparse
import os
import random
import secrets
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from botox_faq.booking.contact import Contact
from botox_faq.booking.request import Request
from botox_faq.store import open_store

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
WORDS = "Does it hurt? " * 100
SAVING_LIMIT = 0.020


def a_request(name: str) -> Request:
    """A request whose every part can be told from another's; long enough to fill more than one page."""
    return Request(
        first_name=name,
        contact=Contact("email", f"{name}@clinic.example"),
        days=(0, 2),
        part="any",
        questions=(name, WORDS),
        questions_consent=True,
        read=(),
        may_leave_message=None,
        consent="You may.",
        consent_version="c0ffee00",
        made=NOW,
        due=NOW + timedelta(days=1),
        changed=NOW,
    )


def book_until_killed(folder: Path, say: int) -> None:
    """Book without end; each acknowledged request is one line on the pipe `say`."""
    store = open_store(folder)
    while True:
        token = secrets.token_hex(8)
        kept = store.add(a_request(token), token)
        os.write(say, f"{token} {kept.reference}\n".encode())


def killed_once(folder: Path, after: float) -> list[tuple[str, str]]:
    """Let a child book and kill it; return what it acknowledged."""
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            book_until_killed(folder, say)
        finally:
            os._exit(1)
    os.close(say)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    with os.fdopen(hear) as lines:
        said = [line.split() for line in lines]
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    return [(token, reference) for token, reference in said]


def faults(folder: Path, acknowledged: list[tuple[str, str]]) -> list[str]:
    """What is wrong with the store."""
    found = []
    with closing(open_store(folder)) as store:
        kept = {request.reference: request for request in store.all()}
        history = {reference: store.history(reference) for reference in kept}
        path = store.path
    names = [request.first_name for request in kept.values()]
    if len(names) != len(set(names)):
        found.append("a request is there twice")
    for token, reference in acknowledged:
        if reference not in kept or kept[reference].first_name != token:
            found.append(f"{reference} was acknowledged and is not there")
    for reference, request in kept.items():
        if request.questions != (request.first_name, WORDS) or [line.action for line in history[reference]] != ["made"]:
            found.append(f"{reference} is there by half")
    with closing(sqlite3.connect(path)) as connection:
        checked = connection.execute("PRAGMA integrity_check").fetchone()[0]
        counted = connection.execute("SELECT sum(number) FROM counts").fetchone()[0]
    if checked != "ok":
        found.append(f"the store is damaged: {checked}")
    if counted != len(kept):
        found.append(f"{counted} counted, {len(kept)} there")
    return found


def saving(folder: Path, number: int) -> float:
    """The median time of saving one request, in seconds."""
    times = []
    with closing(open_store(folder)) as store:
        store.all()
        for _ in range(number):
            token = secrets.token_hex(8)
            start = time.perf_counter()
            store.add(a_request(token), token)
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> int:
    """Save, kill, count; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    options = parser.parse_args()
    wanted = 40 if options.short else 300
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as quiet, tempfile.TemporaryDirectory() as folder:
        median = saving(Path(quiet), 200)
        print(f"saving a request: {median * 1000:.1f} ms (median of 200, at most {SAVING_LIMIT * 1000:.0f})")
        acknowledged: list[tuple[str, str]] = []
        kills = 0
        while len(acknowledged) < wanted:
            acknowledged += killed_once(Path(folder), chance.uniform(0.0, 0.08))
            kills += 1
        found = faults(Path(folder), acknowledged)
    print(f"{kills} kills, {len(acknowledged)} requests acknowledged, seed {options.seed}")
    print("\n".join(found) or "every acknowledged request is there, none twice, none half; the store opens clean")
    return int(bool(found) or median >= SAVING_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
