"""A file on its way, which outlives a process that is killed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from threading import Lock

from .errors import IntegrityError
from .files import WINDOW

#: The size of a range, in bytes.
RANGE = 16 << 20


class Partial:
    """The bytes that are there, and beside them a list of the ranges that are whole.

    What either of them says is believed only when the digest of the whole holds.
    """

    def __init__(self, path: Path, descriptor: int, sha256: str, size: int) -> None:
        self.path = path
        self.descriptor = descriptor
        self.sha256 = sha256
        self.size = size
        self.count = max(1, -(-size // RANGE))
        self._list = path.with_name(f"{path.name}.ranges")
        self.done = self._listed()
        os.truncate(descriptor, size)
        self._is_open = True
        self._lock = Lock()
        self._hashing = Lock()
        self._hash = hashlib.sha256()
        self._hashed = 0

    def _listed(self) -> set[int]:
        if os.fstat(self.descriptor).st_size != self.size:
            self._list.unlink(missing_ok=True)
            return set()
        try:
            text = self._list.read_text()
        except FileNotFoundError:
            return set()
        # A line without its end was being written when the process was killed.
        whole = text[: text.rfind("\n") + 1]
        return {int(line) for line in whole.splitlines() if line.isdecimal() and int(line) < self.count}

    def missing(self) -> list[int]:
        """The numbers of the ranges that are still to come."""
        return [number for number in range(self.count) if number not in self.done]

    def bounds(self, number: int) -> tuple[int, int]:
        """Where a range begins, and where it ends."""
        return number * RANGE, min(self.size, (number + 1) * RANGE)

    def write(self, chunk: bytes, at: int) -> None:
        """Writes bytes to their place."""
        view = memoryview(chunk)
        while view:
            written = os.pwrite(self.descriptor, view, at)
            view, at = view[written:], at + written

    def has(self, number: int) -> bool:
        """Notes that a range is whole, and says whether it was the last."""
        with self._lock:
            with self._list.open("a") as file:
                file.write(f"{number}\n")
            self.done.add(number)
            return len(self.done) == self.count

    def hash_on(self, *, to_the_end: bool = False) -> None:
        """Hashes the ranges that are there, in their order, while others are on their way. One thread at a time."""
        if not self._hashing.acquire(blocking=to_the_end):
            return
        try:
            buffer = bytearray(WINDOW)
            while self._hashed < self.count and (to_the_end or self._hashed in self.done):
                self._hash_range(self._hashed, buffer)
                self._hashed += 1
        finally:
            self._hashing.release()

    def _hash_range(self, number: int, buffer: bytearray) -> None:
        at, end = self.bounds(number)
        view = memoryview(buffer)
        while at < end:
            count = os.preadv(self.descriptor, [view[: min(WINDOW, end - at)]], at)
            if not count:
                return
            self._hash.update(view[:count])
            at += count

    def verify(self) -> None:
        """Compares the digest of the whole with the one that was promised.

        Raises:
            IntegrityError: If it is another one; then everything is removed.
        """
        self.hash_on(to_the_end=True)
        if self._hash.hexdigest() == self.sha256:
            return
        self.path.unlink(missing_ok=True)
        self.forget()
        found = self._hash.hexdigest()
        raise IntegrityError(f"a file has the digest {found} instead of {self.sha256}; it was not kept, pull again")

    def forget(self) -> None:
        """Removes the list of ranges."""
        self._list.unlink(missing_ok=True)

    def close(self) -> None:
        """Lets others have the file."""
        if self._is_open:
            self._is_open = False
            os.close(self.descriptor)
