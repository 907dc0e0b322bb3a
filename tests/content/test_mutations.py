"""Whatever the bytes: a message with its place, or a valid load. Never a traceback, never for long."""

from __future__ import annotations

import json
import time
from pathlib import Path
from random import Random

import pytest
from benchmarks.mutated_yaml import mutated
from hypothesis import given, settings
from hypothesis import strategies as st

from botox_faq.content.reading import read_file, read_folder
from botox_faq.content.yaml_tree import read_tree


def test_2_000_damaged_files_give_a_message_or_a_value() -> None:
    random = Random(7)
    for _ in range(2_000):
        file, data = mutated(random)
        began = time.process_time()
        _, _, problems = read_file(file, data)
        assert time.process_time() - began < 2
        lines = data.count(b"\n") + data.count(b"\r") + 3 + 9 * data.count(b"\xe2") + 9 * data.count(b"\xc2")
        assert all(one.message and one.mend and one.line >= 1 and one.column >= 1 for one in problems)
        assert all(one.line <= lines for one in problems)


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=2_000)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for file in ("clinic.yaml", "article.yaml"):
        read_file(file, data)


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=2_000)
def test_any_text_is_read_or_refused(text: str) -> None:
    for file in ("wording.yaml", "negatives.yaml"):
        read_file(file, text.encode("utf-8", "surrogatepass"))


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.sampled_from([1.5, -0.25]) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(min_size=1, max_size=6), inner, max_size=4),
    max_leaves=20,
)


@given(_VALUES)
@settings(max_examples=200, deadline=2_000)
def test_any_json_is_read_as_the_same_values_or_refused(value: object) -> None:
    tree = read_tree("x.yaml", json.dumps(value, ensure_ascii=False).encode())
    if not tree.problems:
        assert _listed(tree.value) == value


def _listed(value: object) -> object:
    if isinstance(value, tuple):
        return [_listed(one) for one in value]
    if isinstance(value, dict):
        return {key: _listed(one) for key, one in value.items()}
    return value


@pytest.mark.parametrize("number", range(40))
def test_a_damaged_folder_never_raises(good: Path, number: int) -> None:
    random = Random(number)
    path = random.choice(sorted(good.glob("*.yaml")))
    data = bytearray(path.read_bytes())
    for _ in range(4):
        at = random.randrange(len(data))
        data[at : at + random.randint(0, 3)] = random.choice([b"", b"x", b": ", b"\n", b"- ", b"'", b'"', b"{", b"]"])
    path.write_bytes(bytes(data))
    reading = read_folder(good)
    assert reading.content is not None or reading.problems
