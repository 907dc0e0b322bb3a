"""`botox-faq ask` as a program: lines in, replies out, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A clean environment with a cache of its own."""
    home = tmp_path_factory.mktemp("home")
    return {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "LC_ALL": "C.UTF-8"}


def run(environment: dict[str, str], *arguments: str, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "botox_faq", *arguments]
    return subprocess.run(command, input=text, capture_output=True, env=environment, timeout=60, cwd="/")


def test_a_line_in_is_a_reply_out(environment: dict[str, str]) -> None:
    questions = b"how offen shud i get it\nis it permanant?\n\nwhat is the capital of france\n"
    done = run(environment, "ask", "--json", "-", text=questions)
    replies = [json.loads(line) for line in done.stdout.splitlines()]
    assert [reply["kind"] for reply in replies] == ["answer", "answer", "unknown", "unknown"]
    assert [reply["topic"] for reply in replies] == ["how-often", "permanence", None, None]
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_json_form_has_the_promised_keys(environment: dict[str, str]) -> None:
    reply = json.loads(run(environment, "ask", "--json", "is", "it", "permanent").stdout)
    assert set(reply) == {
        "question", "kind", "entry", "topic", "read_as", "score", "answer", "note", "more", "source", "reviewed",
        "safety_line", "tier", "name", "choices", "related", "parts",
    }  # fmt: skip
    assert reply["related"][0].keys() == {"entry", "topic", "question"}


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("how often should i have it", 0),
        ("hello", 0),
        ("do you sell bicycles", 3),
        ("my throat is closing up since my jabs", 4),
    ],
)
def test_exit_codes(environment: dict[str, str], question: str, code: int) -> None:
    assert run(environment, "ask", question).returncode == code


def test_no_question_is_wrong_usage(environment: dict[str, str]) -> None:
    done = run(environment, "ask")
    assert done.returncode == 2
    assert b"Write it after ask" in done.stderr


def test_lines_can_be_one_visit(environment: dict[str, str]) -> None:
    done = run(environment, "ask", "--json", "--visit", "-", text=b"is it permanent\n1\n")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert second["entry"] == first["related"][0]["entry"]


def test_the_time_can_be_set(environment: dict[str, str]) -> None:
    done = run(environment, "ask", "--json", "--now", "2026-03-04T10:30+00:00", "are you open now")
    assert "until 19:00" in json.loads(done.stdout)["answer"]
    wrong = run(environment, "ask", "--now", "soon", "are you open now")
    assert (wrong.returncode, b"no time" in wrong.stderr) == (2, True)


def test_bytes_that_are_no_text_are_replied_to(environment: dict[str, str]) -> None:
    done = run(environment, "ask", "--json", "-", text=b"\xff\xfe\x80 is it permanent\n\x1b[2J\n")
    assert [json.loads(line)["kind"] for line in done.stdout.splitlines()] == ["answer", "unknown"]
    assert b"\x1b" not in done.stdout


def test_broken_content_is_a_message(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "clinic.yaml").write_text("name: [\n", encoding="utf-8")
    done = run(environment, "--faq", str(tmp_path), "ask", "is it permanent")
    assert done.returncode == 1
    assert b"clinic.yaml:2:1: error syntax" in done.stderr
    assert b"topics.yaml:1:1: error missing-file" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_copy_of_the_content_answers_too(environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "our-clinic"
    assert run(environment, "init", str(folder)).returncode == 0
    clinic = folder / "clinic.yaml"
    clinic.write_text(clinic.read_text(encoding="utf-8").replace("Example Clinic", "Riverside Skin"), encoding="utf-8")
    reply = json.loads(run(environment, "--faq", str(folder), "ask", "--json", "help").stdout)
    assert reply["name"] == "help"
    assert b"Riverside Skin" in run(environment, "--faq", str(folder), "ask", "can i talk to a person").stdout
    again = run(environment, "init", str(folder))
    assert (again.returncode, b"is there already" in again.stderr) == (1, True)


def test_a_broken_cache_is_built_anew(environment: dict[str, str], tmp_path: Path) -> None:
    environment = environment | {"XDG_CACHE_HOME": str(tmp_path)}
    run(environment, "ask", "is it permanent")
    (kept,) = (tmp_path / "botox-faq").glob("*.assistant")
    whole = kept.read_bytes()
    for broken in (b"", whole[:1000], whole[:-1] + b"x", b"foreign" * 100):
        kept.write_bytes(broken)
        assert run(environment, "ask", "is it permanent").returncode == 0
        assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_only_costs_time(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run(environment | {"XDG_CACHE_HOME": str(tmp_path / "file")}, "ask", "is it permanent")
    assert (done.returncode, done.stderr) == (0, b"")


def test_asking_needs_no_screen_and_no_database(environment: dict[str, str]) -> None:
    script = (
        "import os, sys; sys.argv = ['botox-faq', 'ask', 'is it permanent']; os._exit = sys.exit\n"
        "from botox_faq.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in ('textual', 'sqlalchemy', 'pydantic', 'yaml') if name in sys.modules])"
    )
    run(environment, "ask", "is it permanent")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, timeout=60)
    assert done.stdout.splitlines()[-1] == b"[]", done.stdout


def test_explain_says_why(environment: dict[str, str]) -> None:
    out = run(environment, "ask", "--explain", "is it permanant").stdout.decode()
    assert "Read as:     is it permanent" in out
    assert "is-botox-permanent" in out
    assert "(typed permanant)" in out
    told = json.loads(run(environment, "ask", "--json", "--explain", "my throat closes up since the jabs").stdout)
    assert told["explain"]["safety"]["level"] == "emergency"
    assert len(told["explain"]["best"]) == 5


def test_a_pipe_in_the_folder_is_a_message_and_no_wait(environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "our-clinic"
    run(environment, "init", str(folder))
    (folder / "smalltalk.yaml").unlink()
    os.mkfifo(folder / "smalltalk.yaml")
    done = run(environment, "--faq", str(folder), "ask", "is it permanent")
    assert (done.returncode, b"smalltalk.yaml" in done.stderr) == (1, True)


def test_a_clinic_can_withhold_what_no_clinician_has_signed(environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "our-clinic"
    run(environment, "init", str(folder))
    clinic = folder / "clinic.yaml"
    text = clinic.read_text(encoding="utf-8").replace("unreviewed: show", "unreviewed: withhold")
    clinic.write_text(text, encoding="utf-8")
    told = [
        run(environment, "--faq", str(folder), "ask", "--json", one).stdout for one in ("does it hurt", "where are you")
    ]
    assert [json.loads(one)["kind"] for one in told] == ["unknown", "answer"]
