"""Every line for patients that is no answer: wording.yaml, one class a group.

In a text `$name` is the clinic's (see clinic.py); `{name}` is a value of the moment, listed in the field's comment.
"""

from __future__ import annotations

from botox_faq.content.model import Strict, Text, record


@record
class Commands(Strict):
    """What may be typed, as the whole message, to get each of these; the first is the one that is told."""

    menu: tuple[Text, ...]
    help: tuple[Text, ...]
    book: tuple[Text, ...]
    person: tuple[Text, ...]
    privacy: tuple[Text, ...]
    forget: tuple[Text, ...]
    unwell: tuple[Text, ...]


@record
class Conversation(Strict):
    """What the assistant says around the answers, in every face."""

    commands: Commands
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
    not_told: Text
    ask_staff: Text
    no_thanks: Text
    no_such_number: Text  # {number}
    not_meant: Text
    more: Text
    menu: Text
    menu_topic: Text  # {topic}
    menu_more: Text
    lost: Text
    help: Text
    person: Text
    privacy: Text
    forgotten: Text
    book: Text
    unwell: Text
    open_now: Text  # {until}
    closed_now: Text  # {day} {time}
    cut: Text
    general_information: Text
    from_article: Text  # {heading}
    from_document: Text  # {publisher} {title} {checked}
    worth_knowing: Text  # {source}
    not_reviewed: Text
    reviewed: Text  # {by} {role} {on}
    days: tuple[Text, ...]  # Monday to Sunday
    day_to_day: Text  # {first} {last}
    closed_day: Text


@record
class Booking(Strict):
    """What the booking form and its slip say, in every face."""

    title: Text
    step: Text  # {number} {count}
    answer_yes: Text
    answer_no: Text
    none: Text
    next: Text
    back: Text
    more: Text
    leave: Text
    to_questions: Text
    keys: Text
    keys_text: Text
    adult_title: Text
    ring_instead: Text
    young_title: Text
    young: Text
    routes_title: Text
    route_request: Text
    route_link: Text
    route_phone: Text
    link_text: Text
    phone_text: Text
    name_title: Text
    name_hint: Text
    contact_title: Text
    contact_hint: Text
    days_title: Text
    days_hint: Text
    any_day: Text
    part_title: Text
    part_any: Text
    part_morning: Text
    part_afternoon: Text
    part_evening: Text
    questions_title: Text
    questions_hint: Text
    suggested: tuple[Text, ...]  # good questions for any first assessment
    sharing_title: Text
    sharing_hint: Text
    sharing_yes: Text
    sharing_no: Text
    message_title: Text
    message_hint: Text
    message_no: Text
    message_yes: Text
    summary_title: Text
    summary_hint: Text
    row_name: Text
    row_contact: Text
    row_days: Text
    row_part: Text
    row_questions: Text
    row_sharing: Text
    row_message: Text
    consent: Text  # {days}: after how many days a request is deleted at the latest
    send: Text
    saving: Text
    unavailable: Text
    again: Text
    choose_one: Text
    name_long: Text
    name_needed: Text
    contact_empty: Text
    contact_phone: Text
    contact_premium: Text
    contact_unsure: Text
    contact_email: Text
    consent_missing: Text
    sent_title: Text
    reference: Text
    reply_by: Text  # {when}
    when: Text  # {day} {time}
    when_far: Text  # {day} {date} {month} {time}
    months: tuple[Text, ...]  # January to December
    bring_title: Text
    bring: tuple[Text, ...]
    no_hurry: Text
    slip_phone: Text
    slip_code: Text
    show_code: Text
    hide_code: Text
    plain_one: Text
    plain_several: Text
    plain_text: Text
    plain_chosen: Text
    plain_stop: Text


@record
class Chat(Strict):
    """What stands around the conversation on the chat's screen."""

    you: Text
    answer: Text
    safety: Text
    sample: Text
    keys: Text
    menu: Text
    book: Text
    book_short: Text  # in a narrow window
    headline: Text  # over the greeting; it names no medicine
    placeholder: Text
    suggestions: Text
    full: Text
    small_print: Text
    too_small: Text  # {width} {height}
    help_title: Text
    close: Text
    key_send: Text
    key_suggestion: Text
    key_tab: Text
    key_number: Text
    key_page: Text
    key_menu: Text
    key_book: Text
    key_theme: Text
    key_quit: Text


@record
class Plain(Strict):
    """The labels of the conversation line by line."""

    you: Text
    answer: Text
    safety: Text
    urgent: Text
    source: Text
    leave: Text
    quit: tuple[Text, ...]  # what may be typed to leave
    bye: Text


@record
class Kiosk(Strict):
    """What a kiosk says around the chat. The medicine is named nowhere here: a public screen is close to a poster."""

    invite: Text
    ask: Text
    start: Text
    staff: Text
    by_number: Text  # the function keys, for those who have only digits
    done: Text
    contrast: Text
    roomy: Text
    larger: Text
    page_up: Text
    page_down: Text
    keys: Text  # opens the keys on the screen, which say:
    key_other: Text
    key_space: Text
    key_delete: Text
    key_send: Text
    still_there: Text  # {seconds}
    still_there_large: Text  # {seconds}; a line of large letters beside the way to be done
    ask_desk: Text  # in place of the booking button while requests can't be kept
    no_requests: Text
    pin_title: Text
    pin_hint: Text
    pin_wrong: Text
    pin_wait: Text  # {seconds}
    pin_none: Text


@record
class Wording(Strict):
    """All of wording.yaml."""

    conversation: Conversation
    plain: Plain
    chat: Chat
    booking: Booking
    kiosk: Kiosk
