"""Files up: in one go, or in parts, several at a time, and only those that are not there yet."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock
from typing import Any, BinaryIO, TypeVar, cast

from .calls import Call
from .core.api.uploads import (
    complete_upload,
    create_upload,
    create_upload_part_links,
    get_upload,
    record_upload_parts,
    send_upload,
    send_upload_part,
)
from .core.models import (
    Nothing,
    PartLinks,
    PartLinksCreate,
    PartSent,
    PartsSent,
    PartSummary,
    PartWanted,
    Upload,
    UploadCreate,
    UploadState,
)
from .core.types import File
from .errors import IntegrityError, UnexpectedAnswer, or_none
from .files import WINDOW, LocalFile
from .http import REPEATABLE, STORE, Http
from .progress import Meter
from .reference import Reference
from .workers import Stopped, side_by_side

#: Files that are larger than this go in parts, in bytes.
WHOLE_MAX = 64 << 20

T = TypeVar("T")

_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 2.0


@dataclass
class Slice:
    """Some bytes of a file, which can be sent again and again."""

    path: Path
    start: int
    size: int

    def __iter__(self) -> Iterator[bytes]:
        """The bytes in pieces of bounded size.

        Raises:
            IntegrityError: If the file has become shorter.
        """
        left = self.size
        with self.path.open("rb", buffering=0) as file:
            file.seek(self.start)
            while left:
                chunk = file.read(min(left, WINDOW))
                if not chunk:
                    raise IntegrityError(f"`{self.path}` has become shorter while it was sent; publish again")
                left -= len(chunk)
                yield chunk

    def sha256(self) -> bytes:
        """The digest of the bytes."""
        digest = hashlib.sha256()
        for chunk in self:
            digest.update(chunk)
        return digest.digest()


class Uploader:
    """Sends files to the uploads of a model."""

    def __init__(self, http: Http, store: Http, model: Reference, stop: Event) -> None:
        self.http = http
        self.store = store
        self.names = (model.namespace, model.model)
        self.stop = stop

    def send(self, file: LocalFile, line: str, meter: Meter) -> None:
        """Sends a file, unless the registry has it. What an interrupted attempt has sent is not sent again."""
        announced = UploadCreate(line=line, sha256=file.sha256, size=file.size)
        upload = self._call(Call(create_upload._get_kwargs(*self.names, body=announced), Upload.from_dict))
        if file.size > WHOLE_MAX:
            self._in_parts(file, upload, meter)
            return
        if upload.state != UploadState.COMPLETE:
            content = Slice(file.path, 0, file.size)
            request = send_upload._get_kwargs(*self.names, upload.id, body=_body(content))
            self._call(Call(self._streamed(request, content), Upload.from_dict))
        meter.add(file.size)

    def _call(self, call: Call[T]) -> T:
        if self.stop.is_set():
            raise Stopped("the transfer was stopped")
        return call.answer(self.http.request(**call.request))

    @staticmethod
    def _streamed(request: dict[str, Any], content: Slice) -> dict[str, Any]:
        """The server knows an upload by its digest, so sending it again changes nothing."""
        headers = {**request["headers"], "Content-Length": str(content.size)}
        return {**request, "content": content, "headers": headers, "extensions": {REPEATABLE: True}}

    def _in_parts(self, file: LocalFile, upload: Upload, meter: Meter) -> None:
        completed = False
        while upload.state != UploadState.COMPLETE:
            refused = or_none(upload.refused_sha256)
            if upload.state == UploadState.VERIFYING:
                upload = self._verified(upload)
            elif completed and refused:
                raise IntegrityError(
                    f"`{file.path}`: what was sent has the digest {refused}; was it changed meanwhile? Publish again"
                )
            else:
                self._send_missing(file, upload, meter)
                request = complete_upload._get_kwargs(*self.names, upload.id, body=Nothing())
                upload = self._call(Call(request, Upload.from_dict))
                completed = True
        if not completed:
            meter.add(file.size)

    def _verified(self, upload: Upload) -> Upload:
        """Asks until the server has read the whole."""
        pause = _FIRST_PAUSE
        while upload.state == UploadState.VERIFYING:
            self.stop.wait(pause)
            upload = self._call(Call(get_upload._get_kwargs(*self.names, upload.id), Upload.from_dict))
            pause = min(2 * pause, _LONGEST_PAUSE)
        return upload

    def _send_missing(self, file: LocalFile, upload: Upload, meter: Meter) -> None:
        there = {part.number for part in or_none(upload.parts) or []}
        size = upload.part_size
        parts = {n: Slice(file.path, (n - 1) * size, min(size, file.size - (n - 1) * size)) for n in _numbers(upload)}
        meter.add(sum(part.size for number, part in parts.items() if number in there))
        missing, lock = iter([number for number in parts if number not in there]), Lock()

        def work() -> None:
            while not self.stop.is_set():
                with lock:
                    number = next(missing, None)
                if number is None:
                    return
                send = self._to_store if upload.part_links else self._to_server
                send(upload, number, parts[number])
                meter.add(parts[number].size)

        side_by_side(work, self.stop)

    def _to_server(self, upload: Upload, number: int, part: Slice) -> None:
        digest = f"sha-256=:{base64.b64encode(part.sha256()).decode()}:"
        request = send_upload_part._get_kwargs(*self.names, upload.id, number, body=_body(part), content_digest=digest)
        self._call(Call(self._streamed(request, part), PartSummary.from_dict))

    def _to_store(self, upload: Upload, number: int, part: Slice) -> None:
        """By a link that the server gives, past it; then the server is told."""
        sha256 = part.sha256().hex()
        wanted = PartLinksCreate(parts=[PartWanted(number=number, sha256=sha256)])
        request = create_upload_part_links._get_kwargs(*self.names, upload.id, body=wanted)
        link = self._call(Call(request, PartLinks.from_dict)).parts[0]
        response = self.store.put(
            link.url,
            content=cast(Any, part),
            headers={**link.headers.to_dict(), "Content-Length": str(part.size)},
            extensions={STORE: True},
        )
        etag = response.headers.get("ETag")
        if not etag:
            raise UnexpectedAnswer(f"the object store answers {response.status_code} to a part, and no ETag; try again")
        sent = PartsSent(parts=[PartSent(etag=etag, number=number, sha256=sha256)])
        self._call(Call(record_upload_parts._get_kwargs(*self.names, upload.id, body=sent), Upload.from_dict))


def _numbers(upload: Upload) -> range:
    return range(1, upload.part_count + 1)


def _body(content: Slice) -> File:
    """The generated core takes any open file; httpx takes anything that gives bytes, which can be sent again."""
    return File(payload=cast(BinaryIO, content))
