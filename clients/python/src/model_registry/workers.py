"""Several connections at a time, for one transfer."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event

from .errors import RegistryError

#: How many parts or ranges are on their way at a time.
CONNECTIONS = 4


class Stopped(RegistryError):
    """A transfer that was given up. What is there is used by the next one."""


def side_by_side(work: Callable[[], None], stop: Event) -> None:
    """Runs the same work on several threads and waits for all; the first error counts, and stops the others."""
    with ThreadPoolExecutor(CONNECTIONS, thread_name_prefix="model-registry") as pool:
        threads = [pool.submit(work) for _ in range(CONNECTIONS)]
        try:
            for thread in as_completed(threads):
                thread.result()
        except BaseException:
            stop.set()
            raise
    if stop.is_set():
        raise Stopped("the transfer was stopped")
