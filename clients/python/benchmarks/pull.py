"""Pulls a large model beside `curl` in the same run, and once more after a kill in the middle.

cargo build --release -p registry-server
cd clients/python
PYTHONPATH=src:tests REGISTRY_BINARIES=../../target/release python benchmarks/pull.py [MIB] [ROUNDS]
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from conftest import Server, serve
from support import MIB, watch, write_safetensors

from model_registry import Registry

_MODEL = "bench/large"
_NAME = "model.safetensors"
_CHILD = """
import resource, sys
from model_registry import Registry

def tell(done, total):
    if done > total * float(sys.argv[5]):
        print("far enough", flush=True)
        sys.stdin.read()

with Registry(sys.argv[1], sys.argv[2], cache=sys.argv[3]) as registry:
    registry.pull("bench/large", sys.argv[4], progress=tell)
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)
"""
_NEVER = 2.0


class Used(NamedTuple):
    """The peak memory of a process in MiB, and its processor time in seconds."""

    memory: float
    processor: float


def main(mib: int, rounds: int) -> None:
    """Prints what came of it."""
    with tempfile.TemporaryDirectory(prefix="bench-pull-") as name:
        folder = Path(name)
        model = write_safetensors(folder / _NAME, mib)
        with closing(serve(folder / "data")) as serving:
            server = next(serving)
            with Registry(server.url, server.token, cache=folder / "cache") as registry:
                registry.publish(_MODEL, "1.0.0", model)
                compare(server, folder, mib, rounds)
                resume(server, registry, folder, mib)


def compare(server: Server, folder: Path, mib: int, rounds: int) -> None:
    """In turns, so that whatever else the machine does meets both."""
    times: dict[str, list[float]] = {"curl": [], "curl, then sha256sum": [], "python": []}
    used: list[Used] = []
    for _ in range(rounds):
        fetched = seconds(lambda: curl(server, folder / "curl"))
        times["curl"].append(fetched)
        # A pull is checked as well; this is how long that takes to whoever does it by hand.
        times["curl, then sha256sum"].append(fetched + seconds(lambda: check(folder / "curl")))
        (folder / "curl").unlink()
        times["python"].append(seconds(lambda: used.append(pull(server, folder / "fresh"))))
        shutil.rmtree(folder / "fresh")
    print(f"{mib} MiB, {rounds} rounds; MB/s: median (lowest to highest)")
    for who, taken in times.items():
        speeds = [mib * MIB / 1e6 / one for one in taken]
        print(f"  {who:20}  {statistics.median(speeds):6.0f}  ({min(speeds):.0f} to {max(speeds):.0f})")
    memory, processor = max(one.memory for one in used), statistics.median(one.processor for one in used)
    print(f"  python used {memory:.0f} MiB of memory at most, and {processor:.1f} s of processor time")


def resume(server: Server, registry: Registry, folder: Path, mib: int) -> None:
    """Kills a pull in its middle and starts it again; says how much came again."""
    command = child(server, folder / "killed", 0.5)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "far enough\n"
        process.kill()
    with Registry(server.url, server.token, cache=folder / "killed/cache") as again:
        seen = watch(again)
        pulled = again.pull(_MODEL, folder / "killed/out")
        ranges = sum("/files/" in str(request.url) for request in seen)
        assert registry.resolve(_MODEL).digest == pulled.digest
    print(f"  killed at half: the next pull fetched {ranges} of {-(-mib // 16) + 1} ranges")


def child(server: Server, folder: Path, until: float) -> list[str]:
    """A process that pulls; it waits for its end once it has come so far."""
    places = [str(folder / "cache"), str(folder / "out")]
    return [sys.executable, "-c", _CHILD, server.url, server.token, *places, str(until)]


def pull(server: Server, folder: Path) -> Used:
    """Pulls in a process of its own."""
    done = subprocess.run(child(server, folder, _NEVER), check=True, capture_output=True, text=True)
    return Used(*map(float, done.stdout.split()))


def curl(server: Server, target: Path) -> None:
    """Downloads the same file, and checks nothing."""
    namespace, model = _MODEL.split("/")
    url = f"{server.url}/api/v1/namespaces/{namespace}/models/{model}/versions/1.0.0/files/{_NAME}"
    header = f"Authorization: Bearer {server.token}"
    command = ["curl", "--fail", "--silent", "--header", header, "--output", str(target), url]
    subprocess.run(command, check=True)


def check(path: Path) -> None:
    """Reads a file for its digest."""
    subprocess.run(["sha256sum", str(path)], check=True, stdout=subprocess.DEVNULL)


def seconds(work: Callable[[], object]) -> float:
    """How long a function takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*[*arguments, *[1024, 5][len(arguments) :]])
