"""Files and servers that tests make up."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import rfc8785

from model_registry import Registry

MIB = 1 << 20


def write_safetensors(path: Path, mib: int) -> Path:
    """A readable model of so many MiB, no two of which are the same."""
    size = mib * MIB
    header = json.dumps({"w": {"dtype": "U8", "shape": [size], "data_offsets": [0, size]}}).encode()
    block = random.Random(mib).randbytes(MIB)
    with path.open("wb") as file:
        file.write(len(header).to_bytes(8, "little") + header)
        for number in range(mib):
            file.write(number.to_bytes(8, "little") + block[8:])
    return path


def watch(registry: Registry) -> list[httpx.Request]:
    """The requests of a registry from now on."""
    seen: list[httpx.Request] = []
    registry.client.get_httpx_client().event_hooks["request"].append(seen.append)
    return seen


class Answer:
    """What a made-up server answers."""

    def __init__(self, status: int, body: bytes | object = b"", **headers: str) -> None:
        self.status = status
        self.body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


#: Without an answer the server hangs up.
Handler = Callable[[BaseHTTPRequestHandler], Answer | None]


@contextmanager
def fake_server(handler: Handler) -> Iterator[str]:
    """A server on a port of its own that answers as the function says."""

    class Made(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            self.rfile.read(length)
            answer = handler(self)
            self.close_connection = True
            if answer is None:
                return
            self.send_response(answer.status)
            self.send_header("Content-Length", answer.headers.pop("Content-Length", str(len(answer.body))))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        do_GET = do_POST = do_PUT = answer

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Made) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class FakeModel:
    """One version with one file, as a registry would tell it."""

    def __init__(self, content: bytes, path: str = "model.bin") -> None:
        self.content = content
        sha256 = hashlib.sha256(content).hexdigest()
        file = {"path": path, "sha256": sha256, "size": len(content), "media_type": "application/octet-stream"}
        self.manifest: dict[str, Any] = {"schema": 1, "contract": {}, "lineage": {}, "files": [file]}
        self.digest = f"sha256:{hashlib.sha256(rfc8785.dumps(self.manifest)).hexdigest()}"

    def metadata(self, path: str) -> Answer | None:
        """What every request but that for the file is answered with."""
        if "/resolve" in path:
            why = {"kind": "latest", "selector": "latest", "candidates": 1}
            resolution = {"namespace": "a", "model": "b", "version": "1.0.0", "digest": self.digest, "state": "active"}
            return Answer(200, {**resolution, "why": why, "warnings": [], "fallback": False, "files": []})
        return Answer(200, self.manifest) if path.endswith("/manifest") else None
