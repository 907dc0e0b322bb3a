"""What a visitor takes along: the reference, and how to reach the clinic."""

from __future__ import annotations

from datetime import datetime

from botox_faq.booking.reply_by import say_when
from botox_faq.booking.request import Request
from botox_faq.content.clinic import Clinic
from botox_faq.content.wording import Wording


def slip_text(request: Request, now: datetime, clinic: Clinic, wording: Wording) -> str:
    """The slip as lines of text. It holds nothing about the person but the reference."""
    words = wording.booking
    lines = [
        clinic.name,
        f"{words.reference}: {request.reference}",
        words.reply_by.format(when=say_when(request.due, now, clinic, wording)),
        words.slip_phone,
        "",
        words.bring_title,
        *(f"- {one}" for one in words.bring),
        "",
        words.no_hurry,
    ]
    return "\n".join(lines)


def slip_code(request: Request, clinic: Clinic) -> str:
    """What the slip's QR code says: the reference and the clinic's phone, nothing else."""
    return f"{request.reference} {clinic.phone.replace(' ', '')}"
