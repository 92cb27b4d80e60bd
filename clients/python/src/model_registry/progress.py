"""How far a transfer has come, for somebody who watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from threading import Lock

#: Told the bytes that are there, and how many there will be.
Progress = Callable[[int, int], None]

_PERIOD = 0.1
_MIB = 1 << 20


class Meter:
    """Counts the bytes of several threads."""

    def __init__(self, total: int, progress: bool | Progress) -> None:
        self.total = total
        self.done = 0
        self._lock = Lock()
        self._tell = _Line() if progress is True else progress or None

    def add(self, count: int) -> None:
        """Bytes have come; a negative number takes back those that must come again."""
        if self._tell is None:
            return
        with self._lock:
            self.done += count
            self._tell(self.done, self.total)


class _Line:
    """One line on a terminal that is written over and over; nothing where nobody watches."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.last = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if not sys.stderr.isatty() or (done < total and now - self.last < _PERIOD):
            return
        self.last = now
        speed = done / _MIB / max(now - self.start, _PERIOD)
        end = "\n" if done >= total else ""
        sys.stderr.write(f"\r{done / _MIB:9.1f} of {total / _MIB:.1f} MiB  {speed:6.0f} MiB/s{end}")
        sys.stderr.flush()
