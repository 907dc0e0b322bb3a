"""faq/ in, checked content out."""

from botox_faq.content.clean import LONGEST_MESSAGE, clean_message, clean_text
from botox_faq.content.clinic import Clinic
from botox_faq.content.contacts import without_contacts
from botox_faq.content.model import Entry, Line, Review, Smalltalk, Topic, Vocabulary
from botox_faq.content.opening import at_clinic, next_opening, open_until
from botox_faq.content.place import find_faq
from botox_faq.content.problem import ContentError, Problem
from botox_faq.content.reviewing import sign_off
from botox_faq.content.spoken import Content

__all__ = [
    "LONGEST_MESSAGE",
    "Clinic",
    "Content",
    "ContentError",
    "Entry",
    "Line",
    "Problem",
    "Review",
    "Smalltalk",
    "Topic",
    "Vocabulary",
    "at_clinic",
    "clean_message",
    "clean_text",
    "find_faq",
    "next_opening",
    "open_until",
    "sign_off",
    "without_contacts",
]
