"""QR codes: small enough for 24 rows, and read back from the cells as a camera sees them."""

import numpy as np
import pytest
import zxingcpp

from botox_faq.booking.handoff import hand_offs
from botox_faq.booking.qr import QUIET, TooLong, draw
from botox_faq.booking.slip import slip_code, slip_text
from tests.sample_clinic import CLINIC, NOW, WORDING, content, request

DARK = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


def read_cells(rows) -> str:
    """What a reader makes of cells painted black on white, eight dots a module."""
    dots = []
    for row in rows:
        for half in (0, 1):
            dots.append([0 if DARK[cell][half] else 255 for cell in row])
    picture = np.kron(np.array(dots, dtype=np.uint8), np.ones((8, 8), dtype=np.uint8))
    found = zxingcpp.read_barcodes(picture)
    return found[0].text if found else ""


@pytest.mark.parametrize("length", [1, 20, 62, 63, 78])
def test_read_back_exactly_and_within_21_rows(length):
    link = ("https://clinic.example/book?from=chat&a=" + "x" * 78)[:length]
    rows = draw(link)
    assert read_cells(rows) == link
    assert len(rows) <= 21
    assert len({len(row) for row in rows}) == 1


def test_62_bytes_have_the_better_correction():
    # Level M stands 15 % of damage: a blot over six modules is still read.
    rows = [list(row) for row in draw("x" * 62)]
    for y in (10, 11):
        for x in (18, 19, 20):
            rows[y][x] = "█"
    assert read_cells(["".join(row) for row in rows]) == "x" * 62


def test_the_quiet_zone_is_kept():
    rows = draw("https://clinic.example/book")
    assert all(row[:QUIET].isspace() and row[-QUIET:].isspace() for row in rows)
    assert rows[0].isspace()
    assert rows[1].isspace()
    assert rows[-1].isspace()


def test_79_bytes_are_too_long():
    with pytest.raises(TooLong):
        draw("x" * 79)


def test_the_slip_holds_the_reference_and_the_phone_and_nothing_else():
    kept = request(reference="K7M-PXR")
    assert slip_code(kept, CLINIC) == "K7M-PXR +442079460123"
    assert read_cells(draw(slip_code(kept, CLINIC))) == slip_code(kept, CLINIC)
    text = slip_text(kept, NOW, CLINIC, WORDING)
    assert "K7M-PXR" in text
    assert "Wednesday 19:00" in text
    assert "Maria" not in text
    assert "hurt" not in text


def test_the_ways_come_in_the_clinics_order():
    clinic = content(routes=("link", "request", "phone"), link="https://clinic.example/book").clinic
    ways = hand_offs(clinic, WORDING)
    assert [way.route for way in ways] == ["link", "request", "phone"]
    assert "https://clinic.example/book" in ways[0].text
    assert read_cells(ways[0].code) == "https://clinic.example/book"
    assert clinic.phone in ways[2].text


def test_a_link_too_long_for_a_code_is_still_an_address():
    link = "https://clinic.example/" + "b" * 80
    (way,) = hand_offs(content(routes=("link",), link=link).clinic, WORDING)
    assert way.code == ()
    assert link in way.text
