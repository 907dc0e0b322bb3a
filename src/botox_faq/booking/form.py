"""The booking form as a state machine: one question at a time, the same in every face.

A face shows `Form.page()` and passes on what the visitor does: `write` for a text field, `take` for an option
by its number, `next` and `back`. Texts typed into a field are not judged here: before `next` on a text page
the face asks safety about `Form.written`, and leaves the form if the reply is urgent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, cast

from botox_faq.booking.draft import Draft, Field, check, has_phone, open_days, open_parts, to_request
from botox_faq.booking.handoff import hand_offs
from botox_faq.booking.page import Page, page_of, summary_steps
from botox_faq.booking.request import Request
from botox_faq.booking.steps import Step
from botox_faq.content.clinic import Clinic, Route
from botox_faq.content.wording import Wording

Wish = Literal["send", "leave"]
MOST_QUESTIONS = 20
"""Questions kept during the visit that come along; more would be a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How the form ended.

    sent: `request` is on disk. left: the visitor went away, `draft` holds what was typed for another try in
    the same visit. under-18: booking is closed for this visit. urgent: `reply` is what safety said.
    """

    kind: Literal["sent", "left", "under-18", "urgent"]
    request: Request | None = None
    draft: Draft | None = None
    reply: object | None = None


class Form:
    """One visitor's way through the form. Holds no clock and stores nothing."""

    def __init__(
        self,
        clinic: Clinic,
        wording: Wording,
        kept: Sequence[str] = (),
        read: Sequence[str] = (),
        draft: Draft | None = None,
    ) -> None:
        """`kept` are the questions kept during the visit (ticked at first), `read` the ids of the entries
        read.

        `draft` is that of an earlier try in the same visit: what was unticked then stays so, and questions
        kept since are ticked.
        """
        self.clinic = clinic
        self.wording = wording
        self.kept = tuple(kept)[-MOST_QUESTIONS:]
        self.read = tuple(read)
        draft = draft or Draft()
        ticked = {*draft.questions, *self.kept} - ({*draft.kept} - {*draft.questions})
        questions = tuple(one for one in self.questions if one in ticked)
        self.draft = replace(draft, kept=self.kept, questions=questions)
        self.step: Step = "adult"
        self.error = ""
        self._reviewing = False
        self._tried: tuple[Draft, str] | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that this visitor's answers lead through, in order."""
        route = self.draft.route or self._only_route
        first: tuple[Step, ...] = ("adult",) if self._only_route else ("adult", "routes")
        if self.draft.adult is False:
            return ("adult", "young")
        if route is None:
            return first
        if route != "request":
            return (*first, "handed-off")
        sharing: tuple[Step, ...] = ("sharing",) if self.draft.questions else ()
        message: tuple[Step, ...] = ("message",) if has_phone(self.draft, self.clinic) else ()
        return (*first, "name", "contact", "days", "part", "questions", *sharing, *message, "summary")

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions to choose from: those kept, then the suggested ones."""
        return tuple(dict.fromkeys((*self.kept, *self.wording.booking.suggested)))

    @property
    def written(self) -> str:
        """What stands in the text field of this step; "" where there is none."""
        return {"name": self.draft.name, "contact": self.draft.contact}.get(self.step, "")

    def page(self) -> Page:
        """What to show now."""
        return page_of(self)

    def write(self, text: str) -> None:
        """Keep `text` as what stands in this step's field."""
        if self.step == "name":
            self.draft = replace(self.draft, name=text)
        elif self.step == "contact":
            self.draft = replace(self.draft, contact=text)

    def take(self, number: int) -> Wish | None:
        """Take an option by its number, from 1.

        Returns what only the face can do: send the request, or leave.
        """
        if not 1 <= number <= len(self.page().options):
            return None
        place = number - 1
        match self.step:
            case "adult":
                self._answer(adult=place == 0)
            case "routes":
                self._answer(route=hand_offs(self.clinic, self.wording)[place].route)
            case "days":
                self._toggle_day(open_days(self.clinic)[place])
            case "part":
                self._answer(part=open_parts(self.clinic)[place])
            case "questions":
                self._toggle_question(self.questions[place])
            case "sharing":
                self._answer(sharing=place == 0)
            case "message":
                self._answer(message=place == 1)
            case "young" | "handed-off":
                return "leave"
            case "summary":
                return self._summary(place)
        return None

    def next(self) -> None:
        """Go on; where something is missing, stay (or go back to it) with `error` set."""
        steps = self.steps
        here = steps.index(self.step)
        wrong = check(self.draft, self.clinic, self.wording.booking)
        for step in steps if self._reviewing else steps[: here + 1]:
            if step in wrong:
                self._go(step, wrong[cast(Field, step)])
                if self.error == self.wording.booking.contact_unsure:
                    self.draft = replace(self.draft, doubted=self.draft.contact)
                return
        self._go("summary" if self._reviewing else steps[min(here + 1, len(steps) - 1)])

    def back(self) -> bool:
        """Go back one step; False where there is none, so that the face leaves."""
        here = self.steps.index(self.step)
        if here == 0 or self.step == "young":
            return False
        if self._reviewing and self.step != "summary":
            self._go("summary")
        else:
            self._go(self.steps[here - 1])
            self._reviewing = False
            if self.step == "routes":
                self.draft = replace(self.draft, route=None)
        return True

    def request(self, made: datetime) -> Request:
        """The request to keep, left at `made`. Only after `take` returned "send"."""
        return to_request(self.draft, self.read, made, self.clinic, self.wording.booking)

    def token(self, make: Callable[[], str]) -> str:
        """The token under which to keep the request: the same while nothing changes, so that a retry makes no second.

        `make` makes a new one; give it secrets.token_hex.
        """
        if self._tried is None or self._tried[0] != self.draft:
            self._tried = (self.draft, make())
        return self._tried[1]

    @property
    def _only_route(self) -> Route | None:
        """The route where there is nothing to choose; a phone beside the form is only mentioned."""
        routes = self.clinic.routes
        return routes[0] if len(routes) == 1 or routes == ("request", "phone") else None

    def _go(self, step: Step, error: str = "") -> None:
        self.step, self.error = step, error
        if step == "summary":
            self._reviewing = True

    def _answer(self, **change: Any) -> None:
        """Keep one answer and go on."""
        self.draft = replace(self.draft, **change)
        if self.draft.adult is False:
            self.draft = Draft(adult=False)  # nothing of a minor is kept, not even in memory
            self._go("young")
        else:
            self.next()

    def _toggle_day(self, day: int) -> None:
        self.draft = replace(self.draft, days=tuple(sorted({*self.draft.days} ^ {day})))
        self.error = ""

    def _toggle_question(self, question: str) -> None:
        ticked = {*self.draft.questions} ^ {question}
        self.draft = replace(self.draft, questions=tuple(one for one in self.questions if one in ticked))
        self.error = ""

    def _summary(self, place: int) -> Wish | None:
        rows = summary_steps(self)
        if place < len(rows):
            self._go(rows[place])
        elif place == len(rows):
            self.draft = replace(self.draft, consent=not self.draft.consent)
            self.error = ""
        else:
            wrong = check(self.draft, self.clinic, self.wording.booking)
            if not wrong:
                return "send"
            if "consent" in wrong and len(wrong) == 1:
                self.error = wrong["consent"]
            else:
                self.next()
        return None
