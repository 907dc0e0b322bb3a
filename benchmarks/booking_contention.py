"""Four kiosks and two desks at once on one store: python benchmarks/booking_contention.py [--short]

Each kiosk is a process that books its share of 2,000 requests (200 with --short); each desk is a process that looks
for waiting requests and changes them, as the other desk does. In the end every request must be there once, every
change that a desk was told of must be there, and nobody may have been refused because the store was busy.
Exit code 1 where that does not hold.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from multiprocessing.synchronize import Event
from pathlib import Path

from botox_faq.booking.contact import Contact
from botox_faq.booking.request import NotPossible, Request, State
from botox_faq.store import Changed, StoreUnavailable, open_store

KIOSKS, DESKS = 4, 2
NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
Told = tuple[list[str], dict[str, int], int, list[str]]
"""References booked, changes made by reference, changes refused because the other desk was faster, troubles."""


def a_request(name: str) -> Request:
    """A request of one kiosk."""
    return Request(
        first_name=name,
        contact=Contact("email", f"{name}@clinic.example"),
        days=(),
        part="any",
        questions=(),
        questions_consent=False,
        read=(),
        may_leave_message=None,
        consent="You may.",
        consent_version="c0ffee00",
        made=NOW,
        due=NOW + timedelta(days=1),
        changed=NOW,
    )


def kiosk(folder: Path, number: int, share: int) -> Told:
    """Book a share of the requests, one after the other."""
    booked, troubles = [], []
    with closing(open_store(folder)) as store:
        for one in range(share):
            name = f"k{number}r{one}"
            try:
                booked.append(store.add(a_request(name), name).reference)
                if one % 10 == 0 and store.add(a_request(name), name).reference != booked[-1]:
                    troubles.append(f"{name}: a retry made a second")
            except StoreUnavailable as error:
                troubles.append(f"{name}: {error}")
    return booked, {}, 0, troubles


def desk(folder: Path, number: int, over: Event) -> Told:
    """Change waiting requests until the kiosks are done; both desks take from the top, so that they meet."""
    chance = random.Random(number)
    changed: dict[str, int] = {}
    refused, troubles = 0, []
    states: tuple[State, ...] = ("offered", "booked", "declined", "unreachable")
    with closing(open_store(folder)) as store:
        while not over.is_set():
            for line in store.worklist(NOW)[:5]:
                try:
                    seen = store.get(line.reference)
                    time.sleep(chance.uniform(0, 0.003))  # someone reads it, and decides
                    if chance.random() < 0.5:
                        store.note_call(seen.reference, f"desk {number}", NOW, seen.version)
                    else:
                        to = chance.choice(states)
                        when = NOW + timedelta(days=2) if to in ("offered", "booked") else None
                        store.change(seen.reference, to, f"desk {number}", NOW, when, seen.version)
                    changed[seen.reference] = changed.get(seen.reference, 0) + 1
                except Changed:
                    refused += 1
                except NotPossible:
                    pass
                except StoreUnavailable as error:
                    troubles.append(f"desk {number}: {error}")
    return [], changed, refused, troubles


def main() -> int:
    """Run them all, compare what they were told with what is there, return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true")
    total = 200 if parser.parse_args().short else 2_000
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as name, context.Manager() as manager, context.Pool(KIOSKS + DESKS) as pool:
        folder, over = Path(name), manager.Event()
        start = time.perf_counter()
        desks = [pool.apply_async(desk, (folder, number, over)) for number in range(DESKS)]
        kiosks = [pool.apply_async(kiosk, (folder, number, total // KIOSKS)) for number in range(KIOSKS)]
        told = [one.get() for one in kiosks]
        taken = time.perf_counter() - start
        over.set()
        told += [one.get() for one in desks]
        with closing(open_store(folder)) as store:
            kept = {request.reference: request for request in store.all()}
            names = {request.first_name for request in kept.values()}
    booked = [reference for one in told for reference in one[0]]
    changes: dict[str, int] = {}
    for one in told:
        for reference, number in one[1].items():
            changes[reference] = changes.get(reference, 0) + number
    faults = [trouble for one in told for trouble in one[3]]
    if not len(booked) == len(set(booked)) == len(kept) == len(names) == total:
        faults.append(f"{len(booked)} acknowledged, {len(kept)} there, {len(names)} different ones, {total} wanted")
    lost = [one for one, request in kept.items() if request.version != 1 + changes.get(one, 0)]
    faults += [f"{one}: an update was lost" for one in lost]
    print(f"{total} requests from {KIOSKS} kiosks in {taken:.1f} s ({total / taken:.0f} a second)")
    print(
        f"{sum(changes.values())} changes by {DESKS} desks, {sum(one[2] for one in told)} refused as changed meanwhile"
    )
    print("\n".join(faults[:20]) or "every one there once, no update lost, nobody refused because the store was busy")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
