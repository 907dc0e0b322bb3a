"""The clinic as clinic.yaml describes it."""

from __future__ import annotations

from dataclasses import field, fields
from typing import Annotated, Literal

from botox_faq.content.model import Days, Limit, Region, Strict, Text, record

Route = Literal["link", "phone", "request"]
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Share = Annotated[float, Limit(ge=0, le=1)]


@record
class Hours(Strict):
    """Opening spans of each day, "HH:MM-HH:MM" in the clinic's own time; an empty day is closed."""

    mon: tuple[Text, ...] = ()
    tue: tuple[Text, ...] = ()
    wed: tuple[Text, ...] = ()
    thu: tuple[Text, ...] = ()
    fri: tuple[Text, ...] = ()
    sat: tuple[Text, ...] = ()
    sun: tuple[Text, ...] = ()


@record
class Retention(Strict):
    """After how many days a request is deleted."""

    after_closed: Days = 30
    after_made: Days = 90


@record
class Assessment(Strict):
    """What people ask about the assessment itself."""

    fee: Text | None = None
    minutes: Text | None = None
    same_day: Text | None = None
    change_mind: Text | None = None


@record
class Complaints(Strict):
    """Who takes a complaint, and how it is dealt with."""

    person: Text | None = None
    how: Text | None = None


@record
class Floors(Strict):
    """Shares (0 to 1) below which `botox-faq test` fails."""

    top1: Share = 0.85
    mistyped: Share = 0.80
    top3: Share = 0.95
    negatives: Share = 0.95


@record
class Clinic(Strict):
    """The clinic: what it is called, where, when and how it can be reached, and how requests are handled."""

    name: Text
    region: Region
    phone: Text
    timezone: Text
    hours: Hours
    sample: bool = False
    email: Text | None = None
    website: Text | None = None
    address: Text | None = None
    emergency: Text | None = None
    urgent_line: Text | None = None
    crisis_line: Text | None = None
    poisons_line: Text | None = None
    routes: Annotated[tuple[Route, ...], Limit(min_length=1)] = ("request", "phone")
    link: Text | None = None
    reply_within_days: Days = 1
    retention: Retention = field(default_factory=Retention)
    unreviewed: Literal["show", "withhold"] = "show"
    floors: Floors = field(default_factory=Floors)
    parking: Text | None = None
    transport: Text | None = None
    languages: Text | None = None
    payment: Text | None = None
    deposit: Text | None = None
    toilet: Text | None = None
    wifi: Text | None = None
    accessibility: Text | None = None
    children: Text | None = None
    arrive_early: Text | None = None
    tips: Text | None = None
    gift_cards: Text | None = None
    practitioners: Text | None = None
    assessment: Assessment = field(default_factory=Assessment)
    complaints: Complaints = field(default_factory=Complaints)


def names(clinic: Clinic) -> dict[str, str | None]:
    """Return what `$name` stands for in the texts: None where the clinic left it out.

    A nested value is named with its group: `$assessment_fee`. `$clinic` is the clinic's name.
    """
    out: dict[str, str | None] = {"clinic": clinic.name}
    for one in fields(clinic):
        value = getattr(clinic, one.name)
        if one.type in ("Text", "Text | None", "Region"):
            out[one.name] = value
    for group in ("assessment", "complaints"):
        nested = getattr(clinic, group)
        out |= {f"{group}_{one.name}": getattr(nested, one.name) for one in fields(nested)}
    return out
