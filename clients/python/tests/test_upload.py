"""Files up: large ones in parts, and never twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from conftest import IRIS, Server, serve
from support import watch, write_safetensors

from model_registry import Registry
from model_registry.files import gather


def _parts(seen: list[httpx.Request]) -> list[int]:
    return sorted(int(str(request.url).rsplit("/", 1)[1]) for request in seen if "/parts/" in str(request.url))


def test_a_large_file_goes_in_parts_and_only_those_that_are_not_there(
    registry: Registry, model: str, tmp_path: Path
) -> None:
    big = write_safetensors(tmp_path / "model.safetensors", 100)
    seen = watch(registry)

    def give_up(request: httpx.Request) -> None:
        if request.url.path.endswith("/complete"):
            raise KeyboardInterrupt

    hooks = registry.client.get_httpx_client().event_hooks["request"]
    hooks.append(give_up)
    with pytest.raises(KeyboardInterrupt):
        registry.publish(model, "1.0.0", big)
    hooks.remove(give_up)
    assert _parts(seen) == [1, 2, 3, 4, 5, 6, 7]

    seen.clear()
    told: list[tuple[int, int]] = []
    registry.publish(model, "1.0.0", big, progress=lambda done, total: told.append((done, total)))
    assert _parts(seen) == []
    assert told[-1] == (big.stat().st_size, big.stat().st_size)

    seen.clear()
    registry.publish(model, "1.0.1", {"other.safetensors": big})
    assert not [request for request in seen if request.method == "PUT"]


def test_a_file_that_changes_while_it_is_sent_is_refused(registry: Registry, model: str, tmp_path: Path) -> None:
    big = write_safetensors(tmp_path / "model.safetensors", 80)

    def change(request: httpx.Request) -> None:
        if request.url.path.endswith("/uploads"):
            with big.open("r+b") as file:
                file.seek(1000)
                file.write(b"changed")

    registry.client.get_httpx_client().event_hooks["request"].append(change)
    with pytest.raises(Exception, match="digest") as refused:
        registry.publish(model, "1.0.0", big)
    assert type(refused.value).__name__ == "IntegrityError"


@pytest.fixture(scope="module")
def bucket_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose bytes lie in an object store, which the gate never does without."""
    url = os.environ.get("TEST_S3_URL")
    if url is None:
        if "CI" in os.environ:
            pytest.fail("TEST_S3_URL is not set: the gate must test on S3")
        pytest.skip("TEST_S3_URL is not set; `cargo xtask services COMMAND` sets it")
    yield from serve(tmp_path_factory.mktemp("bucket") / "data", "--blobs", f"{url}/python-{os.getpid()}")


def test_parts_and_files_go_past_the_server_by_links(bucket_server: Server, model: str, tmp_path: Path) -> None:
    big = write_safetensors(tmp_path / "model.safetensors", 80)
    with Registry(bucket_server.url, bucket_server.token, cache=tmp_path / "cache") as registry:
        seen = watch(registry)
        registry.publish(model, "1.0.0", big)
        assert not _parts(seen)
        assert any(request.url.path.endswith("/part-links") for request in seen)
        pulled = registry.pull(model, tmp_path / "out")
        assert pulled.files[0].read_bytes() == big.read_bytes()


def test_the_files_of_a_model_are_named_as_they_lie(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("a.onnx", "deep/b.json", ".hidden"):
        (tmp_path / name).write_text(name)
    (tmp_path / "link").symlink_to(IRIS)
    assert [file.name for file in gather(tmp_path)] == ["a.onnx", "deep/b.json"]
    assert [file.name for file in gather([tmp_path / "deep/b.json", tmp_path / "a.onnx"])] == ["a.onnx", "b.json"]
    with pytest.raises(ValueError, match="two files have the same name"):
        gather([tmp_path / "a.onnx", IRIS.parent / "iris/../iris/1.0.0.onnx", IRIS / "1.0.0.onnx"])
    with pytest.raises(ValueError, match="there is no file"):
        gather([])
    (tmp_path / "registry.toml").write_text("")
    with pytest.raises(ValueError, match=r"has a registry\.toml"):
        gather(tmp_path)
