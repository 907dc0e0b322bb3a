"""Lines put into files that people edit: at a known place, and not one other byte is touched.

A file is written whole beside itself and takes the old one's place, so that a power cut leaves the one or the other.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from botox_faq.content.yaml_tree import Path as Place
from botox_faq.content.yaml_tree import Tree


class CannotInsert(Exception):
    """The file is not laid out in a way that a line can be put into safely; the message says what to do."""


def with_last_line(data: bytes, line: str) -> bytes:
    """`data` with `line` after its end."""
    end = _line_end(data)
    missing = b"" if not data or data.endswith(b"\n") else end
    return data + missing + line.encode() + end


def with_item_first(data: bytes, tree: Tree, path: Place, item: str) -> bytes:
    """`data` with `item` as a new first item of the list at `path`, laid out as the item that was first.

    Raises CannotInsert where the list is written in brackets.
    """
    first = tree.places.get((*path, 0))
    lines = data.splitlines(keepends=True)
    if first is None or first.line > len(lines):
        raise CannotInsert("The list is empty. Write the first item by hand.")
    line = lines[first.line - 1].decode("utf-8-sig")
    before = line[: first.column - 1]
    if before.strip() != "-":
        raise CannotInsert("The list is written in brackets. Write the item by hand, or put each item on a line.")
    at = sum(map(len, lines[: first.line - 1]))
    if first.line == 1 and data.startswith(b"\xef\xbb\xbf"):
        at = 3
    return data[:at] + before.encode() + item.encode() + _line_end(data) + data[at:]


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` as `path`, whole or not at all, with the rights that the file had. Raises OSError."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        new = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            new.unlink(missing_ok=True)
            raise
    new.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    os.replace(new, path)


def _line_end(data: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in data else b"\n"
