"""States: exactly the moves of the table, each one version on."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botox_faq.booking.request import NEXT, STATES, TIMED, NotPossible, is_closed, move
from tests.sample_clinic import NOW, request

LATER = NOW + timedelta(days=2)

TABLE = {
    "waiting": {"offered", "booked", "declined", "cancelled", "unreachable"},
    "offered": {"booked", "declined", "cancelled", "unreachable"},
    "unreachable": {"waiting", "booked"},
    "booked": {"cancelled"},
    "declined": set(),
    "cancelled": set(),
}


def test_the_table_is_the_design():
    assert {state: set(after) for state, after in NEXT.items()} == TABLE


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize("after", STATES)
def test_only_the_moves_of_the_table_are_made(before, after):
    one = request(state=before, time=LATER if before in TIMED else None)
    time = LATER if after in TIMED else None
    if after in TABLE[before]:
        moved = move(one, after, NOW, time)
        assert (moved.state, moved.version, moved.changed) == (after, one.version + 1, NOW)
    else:
        with pytest.raises(NotPossible):
            move(one, after, NOW, time)


@given(st.lists(st.sampled_from(STATES), max_size=12))
def test_any_walk_keeps_the_person_and_counts_the_versions(walk):
    one = request()
    made = 0
    for after in walk:
        try:
            one = move(one, after, NOW, LATER if after in TIMED else None)
        except NotPossible:
            continue
        made += 1
    assert one.version == 1 + made
    assert (one.first_name, one.contact, one.questions) == ("Maria", request().contact, request().questions)
    assert (one.time is not None) or one.state not in TIMED


def test_a_time_is_required_and_lies_ahead():
    with pytest.raises(NotPossible, match="date and time"):
        move(request(), "booked", NOW)
    with pytest.raises(NotPossible, match="passed"):
        move(request(), "booked", NOW, NOW)
    with pytest.raises(NotPossible, match="no time"):
        move(request(), "declined", NOW, LATER)


def test_closed_is_settled_or_a_booking_whose_time_has_passed():
    booked = request(state="booked", time=LATER)
    assert not is_closed(booked, LATER - timedelta(minutes=1))
    assert is_closed(booked, LATER)
    assert [state for state in STATES if is_closed(request(state=state, time=LATER), NOW)] == [
        "declined",
        "cancelled",
        "unreachable",
    ]
