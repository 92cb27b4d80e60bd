"""Files down: ranges of all of them, several at a time, and only those that an interrupted pull has not fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Event, Lock
from typing import Any

import httpx

from .cache import Cache, is_file_with
from .core.api.versions import download_file
from .core.models import File
from .core.types import UNSET
from .errors import Unavailable, UnexpectedAnswer
from .http import STORE, Http
from .partial import Partial
from .progress import Meter
from .reference import Reference
from .workers import Stopped, side_by_side

# A connection that breaks off in the middle of a range is no reason to give up the others.
_TRIES = 3


@dataclass(frozen=True)
class Pulled:
    """A version on disk, every byte checked.

    Attributes:
        version: Which one it is.
        digest: Its digest, which names the version and all that it is made of.
        folder: Where its files lie.
        files: The paths of the files.
    """

    version: str
    digest: str
    folder: Path
    files: tuple[Path, ...]


@dataclass(frozen=True)
class Source:
    """Where files come from: a version, and the clients that reach its server and where that sends us."""

    http: Http
    store: Http
    model: Reference
    version: str

    @contextmanager
    def stream(self, path: str, start: int, end: int, *, is_whole: bool) -> Iterator[httpx.Response]:
        """Asks for bytes of a file, and follows to the object store of the server, without the token.

        Raises:
            UnexpectedAnswer: If a range is not answered with a range.
        """
        names = (self.model.namespace, self.model.model, self.version, path)
        request = download_file._get_kwargs(*names, range_=UNSET if is_whole else f"bytes={start}-{end - 1}")
        # Bytes are counted and written to their places as they come: nobody may compress them.
        headers = {**request["headers"], "Accept-Encoding": "identity"}
        with ExitStack() as stack:
            response = stack.enter_context(self.http.stream(**{**request, "headers": headers}))
            if link := self._elsewhere(response):
                response.close()
                answer: Any = self.store.stream("GET", link, headers=headers, extensions={STORE: True})
                response = stack.enter_context(answer)
            expected = httpx.codes.OK if is_whole else httpx.codes.PARTIAL_CONTENT
            if response.status_code != expected:
                raise UnexpectedAnswer(f"`{path}` is answered with {response.status_code} instead of {expected.value}")
            yield response

    def _elsewhere(self, response: httpx.Response) -> str | None:
        """The link that an answer leads to. From a server that is asked over TLS it must lead over TLS."""
        link = response.headers.get("Location", "")
        is_plain = self.http.base_url.scheme == "http" and link.startswith("http://")
        return link if response.status_code == httpx.codes.FOUND and (is_plain or link.startswith("https://")) else None


class Pull:
    """Some files of a version, on their way into a cache."""

    def __init__(self, source: Source, cache: Cache, meter: Meter, stop: Event) -> None:
        self.source = source
        self.cache = cache
        self.meter = meter
        self.stop = stop
        self._lock = Lock()
        self._open: list[Partial] = []

    def run(self, files: list[tuple[File, Path]]) -> None:
        """Fetches what is not there, and puts every file where it belongs."""
        wanted: dict[str, File] = {}
        for file, target in files:
            if file.sha256 in wanted or is_file_with(target, file.sha256, file.size):
                self.meter.add(file.size)
            else:
                wanted[file.sha256] = file
        self._fetch(wanted)
        for file, target in files:
            if file.sha256 in wanted:
                self.cache.place(file.sha256, target)

    def _fetch(self, wanted: dict[str, File]) -> None:
        # In this order everywhere, so that two pulls never wait for each other.
        ranges = self._ranges([wanted[sha256] for sha256 in sorted(wanted)])

        def work() -> None:
            while not self.stop.is_set():
                with self._lock:
                    found = next(ranges, None)
                if found is None:
                    return
                self._take(*found)

        try:
            side_by_side(work, self.stop)
        finally:
            for partial in self._open:
                partial.close()

    def _ranges(self, files: list[File]) -> Iterator[tuple[File, Partial, int]]:
        for file in files:
            partial = self.cache.open_partial(file.sha256, file.size, self.stop)
            if partial is None:
                self.meter.add(file.size)
                continue
            self._open.append(partial)
            missing = partial.missing()
            self.meter.add(sum(end - start for start, end in map(partial.bounds, partial.done)))
            if not missing:
                self._keep(partial)
            yield from ((file, partial, number) for number in missing)

    def _take(self, file: File, partial: Partial, number: int) -> None:
        """Fetches a range. Whoever fetches the last one of a file looks at the whole."""
        for left in reversed(range(_TRIES)):
            try:
                self._fetch_range(file, partial, number)
                break
            except httpx.TransportError as error:
                if not left:
                    raise Unavailable(f"`{file.path}` broke off ({error}); pull again, and it goes on there") from error
        if partial.has(number):
            self._keep(partial)
        else:
            partial.hash_on()

    def _keep(self, partial: Partial) -> None:
        self.cache.keep(partial)
        partial.close()

    def _fetch_range(self, file: File, partial: Partial, number: int) -> None:
        start, end = at, _ = partial.bounds(number)
        try:
            with self.source.stream(file.path, start, end, is_whole=partial.count == 1) as response:
                for chunk in response.iter_raw():
                    if self.stop.is_set():
                        raise Stopped("the transfer was stopped")
                    if at + len(chunk) > end:
                        raise UnexpectedAnswer(f"`{file.path}` has more bytes than its manifest says")
                    partial.write(chunk, at)
                    at += len(chunk)
                    self.meter.add(len(chunk))
            if at < end:
                raise httpx.RemoteProtocolError(f"{end - at} bytes are missing")
        except BaseException:
            self.meter.add(start - at)
            raise


def inside(folder: Path, path: str) -> Path:
    """Where a file of a manifest belongs.

    Raises:
        UnexpectedAnswer: If its path would leave the folder.
    """
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\\" in path or "\0" in path:
        raise UnexpectedAnswer(f"the manifest lists `{path}`, which is no path inside a folder")
    return folder.joinpath(*pure.parts)
