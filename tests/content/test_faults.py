"""Every fault of the corpus is found, with its code and its place, and nothing else is said."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from botox_faq.content import ContentError, Problem
from botox_faq.content.reading import read_content, read_folder
from botox_faq.conversation import Assistant
from tests.content.faults import READING_FAULTS, YAML_FAULTS, Fault

FAULTS = YAML_FAULTS + READING_FAULTS


def test_the_good_folder_has_no_problem(good: Path) -> None:
    assert read_folder(good).problems == []


def test_the_good_folder_makes_an_assistant(good: Path) -> None:
    """What the program needs of safety.yaml is also what reading asks for."""
    Assistant(read_content(good))


def test_the_corpus_is_large_enough() -> None:
    assert len(YAML_FAULTS) >= 25
    assert len(FAULTS) >= 60
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_at_its_place(good: Path, fault: Fault) -> None:
    line, column = fault.make(good)
    began = time.process_time()
    reading = read_folder(good)
    assert time.process_time() - began < 2
    assert reading.content is None
    found = [problem for problem in reading.problems if problem.code not in fault.also]
    assert [(one.file, one.line, one.column, one.code) for one in found] == [(fault.file, line, column, fault.code)]
    assert found[0].message
    assert found[0].mend


@pytest.mark.parametrize("opened", ["[", "{"])
def test_100_000_nested_brackets_crash_nothing(good: Path, opened: str) -> None:
    (good / "negatives.yaml").write_text(opened * 100_000, encoding="utf-8")
    (problem,) = read_folder(good).problems
    # Before PyYAML 6.0.4 the first key is found wrong; from then on its scanner stops at 1,000 levels.
    assert (problem.file, problem.line, problem.code) in (("negatives.yaml", 1, code) for code in ("too-deep", "key"))


@pytest.mark.parametrize("file", ["clinic.yaml", "topics.yaml", "wording.yaml", "safety.yaml", "safety-examples.yaml"])
def test_a_required_file_is_missed(good: Path, file: str) -> None:
    (good / file).unlink()
    assert [(one.file, one.code) for one in read_folder(good).problems] == [(file, "missing-file")]


@pytest.mark.parametrize("file", ["vocabulary.yaml", "negatives.yaml", "smalltalk.yaml", "reviews.yaml"])
def test_the_other_files_may_be_missing_or_empty(good: Path, file: str) -> None:
    (good / file).unlink()
    assert read_folder(good).problems == []
    (good / file).write_text("# nothing yet\n", encoding="utf-8")
    assert read_folder(good).problems == []


@pytest.mark.parametrize("file", ["clinic.yaml", "topics.yaml", "article.yaml"])
def test_a_file_with_nothing_in_it_is_an_error(good: Path, file: str) -> None:
    (good / file).write_text("", encoding="utf-8")
    assert {one.file for one in read_folder(good).problems} == {file}


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        ("- Grüße\n- où\n".encode("latin-1"), 1, 5),
        ("- a\n".encode("utf-16"), 1, 1),
        (b"- fine\n- \xff\xfe\n", 2, 3),
        (b"- \xed\xa0\x80\n", 1, 3),
    ],
)
def test_what_is_not_utf_8_is_an_error(good: Path, data: bytes, line: int, column: int) -> None:
    (good / "negatives.yaml").write_bytes(data)
    assert [(one.line, one.column, one.code) for one in read_folder(good).problems] == [(line, column, "encoding")]


def test_a_byte_order_mark_at_the_start_is_fine(good: Path) -> None:
    path = good / "clinic.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_folder(good).problems == []


def test_windows_line_ends_are_fine(good: Path) -> None:
    for path in good.glob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_folder(good).problems == []


def test_all_faults_are_named_at_once(good: Path) -> None:
    wanted = set()
    for name in ("tab", "doubled key in clinic", "python tag", "bad escape", "500 nested brackets", "own tag"):
        fault = next(one for one in FAULTS if one.name == name)
        if fault.file not in {file for file, _ in wanted}:
            fault.make(good)
            wanted.add((fault.file, fault.code))
    (good / "general.yaml").write_text("- id: x\n  topc: pain\n  kind: yes\n", encoding="utf-8")
    found = read_folder(good).problems
    assert wanted <= {(one.file, one.code) for one in found}
    assert {"unknown-key", "missing-key", "not-a-choice"} <= {one.code for one in found if one.file == "general.yaml"}


def test_no_folder_at_all(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_content(tmp_path / "nowhere")
    assert "no-content" in {one.code for one in caught.value.problems}


@pytest.mark.parametrize("name", ["ours.yml", "ours.YAML", "ours.YML"])
def test_a_file_with_another_ending_is_not_passed_over(good: Path, name: str) -> None:
    (good / name).write_text("- id: ours\n", encoding="utf-8")
    (problem,) = read_folder(good).problems
    assert (problem.file, problem.code, problem.mend) == (name, "wrong-ending", "Rename it to ours.yaml")


def test_a_hidden_file_is_no_content(good: Path) -> None:
    (good / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    (good / ".other.yml").write_text("a: b\n", encoding="utf-8")
    assert read_folder(good).problems == []


def test_a_folder_in_the_place_of_a_file(good: Path) -> None:
    (good / "extra.yaml").mkdir()
    assert [one.code for one in read_folder(good).problems] == ["unreadable"]


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(good: Path) -> None:
    os.mkfifo(good / "extra.yaml")
    assert [one.code for one in read_folder(good).problems] == ["unreadable"]


def test_a_problem_reads_like_a_compiler_s() -> None:
    problem = Problem("a.yaml", 3, 5, "tab", "a tab stands here", "Use spaces instead")
    assert str(problem) == "a.yaml:3:5: error tab: a tab stands here. Use spaces instead."
