"""Contact details taken out of a question before it is kept without a name."""

from __future__ import annotations

import re

LEFT = "…"
"""What stands in the place of what was taken out."""
_FEWEST_DIGITS = 7

_EMAIL = re.compile(r"\S*@\S*|\b[\w.+-]+ ?[\[(]?(?:\bat\b|@)[\])]? ?[\w-]+ ?[\[(]?(?:\bdot\b|\.)[\])]? ?(?:com|co|org|net|uk|ie|eu|au|us|de|fr|es|io)\b\S*", re.IGNORECASE)  # fmt: skip # noqa: E501
_DIGITS = re.compile(r"\+?[(\[]?\d(?:[\s().\[\]/·–—-]{0,3}\d)+")
_SPOKEN = re.compile(
    r"\b(?:(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|\d+)[\s,.-]+){6,}"
    r"(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|\d+)\b",
    re.IGNORECASE,
)


def without_contacts(text: str) -> str:
    """Return `text` with everything shaped like an email address, a handle or a phone number replaced by "…".

    A phone number is a run of seven digits or more, with what usually stands between them, or as many digits spoken.
    Dates and other long numbers go with them: better a gap than a number kept.
    """
    text = _EMAIL.sub(LEFT, text)
    text = _DIGITS.sub(
        lambda found: LEFT if sum(map(str.isdigit, found.group())) >= _FEWEST_DIGITS else found.group(), text
    )
    text = _SPOKEN.sub(LEFT, text)
    return " ".join(text.split())
