"""The greeting and the menu of topics, with the numbered ways on from each."""

from __future__ import annotations

from botox_faq.content import Content
from botox_faq.conversation.commands import Option, numbered
from botox_faq.conversation.composing import choice
from botox_faq.conversation.reply import Choice, Reply

Page = tuple[Reply, tuple[Option, ...]]
"""A reply and what can be chosen under it."""


def greeting(content: Content, neutral: bool) -> Page:
    """The first words of a visit and five or six questions to start from."""
    lines = content.wording.conversation
    ids = lines.starters_neutral if neutral else lines.starters
    entries = {entry.id: entry for entry in content.entries}
    starters = tuple(choice(entries[one], neutral) for one in ids if one in entries)
    text = lines.greeting_neutral if neutral else lines.greeting
    options = [(one.question, "entry", one.entry) for one in starters]
    reply = Reply(question="", kind="menu", name="greeting", answer=text, choices=starters)
    return reply, numbered([*options, (lines.unwell, "unwell", "")])


def topics(content: Content, neutral: bool, more: bool = False) -> Page:
    """The menu: the article's topics, with `more` those beyond it."""
    lines = content.wording.conversation
    from_article = {entry.topic for entry in content.entries if entry.source.article}
    present = {entry.topic for entry in content.entries} - {"book"}
    shown = [one for one in content.topics if one.id in present and (one.id in from_article) != more]
    listed = tuple(Choice("", one.id, (one.neutral if neutral else None) or one.title) for one in shown)
    options = [(one.question, "topic", one.topic) for one in listed]
    options += [(lines.menu, "menu", "")] if more else [(lines.menu_more, "more-topics", "")]
    options += [(lines.book, "book", ""), (lines.unwell, "unwell", "")]
    reply = Reply(question="", kind="menu", name="topics", answer=lines.menu, choices=listed)
    return reply, numbered(options)


def topic(content: Content, topic_id: str, neutral: bool) -> Page:
    """The questions of one topic."""
    lines = content.wording.conversation
    title = next((one.title for one in content.topics if one.id == topic_id), topic_id)
    listed = tuple(choice(entry, neutral) for entry in content.entries if entry.topic == topic_id)
    options = [(one.question, "entry", one.entry) for one in listed]
    text = lines.menu_topic.format(topic=title)
    reply = Reply(question="", kind="menu", name="topic", topic=topic_id, answer=text, choices=listed)
    return reply, numbered(options, (lines.none_of_these, "menu"))
