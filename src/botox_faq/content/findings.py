"""Problems gathered together with their places in the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from botox_faq.content.problem import Problem, Severity
from botox_faq.content.yaml_tree import Path, Tree


@dataclass(slots=True)
class Findings:
    """What was found so far; `trees` know where in the files the values stand."""

    trees: Mapping[str, Tree]
    problems: list[Problem] = field(default_factory=list)

    def add(
        self, file: str, path: Path, code: str, message: str, mend: str, severity: Severity = "error", within: str = ""
    ) -> None:
        """Note a problem with the value at `path`; with `within`, at the first text below it that holds this."""
        tree = self.trees.get(file, Tree())
        place = tree.place(tree.path_of(path, within) if within else path)
        self.problems.append(Problem(file, place.line, place.column, code, message, mend, severity))
