"""Verdicts in words, held to the command line on every pair of the example models."""

from __future__ import annotations

import json
import subprocess
from itertools import permutations
from pathlib import Path

import pytest
from conftest import BINARIES, ROOT

from model_registry import Verdict, report
from model_registry.report import _float, _safe

_EXAMPLES = {
    kind: sorted(path for path in (ROOT / "examples" / kind).iterdir() if path.name[0].isdigit())
    for kind in ("iris", "reviews", "safetensors")
}
_PAIRS = [pair for models in _EXAMPLES.values() for pair in permutations(models, 2)]


@pytest.mark.parametrize(("old", "new"), _PAIRS, ids=lambda path: f"{path.parent.name}-{path.name}")
@pytest.mark.parametrize("number", ["1.0.1", "1.1.0", "3.0.0", "1.0.0", None])
def test_the_lines_are_those_of_the_command_line(old: Path, new: Path, number: str | None) -> None:
    def cli(form: str) -> str:
        numbers = ["check", "--from", "1.0.0", "--as", number] if number else ["diff"]
        command = [str(BINARIES / "registry"), *numbers, "-o", form, str(old), str(new)]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60).stdout

    verdict = Verdict.from_dict(json.loads(cli("json")))
    assert f"{report(verdict)}\n" == cli("table")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.5, "0.5"),
        (1.0, "1.0"),
        (1e-4, "0.0001"),
        (1.5e-5, "0.000015"),
        (-2e-5, "-0.00002"),
        (1e-6, "1e-6"),
        (1e15, "1000000000000000.0"),
        (1e16, "1e16"),
        (2.5e300, "2.5e300"),
    ],
)
def test_numbers_are_written_as_the_command_line_writes_them(value: float, text: str) -> None:
    assert _float(value) == text


def test_what_a_terminal_would_obey_is_shown() -> None:
    assert _safe("a\x1b[31mb\u202ec") == "a\\u{1b}[31mb\\u{202e}c"
