"""One visitor's time with the assistant: a message in, a reply out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from botox_faq.content import clean_message
from botox_faq.conversation import menus
from botox_faq.conversation.alarms import with_finding
from botox_faq.conversation.commands import Option, chosen_number, command, numbered
from botox_faq.conversation.composing import answer, choice, more_text, notice, with_open_now, with_safety_line
from botox_faq.conversation.deciding import Decided, decide
from botox_faq.conversation.reply import Choice, Reply
from botox_faq.matching import Words
from botox_faq.safety import Finding, Signs

if TYPE_CHECKING:
    from botox_faq.conversation.assistant import Assistant

MISSES_BEFORE_A_PERSON = 2
RELATED_SHOWN = 2
CHOICES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A question that the visitor wants the clinic to know of, and what came nearest to it."""

    question: str
    nearest: str | None
    score: float


class Visit:
    """Holds everything of one visit; nothing of it outlives the object."""

    def __init__(self, assistant: Assistant, neutral: bool = False) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        """What was said how often, without a word of it: ("answered", entry), ("missed", nearest entry) ..."""
        self._assistant = assistant
        self._content = assistant.content
        self._lines = assistant.content.wording.conversation
        self._starts_neutral = neutral
        self.forget()

    def forget(self) -> None:
        """Back to the start of a visit."""
        self.options: tuple[Option, ...] = ()
        self.kept: tuple[str, ...] = ()
        self.read_entries: tuple[str, ...] = ()
        self._neutral = self._starts_neutral
        self._told: tuple[Told, ...] = ()
        self._signs = self._alarming = Signs()
        self._misses = 0
        self._asked = Words("", ())
        self._decided = Decided()
        self._last: str | None = None
        self._said_general = False

    def greeting(self) -> Reply:
        """The first words, with the questions to start from."""
        return self._page(menus.greeting(self._content, self._neutral))

    def suggest(self, text: str, limit: int = 5) -> tuple[Choice, ...]:
        """The questions that unfinished `text` may become, best first."""
        entries = self._assistant.entries
        found = self._assistant.matcher.suggest(clean_message(text)[0], limit, self._assistant.reader)
        return tuple(choice(entries[one.entry], self._neutral) for one in found if one.entry in entries)

    def drop_kept(self, place: int) -> None:
        """Take one of the questions to bring out again."""
        self.kept = self.kept[:place] + self.kept[place + 1 :]

    def take_told(self) -> tuple[Told, ...]:
        """What the clinic is to be told since the last call; the face stores it."""
        told, self._told = self._told, ()
        return told

    def say(self, text: str, now: datetime) -> Reply:
        """Return the reply to a message. `text` may be anything at all; `now` is an aware time."""
        message, was_cut = clean_message(text)
        words = self._assistant.reader.read(message)
        finding = self._assistant.safety.read(words, self._signs)
        self._signs = finding.signs
        if any(word.read in self._content.vocabulary.medicine for word in words.words):
            self._neutral = False
        if finding.urgent:
            reply = self._alarm(words, finding, now)
        else:
            reply = self._answered(message, words, now)
            before = reply
            reply = with_finding(reply, finding, self._content, now)
            if reply.kind == "notice" and before.kind != "notice":
                self.options, self._misses = (), 0
            if finding.level in ("fail-safe", "prompt") and (reply.name == "fail-safe" or reply.safety_line):
                self._signs = self._signs.listing()
        self._count(reply)
        return replace(reply, question=message, read_as=words.read_as or None, was_cut=was_cut)

    def check(self, text: str, now: datetime) -> Reply | None:
        """Return the urgent reply that a text of the booking form calls for, or None. Its signs count for the visit."""
        words = self._assistant.reader.read(clean_message(text)[0])
        finding = self._assistant.safety.read(words, self._signs)
        if not finding.urgent:
            return None
        self._signs = finding.signs
        return self._alarm(words, finding, now)

    def _count(self, reply: Reply) -> None:
        for part in reply.parts or (reply,):
            if part.kind in ("answer", "refer"):
                self.counts["answered", part.entry or ""] += 1
            elif part.kind in ("unknown", "choices") or part.name == "lost":
                self.counts["missed" if part.kind != "choices" else "offered", self._decided.nearest or ""] += 1
            elif part.kind == "urgent":
                self.counts["urgent", ""] += 1

    def _answered(self, message: str, words: Words, now: datetime) -> Reply:
        """The reply to a message without a warning sign: a choice, a command or a question."""
        number = chosen_number(message)
        said = message.casefold()
        for option in self.options:
            if option.number == number:
                return self._choose(option, now)
            if said and option.label.casefold() == said:
                return replace(self._choose(option, now), heading=None)
        if number is not None:
            return notice("no-such-number", self._lines.no_such_number.format(number=number))
        named = command(words, self._lines.commands)
        if named:
            return self._choose(Option(-1, "", named), now)
        self._asked = words
        return self._decide(words, now)

    def _decide(self, words: Words, now: datetime) -> Reply:
        self._decided = decide(self._assistant, words, self._last)
        parts = [self._from(part, now) for part in self._decided.parts]
        if not parts:
            return self._from(self._decided, now)
        self._misses = 0
        related = tuple(dict.fromkeys(one for part in parts for one in part.related))[:CHOICES_SHOWN]
        self.options = self._ways_on(related, False)
        return Reply(question="", kind="several", parts=tuple(parts), related=related)

    def _from(self, decided: Decided, now: datetime) -> Reply:
        """The reply to one question, whatever was decided of it."""
        if decided.smalltalk:
            self._misses, self.options = 0, ()
            return Reply("", "smalltalk", decided.smalltalk.id, "smalltalk", answer=decided.smalltalk.reply)
        if decided.entry:
            reply = self._entry(decided.entry, now)
            asked = decided.words.read_as
            return replace(
                reply,
                question=decided.words.text,
                read_as=asked,
                score=decided.score,
                heading=None if self._assistant.same_question(asked, decided.entry) else reply.heading,
            )
        if decided.choices:
            return self._choices(decided.choices)
        return self._unknown(decided.words)

    def _entry(self, entry_id: str, now: datetime) -> Reply:
        """An entry's answer, with the ways on from it."""
        entry = self._assistant.entries[entry_id]
        ids = [one for one in entry.related if one in self._assistant.entries][:RELATED_SHOWN]
        related = tuple(choice(self._assistant.entries[one], self._neutral) for one in ids)
        reply = answer(self._content, entry, related, now)
        if not self._said_general and entry.source.clinic is None and reply.kind != "booking":
            reply = replace(reply, advice=self._lines.general_information)
            self._said_general = True
        self._misses = 0
        self._last = entry_id
        self.read_entries = tuple(dict.fromkeys((*self.read_entries, entry_id)))
        self.options = self._ways_on(related, bool(reply.more))
        return replace(reply, heading=choice(entry, self._neutral).question)

    def _ways_on(self, related: tuple[Choice, ...], more: bool) -> tuple[Option, ...]:
        options = [(one.question, "entry", one.entry) for one in related]
        options += [(self._lines.more, "more", "")] if more else []
        return numbered(options, (self._lines.not_meant, "not-meant"))

    def _choices(self, ids: tuple[str, ...]) -> Reply:
        listed = tuple(choice(self._assistant.entries[one], self._neutral) for one in ids[:CHOICES_SHOWN])
        options = [(one.question, "entry", one.entry) for one in listed]
        self.options = numbered(options, (self._lines.none_of_these, "none"))
        return Reply("", "choices", answer=self._lines.choices, choices=listed)

    def _unknown(self, words: Words) -> Reply:
        self._misses += 1
        lines = self._lines
        offers = [
            (lines.unknown_keep, "keep", words.text),
            (lines.unknown_tell, "tell", words.text),
            (lines.unknown_ask, "ask", ""),
        ]
        if self._misses >= MISSES_BEFORE_A_PERSON:
            page, options = menus.topics(self._content, self._neutral)
            self.options = numbered([(one.label, one.action, one.target) for one in options] + offers[:2])
            return replace(page, name="lost", answer=lines.lost)
        self.options = numbered([*offers, (lines.unknown_no, "no", ""), (lines.unwell, "unwell", "")])
        return Reply("", "unknown", answer=lines.unknown)

    def _alarm(self, words: Words, finding: Finding, now: datetime) -> Reply:
        """The urgent reply to a message; its question and signs are kept until the visitor says how it was meant."""
        self._asked, self._alarming = words, finding.signs
        return self._urgent(with_finding(Reply(words.text, "unknown"), finding, self._content, now))

    def _urgent(self, reply: Reply) -> Reply:
        texts = self._content.safety.texts
        self.options = numbered([(texts.is_now, "now", reply.tier or ""), (texts.is_general, "general", "")])
        return reply

    def _choose(self, option: Option, now: datetime) -> Reply:
        actions: dict[str, Callable[[], Reply]] = {
            "entry": lambda: self._entry(option.target, now),
            "topic": lambda: self._topic(option.target, now),
            "menu": lambda: self._page(menus.topics(self._content, self._neutral)),
            "more-topics": lambda: self._page(menus.topics(self._content, self._neutral, more=True)),
            "more": self._more,
            "not-meant": self._not_meant,
            "none": lambda: self._unknown(self._asked),
            "keep": lambda: self._keep(option.target),
            "tell": lambda: self._tell(option.target),
            "ask": lambda: self._notice("person", self._lines.ask_staff),
            "no": lambda: self._notice("no-thanks", self._lines.no_thanks),
            "book": lambda: replace(self._notice("booking", self._lines.book), kind="booking", topic="book"),
            "help": lambda: self._notice("help", self._lines.help, unwell=True),
            "person": lambda: self._notice("person", with_open_now(self._lines.person, self._content, now)),
            "privacy": lambda: self._notice("privacy", self._lines.privacy),
            "forget": self._forget,
            "unwell": self._unwell,
            "now": lambda: self._still_urgent(option.target),
            "general": lambda: self._in_general(now),
        }
        return actions[option.action]()

    def _page(self, page: menus.Page) -> Reply:
        reply, self.options = page
        return reply

    def _topic(self, topic_id: str, now: datetime) -> Reply:
        ids = [entry.id for entry in self._content.entries if entry.topic == topic_id]
        if len(ids) == 1:
            return self._entry(ids[0], now)
        return self._page(menus.topic(self._content, topic_id, self._neutral))

    def _notice(self, name: str, text: str, unwell: bool = False) -> Reply:
        self._misses = 0
        self.options = numbered([(self._lines.unwell, "unwell", "")]) if unwell else ()
        return notice(name, text)

    def _more(self) -> Reply:
        """The rest of the last answer; the ways on stay, but for this one."""
        entry = self._assistant.entries[self._last or ""]
        self.options = tuple(option for option in self.options if option.action != "more")
        return notice("more", more_text(entry.more) or "")

    def _not_meant(self) -> Reply:
        """The next best choices to what was asked last, else a miss."""
        others = tuple(one for one in self._decided.next_best if one != self._last)
        if not others:
            return self._unknown(self._asked)
        self._decided = replace(self._decided, next_best=())
        return self._choices(others)

    def _keep(self, question: str) -> Reply:
        self.kept = tuple(dict.fromkeys((*self.kept, question)))
        return self._notice("kept", self._lines.kept.format(question=question))

    def _tell(self, question: str) -> Reply:
        decided = self._decided
        told = Told(question, decided.nearest, decided.score)
        self._told = tuple(dict.fromkeys((*self._told, told)))
        return self._notice("told", self._lines.told)

    def _forget(self) -> Reply:
        self.forget()
        return self._notice("forgotten", self._lines.forgotten)

    def _unwell(self) -> Reply:
        self._signs = self._signs.listing()
        return self._notice("unwell", self._content.safety.texts.unwell)

    def _still_urgent(self, tier: str) -> Reply:
        reply = Reply("", "urgent", tier=tier, answer=self._content.safety.texts.after_now)  # type: ignore[arg-type]
        return self._urgent(reply)

    def _in_general(self, now: datetime) -> Reply:
        """The visitor asked in general: the question's answer, under the safety line."""
        texts = self._content.safety.texts
        self._signs = self._alarming.taken_back()
        reply = self._decide(self._asked, now)
        if reply.kind in ("unknown", "menu"):
            reply = self._notice("general", texts.after_general)
        return with_safety_line(reply, texts.line)
