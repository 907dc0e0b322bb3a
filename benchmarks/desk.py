"""The desk with 10 and with 10,000 requests: python benchmarks/desk.py [--short]

Starts `botox-faq desk` in a pseudo-terminal of 80x24, in turns, until the first request is on the screen; then
holds down Page Down and times until each new page is painted. Exit code 1 where 10,000 take twice as long to start
(medians), or where a page of them takes more than 50 ms to paint (median).
"""

from __future__ import annotations

import argparse
import secrets
import statistics
import sys
import tempfile
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pexpect
from sqlalchemy import insert

from botox_faq.booking.contact import Contact
from botox_faq.booking.request import Request
from botox_faq.store import open_store
from botox_faq.store.rows import to_row
from botox_faq.store.schema import requests

START_LIMIT = 2.0
PAGE_LIMIT = 0.050
PAGE_DOWN = "\x1b[6~"
ALPHABET = "CDFGHJKMPRTVWXY34679"


def reference(number: int) -> str:
    """A reference for every number, in order."""
    letters = ""
    for _ in range(6):
        number, digit = divmod(number, len(ALPHABET))
        letters = ALPHABET[digit] + letters
    return f"{letters[:3]}-{letters[3:]}"


def fill(folder: Path, number: int) -> None:
    """A store with so many waiting requests, made in one go; every second contact is there twice."""
    now = datetime.now().astimezone()
    with closing(open_store(folder)) as store:
        first = a_request(0, now)
        store.add(first, "first")
        with store._database.writing() as connection:
            rows = [
                to_row(a_request(one, now), secrets.token_hex(8)) | {"entered": now, "reference": reference(one)}
                for one in range(1, number)
            ]
            connection.execute(insert(requests), rows)


def a_request(number: int, now: datetime) -> Request:
    """A waiting request, due `number` minutes from now."""
    return Request(
        first_name="Maria",
        contact=Contact("phone", f"+4420{70_000_000 + number // 2}"),
        days=(0, 2),
        part="any",
        questions=("Does it hurt?",),
        questions_consent=True,
        read=(),
        may_leave_message=False,
        consent="You may.",
        consent_version="c0ffee00",
        made=now,
        due=now + timedelta(minutes=number),
        changed=now,
    )


def start(folder: Path, mark: str) -> tuple[float, pexpect.spawn]:
    """Start the desk; return the seconds until `mark` is painted, and the desk."""
    begun = time.perf_counter()
    child = pexpect.spawn(
        sys.executable, ["-m", "botox_faq", "--data", str(folder), "desk"], dimensions=(24, 80), timeout=60
    )
    child.delaybeforesend = None  # or pexpect would wait 50 ms before every key
    child.expect_exact(mark)
    return time.perf_counter() - begun, child


def pages(child: pexpect.spawn, marks: list[str]) -> list[float]:
    """Press Page Down; return the seconds until each page's mark is painted."""
    times = []
    for mark in marks:
        begun = time.perf_counter()
        child.send(PAGE_DOWN)
        child.expect_exact(mark)
        times.append(time.perf_counter() - begun)
    return times


def main() -> int:
    """Measure, print, return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true")
    rounds = 3 if parser.parse_args().short else 9
    with tempfile.TemporaryDirectory() as name:
        few, many = Path(name, "few"), Path(name, "many")
        fill(few, 10)
        fill(many, 10_000)
        times: dict[Path, list[float]] = {few: [], many: []}
        paged: list[float] = []
        for turn in range(rounds + 1):
            for folder in (few, many):
                taken, child = start(folder, reference(1))
                if turn:  # the first warms the disk's cache
                    times[folder].append(taken)
                if folder == many and turn == rounds:
                    # Page Down marks the line 15 further on: the first time the last in sight, then one of a new page.
                    child.send(PAGE_DOWN)
                    time.sleep(1)
                    paged = pages(child, [reference(15 * page) for page in range(2, 12)])
                child.send("q")
                child.expect(pexpect.EOF)
    one, other = statistics.median(times[few]), statistics.median(times[many])
    page = statistics.median(paged)
    print(f"desk with 10 requests: {one * 1000:.0f} ms to the first line; with 10,000: {other * 1000:.0f} ms")
    print(f"{other / one:.2f} times (less than {START_LIMIT}); a page of 10,000: {page * 1000:.0f} ms (at most 50)")
    return int(other / one >= START_LIMIT or page > PAGE_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
