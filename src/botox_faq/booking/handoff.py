"""The clinic's ways to an assessment, in its own order: its booking page, its phone, a request left here."""

from __future__ import annotations

from dataclasses import dataclass

from botox_faq.booking.qr import TooLong, draw
from botox_faq.content.clinic import Clinic, Route
from botox_faq.content.wording import Wording


@dataclass(frozen=True, slots=True)
class HandOff:
    """One way: what it is called, what is said once it is chosen, and the rows of a QR code to take along."""

    route: Route
    label: str
    text: str = ""
    code: tuple[str, ...] = ()


def hand_offs(clinic: Clinic, wording: Wording) -> tuple[HandOff, ...]:
    """The clinic's routes in its order. A link too long for a code is shown as an address alone."""
    words = wording.booking
    ways = {
        "request": lambda: HandOff("request", words.route_request),
        "phone": lambda: HandOff("phone", words.route_phone, words.phone_text),
        "link": lambda: HandOff(
            "link", words.route_link, f"{words.link_text}\n\n{clinic.link}", _code(clinic.link or "")
        ),
    }
    return tuple(ways[route]() for route in clinic.routes if route != "link" or clinic.link)


def _code(link: str) -> tuple[str, ...]:
    try:
        return draw(link)
    except TooLong:
        return ()
