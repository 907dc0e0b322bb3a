"""What a kiosk does behind its screens: content read anew, counts kept, the desk's bell rung, the store watched."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from botox_faq.assistant import load_assistant
from botox_faq.content.problem import ContentError
from botox_faq.store import StoreUnavailable, find_data, open_store
from botox_faq.store.folder import make_folder

if TYPE_CHECKING:
    from botox_faq.conversation import Assistant, Visit
    from botox_faq.store.store import Store

LAST_GOOD = "kiosk-content"
"""The folder, beside the requests, with a copy of the last content that could be read."""

ROOM = 5_000_000
"""Bytes that must be free on the disk: with fewer, a request could be refused after it has been filled in."""

MOST_RINGS = 20


class Backstage:
    """Everything of a kiosk that outlives a visit; nothing in it is a visitor's.

    `note` takes a line for the log. Methods that read or write a disk are coroutines which do so in a thread.
    """

    def __init__(
        self,
        faq: Path,
        data: Path | None,
        *,
        cache: Path | None = None,
        name: str = "kiosk",
        note: Callable[[str], None] = lambda line: None,
    ) -> None:
        """Load the content of `faq`, or else the last that was good. Raises ContentError where there is neither."""
        self.faq = faq
        self.data = data
        self.cache = cache
        self.name = name
        self.note = note
        self.writable = True
        self._seen = _signature(faq)
        self._store: Store | None = None
        self._counts: Counter[tuple[str, str]] = Counter()
        self._rings: list[tuple[str, datetime]] = []
        self._refused = False
        self._one_at_a_time = asyncio.Lock()
        self.assistant = self._load_first()

    # --- content ---

    def _load_first(self) -> Assistant:
        try:
            assistant = load_assistant(self.faq, self.cache)
        except ContentError as failure:
            good = find_data(self.data) / LAST_GOOD
            if not good.is_dir():
                raise
            self._refuse(failure)
            return load_assistant(good, self.cache)
        self._keep_good()
        return assistant

    async def read_anew(self) -> bool:
        """Load the content again if its files have changed; True when the new content is in use."""
        seen = await asyncio.to_thread(_signature, self.faq)
        if seen == self._seen:
            return False
        self._seen = seen
        try:
            # Whole or not at all: the assistant in use changes only when the new one is complete.
            self.assistant = await asyncio.to_thread(load_assistant, self.faq, self.cache)
        except ContentError as failure:
            self._refuse(failure)
            return False
        self._refused = False
        await asyncio.to_thread(self._keep_good)
        return True

    def _refuse(self, failure: ContentError) -> None:
        """Go on with the content there is, and tell the desk once."""
        first = failure.problems[0]
        self.note(f"content refused: {len(failure.problems)} errors, the first at {first.file}:{first.line}")
        if not self._refused:
            self._refused = True
            self._rings.append(
                (f"{self.name}: new content has errors, see botox-faq check", datetime.now().astimezone())
            )

    def _keep_good(self) -> None:
        """Copy the content that was read, so that a restart finds it whatever is saved meanwhile."""
        good = find_data(self.data) / LAST_GOOD
        fresh = good.with_name(LAST_GOOD + ".new")
        try:
            shutil.rmtree(fresh, ignore_errors=True)
            make_folder(good.parent)
            fresh.mkdir(mode=0o700)
            for path in sorted(self.faq.glob("*.yaml")):
                shutil.copyfile(path, fresh / path.name)
            shutil.rmtree(good, ignore_errors=True)
            fresh.rename(good)
        except OSError as failure:
            self.note(f"no copy of the content could be kept ({failure.strerror})")

    # --- store ---

    def count(self, what: str, detail: str = "") -> None:
        """Count something that happened; it is kept with the next `keep_up`."""
        self._counts[what, detail] += 1

    def count_all(self, visit: Visit) -> None:
        """Take over what a visit has counted of itself."""
        self._counts.update(visit.counts)
        visit.counts.clear()

    def ring(self, at: datetime) -> None:
        """Ring the desk: an urgent reply is shown. No words go with it."""
        self._rings = [*self._rings, (self.name, at)][-MOST_RINGS:]

    async def keep_up(self, today: date) -> None:
        """Keep what was counted and rung, and notice whether requests can be kept."""
        async with self._one_at_a_time:
            writable = await asyncio.to_thread(self._keep, today)
        if writable is not self.writable:
            self.note("the store can be written again" if writable else "the store can't be written")
        self.writable = writable

    def _keep(self, today: date) -> bool:
        """True when the store could be written; what could not be kept stays for the next time."""
        counts, self._counts = self._counts, Counter()
        rings, self._rings = self._rings, []
        try:
            if self._store is None:
                self._store = open_store(self.data)
            while rings:
                self._store.tallies.ring(*rings[0])
                rings.pop(0)
            self._store.tallies.count_all(today, counts)  # takes the lock for writing even when there is none
            counts = Counter()
            return shutil.disk_usage(find_data(self.data)).free >= ROOM
        except (StoreUnavailable, OSError):
            if self._store is not None:
                self._store.close()  # opened anew, it takes a folder that has come back, or begins one
                self._store = None
            return False
        finally:
            self._counts.update(counts)
            self._rings[:0] = rings


def _signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file of the content is saved, added or taken away."""
    try:
        found = [(path.name, path.stat()) for path in sorted(folder.glob("*.yaml"))]
    except OSError:
        return ()
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in found)
