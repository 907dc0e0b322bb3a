"""The published page: valid HTML, every text escaped, the same as schema.org data; Markdown that stays text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import html5lib
import pytest

from botox_faq.content import Content, find_faq
from botox_faq.content.reading import read_content
from botox_faq.upkeep.pack import pack
from botox_faq.upkeep.publishing import as_html, as_markdown, law_for
from botox_faq.upkeep.signing import sign

EVIL = "</script><script>alert(1)</script> <img src=x onerror=\"y\"> & 'quoted' [link](javascript:x) *bold* `code` # x"


def evil(content: Content) -> Content:
    first = replace(content.entries[0], question=EVIL, answer=EVIL)
    return replace(content, entries=(first, *content.entries[1:]), clinic=replace(content.clinic, name=EVIL))


@pytest.fixture(scope="module")
def shipped() -> Content:
    return read_content(find_faq())


def structured(html: str) -> dict[str, list[dict[str, dict[str, str]]]]:
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return json.loads(data)  # type: ignore[no-any-return]


def test_the_pages_are_valid_html(shipped: Content) -> None:
    for content in (shipped, evil(shipped)):
        for html in (as_html(content), pack(content, date(2026, 11, 23))):
            html5lib.HTMLParser(strict=True).parse(html)


def test_every_entry_is_on_the_page_and_in_its_data(shipped: Content) -> None:
    html = as_html(shipped)
    assert html.count("<article ") == len(shipped.entries)
    data = structured(html)
    assert (data["@context"], data["@type"]) == ("https://schema.org", "FAQPage")
    assert len(data["mainEntity"]) == len(shipped.entries)
    assert all(one["acceptedAnswer"]["text"] for one in data["mainEntity"])
    assert "$open_now" not in html


def test_no_text_becomes_markup(good: Path) -> None:
    html = as_html(evil(read_content(good)))
    assert html.count("<script") == 1
    assert "<img" not in html
    assert structured(html)["mainEntity"][0]["name"] == EVIL
    markdown = as_markdown(evil(read_content(good)))
    assert "<script" not in markdown
    assert "[link](" not in markdown
    assert r"\*bold\*" in markdown


def test_an_unsafe_address_is_no_link(good: Path) -> None:
    path = good / "general.yaml"
    text = path.read_text(encoding="utf-8").replace("https://my.clevelandclinic.org/", "javascript:alert(1)")
    path.write_text(text, encoding="utf-8")
    assert 'href="javascript' not in as_html(read_content(good))


def test_a_page_says_who_reviewed_and_withholds_what_nobody_did(good: Path) -> None:
    sign(good, ["does-it-hurt"], "Dr A. Sample", "doctor", date(2026, 3, 3), date(2027, 3, 3))
    content = read_content(good)
    assert "checked by Dr A. Sample, doctor" in as_html(content)
    withheld = replace(content, clinic=replace(content.clinic, unreviewed="withhold"))
    assert as_html(withheld).count("<article ") == 1
    assert as_markdown(withheld).count("\n### ") == 1


@pytest.mark.parametrize(("region", "stops"), [("uk", True), ("ie", True), ("au", True), ("us", False), ("eu", False)])
def test_the_regions_that_forbid_advertising(shipped: Content, region: str, stops: bool) -> None:
    there = replace(shipped, clinic=replace(shipped.clinic, region=region))
    assert (law_for(there) is not None) == stops
