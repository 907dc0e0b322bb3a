"""A question that had no answer becomes a phrasing of an entry, or a new entry to be written."""

from __future__ import annotations

import difflib
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from botox_faq.content import ContentError
from botox_faq.content.checks import entry_places
from botox_faq.content.reading import FILES, Reading, read_folder
from botox_faq.upkeep.inserting import CannotInsert, replace_file, with_item_first

PLACEHOLDERS = {
    ("answer",): "To be written.",
    ("source", "title"): "To be named",
    ("source", "publisher"): "To be named",
    ("source", "checked"): "not yet",
}
"""What a draft says until somebody writes it, by its path below the entry."""

_DRAFT = """\

- id: {id}
  draft: true
  topic: {topic}
  kind: answer
  question: {question}
  phrasings:
{phrasings}
  answer: "{answer}"
  source: {{title: "{title}", publisher: "{publisher}", checked: "{checked}"}}
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One file as it is and as it would be."""

    path: Path
    before: bytes
    after: bytes

    def difference(self) -> list[str]:
        """The change as a unified diff."""
        name = self.path.name
        old, new = (data.decode("utf-8-sig").splitlines() for data in (self.before, self.after))
        return list(difflib.unified_diff(old, new, f"a/{name}", f"b/{name}", lineterm=""))

    def write(self) -> None:
        """Make the change. CannotInsert where the file was changed meanwhile; OSError."""
        if self.path.read_bytes() != self.before:
            raise CannotInsert(f"{self.path.name} was changed meanwhile. Try again.")
        replace_file(self.path, self.after)


def as_phrasings(folder: Path, entry: str, questions: Sequence[str]) -> Change:
    """`questions` as the first phrasings of `entry`. Raises ContentError, CannotInsert, KeyError: no such entry."""
    reading = _read(folder)
    file, path = entry_places(reading.trees, _entry_files(reading))[entry]
    before = (folder / file).read_bytes()
    after = before
    for question in reversed(questions):
        item = json.dumps(question, ensure_ascii=False)
        after = with_item_first(after, reading.trees[file], (*path, "phrasings"), item)
    return _sound(folder, Change(folder / file, before, after))


def as_draft(folder: Path, file: str, entry: str, topic: str, questions: Sequence[str]) -> Change:
    """A new entry at the end of `file`, marked as a draft. Raises ContentError, CannotInsert."""
    if file not in _entry_files(_read(folder)):
        raise CannotInsert(f"{file} is no file of entries.")
    before = (folder / file).read_bytes()
    quoted = [json.dumps(one, ensure_ascii=False) for one in questions]
    told = {path[-1]: text for path, text in PLACEHOLDERS.items()}
    phrasings = "\n".join(f"    - {one}" for one in quoted)
    text = _DRAFT.format(id=entry, topic=topic, question=quoted[0], phrasings=phrasings, **told)
    end = "\r\n" if b"\r\n" in before else "\n"
    missing = "" if before.endswith(b"\n") else end
    return _sound(folder, Change(folder / file, before, before + (missing + text.replace("\n", end)).encode()))


@contextmanager
def tried(change: Change) -> Iterator[Path]:
    """A copy of the content's folder in which the change is made, to be tested; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="botox-faq-") as temporary:
        folder = Path(temporary)
        for path in change.path.parent.glob("*.yaml"):
            shutil.copyfile(path, folder / path.name)
        (folder / change.path.name).write_bytes(change.after)
        yield folder


def _sound(folder: Path, change: Change) -> Change:
    """The change, if the content can be read with it and has all that it had."""
    before = _read(folder).trees[change.path.name].value
    with tried(change) as copy:
        after = _read(copy).trees[change.path.name].value
    if len(after) not in (len(before), len(before) + 1):
        raise CannotInsert(f"{change.path.name} is not laid out as a plain list. Write it by hand.")
    return change


def _read(folder: Path) -> Reading:
    reading = read_folder(folder)
    if reading.content is None:
        raise ContentError(reading.problems)
    return reading


def _entry_files(reading: Reading) -> list[str]:
    return [file for file in reading.trees if file not in FILES]
