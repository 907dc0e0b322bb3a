"""Requests: kept once, found again, changed by one at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from botox_faq.booking.contact import Contact
from botox_faq.booking.request import NotPossible
from botox_faq.store import Changed, UnknownRequest, open_store
from tests.sample_clinic import NOW, request

LATER = NOW + timedelta(days=2)


def test_what_was_added_is_read_back_whole_by_another_program(store, folder):
    kept = store.add(request(first_name="Zoë [red]", days=(), may_leave_message=None), "token")
    assert kept.reference
    other = open_store(folder)
    assert other.get(kept.reference) == kept
    assert other.all() == [kept]
    other.close()


def test_the_same_token_adds_nothing(store):
    kept = store.add(request(), "token")
    assert store.add(request(first_name="Someone else"), "token") == kept
    assert store.by_token("token") == kept
    assert store.by_token("another") is None
    assert len(store.all()) == 1


def test_references_are_unique_even_where_chance_repeats_itself(store):
    drawn = iter("CCCCCC" + "CCCCCC" + "DDDDDD")
    first = store.add(request(), "1", pick=lambda _: next(drawn))
    second = store.add(request(), "2", pick=lambda _: next(drawn))
    assert (first.reference, second.reference) == ("CCC-CCC", "DDD-DDD")


def test_a_change_is_kept_with_who_made_it(store):
    kept = store.add(request(), "token")
    offered = store.change(kept.reference, "offered", "Sam", NOW, LATER)
    booked = store.change(kept.reference, "booked", "Kim", LATER - timedelta(hours=1), LATER, version=offered.version)
    assert store.get(kept.reference) == booked
    assert (booked.state, booked.time, booked.version) == ("booked", LATER, 3)
    assert [(line.action, line.by) for line in store.history(kept.reference)] == [
        ("made", "visitor"),
        ("offered", "Sam"),
        ("booked", "Kim"),
    ]


def test_the_second_of_two_is_told_and_nothing_is_overwritten(store):
    kept = store.add(request(), "token")
    booked = store.change(kept.reference, "booked", "Sam", NOW, LATER, version=1)
    with pytest.raises(Changed) as found:
        store.change(kept.reference, "declined", "Kim", NOW, version=1)
    assert found.value.newer == booked
    with pytest.raises(Changed):
        store.note_call(kept.reference, "Kim", NOW, version=1)
    assert store.get(kept.reference) == booked
    assert len(store.history(kept.reference)) == 2


def test_a_refused_change_leaves_no_trace(store):
    kept = store.add(request(), "token")
    store.change(kept.reference, "declined", "Sam", NOW)
    with pytest.raises(NotPossible):
        store.change(kept.reference, "booked", "Sam", NOW, LATER)
    assert len(store.history(kept.reference)) == 2


def test_calls_are_counted(store):
    kept = store.add(request(), "token")
    store.note_call(kept.reference, "Sam", NOW)
    assert store.note_call(kept.reference, "Sam", NOW).calls == 2
    assert [line.action for line in store.history(kept.reference)] == ["made", "called", "called"]


def test_an_unknown_reference_is_said_to_be_unknown(store):
    for ask in (
        lambda: store.get("K7M-PXR"),
        lambda: store.change("K7M-PXR", "declined", "Sam", NOW),
        lambda: store.delete("K7M-PXR", "Sam", NOW),
    ):
        with pytest.raises(UnknownRequest):
            ask()


def test_the_same_contact_is_found_however_it_is_written(store):
    store.add(request(contact=Contact("email", "Maria@clinic.example")), "1")
    store.add(request(contact=Contact("email", "maria@clinic.example")), "2")
    store.add(request(), "3")
    assert len(store.of_contact("MARIA@clinic.example")) == 2
    assert sorted(line.same for line in store.worklist(NOW)) == [1, 2, 2]


def test_the_worklist_has_what_is_due_first_on_top(store):
    def add(token, due, state=None, time=None):
        kept = store.add(request(due=due), token)
        if state:
            store.change(kept.reference, state, "Sam", NOW - timedelta(days=1), time)
        return kept.reference

    hour = timedelta(hours=1)
    declined = add("1", NOW, "declined")
    booked = add("2", NOW, "booked", NOW + 5 * hour)
    past = add("3", NOW, "booked", NOW - hour)
    later = add("4", NOW + 2 * hour)
    overdue = add("5", NOW - 2 * hour)
    offered = add("6", NOW, "offered", NOW + hour)
    assert [line.reference for line in store.worklist(NOW)] == [overdue, later, offered, booked, past, declined]


def test_times_come_back_the_same_moment_from_any_zone(store):
    made = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    kept = store.add(request(made=made), "token")
    assert store.get(kept.reference).made == made
    assert store.worklist(NOW)[0].made == "2026-07-01T23:30:00Z"


def test_the_stamp_grows_with_every_change_and_only_then(store):
    stamps = [store.stamp()]
    kept = store.add(request(), "token")
    stamps.append(store.stamp())
    store.note_call(kept.reference, "Sam", NOW)
    stamps.append(store.stamp())
    store.delete(kept.reference, "Sam", NOW)
    stamps.append(store.stamp())
    assert stamps == sorted(set(stamps))
    store.all()
    assert store.stamp() == stamps[-1]


def test_a_request_is_counted_and_the_count_outlives_it(store):
    kept = store.add(request(), "token")
    store.delete(kept.reference, "Sam", NOW)
    assert [(count.what, count.number) for count in store.tallies.counts()] == [("requests", 1)]
