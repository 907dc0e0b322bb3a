"""Retention, and deletion that leaves nothing in any file."""

from datetime import timedelta
from pathlib import Path

import pytest

from botox_faq.booking.contact import Contact
from botox_faq.content.clinic import Retention
from botox_faq.store import StoreUnavailable, open_store
from botox_faq.store.migrate import backups
from tests.sample_clinic import NOW, request

RETENTION = Retention(after_closed=30, after_made=90)
DAY = timedelta(days=1)
MARKER = "Xylophonia"


def found_in(folder: Path, marker: str = MARKER) -> list[str]:
    return [path.name for path in folder.iterdir() if marker.encode() in path.read_bytes()]


def marked(number: int = 0, **changes):
    return request(
        first_name=f"{MARKER}{number}",
        contact=Contact("email", f"{MARKER.lower()}{number}@clinic.example"),
        questions=(f"Does {MARKER} hurt? " * 20,),
        **changes,
    )


def test_a_deleted_request_is_in_no_file(store, folder):
    for number in range(200):
        store.add(marked(number), str(number))
    assert found_in(folder)
    for one in store.all():
        store.note_call(one.reference, f"{MARKER} of staff", NOW)
    for one in store.all()[:-1]:
        store.delete(one.reference, "Sam", NOW)
    store.delete_contact(f"{MARKER}199@clinic.example", "Sam", NOW)
    assert store.all() == []
    assert found_in(folder) == []
    assert found_in(folder, MARKER.lower()) == []


def test_what_stays_of_a_request_is_when_and_what_without_names(store, folder):
    kept = store.add(marked(), "token")
    store.change(kept.reference, "booked", "Kimberley", NOW, NOW + DAY)
    store.delete(kept.reference, "Sam", NOW)
    assert found_in(folder, kept.reference) == []
    assert found_in(folder, "Kimberley") == []
    with store._database.reading() as connection:
        lines = connection.exec_driver_sql("select action, by, detail, request from audit order by id").all()
    assert [tuple(line) for line in lines] == [
        ("made", None, None, None),
        ("booked", None, None, None),
        ("deleted", "Sam", None, None),
    ]


def test_deleting_takes_the_backups_with_it(store, folder):
    kept = store.add(marked(), "token")
    backup = folder / "requests.db.backup-0"
    backup.write_bytes(MARKER.encode())
    assert backups(store.path) == [backup]
    store.delete(kept.reference, "Sam", NOW)
    assert found_in(folder) == []
    assert not backup.exists()


def test_what_has_been_kept_long_enough_goes_to_the_day(store):
    def add(token, made=NOW, state=None, time=None):
        kept = store.add(request(made=made), token)
        if state:
            store.change(kept.reference, state, "Sam", made, time)
        return kept.reference

    waiting = add("1")
    declined = add("2", state="declined")
    booked = add("3", state="booked", time=NOW + 20 * DAY)
    left = lambda now: (store.purge(RETENTION, now), {one.reference for one in store.all()})[1]  # noqa: E731
    assert left(NOW + 29 * DAY) == {waiting, declined, booked}
    assert left(NOW + 30 * DAY) == {waiting, booked}
    assert left(NOW + 49 * DAY) == {waiting, booked}
    assert left(NOW + 50 * DAY) == {waiting}
    assert left(NOW + 89 * DAY) == {waiting}
    assert left(NOW + 90 * DAY) == set()


def test_a_request_left_while_the_clock_was_set_back_is_not_deleted_when_it_is_right_again(store):
    store.add(request(), "before")
    back = NOW - 20_000 * DAY
    lost = store.add(request(made=back), "while the clock was wrong")
    assert store.purge(RETENTION, NOW + DAY) == 0
    assert store.get(lost.reference).made == back
    assert store.purge(RETENTION, NOW + 90 * DAY) == 2


def test_a_clock_that_ran_ahead_keeps_nothing_for_ever(store):
    ahead = NOW + 5_000 * DAY
    store.add(request(made=ahead), "while the clock was wrong")
    after = store.add(request(), "after")
    assert store.purge(RETENTION, NOW + 90 * DAY) == 1
    assert after.reference not in {one.reference for one in store.all()}


def test_tidy_purges_once_a_day_and_once_more_when_the_clock_goes_back(store):
    old = NOW - 100 * DAY
    assert store.tidy(RETENTION, NOW) == 0
    store.add(request(made=old), "1")
    assert store.tidy(RETENTION, NOW) == 0
    assert store.tidy(RETENTION, NOW + DAY) == 1
    store.add(request(made=old), "2")
    assert store.tidy(RETENTION, NOW) == 1


def test_told_questions_and_answered_alarms_go_with_the_time_too(store, folder):
    store.tallies.tell((NOW - 91 * DAY).date(), MARKER, "how-often", 0.2)
    store.tallies.tell((NOW - 89 * DAY).date(), "Still here?", None, 0.0)
    ring = store.tallies.ring("Entrance", NOW - 91 * DAY)
    store.tallies.acknowledge(ring, "Sam", NOW - 91 * DAY)
    store.purge(RETENTION, NOW)
    assert [one.text for one in store.tallies.told()] == ["Still here?"]
    assert found_in(folder) == []


def test_traces_that_a_reader_holds_are_wiped_later(store, folder, monkeypatch):
    monkeypatch.setattr("botox_faq.store.keeping._CHECKPOINT_TRIES", 1)
    kept = store.add(marked(), "token")
    other = open_store(folder)
    with other._database.reading() as connection:
        connection.exec_driver_sql("select count(*) from requests").all()
        with pytest.raises(StoreUnavailable, match="next clearing"):
            store.delete(kept.reference, "Sam", NOW)
    other.close()
    assert store.all() == []
    assert store.purge(RETENTION, NOW) == 0
    assert found_in(folder) == []
