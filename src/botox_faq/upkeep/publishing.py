"""The FAQ as a page for a meeting or the clinic's web site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape

from botox_faq.content import Content, Entry, Topic, sign_off
from botox_faq.content.model import Line
from botox_faq.content.reviewing import source_in_words
from botox_faq.upkeep.page import link, page, paragraphs, text
from botox_faq.upkeep.ruling import AdvertisingRule, Law, advertising_rules

_OPEN_NOW = re.compile(r" ?\$open_now")
_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~])")


def law_for(content: Content) -> tuple[AdvertisingRule, Law] | None:
    """The advertising rule that a published page would meet in the clinic's region, if there is one."""
    for rule in advertising_rules(content.vocabulary.medicine):
        if rule.where == "first seen" and content.clinic.region in rule.laws:
            return rule, rule.laws[content.clinic.region]
    return None


def as_html(content: Content) -> str:
    """One page with every entry, its note and source, and the same as schema.org FAQPage data."""
    return page(f"Questions and answers: {content.clinic.name}", _html(content), _structured(content))


def as_markdown(content: Content) -> str:
    """The same as Markdown; no text of an entry can be read as markup."""
    return "\n".join(_markdown(content)) + "\n"


def _by_topic(content: Content) -> Iterator[tuple[Topic, list[Entry]]]:
    for topic in content.topics:
        entries = [entry for entry in content.entries if entry.topic == topic.id and _is_shown(content, entry)]
        if entries:
            yield topic, entries


def _is_shown(content: Content, entry: Entry) -> bool:
    return content.clinic.unreviewed == "show" or sign_off(content.reviews, entry) is not None


def _html(content: Content) -> Iterator[str]:
    lines = content.wording.conversation
    yield f"<h1>Questions and answers: {text(content.clinic.name)}</h1>"
    yield f"<p>{text(lines.general_information)}</p>"
    for topic, entries in _by_topic(content):
        yield f"<h2>{text(topic.title)}</h2>"
        for entry in entries:
            yield f'<article id="{text(entry.id)}">'
            yield f"<h3>{text(entry.question)}</h3>"
            yield paragraphs(_timeless(entry.answer))
            if entry.note:
                yield paragraphs(f"{lines.worth_knowing.format(source=entry.note.source)} {entry.note.text}", "note")
            yield from (paragraphs(line) for line in _more(entry))
            source = source_in_words(entry.source)
            where = link(entry.source.url, source) if entry.source.url else text(source)
            yield f'<p class="source">Source: {where} · {text(_reviewed(content, entry))}</p>'
            yield "</article>"


def _structured(content: Content) -> str:
    questions = [
        {
            "@type": "Question",
            "name": entry.question,
            "acceptedAnswer": {"@type": "Answer", "text": "\n".join([_timeless(entry.answer), *_note(content, entry)])},
        }
        for _, entries in _by_topic(content)
        for entry in entries
    ]
    data = json.dumps({"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions}, indent=1)
    # In a script only "<" could end it or open a comment; JSON has another way to write it.
    return f'<script type="application/ld+json">\n{data.replace("<", chr(92) + "u003c")}\n</script>'


def _markdown(content: Content) -> Iterator[str]:
    lines = content.wording.conversation
    yield from (
        f"# Questions and answers: {_escaped(content.clinic.name)}",
        "",
        _escaped(lines.general_information),
        "",
    )
    for topic, entries in _by_topic(content):
        yield from (f"## {_escaped(topic.title)}", "")
        for entry in entries:
            yield from (f"### {_escaped(entry.question)}", "", _escaped(_timeless(entry.answer)), "")
            yield from (line for note in _note(content, entry) for line in (f"> {_escaped(note)}", ""))
            yield from (line for more in _more(entry) for line in (_escaped(more), ""))
            yield from (
                f"Source: {_escaped(source_in_words(entry.source))} · {_escaped(_reviewed(content, entry))}",
                "",
            )


def _note(content: Content, entry: Entry) -> list[str]:
    if not entry.note:
        return []
    return [f"{content.wording.conversation.worth_knowing.format(source=entry.note.source)} {entry.note.text}"]


def _more(entry: Entry) -> list[str]:
    if isinstance(entry.more, str):
        return [entry.more]
    return [_line(line) for line in entry.more or ()]


def _line(line: Line) -> str:
    return f"{line.text} ({line.source})" if line.source else line.text


def _reviewed(content: Content, entry: Entry) -> str:
    lines, review = content.wording.conversation, sign_off(content.reviews, entry)
    if review is None:
        return lines.not_reviewed
    return lines.reviewed.format(by=review.by, role=review.role, on=review.on)


def _timeless(answer: str) -> str:
    """The answer without what is only true at the moment."""
    return _OPEN_NOW.sub("", answer)


def _escaped(value: str) -> str:
    one_line = " ".join(value.split())
    escaped = _MARKS.sub(r"\\\1", escape(one_line, quote=False))
    return re.sub(r"^(\d+)([.)])|^([-=])", lambda found: (found[1] or "") + "\\" + (found[2] or found[3]), escaped)
