"""From an unknown question to its answer: told to the clinic, listed, promoted, answered in a new chat."""

from __future__ import annotations

import json
import re
import shlex
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from botox_faq.assistant import load_assistant
from botox_faq.cli import cli
from botox_faq.passing_on import pass_on
from botox_faq.store import open_store

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/London"))
UNKNOWN = "which trumpet suits orchestras"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "data"


def run(faq: Path, data: Path, *arguments: str, typed: str | None = None) -> Result:
    command = ["--faq", str(faq), "--data", str(data), "misses", *arguments]
    return CliRunner().invoke(cli, command, catch_exceptions=False, input=typed)


def tell(data: Path, *texts: str, day: date | None = None) -> None:
    with closing(open_store(data)) as store:
        for text in texts:
            store.tallies.tell(day or date.today(), text, "does-it-hurt", 0.12)


def test_the_whole_way(good: Path, data: Path) -> None:
    assistant = load_assistant(good)
    visit = assistant.new_visit()
    unknown = visit.say(UNKNOWN, NOW)
    assert unknown.kind == "unknown"
    tells = assistant.content.wording.conversation.unknown_tell
    number = next(one.number for one in visit.options if one.label == tells)
    reply = visit.say(str(number), NOW)
    pass_on(visit, reply, assistant.content, data)
    listed = run(good, data).output
    assert UNKNOWN in listed
    promoted = run(good, data, "promote", "1", "--to", "does-it-hurt", "--yes")
    assert promoted.exit_code == 0
    assert f'+    - "{UNKNOWN}"' in promoted.output
    assert "phrasings that find their entry" in promoted.output
    answered = load_assistant(good).new_visit().say(UNKNOWN, NOW)
    assert (answered.kind, answered.entry) == ("answer", "does-it-hurt")
    assert run(good, data).output == "0 questions without an answer.\n"


def test_a_draft_and_its_questions(good: Path, data: Path) -> None:
    tell(data, "can i fly home", "can i fly home?", "do you sell gum")
    result = run(good, data, "promote", "1", "--new", "flying-home", "--topic", "pain", typed="y\n")
    assert result.exit_code == 0
    assert "+  draft: true" in result.output
    assert "flying-home" in (good / "general.yaml").read_text(encoding="utf-8")
    assert [one["questions"] for one in json.loads(run(good, data, "--json").output)] == [["do you sell gum"]]


def test_nothing_is_written_without_a_yes(good: Path, data: Path) -> None:
    tell(data, "can i fly home")
    before = (good / "general.yaml").read_bytes()
    result = run(good, data, "promote", "1", "--new", "flying-home", "--topic", "pain", typed="n\n")
    assert "Nothing was written" in result.output
    assert (good / "general.yaml").read_bytes() == before
    assert "can i fly home" in run(good, data).output


def test_words_older_than_90_days_are_deleted(good: Path, data: Path) -> None:
    tell(data, "an old question", day=date.today() - timedelta(days=90))
    tell(data, "a new question")
    assert "old" not in run(good, data).output
    with closing(open_store(data)) as store:
        assert [one.text for one in store.tallies.told()] == ["a new question"]


def test_counts(good: Path, data: Path) -> None:
    assert run(good, data, "--counts").output == "Nothing has been counted yet.\n"
    with closing(open_store(data)) as store:
        store.tallies.count(date(2026, 11, 1), "missed", "does-it-hurt", 2)
        store.tallies.count(date(2026, 11, 2), "missed", "does-it-hurt")
        store.tallies.count(date(2026, 11, 2), "visits")
    assert [line.split() for line in run(good, data, "--counts").output.splitlines()] == [
        ["3", "missed", "does-it-hurt"], ["1", "visits"],
    ]  # fmt: skip
    assert len(json.loads(run(good, data, "--counts", "--json").output)) == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("promote", "1"), 2),
        (("promote", "1", "--to", "a", "--new", "b", "--topic", "pain"), 2),
        (("promote", "1", "--new", "b"), 2),
        (("promote", "9", "--to", "does-it-hurt"), 1),
        (("promote", "1", "--to", "nothing"), 1),
        (("promote", "1", "--new", "b", "--topic", "pain", "--file", "../x.yaml"), 1),
    ],
)
def test_what_cannot_be_promoted(good: Path, data: Path, arguments: tuple[str, ...], code: int) -> None:
    tell(data, "can i fly home")
    assert run(good, data, *arguments).exit_code == code


def test_a_folder_that_cannot_be_opened_is_said_plainly(good: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run(good, tmp_path / "file" / "below")
    assert result.exit_code == 1
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", [(), ("promote",)])
def test_the_help_s_examples_run(good: Path, data: Path, command: tuple[str, ...]) -> None:
    topics = good / "topics.yaml"
    topics.write_text(topics.read_text(encoding="utf-8") + "- {id: downtime, title: After}\n", encoding="utf-8")
    examples = re.findall(r"^ +botox-faq misses ?(.*)$", run(good, data, *command, "--help").output, re.MULTILINE)
    assert len(examples) >= 2
    tell(data, "may i wear a hat", "can i fly home")
    for example in examples:
        assert run(good, data, *shlex.split(example), typed="y\n").exit_code == 0
