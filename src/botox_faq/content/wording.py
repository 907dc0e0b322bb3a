"""Every line for patients that is no answer: wording.yaml, one class a group.

In a text `$name` is the clinic's (see clinic.py); `{name}` is a value of the moment, listed in the field's comment.
"""

from __future__ import annotations

from dataclasses import dataclass

from botox_faq.content.model import Strict, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation(Strict):
    """What the assistant says around the answers, in every face."""

    greeting: Text
    greeting_neutral: Text
    starters: tuple[Text, ...]  # ids of the entries whose questions start the chat
    starters_neutral: tuple[Text, ...]
    choices: Text
    none_of_these: Text
    unknown: Text
    unknown_keep: Text
    unknown_tell: Text
    unknown_ask: Text
    unknown_no: Text
    kept: Text  # {question}
    told: Text
    asked_staff: Text
    no_thanks: Text
    not_meant: Text
    more: Text
    menu: Text
    menu_topic: Text  # {topic}
    menu_back: Text
    help: Text
    person: Text
    privacy: Text
    forgotten: Text
    booking: Text
    open_now: Text  # {until}
    closed_now: Text  # {day} {time}
    cut: Text
    general_information: Text
    unwell_item: Text
    from_article: Text  # {heading}
    from_clinic: Text
    worth_knowing: Text  # {source}
    not_reviewed: Text
    reviewed: Text  # {by} {role} {on}
    days: tuple[Text, ...]  # Monday to Sunday
    closed_day: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Strict):
    """All of wording.yaml."""

    conversation: Conversation
