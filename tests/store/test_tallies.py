"""What is kept without a person."""

from datetime import timedelta

from tests.sample_clinic import NOW

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)


def test_counts_add_up_by_day_and_detail(store):
    tallies = store.tallies
    tallies.count(TODAY, "visit")
    tallies.count(TODAY, "visit")
    tallies.count_all(TOMORROW, {("answered", "how-often"): 3, ("visit", ""): 1})
    assert [(c.day, c.what, c.detail, c.number) for c in tallies.counts()] == [
        (TODAY, "visit", "", 2),
        (TOMORROW, "answered", "how-often", 3),
        (TOMORROW, "visit", "", 1),
    ]
    assert len(tallies.counts(since=TOMORROW)) == 2


def test_told_questions_are_kept_until_dealt_with(store):
    store.tallies.tell(TODAY, "does it glow in the dark", "how-it-works", 0.31)
    store.tallies.tell(TOMORROW, "can my dog have it", None, 0.0)
    first, second = store.tallies.told()
    assert (first.text, first.entry, first.score, first.day) == (
        "does it glow in the dark",
        "how-it-works",
        0.31,
        TODAY,
    )
    assert store.tallies.told(since=TOMORROW) == [second]
    store.tallies.forget_told(first.id)
    assert store.tallies.told() == [second]


def test_a_ring_lasts_until_the_first_acknowledges_it(store):
    one, two = store.tallies.ring("Entrance", NOW), store.tallies.ring("Lounge", NOW)
    store.tallies.acknowledge(one, "Sam", NOW)
    store.tallies.acknowledge(one, "Kim", NOW)
    (left,) = store.tallies.rings()
    assert (left.id, left.kiosk, left.at) == (two, "Lounge", NOW)
