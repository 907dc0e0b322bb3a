"""What one step of the form shows: words, options and what is wrong, for any face to draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from botox_faq.booking.contact import Contact, country, in_words
from botox_faq.booking.draft import consent_text, contact_of, name_of, open_days, open_parts
from botox_faq.booking.handoff import hand_offs
from botox_faq.booking.steps import Step

if TYPE_CHECKING:
    from botox_faq.booking.form import Form

Kind = Literal["one", "several", "text", "summary", "end"]


@dataclass(frozen=True, slots=True)
class Option:
    """Something to take, by its place in the list from 1.

    `ticked` is None where there is nothing to tick. `value` is what stands beside a label of the summary.
    """

    label: str
    ticked: bool | None = None
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One step. `text` is what stands in the text field; `code` the rows of a QR code to be drawn black on
    white.

    The kinds: `one` of the options goes on by itself, `several` are ticked, `text` is typed, `summary` is the
    last page (its options: the rows to change, the consent, and to send), `end` has one way on.
    """

    kind: Kind
    title: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    text: str = ""
    error: str = ""
    code: tuple[str, ...] = ()
    number: int = 0
    count: int = 0


def page_of(form: Form) -> Page:
    """The page of the form's step."""
    words = form.wording.booking
    draft = form.draft
    steps = form.steps
    options: tuple[Option, ...]

    def page(
        kind: Kind, title: str, hint: str = "", options: tuple[Option, ...] = (), code: tuple[str, ...] = ()
    ) -> Page:
        return Page(
            kind=kind,
            title=title,
            hint=hint,
            options=options,
            text=form.written,
            error=form.error,
            code=code,
            number=steps.index(form.step) + 1,
            count=len(steps) if steps[-1] == "summary" else 0,
        )

    match form.step:
        case "adult":
            options = _one_of((words.answer_yes, words.answer_no), _yes_no(draft.adult, first=True))
            ring = words.ring_instead if "phone" in form.clinic.routes and len(steps) != 2 else ""
            return page("one", words.adult_title, ring, options)
        case "young":
            return page("end", words.young_title, words.young, (Option(words.to_questions),))
        case "routes":
            ways = hand_offs(form.clinic, form.wording)
            return page("one", words.routes_title, "", tuple(Option(way.label) for way in ways))
        case "handed-off":
            route = draft.route or form.clinic.routes[0]
            way = next(way for way in hand_offs(form.clinic, form.wording) if way.route == route)
            return page("end", way.label, way.text, (Option(words.to_questions),), way.code)
        case "name":
            return page("text", words.name_title, words.name_hint)
        case "contact":
            return page("text", words.contact_title, words.contact_hint)
        case "days":
            names = form.wording.conversation.days
            options = tuple(Option(names[day], day in draft.days) for day in open_days(form.clinic))
            return page("several", words.days_title, words.days_hint, options)
        case "part":
            parts = open_parts(form.clinic)
            chosen = parts.index(draft.part) if draft.part in parts else None
            labels = [getattr(words, f"part_{one}") for one in parts]
            return page("one", words.part_title, "", _one_of(labels, chosen))
        case "questions":
            options = tuple(Option(one, one in draft.questions) for one in form.questions)
            return page("several", words.questions_title, words.questions_hint, options)
        case "sharing":
            options = _one_of((words.sharing_yes, words.sharing_no), _yes_no(draft.sharing, first=True))
            return page("one", words.sharing_title, words.sharing_hint, options)
        case "message":
            options = _one_of((words.message_no, words.message_yes), _yes_no(draft.message, first=False))
            return page("one", words.message_title, words.message_hint, options)
        case "summary":
            rows = tuple(_row(form, step) for step in summary_steps(form))
            consent = Option(consent_text(form.clinic, words), draft.consent)
            return page("summary", words.summary_title, words.summary_hint, (*rows, consent, Option(words.send)))


def _one_of(labels: Sequence[str], chosen: int | None) -> tuple[Option, ...]:
    """Options of which one is taken; marked only once one was, so that nothing looks like an answer given."""
    return tuple(Option(label, None if chosen is None else place == chosen) for place, label in enumerate(labels))


def _yes_no(answer: bool | None, first: bool) -> int | None:
    """The place of an answer among two options, the first of which means `first`."""
    return None if answer is None else int(answer is not first)


def summary_steps(form: Form) -> tuple[Step, ...]:
    """The steps that the summary lists, in its order."""
    return tuple(step for step in form.steps if step not in ("adult", "routes", "summary"))


def _row(form: Form, step: Step) -> Option:
    """One line of the summary: what it is called, and what was answered."""
    words = form.wording.booking
    draft = form.draft
    match step:
        case "name":
            return Option(words.row_name, value=name_of(draft) or words.none)
        case "contact":
            contact = contact_of(draft, form.clinic)
            value = in_words(contact, country(form.clinic)) if isinstance(contact, Contact) else draft.contact
            return Option(words.row_contact, value=value)
        case "days":
            names = form.wording.conversation.days
            return Option(words.row_days, value=", ".join(names[day] for day in draft.days) or words.any_day)
        case "part":
            return Option(words.row_part, value=getattr(words, f"part_{draft.part}") if draft.part else "")
        case "questions":
            return Option(words.row_questions, value=str(len(draft.questions)) if draft.questions else words.none)
        case "sharing":
            return Option(words.row_sharing, value=words.answer_yes if draft.sharing else words.answer_no)
        case _:
            return Option(words.row_message, value=words.answer_yes if draft.message else words.answer_no)
