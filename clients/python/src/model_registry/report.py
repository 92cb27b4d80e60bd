"""A verdict for people: the same lines as the command line `registry` prints, without colours."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from .core.models import Change, Verdict
from .errors import or_none
from .reference import line_of

# The most notes and warnings that are shown.
_MAX_QUIET_ROWS = 20
# The widest column of places; a longer one pushes its row out of line.
_MAX_PLACE = 48
# The most versions that are named as compared with, beside the base.
_MAX_COMPARED = 3
# The most characters of a value that are shown.
_QUOTE_LIMIT = 80
# The exponent that Python writes and the command line does not.
_WRITTEN_OUT = -5
# How many digits of a digest are shown.
_SHORT_DIGEST = 12

_NEEDS = {
    "major": "these changes need a major version",
    "minor": "these changes need a minor version",
    "patch": "nothing that a caller can see changed; a patch version is enough",
    "none": "nothing changed: the same files, the same contract",
}
_LABELS = {"major": "MAJOR", "minor": "minor"}
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def report(verdict: Verdict) -> str:
    """The verdict in words: what refuses, what changed from what to what, what fails now, and the ways out."""
    return "\n".join([_headline(verdict), *_table(verdict), *_numbers(verdict), *_ways_out(verdict)])


def _headline(verdict: Verdict) -> str:
    requested = or_none(verdict.requested)
    if requested is None:
        return _needs(verdict.required_bump) + _scope(verdict)
    refusing = next((change for change in verdict.changes if change.refuses and _is_about_number(change)), None)
    if refusing is not None:
        return f"error: {_safe(refusing.message)}{_scope(verdict)}"
    has_base = or_none(verdict.base) is not None
    reason = _needs(verdict.required_bump) if has_base else "there is no lower version to compare it with"
    return f"ok: {_safe(requested)} is acceptable: {reason}{_scope(verdict)}"


def _needs(bump: str) -> str:
    return _NEEDS.get(bump, f"these changes need a {bump} version")


def _scope(verdict: Verdict) -> str:
    """What it was compared with: one version for each distinct contract, so not every version stands there."""
    base = or_none(verdict.base)
    if base is None:
        return ""
    others = [version for version in verdict.compared_with if version != base]
    named, more = ", ".join(others[:_MAX_COMPARED]), len(others) - _MAX_COMPARED
    also = f", also compared with {named}" if named else ""
    return f"    (base {base}{also}{f' and {more} more' if more > 0 else ''})"


def _table(verdict: Verdict) -> list[str]:
    rows = _rows(verdict)
    rule_width = max((len(change.rule) for change in rows), default=0)
    place_width = min(max((len(_place(change.path)) for change in rows), default=0), _MAX_PLACE)
    lines = [""] if rows else []
    quiet = 0
    for change in rows:
        quiet += not _is_loud(change)
        if quiet <= _MAX_QUIET_ROWS or _is_loud(change):
            lines += _row(change, rule_width, place_width)
    if quiet > _MAX_QUIET_ROWS:
        lines.append(f"  … and {quiet - _MAX_QUIET_ROWS} more; -o json lists them")
    total = or_none(verdict.changes_total)
    if total is not None:
        lines.append(f"  … {total} changes in all; the list is cut")
    return lines


def _rows(verdict: Verdict) -> list[Change]:
    """One row for each change, however many versions it was found against; rules about the number stand elsewhere."""
    rows: dict[tuple[str, str, str, str], Change] = {}
    for change in verdict.changes:
        if not _is_about_number(change):
            key = (change.rule, change.path, _json(or_none(change.old)), _json(or_none(change.new)))
            rows.setdefault(key, change)
    return list(rows.values())


def _is_about_number(change: Change) -> bool:
    return change.rule.startswith("version.") or change.rule == "nothing.changed"


def _is_loud(change: Change) -> bool:
    """Whether a change counts: denied and above a patch."""
    return change.level == "deny" and change.required_bump in _LABELS


def _row(change: Change, rule_width: int, place_width: int) -> list[str]:
    level = {"allow": "note", "warn": "warn"}.get(change.level)
    label = level or _LABELS.get(change.required_bump, "patch")
    place = _place(change.path)
    lines = [f"  {label:5}  {change.rule:{rule_width}}  {place:{place_width}}  {_arrow(change)}"]
    if not _is_loud(change) or change.required_bump != "major":
        return lines
    lines.append(f"         {_safe(change.why)}")
    witness = or_none(change.witness)
    if witness is not None:
        lines.append(f"         fails now:  {_safe(_json(witness))}")
    lines.append(f"         way out:    {_safe(change.fix)}")
    return lines


def _place(pointer: str) -> str:
    """A pointer as people write places: `inputs.image.shape[2]`."""
    segments = [segment.replace("~1", "/").replace("~0", "~") for segment in pointer.split("/")[1:]]
    shown = ""
    for depth, segment in enumerate(segments):
        is_index = segment.isascii() and segment.isdecimal()
        shown += segment if depth == 0 else f"[{segment}]" if is_index else f".{segment}"
    return _safe(shown)


def _arrow(change: Change) -> str:
    old, new = or_none(change.old), or_none(change.new)
    if old is None:
        return f"(new) {_shown(new)}"
    return f"{_shown(old)} -> {'(gone)' if new is None else _shown(new)}"


def _shown(value: Any) -> str:
    return _safe(_quoted(_short_digests(value)))


def _short_digests(value: Any) -> Any:
    """Twelve digits tell two digests apart for people."""
    if not isinstance(value, str):
        return value
    first, *parts = value.split("sha256:")
    for part in parts:
        rest = part.lstrip("0123456789abcdefABCDEF")
        digits = part[: len(part) - len(rest)]
        first += f"sha256:{digits[:_SHORT_DIGEST]}{'…' if len(digits) > _SHORT_DIGEST else ''}{rest}"
    return first


def _quoted(value: Any) -> str:
    if value is None:
        text = ""
    elif isinstance(value, str):
        text = value
    elif isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        text = ",".join(map(_quoted, value))
    else:
        text = _json(value)
    return text if len(text) <= _QUOTE_LIMIT else text[:_QUOTE_LIMIT] + "…"


def _numbers(verdict: Verdict) -> list[str]:
    """What the rules say about the number, beside the one in the headline."""
    numbers = [change for change in verdict.changes if _is_about_number(change)]
    headline = next((change.rule for change in numbers if change.refuses), None)
    rest = [change for change in numbers if change.rule != headline]
    lines = [""] if rest else []
    for change in rest:
        lines.append(f"  {'also:' if change.refuses else 'note:'} {_safe(change.message)} ({change.rule})")
    return lines


def _ways_out(verdict: Verdict) -> list[str]:
    lines: list[str] = []
    smallest = or_none(verdict.smallest_acceptable)
    if smallest is not None and or_none(verdict.accepted) is False:
        line, base = line_of(smallest), or_none(verdict.base)
        leaves = base is not None and line_of(base) != line
        hint = f"    (line {line}, stored under lines/{line})" if leaves else ""
        lines += ["", f"  smallest acceptable version: {smallest}{hint}"]
    number = next((change for change in verdict.changes if change.refuses and _is_about_number(change)), None)
    if number is not None and number.rule != "version.too_small":
        lines += ["", f"  why:      {_safe(number.why)}", f"  way out:  {_safe(number.fix)}"]
    explained = next((change for change in _rows(verdict) if change.required_bump == "major"), number)
    if explained is not None:
        lines += ["", f"help:  registry explain {explained.rule}"]
    return lines


def _safe(text: str) -> str:
    """Text out of a file, made safe for a terminal: what it would obey is shown."""
    obeyed = {char for char in text if unicodedata.category(char) == "Cc" or char in _REORDERING}
    return "".join(f"\\u{{{ord(char):x}}}" if char in obeyed else char for char in text)


def _json(value: Any) -> str:
    """A value as JSON on one line, with sorted keys."""
    if isinstance(value, dict):
        members = (f"{_json(key)}:{_json(value[key])}" for key in sorted(value))
        return f"{{{','.join(members)}}}"
    if isinstance(value, list):
        return f"[{','.join(map(_json, value))}]"
    if isinstance(value, float):
        return _float(value)
    return json.dumps(value, ensure_ascii=False)


def _float(value: float) -> str:
    """The shortest digits, as the command line writes them: 0.00001 and 1e-6, 1e16 and 1e300."""
    text = repr(value)
    if "e" not in text:
        return text
    digits, exponent = text.split("e")
    number = int(exponent)
    if number == _WRITTEN_OUT:
        sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
        return f"{sign}0.0000{digits.replace('.', '')}"
    return f"{digits}e{number}"
