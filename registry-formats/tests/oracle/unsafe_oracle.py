"""Holds the finder of unsafe files against picklescan, fickling and modelscan.

usage: unsafe_oracle.py HAZARDS PAGE [--write]

HAZARDS is the example `hazards` of this crate: it prints one line of JSON for each file named as an argument. Every file
of the corpus goes to every tool, under its own name and under those that make a tool look at all, since they choose by
extension. What any of them finds in a hostile file must be found by ours, and ours must be silent on every safe one.
The table in PAGE, between its two marks, must say who finds what; `--write` writes it.
"""

import contextlib
import io
import json
import logging
import shutil
import subprocess
import sys
import tempfile
import warnings
from importlib.metadata import version
from pathlib import Path

from fickling.analysis import Severity
from fickling.loader import scan_file, scan_zip_archive
from modelscan.modelscan import ModelScan
from picklescan.scanner import scan_file_path

CORPUS = Path(__file__).parent.parent / "hazards"
EXTENSIONS = [".pkl", ".pt", ".npy", ".zip", ".h5"]
START, END = "<!-- table: written by unsafe_oracle.py -->", "<!-- end of table -->"


def by_picklescan(path):
    result = scan_file_path(str(path))
    return result.issues_count > 0 or result.suspicious_count > 0


def by_fickling(path):
    result = scan_file(str(path), graceful=True)
    found = [one for one in result.results if one.severity > Severity.LIKELY_SAFE]
    try:
        for member in scan_zip_archive(str(path), graceful=True):
            found += [one for one in member.results if one.severity > Severity.LIKELY_SAFE]
    except Exception:
        pass
    return bool(found)


def by_modelscan(path):
    scan = ModelScan()
    scan.scan(str(path))
    return bool(scan.issues.all_issues)


TOOLS = {"picklescan": by_picklescan, "fickling": by_fickling, "modelscan": by_modelscan}


def finds(tool, path):
    """Whether a tool says that a file is unsafe; a tool that breaks says nothing."""
    silence = contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO())
    with silence[0], silence[1], warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return TOOLS[tool](path)
        except Exception:
            return False


def ours(hazards, paths):
    out = subprocess.run([hazards, *map(str, paths)], check=True, capture_output=True, text=True).stdout
    lines = [json.loads(line) for line in out.splitlines()]
    assert len(lines) == len(paths)
    broken = [line for line in lines if "error" in line]
    assert not broken, broken
    return {Path(line["path"]).name: line["hazards"] for line in lines}


def theirs(paths, folder):
    """For each file the tools that find something in it."""
    found = {}
    for path in paths:
        copies = [path]
        for extension in EXTENSIONS:
            copies.append(folder / f"copy{extension}")
            shutil.copy(path, copies[-1])
        found[path.name] = {tool for tool in TOOLS if any(finds(tool, copy) for copy in copies)}
    return found


def table(hostile, their_hostile, safe, their_safe):
    heads = ["registry", *(f"{tool} {version(tool)}" for tool in TOOLS)]
    rows = [f"| File | Found | {' | '.join(heads)} |", "| --- | --- |" + " :-: |" * len(heads)]
    for name, hazards in sorted(hostile.items()):
        kinds = ", ".join(sorted({hazard["kind"] for hazard in hazards}))
        marks = ["x" if hazards else "", *("x" if tool in their_hostile[name] else "" for tool in TOOLS)]
        rows.append(f"| `{name}` | {kinds} | {' | '.join(marks)} |")
    counts = [sum(map(bool, hostile.values())), *(sum(tool in found for found in their_hostile.values()) for tool in TOOLS)]
    alarms = [sum(map(bool, safe.values())), *(sum(tool in found for found in their_safe.values()) for tool in TOOLS)]
    rows.append(f"| **{len(hostile)} hostile files** | found | " + " | ".join(f"**{count}**" for count in counts) + " |")
    rows.append(f"| **{len(safe)} safe files** | false alarms | " + " | ".join(f"**{count}**" for count in alarms) + " |")
    return "\n".join(rows).replace("|  |", "| |").replace("|  |", "| |")


def in_page(page, new, write):
    text = page.read_text()
    before, rest = text.split(START)
    after = rest.split(END)[1]
    wanted = f"{before}{START}\n{new}\n{END}{after}"
    if write:
        page.write_text(wanted)
    elif text != wanted:
        sys.exit(f"{page}: the table is not what the tools find; run this script with --write")


def main():
    hazards, page = sys.argv[1], Path(sys.argv[2])
    logging.disable(logging.CRITICAL)
    hostile, safe = (sorted((CORPUS / name).iterdir()) for name in ("hostile", "safe"))
    our_hostile, our_safe = ours(hazards, hostile), ours(hazards, safe)
    with tempfile.TemporaryDirectory() as folder:
        their_hostile, their_safe = theirs(hostile, Path(folder)), theirs(safe, Path(folder))
    missed = [name for name, tools in their_hostile.items() if tools and not our_hostile[name]]
    alarms = [name for name, found in our_safe.items() if found]
    for tool in TOOLS:
        if not any(tool in found for found in their_hostile.values()):
            sys.exit(f"{tool} finds nothing at all: it does not work here")
    if missed or alarms:
        sys.exit(f"not found: {missed}; false alarms: {alarms}")
    in_page(page, table(our_hostile, their_hostile, our_safe, their_safe), "--write" in sys.argv)
    print(f"{len(hostile)} hostile files, all that a tool finds are found; {len(safe)} safe files, no alarm")


if __name__ == "__main__":
    main()
