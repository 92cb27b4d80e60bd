"""Files down: whole or not at all, and never twice."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event

import anyio
import httpx
import pytest
from conftest import IRIS, Server
from support import Answer, FakeModel, fake_server, watch, write_safetensors

from model_registry import AsyncRegistry, IntegrityError, NotFound, Registry, UnexpectedAnswer

# Pulls, says when one of the ranges is whole (four are on their way), and waits to be killed.
_VICTIM = """
import sys, time
from model_registry import Registry

def tell(done, total):
    if done > 70 << 20:
        print("there", flush=True)
        sys.stdin.read()

url, token, cache, model, folder = sys.argv[1:]
Registry(url, token, cache=cache).pull(model, folder, progress=tell)
"""


def _publish_big(registry: Registry, model: str, folder: Path) -> Path:
    path = write_safetensors(folder / "model.safetensors", 100)
    registry.publish(model, "1.0.0", path)
    return path


def _downloads(seen: list[httpx.Request]) -> list[str | None]:
    """The ranges of the downloads."""
    return [request.headers.get("Range") for request in seen if "/files/" in str(request.url)]


def test_a_pull_that_was_killed_goes_on_where_it_stopped(
    server: Server, registry: Registry, model: str, tmp_path: Path
) -> None:
    big, cache, target = _publish_big(registry, model, tmp_path), tmp_path / "cache", tmp_path / "out"
    command = [sys.executable, "-c", _VICTIM, server.url, server.token, str(cache), model, str(target)]
    environment = {"PYTHONPATH": str(Path(__file__).parents[1] / "src")}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline() == "there\n"
        victim.kill()
    assert not (target / big.name).exists()
    (listed,) = cache.glob("partial/*.ranges")
    there = len(listed.read_text().splitlines())
    assert there > 0

    seen = watch(registry)
    registry.pull(model, target)
    downloads = _downloads(seen)
    # 100 MiB and a header are seven ranges.
    assert len(downloads) == 7 - there
    assert all(one and one.startswith("bytes=") for one in downloads)
    assert (target / big.name).read_bytes() == big.read_bytes()
    assert not list(cache.glob("partial/*"))


def test_what_was_pulled_is_not_fetched_again(registry: Registry, model: str, tmp_path: Path) -> None:
    registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"])
    seen = watch(registry)
    first = registry.pull(model, tmp_path / "one").files[0]
    second = registry.pull(model, tmp_path / "two").files[0]
    registry.pull(model, tmp_path / "two")
    assert len(_downloads(seen)) == 1
    assert first.read_bytes() == second.read_bytes() == (IRIS / "1.0.0.onnx").read_bytes()
    assert first.samefile(second)


def test_a_pulled_file_is_read_only_for_whom_the_settings_let(registry: Registry, model: str, tmp_path: Path) -> None:
    registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"])
    before = os.umask(0o077)
    try:
        pulled = registry.pull(model, tmp_path / "out").files[0]
    finally:
        os.umask(before)
    assert stat.S_IMODE(pulled.stat().st_mode) == 0o400


def test_two_pulls_at_once_fetch_once(registry: Registry, model: str, tmp_path: Path) -> None:
    big = _publish_big(registry, model, tmp_path)
    seen = watch(registry)
    with ThreadPoolExecutor() as pool:
        pulls = [pool.submit(registry.pull, model, tmp_path / name) for name in ("one", "two")]
    assert [pull.result().files[0].read_bytes() == big.read_bytes() for pull in pulls] == [True, True]
    assert len(_downloads(seen)) == len(set(_downloads(seen))) == 7


def test_a_cache_on_another_file_system_is_copied_from(
    registry: Registry, model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", elsewhere)
    registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"])
    pulled = registry.pull(model, tmp_path / "out").files[0]
    assert pulled.read_bytes() == (IRIS / "1.0.0.onnx").read_bytes()
    assert pulled.stat().st_mode & 0o200
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["1.0.0.onnx"]


def test_a_cached_file_that_was_changed_is_fetched_again(registry: Registry, model: str, tmp_path: Path) -> None:
    registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"])
    first = registry.pull(model, tmp_path / "one").files[0]
    content = bytearray(first.read_bytes())
    content[100] ^= 1
    first.chmod(0o644)
    first.write_bytes(content)
    second = registry.pull(model, tmp_path / "two").files[0]
    assert second.read_bytes() == (IRIS / "1.0.0.onnx").read_bytes()


def test_without_a_cache_nothing_is_left_but_the_files(server: Server, model: str, tmp_path: Path) -> None:
    with Registry(server.url, server.token, cache=False) as registry:
        registry.publish(model, "1.0.0", {"a.onnx": IRIS / "1.0.0.onnx", "deep/b.json": _config(tmp_path)})
        registry.pull(model, tmp_path / "out")
        registry.pull(model, tmp_path / "some", files="deep/*")
        with pytest.raises(ValueError, match=r"no file of 1\.0\.0 matches x\*"):
            registry.pull(model, tmp_path / "none", files="x*")
    names = [path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert sorted(names) == ["a.onnx", "deep/b.json"]
    assert [path.name for path in (tmp_path / "some").rglob("*")] == ["deep", "b.json"]


def _config(folder: Path) -> Path:
    path = folder / "b.json"
    path.write_text(json.dumps({"any": "thing"}))
    return path


def test_progress_ends_with_every_byte(registry: Registry, model: str, tmp_path: Path) -> None:
    big = _publish_big(registry, model, tmp_path)
    told: list[tuple[int, int]] = []
    registry.pull(model, tmp_path / "out", progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (big.stat().st_size, big.stat().st_size)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_what_is_not_there_is_not_found(registry: Registry, model: str, tmp_path: Path) -> None:
    with pytest.raises(NotFound) as missing:
        registry.pull(f"{model}@1.0.0", tmp_path)
    assert missing.value.code == "namespace-not-found"
    assert missing.value.request_id


def test_a_flipped_byte_keeps_a_file_from_its_name(tmp_path: Path) -> None:
    model = FakeModel(b"weights" * 1000)

    def flipped(request: BaseHTTPRequestHandler) -> Answer:
        return model.metadata(request.path) or Answer(200, b"Weights" + model.content[7:])

    with fake_server(flipped) as url, Registry(url, cache=tmp_path / "cache") as registry:
        with pytest.raises(IntegrityError, match="it was not kept"):
            registry.pull("a/b", tmp_path / "out")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("extra", [b"", b"more"], ids=["short", "long"])
def test_a_file_of_another_length_is_no_file(tmp_path: Path, extra: bytes) -> None:
    model = FakeModel(b"weights" * 1000)

    def wrong(request: BaseHTTPRequestHandler) -> Answer:
        return model.metadata(request.path) or Answer(200, model.content + extra if extra else model.content[:-1])

    with fake_server(wrong) as url, Registry(url, cache=tmp_path / "cache") as registry:
        with pytest.raises(Exception, match="more bytes than its manifest says" if extra else "broke off"):
            registry.pull("a/b", tmp_path / "out")
    assert not list(tmp_path.glob("out/*"))


def test_a_manifest_that_is_not_the_version_is_refused(tmp_path: Path) -> None:
    model = FakeModel(b"weights")
    model.manifest["files"][0]["sha256"] = "0" * 64

    with (
        fake_server(lambda request: model.metadata(request.path) or Answer(500)) as url,
        Registry(url, cache=False) as registry,
    ):
        with pytest.raises(IntegrityError, match="has the digest sha256"):
            registry.pull("a/b", tmp_path / "out")


@pytest.mark.parametrize("path", ["../evil", "/etc/evil", "a/../../evil", "a\\evil"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    model = FakeModel(b"weights", path)

    def served(request: BaseHTTPRequestHandler) -> Answer:
        return model.metadata(request.path) or Answer(200, model.content)

    with fake_server(served) as url, Registry(url, cache=False) as registry:
        with pytest.raises(UnexpectedAnswer, match="no path inside a folder"):
            registry.pull("a/b", tmp_path / "out")
    assert not list(tmp_path.rglob("evil"))


def test_a_link_to_a_store_is_followed_without_the_token(tmp_path: Path) -> None:
    model, asked = FakeModel(b"weights"), list[str | None]()

    def store(request: BaseHTTPRequestHandler) -> Answer:
        asked.append(request.headers.get("Authorization"))
        # A store that grows asks to be asked again.
        return Answer(500) if len(asked) == 1 else Answer(200, model.content)

    with fake_server(store) as bucket:

        def sent_on(request: BaseHTTPRequestHandler) -> Answer:
            assert request.headers["Authorization"] == "Bearer secret"
            return model.metadata(request.path) or Answer(302, Location=f"{bucket}/key?signature=x")

        with fake_server(sent_on) as url, Registry(url, "secret", cache=False) as registry:
            pulled = registry.pull("a/b", tmp_path / "out")
    assert pulled.files[0].read_bytes() == b"weights"
    assert asked == [None, None]


def test_a_connection_that_breaks_off_is_taken_up_again(tmp_path: Path) -> None:
    model, asked = FakeModel(b"weights" * 100_000), list[int]()

    def breaking(request: BaseHTTPRequestHandler) -> Answer:
        if answer := model.metadata(request.path):
            return answer
        asked.append(1)
        if len(asked) > 1:
            return Answer(200, model.content)
        return Answer(200, model.content[:1000], **{"Content-Length": str(len(model.content))})

    with fake_server(breaking) as url, Registry(url, cache=False) as registry:
        pulled = registry.pull("a/b", tmp_path / "out")
    assert pulled.files[0].read_bytes() == model.content


def test_a_pull_that_is_cancelled_stops(server: Server, registry: Registry, model: str, tmp_path: Path) -> None:
    big, cache, begun = _publish_big(registry, model, tmp_path), tmp_path / "other", Event()

    async def cancelled() -> None:
        token = anyio.lowlevel.current_token()
        async with AsyncRegistry(server.url, server.token, cache=cache) as other:
            with anyio.CancelScope() as scope:

                def tell(done: int, total: int) -> None:
                    if not begun.is_set():
                        begun.set()
                        anyio.from_thread.run_sync(scope.cancel, token=token)

                await other.pull(model, tmp_path / "out", progress=tell)
            assert scope.cancelled_caught
            # Had its threads gone on, there would be nothing left to fetch.
            assert await anyio.to_thread.run_sync(again) > 0

    def again() -> int:
        with Registry(server.url, server.token, cache=cache) as other:
            seen = watch(other)
            other.pull(model, tmp_path / "out")
            return len(_downloads(seen))

    anyio.run(cancelled)
    assert (tmp_path / "out" / big.name).read_bytes() == big.read_bytes()
