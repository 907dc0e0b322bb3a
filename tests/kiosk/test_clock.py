"""The visit's clock: exact to the tick, and within WCAG 2.2's criterion 2.2.1."""

from hypothesis import given
from hypothesis import strategies as st

from botox_faq.kiosk.clock import IDLE, WARNING, Clock, idle_time


def test_idle_time_is_a_minute_and_a_second_for_every_two_words() -> None:
    assert idle_time(0) == 60
    assert idle_time(120) == 120
    assert idle_time(1) == 60.5


def test_booking_and_urgent_have_twice_as_long() -> None:
    assert idle_time(80, slow=True) == 2 * idle_time(80)


def test_a_visit_goes_through_warning_and_wipe_to_attract() -> None:
    clock = Clock()
    clock.begin(100)
    assert clock.tick(100 + IDLE - 0.001) == "visit"
    assert clock.tick(100 + IDLE) == "warning"
    assert clock.tick(100 + IDLE + WARNING - 0.001) == "warning"
    assert clock.tick(100 + IDLE + WARNING) == "wipe"
    clock.wiped()
    assert clock.tick(10_000) == "attract"


def test_words_on_the_screen_give_time() -> None:
    clock = Clock()
    clock.begin(0)
    assert clock.tick(99.9, words=80) == "visit"
    assert clock.tick(100, words=80) == "warning"


def test_input_begins_the_idle_time_anew() -> None:
    clock = Clock()
    clock.begin(0)
    clock.touch(59)
    assert clock.tick(118) == "visit"
    assert clock.tick(119) == "warning"


def test_the_warning_lasts_at_least_twenty_seconds_and_can_be_extended_far_more_than_ten_times() -> None:
    assert WARNING >= 20
    clock = Clock()
    clock.begin(0)
    now = 0.0
    for _ in range(100):
        now += IDLE
        assert clock.tick(now) == "warning"
        now += WARNING - 0.5
        assert clock.tick(now) == "warning"
        clock.touch(now)
        assert clock.state == "visit"


def test_a_stalled_program_never_cuts_the_warning_short() -> None:
    clock = Clock()
    clock.begin(0)
    assert clock.tick(500) == "warning"
    assert clock.left(500) == WARNING
    assert clock.tick(500 + WARNING - 0.1) == "warning"


def test_the_countdown_counts_whole_seconds_up_to_the_end() -> None:
    clock = Clock()
    clock.begin(0)
    assert clock.left(10) == 0
    clock.tick(60)
    assert [clock.left(60 + at) for at in (0, 0.25, 1, 29.5, 30)] == [30, 30, 29, 1, 0]


def test_done_wipes_at_once_from_visit_and_warning_alone() -> None:
    clock = Clock()
    clock.done()
    assert clock.state == "attract"
    clock.begin(0)
    clock.done()
    assert clock.tick(0) == "wipe"


def test_input_during_the_wipe_brings_nothing_back() -> None:
    clock = Clock()
    clock.begin(0)
    clock.done()
    clock.touch(1)
    assert clock.state == "wipe"


@given(st.lists(st.tuples(st.floats(0, 40), st.booleans(), st.integers(0, 300), st.booleans()), max_size=60))
def test_nobody_is_wiped_without_at_least_twenty_seconds_of_warning(
    steps: list[tuple[float, bool, int, bool]],
) -> None:
    clock, now, warned, touched = Clock(), 0.0, 0.0, 0.0
    clock.begin(0)
    for passed, touch, words, slow in steps:
        now += passed
        if touch:
            touched = now
            clock.touch(now)
        before = clock.state
        state = clock.tick(now, words, slow)
        if state == "warning" and before == "visit":
            warned = now
            assert now - touched >= IDLE
        if state == "wipe":
            assert now - warned >= 20
            return
