"""What training leaves behind: plain data that can be kept as bytes and read back in milliseconds."""

from __future__ import annotations

import json
import os
from array import array
from dataclasses import asdict, dataclass, field
from sys import byteorder
from typing import Protocol
from zlib import crc32

METHOD = "15"
"""Changes with anything that changes what is trained: part of a cache's name."""

_MAGIC = b"botox-faq matcher "


class Phrased(Protocol):
    """What matching needs of an entry (content.model.Entry has it)."""

    @property
    def id(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def phrasings(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Askable:
    """Whatever can be matched: an entry, small talk, a kind of message."""

    id: str
    topic: str
    question: str
    phrasings: tuple[str, ...]


@dataclass(slots=True)
class Block:
    """One kind of unit (stems and their pairs, or runs of letters), what each weighs and says for each class."""

    units: list[str] = field(default_factory=list)
    idf: list[float] = field(default_factory=list)
    planes: bytes | memoryview = b""


@dataclass(slots=True)
class Calibration:
    """How signals become a confidence, from which confidence on a match is an answer, and from which familiarity
    on a question has choices at all."""

    weights: list[float] = field(default_factory=list)
    answer: float = 1.0
    familiar: float = 0.0


@dataclass(slots=True)
class Trained:
    """Everything that a question is compared with. A class is an entry; the last may be "none of them".

    `elsewhere` are the word units that only negatives have: known, but not to any phrasing.
    """

    ids: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    classes: int = 0
    known: list[str] = field(default_factory=list)
    known_counts: list[int] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    synonyms: list[list[str]] = field(default_factory=list)
    phrasings: list[str] = field(default_factory=list)
    phrasing_entries: list[int] = field(default_factory=list)
    phrasing_units: list[list[int]] = field(default_factory=list)
    negatives: list[str] = field(default_factory=list)
    elsewhere: list[int] = field(default_factory=list)
    scale: float = 1.0
    bias: list[float] = field(default_factory=list)
    words: Block = field(default_factory=Block)
    letters: Block = field(default_factory=Block)
    calibration: Calibration = field(default_factory=Calibration)


def one_thread() -> None:
    """To be called before numpy is imported for training.

    One thread adds up in one order, and two that wait for each other on a busy machine took ten times as long.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def packed(trained: Trained) -> bytes:
    """`trained` as bytes, with the method and a checksum."""
    blocks = (trained.words, trained.letters)
    fields = {name: getattr(trained, name) for name in Trained.__slots__ if name not in ("words", "letters")}
    flat = array("I", [unit for units in trained.phrasing_units for unit in units])
    fields |= {
        "calibration": asdict(trained.calibration),
        "phrasing_units": [len(units) for units in trained.phrasing_units],
        "blocks": [{"units": "\n".join(block.units), "idf": block.idf} for block in blocks],
    }
    head = json.dumps(fields, separators=(",", ":")).encode()
    if byteorder == "big":
        flat.byteswap()
    body: list[bytes | memoryview] = []
    for part in (head, flat.tobytes(), *(block.planes for block in blocks)):
        body += (len(part).to_bytes(8, "little"), part)
    checksum = 0
    for part in body:
        checksum = crc32(part, checksum)
    # Joined once: the planes of a large content are a hundred megabytes.
    return b"".join((_MAGIC, METHOD.encode(), b"\n", checksum.to_bytes(4, "little"), *body))


def unpacked(data: bytes | memoryview) -> Trained:
    """What `packed` packed. ValueError when it is broken or of another method."""
    magic = _MAGIC + METHOD.encode() + b"\n"
    checksum, body = data[len(magic) : len(magic) + 4], memoryview(data)[len(magic) + 4 :]
    if data[: len(magic)] != magic or not body or crc32(body) != int.from_bytes(checksum, "little"):
        raise ValueError("not a trained matcher of this method, or a broken one")
    parts: list[memoryview] = []
    while body:
        size = int.from_bytes(body[:8], "little")
        parts.append(body[8 : 8 + size])
        body = body[8 + size :]
    fields = json.loads(bytes(parts[0]))
    flat = array("I", bytes(parts[1]))
    if byteorder == "big":
        flat.byteswap()
    lengths, start, units = fields["phrasing_units"], 0, []
    for length in lengths:
        units.append(flat[start : start + length].tolist())
        start += length
    words, letters = (
        Block(block["units"].split("\n") if block["units"] else [], block["idf"], planes)
        for block, planes in zip(fields.pop("blocks"), parts[2:], strict=True)
    )
    return Trained(
        **fields | {"phrasing_units": units, "calibration": Calibration(**fields["calibration"])},
        words=words,
        letters=letters,
    )
