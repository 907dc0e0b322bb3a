"""What was trained is kept whole or refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botox_faq.matching import METHOD, Matcher, Reader
from tests.matching.conftest import ENTRIES, NEGATIVES, VOCABULARY

_KEPT: list[bytes] = []


def _kept() -> bytes:
    if not _KEPT:
        _KEPT.append(Matcher(ENTRIES, VOCABULARY, NEGATIVES).to_bytes())
    return _KEPT[0]


def test_a_round_trip_decides_alike(matcher: Matcher, reader: Reader) -> None:
    again = Matcher.from_bytes(matcher.to_bytes(), ENTRIES, VOCABULARY)
    assert again.known == matcher.known
    assert again.to_bytes() == matcher.to_bytes()
    for text in ("how offen", "is it safe", "capital of france", "appointmnt pls"):
        assert again.match(reader.read(text)) == matcher.match(reader.read(text))


def test_training_twice_gives_the_same_bytes() -> None:
    assert Matcher(ENTRIES, VOCABULARY, NEGATIVES).to_bytes() == _kept()


def test_other_entries_are_refused() -> None:
    with pytest.raises(ValueError, match="other entries"):
        Matcher.from_bytes(_kept(), ENTRIES[1:], VOCABULARY)


def test_another_method_is_refused() -> None:
    foreign = _kept().replace(f"matcher {METHOD}\n".encode(), f"matcher x{METHOD[1:]}\n".encode(), 1)
    with pytest.raises(ValueError, match="method"):
        Matcher.from_bytes(foreign, ENTRIES, VOCABULARY)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_broken_byte_is_noticed(data: st.DataObject) -> None:
    kept = _kept()
    at = data.draw(st.integers(0, len(kept) - 1))
    broken = bytes([kept[at] ^ data.draw(st.integers(1, 255))])
    with pytest.raises(ValueError, match="matcher"):
        Matcher.from_bytes(kept[:at] + broken + kept[at + 1 :], ENTRIES, VOCABULARY)


@settings(max_examples=50, deadline=None)
@given(st.integers(min_value=0))
def test_a_cut_copy_is_noticed(length: int) -> None:
    kept = _kept()
    with pytest.raises(ValueError, match="matcher"):
        Matcher.from_bytes(kept[: length % len(kept)], ENTRIES, VOCABULARY)


@given(st.binary(max_size=200))
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="matcher"):
        Matcher.from_bytes(data, ENTRIES, VOCABULARY)


def test_a_kept_matcher_needs_no_numpy_nor_scipy() -> None:
    import subprocess
    import sys
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kept"
        path.write_bytes(_kept())
        code = (
            "import sys; from pathlib import Path; from botox_faq.matching import Matcher, Reader; "
            "from tests.matching.conftest import ENTRIES, VOCABULARY; "
            f"m = Matcher.from_bytes(Path({str(path)!r}).read_bytes(), ENTRIES, VOCABULARY); "
            "m.match(Reader(m.known, VOCABULARY).read('how often do i need it')); "
            "sys.exit(not {'numpy', 'scipy'}.isdisjoint(sys.modules))"
        )
        root = Path(__file__).parents[2]
        assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_reader_from_a_kept_matcher_repairs_alike(matcher: Matcher) -> None:
    again = Matcher.from_bytes(_kept(), ENTRIES, VOCABULARY)
    for text in ("appointmnt", "offen", "howlong"):
        one, other = Reader(matcher.known, VOCABULARY), Reader(again.known, VOCABULARY)
        assert one.read(text) == other.read(text)
