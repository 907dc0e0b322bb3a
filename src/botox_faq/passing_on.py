"""What a conversation leaves in the store: questions for the clinic, and counts without a word of what was said."""

from __future__ import annotations

from collections import Counter
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from botox_faq.content import Content, without_contacts

if TYPE_CHECKING:
    from botox_faq.conversation import Reply, Visit


def pass_on(visit: Visit, reply: Reply, content: Content, data: Path | None) -> Reply:
    """Store what `visit` wants the clinic told; return `reply`, or the words for "it could not be kept"."""
    told = visit.take_told()
    if not told:
        return reply
    # SQLAlchemy costs 150 ms at start, and most visits never store anything.
    from botox_faq.store import StoreUnavailable, open_store

    try:
        with closing(open_store(data)) as store:
            for one in told:
                store.tallies.tell(date.today(), without_contacts(one.question), one.nearest, one.score)
    except StoreUnavailable:
        return replace(reply, name="not-told", answer=content.wording.conversation.not_told)
    return reply


def keep_counts(visit: Visit, data: Path | None) -> None:
    """Store what was counted in a visit; a store that can't be written is no visitor's problem."""
    from botox_faq.store import StoreUnavailable, open_store

    if not visit.counts:
        return
    counts, visit.counts = visit.counts, Counter()
    counts["visits", ""] = 1
    with suppress(StoreUnavailable), closing(open_store(data)) as store:
        store.tallies.count_all(date.today(), counts)
