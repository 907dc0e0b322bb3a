"""JSON Schemas of the files in faq/, made from the classes that read them: editors complete and check with these.

    python -m botox_faq.upkeep.schemas faq/schema

writes them anew after a change of the model; a test fails until that is done.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from botox_faq.content.model import Entry
from botox_faq.content.reading import FILES

FOLDER = "schema"
"""Below faq/, so that a copy of the content takes its schemas along."""


def schema_of(file: str) -> str:
    """The name of the schema for a file of faq/."""
    return f"{file.removesuffix('.yaml')}.json" if file in FILES else "entries.json"


def head_of(file: str) -> str:
    """The first line of a file of faq/: what editors that speak YAML find its schema by."""
    return f"# yaml-language-server: $schema={FOLDER}/{schema_of(file)}"


def schemas() -> dict[str, str]:
    """Each schema's text by its file name."""
    kinds = {schema_of(file): kind for file, kind in FILES.items()} | {"entries.json": tuple[Entry, ...]}
    return {name: _text(name, kind) for name, kind in kinds.items()}


def write(folder: Path) -> None:
    """Write all schemas to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def _text(name: str, kind: Any) -> str:
    from pydantic import TypeAdapter
    from pydantic.json_schema import GenerateJsonSchema

    class Untitled(GenerateJsonSchema):
        """Without a title for each field: it would only repeat the key."""

        def field_title_should_be_set(self, schema: Any) -> bool:
            return False

    made = TypeAdapter(kind).json_schema(schema_generator=Untitled)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    if "type" in schema and schema["type"] == "array":
        schema["title"] = name.removesuffix(".json")
        # A file with nothing but comments is read as an empty list.
        schema["type"] = ["array", "null"]
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else f"faq/{FOLDER}"))
