"""Which requests the desk lists: by what is left to do, by state, and by what is searched for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botox_faq.store.store import Line

Filter = Callable[["Line", str], bool]
"""A line of the worklist and the present time as the store writes it, in; whether it is listed, out."""


def _to_do(line: Line, now: str) -> bool:
    return line.state in ("waiting", "offered")


def _coming(line: Line, now: str) -> bool:
    return line.state == "booked" and (line.time or "") > now


def _closed(line: Line, now: str) -> bool:
    return not _to_do(line, now) and not _coming(line, now)


FILTERS: tuple[tuple[str, Filter], ...] = (
    ("To do", _to_do),
    ("Waiting", lambda line, _: line.state == "waiting"),
    ("Offered", lambda line, _: line.state == "offered"),
    ("Booked", _coming),
    ("Closed", _closed),
    ("All", lambda line, _: True),
)


def counted(lines: Sequence[Line], now: str) -> list[int]:
    """How many lines each filter lets through."""
    return [sum(chosen(line, now) for line in lines) for _, chosen in FILTERS]


def listed(lines: Sequence[Line], filter: int, search: str, now: str) -> list[Line]:
    """The lines of a filter; a search looks through all of them, by reference, name or contact."""
    wanted = search.strip().casefold()
    if not wanted:
        return [line for line in lines if FILTERS[filter][1](line, now)]
    # A number is searched for as it is dialled: "020 7946" is in +442079460123 without its zero.
    digits = "".join(one for one in wanted if one.isdigit()).lstrip("0")
    number = digits if digits and not any(one.isalpha() for one in wanted) else None
    plain = wanted.replace("-", "").replace(" ", "")
    return [
        line
        for line in lines
        if plain in line.reference.casefold().replace("-", "")
        or wanted in line.first_name.casefold()
        or wanted in line.contact.casefold()
        or (number is not None and number in line.contact)
    ]
