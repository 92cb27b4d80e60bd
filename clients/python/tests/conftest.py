"""The real server, on a port of its own, and what talks to it."""

from __future__ import annotations

import itertools
import os
import subprocess
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from model_registry import Registry

ROOT = Path(__file__).parents[3]
IRIS = ROOT / "examples/iris"
BINARIES = Path(os.environ.get("REGISTRY_BINARIES", ROOT / "target/debug"))

_GREETING = "The registry listens on "
_PATIENCE = 60


@dataclass(frozen=True)
class Server:
    """A server that listens."""

    url: str
    token: str
    data: Path
    pid: int


def serve(data: Path, *flags: str) -> Generator[Server, None, None]:
    """Starts a server, and stops it."""
    command = [str(BINARIES / "registry-server"), "--data", str(data), "--listen", "127.0.0.1:0", *flags]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        watch = threading.Timer(_PATIENCE, process.kill)
        watch.start()
        try:
            assert process.stderr is not None
            said: list[str] = []
            for line in process.stderr:
                said.append(line)
                if _GREETING in line:
                    break
            else:
                pytest.fail("the server does not listen: " + "".join(said))
            watch.cancel()
            url = said[-1].split(_GREETING)[1].split(";")[0]
            # Whoever stopped reading would stop the server.
            reader = threading.Thread(target=process.stderr.read)
            reader.start()
            yield Server(url, (data / "admin-token").read_text().strip(), data, process.pid)
        finally:
            watch.cancel()
            process.terminate()
            process.wait(_PATIENCE)
            reader.join()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from serve(tmp_path_factory.mktemp("server") / "data")


@pytest.fixture
def registry(server: Server, tmp_path: Path) -> Iterator[Registry]:
    with Registry(server.url, server.token, cache=tmp_path / "cache") as registry:
        yield registry


_numbers = itertools.count(1)


@pytest.fixture
def model() -> str:
    """A model that no other test has."""
    return f"test{next(_numbers)}/iris"


def run_cli(server: Server, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs the command line against the server."""
    environment = {**os.environ, "REGISTRY_URL": server.url, "REGISTRY_TOKEN": server.token}
    command = [str(BINARIES / "registry"), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=_PATIENCE)
