"""Requests as rows, and rows as requests."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from botox_faq.booking.contact import Contact
from botox_faq.booking.request import Request
from botox_faq.store.schema import consents, requests


def to_row(request: Request, token: str) -> dict[str, Any]:
    """The columns of a new request; the reference must be there already."""
    return {
        "reference": request.reference,
        "token": token,
        "state": request.state,
        "first_name": request.first_name,
        "contact_kind": request.contact.kind,
        "contact": request.contact.value,
        "contact_key": contact_key(request.contact.value),
        "days": ",".join(map(str, request.days)),
        "part": request.part,
        "questions": json.dumps(request.questions, ensure_ascii=False),
        "questions_consent": request.questions_consent,
        "entries_read": json.dumps(request.read),
        "may_leave_message": request.may_leave_message,
        "consent_version": request.consent_version,
        "made": request.made,
        "due": request.due,
        "changed": request.changed,
        "time": request.time,
        "calls": request.calls,
        "version": request.version,
    }


def query() -> Select[Any]:
    """Select whole requests, with the words that were agreed to."""
    return select(requests, consents.c.text.label("consent")).join_from(requests, consents)


def to_request(row: Row[Any]) -> Request:
    """A row of `query` as a request."""
    return Request(
        reference=row.reference,
        state=row.state,
        first_name=row.first_name,
        contact=Contact(row.contact_kind, row.contact),
        days=tuple(int(day) for day in row.days.split(",") if day),
        part=row.part,
        questions=tuple(json.loads(row.questions)),
        questions_consent=row.questions_consent,
        read=tuple(json.loads(row.entries_read)),
        may_leave_message=row.may_leave_message,
        consent=row.consent,
        consent_version=row.consent_version,
        made=row.made,
        due=row.due,
        changed=row.changed,
        time=row.time,
        calls=row.calls,
        version=row.version,
    )


def keep_consent(connection: Connection, request: Request) -> None:
    """Keep the words that were agreed to, once for all who agreed to the same."""
    known = connection.scalar(select(consents.c.version).where(consents.c.version == request.consent_version))
    if known is None:
        connection.execute(consents.insert().values(version=request.consent_version, text=request.consent))


def contact_key(value: str) -> str:
    """The same for the same contact: an email address is written in capitals as well."""
    return value.casefold()
