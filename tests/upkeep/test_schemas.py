"""The editors' schemas are those of the classes that read the files, and every file names its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from botox_faq.cli import cli
from botox_faq.content import find_faq
from botox_faq.upkeep.schemas import FOLDER, head_of, schema_of, schemas

FAQ = find_faq()


def test_the_schemas_are_up_to_date() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in (FAQ / FOLDER).glob("*.json")}
    assert kept == schemas(), "run: python -m botox_faq.upkeep.schemas faq/schema"


@pytest.mark.parametrize("path", sorted(FAQ.glob("*.yaml")), ids=lambda path: path.name)
def test_each_file_names_its_schema_in_its_first_line(path: Path) -> None:
    assert path.read_text(encoding="utf-8").splitlines()[0] == head_of(path.name)
    assert (FAQ / FOLDER / schema_of(path.name)).is_file()


def test_a_copy_takes_its_schemas_along(tmp_path: Path) -> None:
    assert CliRunner().invoke(cli, ["init", str(tmp_path / "ours")]).exit_code == 0
    assert {path.name for path in (tmp_path / "ours" / FOLDER).iterdir()} == set(schemas())


def test_an_entry_without_a_key_or_with_a_wrong_one_is_refused() -> None:
    entry = json.loads(schemas()["entries.json"])["$defs"]["Entry"]
    assert entry["additionalProperties"] is False
    assert {"id", "topic", "question", "answer", "source"} <= set(entry["required"])
    assert entry["properties"]["kind"]["enum"] == ["answer", "refer"]
