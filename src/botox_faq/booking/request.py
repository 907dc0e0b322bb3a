"""What a request is, and how it moves from one state to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

from botox_faq.booking.contact import Contact

State = Literal["waiting", "offered", "booked", "declined", "cancelled", "unreachable"]
STATES: tuple[State, ...] = get_args(State)

NEXT: dict[State, frozenset[State]] = {
    "waiting": frozenset({"offered", "booked", "declined", "cancelled", "unreachable"}),
    "offered": frozenset({"booked", "declined", "cancelled", "unreachable"}),
    "unreachable": frozenset({"waiting", "booked"}),
    "booked": frozenset({"cancelled"}),
    "declined": frozenset(),
    "cancelled": frozenset(),
}
"""The states that may follow each state."""

TIMED: frozenset[State] = frozenset({"offered", "booked"})
"""The states that have a date and time."""

_CLOSED: frozenset[State] = frozenset({"declined", "cancelled", "unreachable"})


class NotPossible(ValueError):
    """The change asked for can't be made; the text says why, for reception."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request for an assessment. Times are aware datetimes.

    `reference` is "" until the store has kept the request. `part` is "any", "morning", "afternoon" or
    "evening"; no `days` means any day. `questions` and `read` (ids of entries read during the visit) are
    empty unless `questions_consent`. `may_leave_message` is None where the contact is no phone. `made` is
    when it was left, `due` by when reception answers, `time` what was offered or booked, `changed` when
    `state` was last set, `calls` the attempts to ring. `version` grows by one with every change.
    """

    first_name: str
    contact: Contact
    days: tuple[int, ...]
    part: str
    questions: tuple[str, ...]
    questions_consent: bool
    read: tuple[str, ...]
    may_leave_message: bool | None
    consent: str
    consent_version: str
    made: datetime
    due: datetime
    changed: datetime
    reference: str = ""
    state: State = "waiting"
    time: datetime | None = None
    calls: int = 0
    version: int = 1


def is_closed(request: Request, now: datetime) -> bool:
    """Whether nothing is left to do: declined, cancelled, unreachable, or booked and its time has passed."""
    if request.state == "booked":
        return request.time is not None and request.time <= now
    return request.state in _CLOSED


def move(request: Request, to: State, now: datetime, time: datetime | None = None) -> Request:
    """Return `request` in the state `to`, one version on. Raises NotPossible.

    `time` is required for offered and booked, must be after `now`, and is kept when a booking is cancelled.
    """
    if to not in NEXT[request.state]:
        raise NotPossible(f"A request that is {request.state} can't become {to}.")
    if to in TIMED:
        if time is None:
            raise NotPossible(f"Give the date and time to set it to {to}.")
        if time <= now:
            raise NotPossible("That time has passed.")
    elif time is not None:
        raise NotPossible(f"A request that is {to} has no time.")
    kept = time or (request.time if to != "waiting" else None)
    return replace(request, state=to, time=kept, changed=now, version=request.version + 1)
