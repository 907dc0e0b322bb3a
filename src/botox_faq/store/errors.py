"""What can go wrong with the store, in words that reception can act on.

Imports nothing, so that faces may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botox_faq.booking.request import Request


class StoreUnavailable(Exception):
    """Nothing can be read or kept just now; what was acknowledged before is safe.

    `message` says what is wrong, `mend` what to do about it. Neither holds anything about a person.
    """

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(f"{message} {mend}")
        self.message = message
        self.mend = mend


class UnknownRequest(LookupError):
    """No request has this reference."""


class Changed(Exception):
    """Someone else changed the request first; `newer` is how it stands now. Nothing was overwritten."""

    def __init__(self, newer: Request) -> None:
        super().__init__(f"{newer.reference} was changed by someone else. It is now {newer.state}.")
        self.newer = newer
