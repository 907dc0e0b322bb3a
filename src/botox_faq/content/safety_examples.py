"""safety-examples.yaml as a frozen dataclass: what people type, by what must happen then.

The rules of safety.yaml know the signs by their words; the examples teach what no list of words can hold.
"""

from __future__ import annotations

from dataclasses import fields

from botox_faq.content.model import Strict, record
from botox_faq.content.safety_rules import Phrases


@record
class SafetyExamples(Strict):
    """Messages of people who need the emergency number, the clinic today or the crisis line; of under-18s; of those who
    should call the clinic within a day or complain after treatment; of those who ask about a sign or fear one; of those
    whom needles or the visit frighten; and of people with nothing of the kind.
    """

    emergency: Phrases
    same_day: Phrases
    crisis: Phrases
    under_18: Phrases
    prompt: Phrases
    complaint: Phrases
    asked: Phrases
    fear: Phrases
    calm: Phrases

    def by_kind(self) -> dict[str, tuple[str, ...]]:
        """The messages of each kind by its name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}
