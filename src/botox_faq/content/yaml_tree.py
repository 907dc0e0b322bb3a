"""YAML text into plain values, with the place of each: strict, bounded, and without PyYAML's composer.

PyYAML's C composer recurses and crashes the process on 100,000 nested brackets, and duplicate keys silently
overwrite. So the values are built here from the parser's events, which come one at a time: too deep or too many, and
it stops with the place. Only what the files need is understood: mappings, lists, text, numbers, true and false, null.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from botox_faq.content.problem import Problem

LARGEST_FILE = 1_000_000
"""Bytes; ten times what a large clinic's file has."""
DEEPEST = 20
MOST_NODES = 100_000
MOST_PROBLEMS = 200
"""In one file; nobody mends more at a time."""

_TOO_DEEP = ("too-deep", f"more than {DEEPEST} levels", "Take brackets or indentation out")

Path = tuple[str | int, ...]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"})
_FALSE = frozenset({"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"})
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
# Controls, bidi marks and overrides, zero-width and byte-order marks: nothing that a text for people needs.
_HIDDEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class Place(NamedTuple):
    """Where a value stands, from 1, and a scalar as it was written."""

    line: int
    column: int
    written: str | None = None


@dataclass(slots=True)
class Tree:
    """A file's value (dict, tuple, str, int, float, bool or None) and the places of its parts by path."""

    value: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """The place of the value at `path`, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(1, 1))

    def path_of(self, path: Path, text: str) -> Path:
        """The path of the first scalar at or below `path` that holds `text`; `path` where there is none."""
        below = (one for one in self.places if one[: len(path)] == path)
        return next((one for one in below if text in (self.places[one].written or "")), path)


class _Stop(Exception):
    """The file can't be read further; the problem is already noted."""


def read_tree(file: str, data: bytes) -> Tree:
    """Read one file. Everything that is wrong with it as YAML is in the tree's `problems`; never raises."""
    tree = Tree()
    text = _decoded(file, data, tree)
    if text is None:
        return tree
    for found in _HIDDEN.finditer(text):
        line, column = _line_and_column(text, found.start())
        if found.group() == "\t":
            tree.problems.append(Problem(file, line, column, "tab", "a tab stands here", "Use spaces instead"))
        else:
            name = f"U+{ord(found.group()):04X}"
            tree.problems.append(
                Problem(file, line, column, "hidden-character", f"a hidden character ({name}) stands here",
                        "Delete it and type the text anew")
            )  # fmt: skip
        if len(tree.problems) == 20:
            break
    if tree.problems:
        return tree
    try:
        _Builder(file, tree).build(text)
    except _Stop:
        pass
    except yaml.YAMLError as error:
        tree.problems.append(_syntax_problem(file, error))
    return tree


def _decoded(file: str, data: bytes, tree: Tree) -> str | None:
    if len(data) > LARGEST_FILE:
        tree.problems.append(
            Problem(file, 1, 1, "file-too-large", f"the file has {len(data):,} bytes, the most is {LARGEST_FILE:,}",
                    "Split it into several files")
        )  # fmt: skip
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = _line_and_column(before, len(before))
        tree.problems.append(
            Problem(file, line, column, "encoding", "this is not UTF-8 text", "Save the file as UTF-8")
        )
        return None


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _syntax_problem(file: str, error: yaml.YAMLError) -> Problem:
    context = getattr(error, "context", None) or ""
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    # What was opened and never closed, or a key without its colon, is noticed only further down.
    said = " ".join(part for part in (context, getattr(error, "problem", None) or "") if part)
    if opened and any(one in said for one in ("flow", "simple key", "end of stream")):
        mark = opened
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "nesting depth" in said:
        return Problem(file, line, column, *_TOO_DEEP)
    mend = "Check the indentation, the quotes and the brackets here and on the line above"
    if "mapping values are not allowed" in said:
        mend = "Put a text that holds ': ' in quotes"
    elif "cannot start any token" in said:
        mend = "Put a text that begins with this character in quotes"
    elif "quoted scalar" in said:
        mend = "Close the quotes; in double quotes write a backslash as \\\\"
    elif "flow" in said:
        mend = "Close the bracket that opens here; put a text that holds a bracket or a comma in quotes"
    return Problem(file, line, column, "syntax", said or "this is not YAML", mend)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; in a mapping `key` waits for its value, `skip` for a doubled one's."""

    path: Path
    value: dict[str, Any] | list[Any]
    key: str | None = None
    skip: bool = False


class _Builder:
    """Builds one file's tree from the parser's events; the stack is a list, so depth costs no recursion."""

    def __init__(self, file: str, tree: Tree) -> None:
        self.file = file
        self.tree = tree
        self.stack: list[_Open] = []
        self.nodes = 0
        self.documents = 0

    def build(self, text: str) -> None:
        for event in yaml.parse(text, Loader=_Loader):
            kind = type(event).__name__
            if kind == "ScalarEvent":
                self._scalar(event)
            elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                self._start(event, {} if kind == "MappingStartEvent" else [])
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                done = self.stack.pop()
                self._put(done.path, tuple(done.value) if isinstance(done.value, list) else done.value)
            elif kind == "AliasEvent":
                self._stop(event, "alias", "an alias (*) stands here", "Write the text out instead")
            elif kind == "DocumentStartEvent":
                self.documents += 1
                if self.documents > 1:
                    self._stop(event, "documents", "a second document begins here", "Take the line --- out")

    def _stop(self, event: Any, code: str, message: str, mend: str) -> None:
        self._problem(event, code, message, mend)
        raise _Stop

    def _problem(self, event: Any, code: str, message: str, mend: str) -> None:
        mark = event.start_mark
        self.tree.problems.append(Problem(self.file, mark.line + 1, mark.column + 1, code, message, mend))
        if len(self.tree.problems) > MOST_PROBLEMS:
            raise _Stop

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._stop(event, "too-many-values", f"more than {MOST_NODES:,} values", "Split the file")
        if event.tag is not None and event.tag.startswith("tag:yaml.org,2002:python"):
            self._stop(event, "tag", "a tag (!!) stands here", "Take it out")
        if event.tag is not None and event.tag != "!":
            self._problem(event, "tag", "a tag (!) stands here", "Take it out, or put the text in quotes")

    def _path(self) -> Path:
        """The path of the value that comes next."""
        if not self.stack:
            return ()
        around = self.stack[-1]
        return (*around.path, len(around.value) if isinstance(around.value, list) else around.key or "")

    def _start(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        self._count(event)
        if len(self.stack) >= DEEPEST:
            self._stop(event, *_TOO_DEEP)
        if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None:
            self._stop(event, "key", "a key must be a plain word", "Put the key in quotes")
        path = self._path()
        self.tree.places.setdefault(path, Place(event.start_mark.line + 1, event.start_mark.column + 1))
        self.stack.append(_Open(path, value))

    def _scalar(self, event: Any) -> None:
        self._count(event)
        mark = event.start_mark
        if hidden := _HIDDEN.search(event.value):
            self._problem(event, "hidden-character", f"a hidden character (U+{ord(hidden.group()):04X}) is in here",
                          "Take it out")  # fmt: skip
        around = self.stack[-1] if self.stack else None
        if around and isinstance(around.value, dict) and around.key is None:
            around.key = event.value
            path = (*around.path, event.value)
            around.skip = path in self.tree.keys
            if around.skip:
                first = self.tree.keys[path].line
                self._problem(event, "duplicate-key", f"{event.value!r} stands twice, first on line {first}",
                              "Take one of the two out")  # fmt: skip
            else:
                self.tree.keys[path] = Place(mark.line + 1, mark.column + 1)
            return
        path = self._path()
        self.tree.places.setdefault(path, Place(mark.line + 1, mark.column + 1, event.value))
        self._put(path, _plain(event.value) if event.implicit[0] else event.value)

    def _put(self, path: Path, value: Any) -> None:
        if not self.stack:
            self.tree.value = value
            return
        around = self.stack[-1]
        if isinstance(around.value, list):
            around.value.append(value)
            return
        if not around.skip:
            around.value[str(path[-1])] = value
        around.key, around.skip = None, False


def _plain(written: str) -> Any:
    """An unquoted scalar as YAML 1.1 reads it, so that `yes` or `1.10` where text belongs is noticed."""
    if written in _NULL:
        return None
    if written in _TRUE:
        return True
    if written in _FALSE:
        return False
    if _INT.fullmatch(written):
        return int(written)
    if _FLOAT.fullmatch(written):
        return float(written)
    return written
