"""A message as words: what matching and safety both read.

A message is cleaned, cut into words and repaired once (`Reader.read`, in `spelling.py`); safety, commands and
matching share the result.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was read.

    `read` is the repaired, lower-case word without apostrophes ("cant"); `typed` what stood in the message (for a
    word split or joined by the repair, the whole run that it came from). `start` and `end` are offsets into the
    cleaned message. `stop` is the punctuation that follows directly ("." "," "?" "" ...): safety and splitting
    read clauses from it. `guessed`: it was two slips or more away from what was typed, so that it may be another word
    altogether ("tokyo" is two slips from "today"); matching does not count it as known.
    """

    read: str
    typed: str
    start: int
    end: int
    stop: str = ""
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A whole message: the cleaned text and its words in order."""

    text: str
    words: tuple[Word, ...]

    @property
    def read_as(self) -> str:
        """The message as it was read, to show beside what was typed."""
        return " ".join(word.read for word in self.words)
