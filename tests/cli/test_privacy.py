"""After a whole journey a person's data is in the store and nowhere else; after deletion it is nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NAME, NUMBER, QUESTION = "Xylophonia", "7946 0777", "qwlrmblx"


@pytest.fixture
def run(tmp_path):
    """Run the program with every folder that it could write to inside `tmp_path`; standard error is kept too."""
    places = {
        "HOME": "home",
        "TMPDIR": "tmp",
        "XDG_DATA_HOME": "home/share",
        "XDG_CACHE_HOME": "home/cache",
        "XDG_STATE_HOME": "home/state",
        "XDG_CONFIG_HOME": "home/config",
    }
    for place in places.values():
        (tmp_path / place).mkdir(parents=True, exist_ok=True)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("BOTOX", "TEXTUAL"))}
    environment = clean | {name: str(tmp_path / place) for name, place in places.items()}

    def run(*args: str, input: str = "", code: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "botox_faq", "--data", str(tmp_path / "data"), *args],
            input=input,
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == code, done.stderr
        assert not mentions(done.stderr.encode()), done.stderr
        return done.stdout

    return run


def mentions(data: bytes) -> list[str]:
    """Which of the marks are in these bytes, however the number is written."""
    plain = data.replace(b" ", b"").lower()
    return [mark for mark in (NAME, NUMBER, QUESTION) if mark.replace(" ", "").lower().encode() in plain]


def holders(folder: Path) -> dict[str, list[str]]:
    """The files below `folder` that hold something of the person."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = {str(path.relative_to(folder)): mentions(path.read_bytes()) for path in files}
    named = {str(path.relative_to(folder)): mentions(path.name.encode()) for path in files}
    return {name: marks for name, marks in found.items() if marks or named[name]}


def test_a_person_is_in_the_store_and_nowhere_else_and_after_deletion_nowhere(run, tmp_path):
    lines = [
        f"do {QUESTION} dream of sheep?", "1",  # an unknown question, kept for the assessment
        "book", "1", NAME, f"020 {NUMBER}", "", "1", "", "1", "1",
    ]  # fmt: skip
    shown = run("--plain", input="\n".join(lines) + "\n")
    summary = shown.rsplit("Is this right?", 1)[1].splitlines()
    numbers = [line.split()[0] for line in summary if line[:1].isdigit()]
    shown = run("--plain", input="\n".join([*lines, numbers[-2], numbers[-1]]) + "\n")
    assert "Your reference" in shown
    (reference,) = [line.split()[0] for line in run("requests", "list").splitlines()[1:]]
    assert set(holders(tmp_path)) <= {"data/requests.db", "data/requests.db-wal"}
    assert set().union(*holders(tmp_path).values()) >= {NAME, NUMBER}

    run("requests", "called", reference)
    run("requests", "confirm", reference, "--at", "2020-01-01 10:00", code=1)
    run("requests", "decline", reference, "--version", "1", code=6)
    run("requests", "export", "-o", "asked-for.csv")
    assert set(holders(tmp_path)) - {"data/requests.db", "data/requests.db-wal"} == {"asked-for.csv"}
    (tmp_path / "asked-for.csv").unlink()

    run("requests", "delete", "--contact", f"020 {NUMBER}", "--yes")
    assert holders(tmp_path) == {}


def test_a_fault_in_the_program_shows_no_one_s_words(run, tmp_path):
    (tmp_path / "data").write_text("no folder")
    lines = ["book", "1", NAME, f"020 {NUMBER}", "", "1", "", "1", "7", "8"]
    shown = run("--plain", input="\n".join(lines) + "\n")
    assert "ask at the desk" in shown
    assert holders(tmp_path) == {}
