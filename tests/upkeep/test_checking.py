"""`check` finds what a patient should not read, with its code and place, and nothing in a good folder."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from botox_faq.cli import cli
from botox_faq.content import find_faq
from botox_faq.upkeep.addresses import is_web_address
from botox_faq.upkeep.checking import check
from botox_faq.upkeep.promoting import as_draft
from tests.content.faults import READING_FAULTS, Fault
from tests.upkeep.faults import ERRORS, WARNINGS

TODAY = date(2026, 11, 23)


def sample(folder: Path) -> None:
    """A sample clinic: nothing has to be signed."""
    path = folder / "clinic.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "sample: true\n", encoding="utf-8")


def shipped(folder: Path, old: str, new: str) -> Path:
    """A copy of the shipped content with `old` replaced by `new` in its clinic.yaml."""
    copy = folder / "copy"
    shutil.copytree(find_faq(), copy)
    path = copy / "clinic.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return copy


def test_a_good_folder_is_clean(good: Path) -> None:
    sample(good)
    assert check(good, TODAY) == []


def test_the_shipped_content_is_clean() -> None:
    assert [str(one) for one in check(find_faq(), TODAY)] == []


@pytest.mark.parametrize("region", ["uk", "ie", "eu", "us", "au"])
def test_the_shipped_content_is_clean_in_every_region(tmp_path: Path, region: str) -> None:
    folder = shipped(tmp_path, "region: uk ", f"region: {region} ")
    assert [str(one) for one in check(folder, TODAY)] == []


@pytest.mark.parametrize("name", ["address", "parking", "toilet", "wifi", "tips", "practitioners", "accessibility"])
def test_an_answer_that_is_not_given_is_not_measured(tmp_path: Path, name: str) -> None:
    folder = shipped(tmp_path, f"\n{name}: ", f"\n# {name}: ")
    assert [str(one) for one in check(folder, TODAY)] == []


@pytest.mark.parametrize("below", ["", ".."])
def test_without_a_folder_the_content_here_is_checked(good: Path, monkeypatch: pytest.MonkeyPatch, below: str) -> None:
    sample(good)
    next(fault for fault in ERRORS if fault.name == "a promise").make(good)
    monkeypatch.chdir(good / below)
    result = CliRunner().invoke(cli, ["check"])
    assert result.exit_code == 1
    assert "general.yaml" in result.output


def test_a_folder_that_does_not_exist_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["check", str(tmp_path / "nowhere")])
    assert result.exit_code == 1
    assert result.output == f"Error: There is no folder {tmp_path / 'nowhere'}.\n"


@pytest.mark.parametrize(
    ("fault", "severity"),
    [*((one, "error") for one in ERRORS), *((one, "warning") for one in WARNINGS)],
    ids=lambda one: getattr(one, "name", one),
)
def test_a_fault_is_found_at_its_place(good: Path, fault: Fault, severity: str) -> None:
    sample(good)
    line, column = fault.make(good)
    found = [problem for problem in check(good, TODAY) if problem.code not in fault.also]
    places = {(one.file, one.line, one.column, one.code, one.severity) for one in found}
    assert places == {(fault.file, line, column, fault.code, severity)}


@pytest.mark.parametrize("fault", READING_FAULTS, ids=lambda fault: fault.name)
def test_what_cannot_be_used_is_looked_at_as_far_as_it_can_be(good: Path, fault: Fault) -> None:
    fault.make(good)
    found = check(good, TODAY)
    assert (fault.file, fault.code) in {(one.file, one.code) for one in found}
    assert found == sorted(set(found))


def test_a_wrong_reference_hides_no_other_fault(good: Path) -> None:
    sample(good)
    for fault in (*READING_FAULTS, *ERRORS, *WARNINGS):
        if fault.name in ("unknown related", "a promise", "the same phrasing twice", "a long note"):
            fault.make(good)
    assert {one.code for one in check(good, TODAY)} == {"unknown-entry", "promise", "same-phrasing", "long-note"}


def test_an_unknown_starter_hides_no_other_fault(good: Path) -> None:
    sample(good)
    next(fault for fault in ERRORS if fault.name == "a promise").make(good)
    path = good / "wording.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[how-often, is-it-permanent]", "[how-oft, is-it-permanent]"), encoding="utf-8")
    assert {one.code for one in check(good, TODAY)} == {"unknown-entry", "promise"}


def test_a_draft_that_is_shown_before_it_is_written_is_an_error(good: Path) -> None:
    sample(good)
    as_draft(good, "general.yaml", "flying-home", "pain", ["can i fly after it"]).write()
    assert "not-written" not in {one.code for one in check(good, TODAY)}
    path = good / "general.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  draft: true\n", ""), encoding="utf-8")
    found = [one for one in check(good, TODAY) if one.code == "not-written"]
    assert [one.severity for one in found] == ["error"] * 4


@pytest.mark.parametrize("region", ["us", "eu"])
def test_advertising_rules_belong_to_their_regions(good: Path, region: str) -> None:
    sample(good)
    next(fault for fault in ERRORS if fault.name == "the medicine in the clinic's name").make(good)
    path = good / "clinic.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("region: uk", f"region: {region}"), encoding="utf-8")
    safety = good / "safety.yaml"
    text = safety.read_text(encoding="utf-8")
    safety.write_text(text.replace("  uk:\n", f"  {region}:\n"), encoding="utf-8")
    assert "medicine-first-seen" not in {one.code for one in check(good, TODAY)}


@pytest.mark.parametrize("region", ["uk", "ie", "au"])
def test_an_advertising_problem_names_the_rule_and_its_source(good: Path, region: str) -> None:
    next(fault for fault in ERRORS if fault.name == "an offer").make(good)
    for file, old, new in (
        ("clinic.yaml", "region: uk", f"region: {region}"),
        ("safety.yaml", "  uk:\n", f"  {region}:\n"),
    ):
        path = good / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    problem = next(one for one in check(good, TODAY) if one.code == "offer")
    assert re.search({"uk": "CAP", "ie": "ASA Code", "au": "Ahpra"}[region], problem.message)


def test_a_real_clinic_is_told_what_nobody_has_signed(good: Path) -> None:
    assert [(one.file, one.code, one.severity) for one in check(good, TODAY)] == [
        ("reviews.yaml", "review-missing", "warning")
    ]


@pytest.mark.parametrize(
    "address",
    ["https://clinic.example/a?b=c#d", "http://www.nhs.uk", "https://clinic.example:8443/", "https://bücher.example"],
)
def test_a_web_address(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address",
    ["", "clinic.example", "ftp://clinic.example", "https://", "https://a b.example", "https://me:pw@clinic.example",
     "https://clinic.example:x/", "https://[", "javascript:alert(1)", "https://clinic.example/<script>"],
)  # fmt: skip
def test_no_web_address(address: str) -> None:
    assert not is_web_address(address)
