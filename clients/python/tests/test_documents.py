"""What the documents show works: with the wheel, in an environment that has nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import IRIS, ROOT, Server, serve

_PROJECT = ROOT / "clients/python"
_PATIENCE = 600


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment with the wheel, which was built from the source archive."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(_PROJECT)]
    subprocess.run(build, check=True, capture_output=True, timeout=_PATIENCE)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv/bin/python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pins = ["--constraint", str(_PROJECT / "requirements.txt")]
    subprocess.run([*install, *pins, f"{wheel}[onnx]"], check=True, timeout=_PATIENCE)
    return python


@pytest.fixture
def empty_server(tmp_path: Path) -> Iterator[Server]:
    yield from serve(tmp_path / "data")


@pytest.mark.parametrize("document", ["clients/python/README.md", "README.md", "docs/clients.md"])
def test_a_document_shows_what_works(python: Path, empty_server: Server, tmp_path: Path, document: str) -> None:
    snippets = re.findall(r"^```python\n(.*?)^```$", (ROOT / document).read_text(), re.MULTILINE | re.DOTALL)
    assert snippets
    shutil.copy(IRIS / "1.0.0.onnx", tmp_path / "model.onnx")
    shutil.copy(IRIS / "2.0.0.onnx", tmp_path / "retrained.onnx")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "REGISTRY_URL": empty_server.url,
        "REGISTRY_TOKEN": empty_server.token,
    }
    done = subprocess.run(
        [str(python), "-c", "\n".join(snippets)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    assert "input.dim.changed" in done.stdout
