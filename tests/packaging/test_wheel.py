"""The wheel carries the content and works from any folder, without the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(folder), str(CHECKOUT)]
    subprocess.run(command, check=True, timeout=300)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_wheel_answers_from_the_root_folder(unpacked: Path, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(unpacked), "LC_ALL": "C.UTF-8"}
    script = "import botox_faq; print(botox_faq.__file__)"
    where = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, cwd="/")
    assert where.stdout.startswith(str(unpacked))
    command = [sys.executable, "-m", "botox_faq", "ask", "--json", "how offen shud i get it"]
    done = subprocess.run(command, capture_output=True, env=environment, cwd="/", timeout=60)
    assert json.loads(done.stdout)["topic"] == "how-often"


def test_the_wheel_has_every_file_that_is_read(unpacked: Path) -> None:
    shipped = {path.name for path in (CHECKOUT / "faq").glob("*.yaml")}
    assert shipped == {path.name for path in (unpacked / "botox_faq" / "faq").glob("*.yaml")}
    source = CHECKOUT / "src" / "botox_faq"
    for path in source.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            assert (unpacked / "botox_faq" / path.relative_to(source)).is_file(), path
