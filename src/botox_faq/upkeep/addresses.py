"""Addresses and numbers that must work: the clinic's own, and those of sources; and what a simple screen can draw."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from botox_faq.booking.contact import Contact, country, read_contact
from botox_faq.booking.qr import TooLong, draw
from botox_faq.content import Content
from botox_faq.content.checks import Places
from botox_faq.content.findings import Findings
from botox_faq.content.yaml_tree import Path
from botox_faq.upkeep.patients_text import patients_texts

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
_DRAWN = frozenset("‘’“”„–—…•·€™−≤≥→←↑↓×")
"""Beyond Latin letters, what the Linux console's default fonts have."""


def check_addresses(content: Content, places: Places, found: Findings) -> None:
    """Note addresses that don't parse, a booking link too long for its code, and what a console can't draw."""
    clinic = content.clinic
    for name in ("website", "link"):
        if (address := getattr(clinic, name)) is not None:
            _address(address, "clinic.yaml", (name,), found)
    for name in ("phone", "email"):
        text = getattr(clinic, name)
        if text is not None and not _reaches(text, name, country(clinic)):
            what = "phone number" if name == "phone" else "email address"
            found.add("clinic.yaml", (name,), "address", f"{text!r} is no full {what}", "Check it")
    if clinic.link:
        try:
            draw(clinic.link)
        except TooLong:
            found.add("clinic.yaml", ("link",), "long-link", "the booking link is too long for a code on the screen",
                      "Use an address of at most 78 letters")  # fmt: skip
    for entry in content.entries:
        if entry.source.url is not None:
            file, path = places[entry.id]
            _address(entry.source.url, file, (*path, "source", "url"), found)
    for said in patients_texts(content, places):
        if odd := sorted({one for one in said.text if not _is_drawn(one)}):
            found.add(said.file, said.path, "not-drawn", f"a simple screen can't draw {' '.join(odd[:5])}",
                      "Use letters and plain punctuation", "warning")  # fmt: skip


def _reaches(text: str, kind: str, where: str) -> bool:
    contact = read_contact(text, where)
    return isinstance(contact, Contact) and contact.kind == kind


def _address(text: str, file: str, path: Path, found: Findings) -> None:
    if not is_web_address(text):
        found.add(
            file, path, "address", f"{text!r} is no web address", "Write it in full: https://www.clinic.example/page"
        )


def is_web_address(text: str) -> bool:
    """Whether `text` is a whole http or https address with a host name, without spaces or a password."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - raises where it is no number
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError:
        return False
    plain = text.isprintable() and not re.search(r"[\s<>\"{}|\\^`]", text)
    return parts.scheme in ("http", "https") and plain and "@" not in parts.netloc and bool(_HOST.fullmatch(host))


def _is_drawn(character: str) -> bool:
    return character in "\n\t" or " " <= character < "\u0180" or character in _DRAWN
