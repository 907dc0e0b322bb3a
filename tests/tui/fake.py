"""An assistant with a handful of replies, so that the chat is tested without matching or safety."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from botox_faq.content import Content
from botox_faq.conversation import Choice, Option, Reply, Told

ANSWER = (
    "Most people have it every 3 to 4 months. The effect wears off bit by bit, and the lines come back as the "
    "muscles wake up. How often is right for you depends on the muscle, the amount and how your body takes it. "
    "A clinician plans it with you."
)
NOTE = {"text": "A new treatment should not come sooner than 3 months after the last.", "source": "US label"}
SOURCE = {"article": "How often is Botox administered?"}
RELATED = (
    Choice("how-long-results-last", "how-long-results-last", "How long do results last for?"),
    Choice("why-frequency-varies", "frequency-varies", "Why does it differ from person to person?"),
)
STARTERS = ("How often should I have Botox?", "Does it hurt?")
MORE, NOT_MEANT = "More about this", "Not what I meant"


def answer(question: str, **changes: Any) -> Reply:
    reply = Reply(
        question=question,
        kind="answer",
        entry="how-often",
        topic="how-often",
        read_as=question,
        score=0.9,
        heading="How often should I have Botox?",
        answer=ANSWER,
        note=NOTE,
        more="More detail.",
        source=SOURCE,
        related=RELATED,
    )
    return replace(reply, **changes)


def urgent(question: str) -> Reply:
    return Reply(
        question=question,
        kind="urgent",
        tier="emergency",
        answer="Call 999 now. If you have had botulinum toxin, tell them when and where. "
        "If you are in the clinic, tell the staff now. Do not wait and do not drive.",
    )


def options(*labels: str, none: str | None = None) -> tuple[Option, ...]:
    numbered = [Option(number, label, "more" if label == MORE else "entry") for number, label in enumerate(labels, 1)]
    return (*numbered, Option(0, none, "none")) if none else tuple(numbered)


@dataclass
class FakeVisit:
    """Replies by what the message holds; everything said to it is kept in `said`."""

    content: Content
    said: list[str] = field(default_factory=list)
    options: tuple[Option, ...] = ()
    kept: tuple[str, ...] = ()
    read_entries: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()

    def greeting(self) -> Reply:
        self.options = options(*STARTERS)
        return Reply(question="", kind="menu", name="greeting", answer=self.content.wording.conversation.greeting)

    def say(self, text: str, now: datetime) -> Reply:
        self.said.append(text)
        words = self.content.wording.conversation
        if "throat" in text:
            self.options = (Option(1, "It is happening now", "now"), Option(2, "I was asking in general", "general"))
            return urgent(text)
        chosen = next((one for one in self.options if str(one.number) == text), None)
        if chosen and chosen.action == "now":
            return Reply(question=text, kind="urgent", tier="emergency", answer="Please call now.")
        if chosen and chosen.action == "general":
            self.options = ()
            return answer(text, safety_line="If you have this now, call 999.")
        self.options = ()
        if chosen and chosen.label == words.unknown_tell:
            self.told = (Told("do you sell bicycles", None, 0.0),)
            return Reply(question=text, kind="notice", name="told", answer=words.told)
        if "bicycle" in text:
            self.options = options(words.unknown_keep, words.unknown_tell, words.unknown_ask, words.unknown_no)
            return Reply(question=text, kind="unknown", answer=words.unknown)
        if text == "menu":
            self.options = options(*(f"Topic number {n}" for n in range(1, 31)))
            return Reply(question=text, kind="menu", answer=words.menu)
        if text == "unwell":
            return Reply(question=text, kind="notice", name="unwell", answer="Ring 999 for trouble breathing.")
        if text == "forget":
            return Reply(question=text, kind="notice", name="forgotten", answer=words.forgotten)
        if text == "book":
            return Reply(question=text, kind="booking", answer="Reception will be in touch.")
        if "pregnant" in text:
            self.options = options(words.book, none=NOT_MEANT)
            return answer(text, kind="refer", advice=words.general_information, note=None)
        if "both" in text:
            self.options = options(*(one.question for one in RELATED))
            parts = (
                answer("how often"),
                answer("does it hurt", entry="pain", heading="Does it hurt?", note=None, answer="It can sting."),
            )
            return Reply(question=text, kind="several", parts=parts)
        if "nervous" in text:
            return answer(text, safety_line="If you feel faint now, tell staff or ring 999.")
        if "which" in text:
            self.options = options(*STARTERS, none=words.none_of_these)
            return Reply(question=text, kind="choices", answer=words.choices)
        if "hello" in text:
            return Reply(question=text, kind="smalltalk", answer="Hello. What would you like to know?")
        self.options = options(*(one.question for one in RELATED), MORE, none=NOT_MEANT)
        return answer(text)

    def suggest(self, text: str, limit: int = 5) -> tuple[Choice, ...]:
        words = text.lower().split()
        asked = [*STARTERS, *(one.question for one in RELATED)]
        found = [one for one in asked if any(word in one.lower() for word in words)]
        return tuple(Choice("id", "topic", one) for one in found[:limit])

    def take_told(self) -> tuple[Told, ...]:
        told, self.told = self.told, ()
        return told


class FakeAssistant:
    """Holds the content and makes visits; `visits` keeps them for a test to look into."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.visits: list[FakeVisit] = []

    def new_visit(self) -> FakeVisit:
        self.visits.append(FakeVisit(self.content))
        return self.visits[-1]
