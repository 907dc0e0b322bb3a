"""Whether what patients read keeps to the rules of wording and advertising, and its {names} are known."""

from __future__ import annotations

from string import Formatter

from botox_faq.content import Content, find_faq
from botox_faq.content.checks import Places
from botox_faq.content.findings import Findings
from botox_faq.content.yaml_tree import Path, Tree, read_tree
from botox_faq.upkeep.patients_text import first_seen, patients_texts
from botox_faq.upkeep.ruling import Law, advertising_rules, wording_rules


def check_wording(content: Content, places: Places, found: Findings) -> None:
    """Note promises, reassurance, pressure and praise, and what the region's advertising rules don't allow."""
    for rule in wording_rules():
        for said in patients_texts(content, places):
            for words in rule.find(said.text):
                found.add(said.file, said.path, rule.id, f'"{words}": {rule.message}', rule.mend, rule.severity)
    region = content.clinic.region
    for advert in advertising_rules(content.vocabulary.medicine):
        law = advert.laws.get(region)
        texts = first_seen if advert.where == "first seen" else patients_texts
        for said in texts(content, places) if law else ():
            for words in advert.find(said.text):
                found.add(said.file, said.path, advert.id, f'"{words}": {advert.message} ({_named(law)})', advert.mend)


def _named(law: Law | None) -> str:
    return f"{law.rule}; {law.source}" if law else ""


def check_fields(tree: Tree, found: Findings) -> None:
    """Note every {name} in wording.yaml that the program does not fill in there, and every brace left open.

    What is filled in where is read from the shipped wording, which has each name that its line may have.
    """
    shipped = _fields(read_tree("wording.yaml", (find_faq() / "wording.yaml").read_bytes()))
    for path, names in _fields(tree).items():
        known = shipped.get(path, frozenset())
        if names is None:
            found.add("wording.yaml", path, "braces", "a brace is left open or stands alone",
                      "Close it, or take it out")  # fmt: skip
            continue
        for name in sorted(names - (known or frozenset())):
            may = "It may hold " + ", ".join(f"{{{one}}}" for one in sorted(known)) if known else "Take it out"
            found.add("wording.yaml", path, "unknown-field", f"{{{name}}} is not filled in here", may)


def _fields(tree: Tree) -> dict[Path, frozenset[str] | None]:
    """The names in braces of each text, by path; None where the braces can't be read."""
    return {path: _names(place.written) for path, place in tree.places.items() if place.written is not None}


def _names(text: str) -> frozenset[str] | None:
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return None
