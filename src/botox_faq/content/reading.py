"""The folder faq/ into checked content: every mistake named at once, with its place and how to mend it.

pydantic checks the plain dataclasses of the model from outside. It is imported here only, and only when a cached
copy of the content can't be used: it costs 35 ms at start. Of the libraries measured it alone gives all errors at
once with paths (msgspec stops at the first) and makes the editors' JSON Schemas from the same classes.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path as Folder
from typing import TYPE_CHECKING, Any, get_args, get_origin

from botox_faq.content.checks import check_together
from botox_faq.content.clinic import Clinic
from botox_faq.content.model import Entry, Fact, Review, Smalltalk, Topic, Vocabulary
from botox_faq.content.problem import ContentError, Problem
from botox_faq.content.safety_examples import SafetyExamples
from botox_faq.content.safety_rules import SafetyRules
from botox_faq.content.spoken import Content, as_spoken
from botox_faq.content.wording import Wording
from botox_faq.content.yaml_tree import LARGEST_FILE, MOST_PROBLEMS, Path, Tree, read_tree

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

FILES: dict[str, Any] = {
    "clinic.yaml": Clinic,
    "topics.yaml": tuple[Topic, ...],
    "facts.yaml": tuple[Fact, ...],
    "safety.yaml": SafetyRules,
    "safety-examples.yaml": SafetyExamples,
    "smalltalk.yaml": tuple[Smalltalk, ...],
    "wording.yaml": Wording,
    "vocabulary.yaml": Vocabulary,
    "negatives.yaml": tuple[str, ...],
    "reviews.yaml": tuple[Review, ...],
}
"""What each file with a fixed name is read into; every other .yaml file is a list of entries."""

REQUIRED = ("clinic.yaml", "topics.yaml", "wording.yaml", "safety.yaml", "safety-examples.yaml")
_EMPTY: dict[str, Any] = {"vocabulary.yaml": Vocabulary()}


@dataclass(slots=True)
class Reading:
    """What came of reading a folder: the content where it is whole, the problems, and each file's tree.

    `parsed` is the content also where its files are each right but don't fit together: enough to look at its words.
    """

    content: Content | None
    problems: list[Problem]
    trees: dict[str, Tree] = field(default_factory=dict)
    parsed: Content | None = None


def read_content(folder: Folder) -> Content:
    """Return the content of `folder` as it is spoken to patients. Raises ContentError with all that is wrong."""
    reading = read_folder(folder)
    if reading.content is None:
        raise ContentError(reading.problems)
    return as_spoken(reading.content)


def read_folder(folder: Folder) -> Reading:
    """Read every file of `folder` as it is written (all regions, `$names` unfilled); never raises for content."""
    problems: list[Problem] = []
    trees: dict[str, Tree] = {}
    values: dict[str, Any] = {}
    for file, data in _files(folder, problems).items():
        trees[file], values[file], found = read_file(file, data)
        problems += found
    entry_files = [file for file in trees if file not in FILES]
    for file in REQUIRED:
        if file not in trees:
            problems.append(_missing(file))
    if not entry_files:
        problems.append(_missing("article.yaml"))
    if problems:
        return Reading(None, sorted(problems), trees)
    content = Content(
        clinic=values["clinic.yaml"],
        topics=values["topics.yaml"],
        entries=tuple(entry for file in entry_files for entry in values[file]),
        facts=values.get("facts.yaml", ()),
        smalltalk=values.get("smalltalk.yaml", ()),
        vocabulary=values.get("vocabulary.yaml", Vocabulary()),
        negatives=values.get("negatives.yaml", ()),
        wording=values["wording.yaml"],
        safety=values["safety.yaml"],
        examples=values["safety-examples.yaml"],
        reviews=values.get("reviews.yaml", ()),
    )
    problems = check_together(content, trees, entry_files)
    return Reading(None if problems else content, sorted(problems), trees, content)


def read_file(file: str, data: bytes) -> tuple[Tree, Any, list[Problem]]:
    """Read one file by itself: its tree, its value (None where there are problems) and its problems."""
    tree = read_tree(file, data)
    if tree.problems:
        return tree, None, tree.problems
    if tree.value is None and file in FILES and file not in REQUIRED:
        return tree, _EMPTY.get(file, ()), []
    problems: list[Problem] = []
    return tree, _checked(FILES.get(file, tuple[Entry, ...]), file, tree, problems), problems


def read_as(kind: Any, file: str, data: bytes) -> tuple[Any, list[Problem]]:
    """Read a YAML file of another kind as strictly: its value (None where there are problems) and its problems."""
    tree = read_tree(file, data)
    problems = tree.problems
    return None if problems else _checked(kind, file, tree, problems), problems


def _files(folder: Folder, problems: list[Problem]) -> dict[str, bytes]:
    """The folder's YAML files by name; article.yaml first, because its entries win a tie."""
    try:
        every = sorted(folder.iterdir(), key=lambda path: (path.name != "article.yaml", path.name))
    except OSError:
        every = []
    every = [path for path in every if path.suffix.lower() in (".yaml", ".yml") and not path.name.startswith(".")]
    paths = [path for path in every if path.suffix == ".yaml"]
    problems += [
        Problem(path.name, 1, 1, "wrong-ending", f"a file that ends with {path.suffix} is not read",
                f"Rename it to {path.stem}.yaml")
        for path in every if path not in paths
    ]  # fmt: skip
    if not paths:
        problems.append(
            Problem(str(folder), 1, 1, "no-content", "there is no YAML file here",
                    "Name the folder with --faq, or make a copy to start from with: botox-faq init DIR")
        )  # fmt: skip
    out = {}
    for path in paths:
        try:
            out[path.name] = read_at_most(path)
        except OSError as error:
            problems.append(
                Problem(path.name, 1, 1, "unreadable", f"the file can't be read ({error.strerror})",
                        "Make it a file that you may read")
            )  # fmt: skip
    return out


def read_at_most(path: Folder) -> bytes:
    """A file's bytes, one more than is allowed at most. Raises OSError, also for what is no file, such as a pipe."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is no file")
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _missing(file: str) -> Problem:
    return Problem(
        file, 1, 1, "missing-file", "the file is missing", "Take it from a copy: botox-faq init DIR makes one"
    )


def _checked(kind: Any, file: str, tree: Tree, problems: list[Problem]) -> Any:
    """The tree's value as a `kind`; what doesn't fit goes to `problems`."""
    value = tree.value
    if get_origin(kind) is not tuple or not isinstance(value, tuple):
        return _fitted(file, kind, value, tree, (), problems)
    # One by one, so that a file of 99,000 wrong items costs no gigabyte of findings.
    item = get_args(kind)[0]
    before, out = len(problems), []
    for number, one in enumerate(value):
        out.append(_fitted(file, item, one, tree, (number,), problems))
        if len(problems) - before >= MOST_PROBLEMS:
            place = tree.place((number,))
            problems.append(
                Problem(file, place.line, place.column, "more", "the file is not read further, too much is wrong",
                        "Mend what is listed first")
            )  # fmt: skip
            break
    return tuple(out)


def _fitted(file: str, kind: Any, value: Any, tree: Tree, path: Path, problems: list[Problem]) -> Any:
    """`value`, which stands at `path`, as a `kind`; None where it doesn't fit."""
    from pydantic import ValidationError

    try:
        return _adapter(kind).validate_python(value)
    except ValidationError as error:
        found = [_problem(file, tree, path, detail) for detail in error.errors(include_url=False)]
        problems += list({(one.line, one.column, one.code): one for one in found if one}.values())[:MOST_PROBLEMS]
        return None


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _problem(file: str, tree: Tree, path: Path, detail: ErrorDetails) -> Problem | None:
    kind, given = detail["type"], detail["input"]
    # A choice of types (`more`: a text or lines) adds its branches' names to the path; they are no keys.
    for part in detail["loc"]:
        if (*path, part) in tree.places or (*path, part) in tree.keys:
            path = (*path, part)
        elif kind == "string_type" and isinstance(given, tuple):
            return None  # the branch that the value was not meant for
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    place = tree.keys.get(path, tree.place(path)) if kind == "unexpected_keyword_argument" else tree.place(path)
    code, message, mend = _said(kind, last, given, place.written, detail)
    return Problem(file, place.line, place.column, code, message, mend)


def _said(kind: str, last: str, given: Any, written: str | None, detail: ErrorDetails) -> tuple[str, str, str]:
    """Code, message and mend for one of pydantic's findings, in a content owner's words."""
    context = detail.get("ctx", {})
    if kind == "unexpected_keyword_argument":
        return "unknown-key", f"there is no key {last!r} here", "Correct its spelling or take it out"
    if kind == "missing":
        return "missing-key", f"the key {last!r} is missing here", f"Add a line {last}: ..."
    if kind == "string_type" and written is not None:
        if given is None:
            return "empty", "a text belongs here", "Write the text, or take the line out"
        return "not-text", f"YAML reads {written} as no text", f'Put it in quotes: "{written}"'
    if kind == "string_type":
        return "not-text", "a text belongs here", "Write one text; put it in quotes if it holds ': ' or '#'"
    if kind in ("tuple_type", "list_type"):
        return "not-a-list", "a list belongs here", "Begin each item with '- ', or write [a, b]"
    if kind in ("dict_type", "dataclass_type", "mapping_type"):
        return "not-keys", "keys with values belong here", "Write key: value lines"
    if kind == "literal_error":
        return (
            "not-a-choice",
            f"{written or given!r} is none of {context.get('expected')}",
            "Take one of these",
        )
    if kind in ("too_short", "string_too_short"):
        return "too-short", "this is empty or too short", "Write more here, or take it out"
    if kind == "string_too_long":
        return "too-long", f"this text has more than {context.get('max_length'):,} letters", "Make it much shorter"
    if kind.startswith(("int", "float", "greater", "less")):
        return "not-a-number", f"{written or given!r}: {detail['msg'].lower()}", "Write a number that fits"
    if kind.startswith("bool"):
        return "not-true-or-false", f"{written or given!r} is neither true nor false", "Write true or false"
    return kind.replace("_", "-"), detail["msg"], "See the guide to the files in docs/content.md"
