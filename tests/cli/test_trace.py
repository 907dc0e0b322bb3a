"""`botox-faq trace`: every fact with its entries, every entry with its source."""

from __future__ import annotations

import json
import re
from pathlib import Path

from click.testing import CliRunner, Result

from botox_faq.cli import cli


def run(folder: Path | None, *arguments: str) -> Result:
    faq = ["--faq", str(folder)] if folder else []
    return CliRunner().invoke(cli, [*faq, "trace", *arguments], catch_exceptions=False)


def test_facts_and_sources(good: Path) -> None:
    told = json.loads(run(good, "--json").output)
    assert [(one["id"], one["handling"], one["entries"]) for one in told["facts"]] == [
        ("A1", "kept", ["how-often"]), ("A2", "softened", ["how-often"]), ("A3", "neutral", ["is-it-permanent"]),
    ]  # fmt: skip
    assert {one["id"]: one["source"] for one in told["entries"]}["am-i-suitable"] == (
        "NHS, Botulinum toxin injections, May 2025"
    )
    assert told["not_carried"] == []


def test_what_is_not_carried_or_hidden_is_named(good: Path) -> None:
    path = good / "article.yaml"
    text = path.read_text(encoding="utf-8").replace("facts: [A1, A2]", "facts: [A1]")
    path.write_text(text.replace("- id: is-it-permanent\n", "- id: is-it-permanent\n  draft: true\n"), encoding="utf-8")
    assert json.loads(run(good, "--json").output)["not_carried"] == ["A2", "A3"]
    assert run(good).output.endswith("Not carried: A2, A3 (hidden).\n")


def test_the_article_s_36_facts_are_all_carried() -> None:
    told = json.loads(run(None, "--json").output)
    assert [one["id"] for one in told["facts"]] == [f"A{number}" for number in range(1, 37)]
    assert told["not_carried"] == []


def test_the_help_s_examples_run(good: Path) -> None:
    examples = re.findall(r"^ +botox-faq trace ?(.*)$", run(good, "--help").output, re.MULTILINE)
    assert len(examples) >= 2
    assert all(run(good, *example.split()).exit_code == 0 for example in examples)
