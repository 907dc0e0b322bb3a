"""`botox-faq requests`: what reception does, for scripts; exit codes and what goes where."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from click.testing import CliRunner

from botox_faq.booking.contact import Contact
from botox_faq.cli import cli
from botox_faq.store import open_store
from tests.sample_clinic import CLINIC, WORDING, WORDS, request

LONDON = ZoneInfo("Europe/London")
NOW = datetime.now(LONDON).replace(microsecond=0)
NEXT_WEEK = f"{NOW + timedelta(days=7):%Y-%m-%d} 14:30"


@pytest.fixture(autouse=True)
def sample(monkeypatch):
    """The sample clinic, without reading all of the content each time."""
    from types import SimpleNamespace

    monkeypatch.setattr(
        "botox_faq.cli.common.read_content_of", lambda _: SimpleNamespace(clinic=CLINIC, wording=WORDING, entries=())
    )


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "data")
    yield store
    store.close()


@pytest.fixture
def run(tmp_path):
    def run(*args: str, code: int = 0, **more):
        done = CliRunner().invoke(cli, ["--data", str(tmp_path / "data"), "requests", *args], **more)
        assert done.exit_code == code, (done.output, done.stderr, done.exception)
        return done

    return run


@pytest.fixture
def kept(store):
    return store.add(request(made=NOW, due=NOW + timedelta(days=1), changed=NOW), "token")


def test_an_empty_store_is_said_to_be_empty(run):
    assert run("list").stdout == "No requests.\n"
    assert json.loads(run("list", "--json").stdout) == []


def test_the_list_shortens_names_and_contacts_and_json_gives_them(run, kept):
    shown = run("list").stdout
    assert kept.reference in shown
    assert "Maria" not in shown
    assert "7946" not in shown
    (data,) = json.loads(run("list", "--json").stdout)
    assert (data["first_name"], data["contact"], data["state"]) == ("Maria", "+442079460123", "waiting")


def test_the_list_by_state(run, store, kept):
    store.change(kept.reference, "declined", "Sam", NOW)
    assert json.loads(run("list", "--json", "--state", "waiting").stdout) == []
    assert json.loads(run("list", "--json", "--open").stdout) == []
    assert len(json.loads(run("list", "--json", "--state", "declined").stdout)) == 1


def test_a_request_from_offer_to_cancel(run, store, kept):
    assert "offered" in run("offer", kept.reference, "--at", NEXT_WEEK, "--as", "Sam").stdout
    data = json.loads(run("confirm", kept.reference, "--at", NEXT_WEEK, "--as", "Kim", "--json").stdout)
    assert (data["state"], data["version"]) == ("booked", 3)
    run("cancel", kept.reference.lower().replace("-", " "))
    history = json.loads(run("show", kept.reference, "--json").stdout)["history"]
    assert [(one["action"], one["by"]) for one in history[:3]] == [
        ("made", "visitor"),
        ("offered", "Sam"),
        ("booked", "Kim"),
    ]
    assert history[3]["action"] == "cancelled"


def test_unreachable_and_taken_up_again(run, kept):
    run("called", kept.reference)
    run("unreachable", kept.reference)
    data = json.loads(run("reopen", kept.reference, "--json").stdout)
    assert (data["state"], data["calls"]) == ("waiting", 1)


def test_changed_by_someone_else_is_exit_code_6(run, kept):
    run("decline", kept.reference, "--version", "1")
    done = run("confirm", kept.reference, "--at", NEXT_WEEK, "--version", "1", code=6)
    assert "now declined" in done.stderr


def test_refusals_are_exit_code_1_and_wrong_usage_2(run, kept):
    assert "no such request" in run("show", "CCC-CCC", code=1).stderr
    assert "passed" in run("confirm", kept.reference, "--at", "2020-01-01 10:00", code=1).stderr
    run("decline", kept.reference)
    assert "can't become" in run("decline", kept.reference, code=1).stderr
    run("show", "nonsense", code=2)
    run("show", code=2)
    run("confirm", kept.reference, "--at", "soon", code=2)
    run("confirm", kept.reference, code=2)
    run("show", "--contact", "nobody", code=2)


def test_all_that_is_held_about_a_person(run, store, kept):
    store.add(request(contact=Contact("email", "other@clinic.example")), "2")
    shown = json.loads(run("show", "--contact", "020 7946 0123", "--json").stdout)
    assert [one["reference"] for one in shown] == [kept.reference]
    assert shown[0]["contact_as_dialled"] == "020 7946 0123"
    assert "Nothing is held" in run("show", "--contact", "nobody@clinic.example").stdout


def test_deleting_asks_first_and_is_for_good(run, store, kept):
    run("delete", kept.reference, input="n\n", code=1)
    assert len(store.all()) == 1
    run("delete", kept.reference, input="y\n")
    assert store.all() == []
    store.add(request(), "2")
    store.add(request(), "3")
    assert "2" in run("delete", "--contact", "+442079460123", "--yes").stdout
    assert store.all() == []


def test_the_slip(run, kept):
    shown = run("slip", kept.reference).stdout
    assert kept.reference in shown
    assert WORDS.no_hurry in shown
    assert "Maria" not in shown


def test_csv_to_a_file_of_ones_own(run, tmp_path, kept):
    path = tmp_path / "out.csv"
    done = run("export", "-o", str(path))
    assert "yours to keep safe and to delete" in done.stderr
    assert path.stat().st_mode & 0o777 == 0o600
    table = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert table[1][0] == kept.reference
    assert "020 7946 0123" in table[1]


def test_json_and_calendar_on_standard_output(run, store, kept):
    assert json.loads(run("export", "--format", "json").stdout)[0]["reference"] == kept.reference
    run("confirm", kept.reference, "--at", NEXT_WEEK)
    whole = run("export", "--format", "ics", "--day", NEXT_WEEK[:10]).stdout_bytes
    (event,) = icalendar.Calendar.from_ical(whole).walk("VEVENT")
    assert event["DTSTART"].dt.astimezone(LONDON).strftime("%Y-%m-%d %H:%M") == NEXT_WEEK
    other = run("export", "--format", "ics", "--day", "2020-01-01").stdout_bytes
    assert b"VEVENT" not in other
    assert b"VEVENT" in run("export", "--format", "ics", kept.reference).stdout_bytes


def test_purge_and_the_daily_clearing(run, store):
    store.add(request(made=NOW - timedelta(days=91)), "1")
    assert run("purge").stdout == "Deleted: 0\n", "the clearing of the day was first"
    assert store.all() == []


def test_a_store_that_cant_be_used_is_a_message(run, tmp_path):
    (tmp_path / "data").write_text("no folder")
    done = run("list", code=1)
    assert "can't be opened" in done.stderr
    assert "Traceback" not in done.output
