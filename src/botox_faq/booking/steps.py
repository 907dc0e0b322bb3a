"""The steps of the booking form."""

from typing import Literal

Step = Literal[
    "adult",
    "young",
    "routes",
    "handed-off",
    "name",
    "contact",
    "days",
    "part",
    "questions",
    "sharing",
    "message",
    "summary",
]
