"""Everything that visits share: the content, and what was built from it to read, judge and match messages."""

from __future__ import annotations

from dataclasses import replace

from botox_faq.content import Content, Entry, Smalltalk, sign_off
from botox_faq.conversation.visit import Visit
from botox_faq.matching import Askable, Classifier, Matcher, Reader
from botox_faq.safety import RuleReader, SafetyReader


def askables(content: Content) -> list[Askable]:
    """Everything that a message can mean: the entries in their order, then small talk."""
    entries = [Askable(one.id, one.topic, one.question, one.phrasings + one.indirect) for one in content.entries]
    return entries + [Askable(one.id, "smalltalk", one.phrasings[0], one.phrasings[1:]) for one in content.smalltalk]


def safety_reader(content: Content) -> SafetyReader:
    """What reads warning signs, learned from the content: ordinary is what entries answer and negatives refuse."""
    kinds = content.examples.by_kind() if content.examples else {}
    ordinary = [text for one in askables(content) for text in (one.question, *one.phrasings)] + [*content.negatives]
    return SafetyReader(RuleReader(content.safety), Classifier(kinds, ordinary, content.vocabulary))


def without_unsigned(content: Content) -> Content:
    """The content without the answers that no clinician has signed, where the clinic withholds those.

    What the clinic says of itself needs no clinician.
    """
    if content.clinic.unreviewed == "show":
        return content
    signed = (one for one in content.entries if one.source.clinic or sign_off(content.reviews, one))
    return replace(content, entries=tuple(signed))


class Assistant:
    """Built once for a content; visits are made from it. Immutable, so that threads may share it."""

    def __init__(self, content: Content, matcher: Matcher | None = None, safety: SafetyReader | None = None) -> None:
        """`matcher` and `safety`: what was made of this content before; else they are made now."""
        self.safety = safety or safety_reader(content)
        content = without_unsigned(replace(content, examples=None))
        self.content = content
        self.entries: dict[str, Entry] = {entry.id: entry for entry in content.entries}
        self.smalltalk: dict[str, Smalltalk] = {one.id: one for one in content.smalltalk}
        self.matcher = matcher or Matcher(askables(content), content.vocabulary, content.negatives)
        self.reader = Reader([*self.matcher.known, *self.safety.rules.words], content.vocabulary)

    def new_visit(self, neutral: bool = False) -> Visit:
        """A new visit; `neutral` leaves the medicine unnamed until the visitor names it."""
        return Visit(self, neutral)

    def same_question(self, read_as: str, entry_id: str) -> bool:
        """Whether what was asked is the entry's question but for its spelling."""
        return read_as == self.reader.read(self.entries[entry_id].question).read_as
