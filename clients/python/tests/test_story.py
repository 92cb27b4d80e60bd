"""The main job, from the first upload to the history."""

from __future__ import annotations

import hashlib
from pathlib import Path

import anyio
import pytest
from conftest import IRIS, Server, run_cli

from model_registry import (
    AsyncRegistry,
    NotFound,
    PromotionRefused,
    PublishRefused,
    Registry,
    StaleRevision,
    VersionExists,
)


def test_a_model_is_published_refused_resolved_pulled_promoted_and_rolled_back(
    registry: Registry, model: str, tmp_path: Path
) -> None:
    first = registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"], description="the first", labels={"team": "risk"})
    assert (first.version, first.line, first.state, first.description) == ("1.0.0", "1", "active", "the first")
    registry.publish(model, None, {"1.0.0.onnx": IRIS / "1.1.0.onnx"}, bump="minor")

    with pytest.raises(PublishRefused) as refused:
        registry.publish(model, "1.2.0", [IRIS / "2.0.0.onnx"])
    changed = next(found for found in refused.value.violations if found.rule == "input.dim.changed")
    assert (changed.path, changed.old, changed.new) == ("/inputs/measurements/shape/1", 4, 5)
    assert (changed.required_bump, changed.against) == ("major", "1.1.0")
    assert (refused.value.code, refused.value.status) == ("version-too-small", 409)
    assert refused.value.smallest_acceptable == "2.0.0"
    assert refused.value.request_id

    assert registry.resolve(f"{model}@^1").version == "1.1.0"
    pulled = registry.pull(f"{model}@^1.0", tmp_path / "models")
    assert pulled.files == (tmp_path / "models/1.0.0.onnx",)
    assert pulled.files[0].read_bytes() == (IRIS / "1.1.0.onnx").read_bytes()
    assert pulled.digest == registry.resolve(f"{model}@1.1.0").digest

    registry.promote(f"{model}@1.0.0", "production", reason="first release")
    promotion = registry.promote(f"{model}@1.1.0", "production", if_revision=1)
    assert (promotion.from_version, promotion.to_version, promotion.revision) == ("1.0.0", "1.1.0", 2)
    assert registry.resolve(f"{model}@production").version == "1.1.0"
    plan = registry.rollback(model, "production", reason="scores drift", dry_run=True)
    assert plan.to_version == "1.0.0"
    assert registry.resolve(f"{model}@production").version == "1.1.0"
    registry.rollback(model, "production", reason="scores drift", expected_version="1.0.0")
    assert registry.resolve(f"{model}@production").version == "1.0.0"
    history = [(revision.kind, revision.version, revision.reason) for revision in registry.history(model, "production")]
    assert history[0] == ("rollback", "1.0.0", "scores drift")
    assert history[2] == ("promote", "1.0.0", "first release")


def test_a_resolve_says_what_will_do(registry: Registry, model: str) -> None:
    registry.publish(model, "1.0.0", IRIS / "1.0.0.onnx")
    registry.publish(model, "1.1.0-rc.1", {"1.0.0.onnx": IRIS / "1.1.0.onnx"})
    assert registry.resolve(f"{model}@^1.0.0").version == "1.0.0"
    assert registry.resolve(f"{model}@^1.0.0", prerelease=True).version == "1.1.0-rc.1"
    served = registry.resolve(f"{model}@production", fallback=True)
    assert (served.version, served.fallback) == ("1.0.0", True)
    with pytest.raises(NotFound) as missing:
        registry.resolve(f"{model}@production", fallback=False)
    assert missing.value.code == "channel-not-found"


def test_whoever_expects_another_revision_changes_nothing(registry: Registry, model: str) -> None:
    registry.publish(model, "1.0.0", IRIS / "1.0.0.onnx")
    registry.promote(f"{model}@1.0.0", "production")
    with pytest.raises(StaleRevision):
        registry.promote(f"{model}@1.0.0", "production", if_revision=7)
    assert len(list(registry.history(model, "production"))) == 1


async def _story(server: Server, model: str, folder: Path) -> None:
    async with AsyncRegistry(server.url, server.token, cache=folder / "cache") as registry:
        await registry.publish(model, "1.0.0", IRIS / "1.0.0.onnx")
        verdict = await registry.check(model, "1.1.0", IRIS / "2.0.0.onnx")
        assert (verdict.accepted, verdict.smallest_acceptable) == (False, "2.0.0")
        with pytest.raises(PublishRefused) as refused:
            await registry.publish(model, "1.1.0", IRIS / "2.0.0.onnx")
        assert any(found.rule == "input.dim.changed" for found in refused.value.violations)
        await registry.publish(model, None, IRIS / "2.0.0.onnx")
        assert (await registry.resolve(model)).version == "2.0.0"
        pulled = await registry.pull(f"{model}@1.0.0", folder / "models")
        assert pulled.files[0].read_bytes() == (IRIS / "1.0.0.onnx").read_bytes()
        await registry.promote(f"{model}@1.0.0", "production")
        with pytest.raises(PromotionRefused) as kept_off:
            await registry.promote(f"{model}@2.0.0", "production")
        assert kept_off.value.gates
        await registry.promote(f"{model}@2.0.0", "production", allow_major=True)
        await registry.rollback(model, "production", reason="scores drift")
        kinds = [revision.kind async for revision in registry.history(model, "production")]
        assert kinds == ["rollback", "promote", "promote"]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_same_with_await(server: Server, model: str, tmp_path: Path, backend: str) -> None:
    anyio.run(_story, server, model, tmp_path, backend=backend)


def test_a_refusal_prints_the_lines_of_the_command_line(server: Server, registry: Registry, model: str) -> None:
    registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"])
    with pytest.raises(PublishRefused) as refused:
        registry.publish(model, "1.2.0", [IRIS / "2.0.0.onnx"])
    cli = run_cli(server, "publish", str(IRIS / "2.0.0.onnx"), "--model", model, "--version", "1.2.0")
    assert cli.returncode == 7
    assert f"{refused.value}\n" == cli.stdout
    assert "MAJOR  input.dim.changed" in cli.stdout


def test_a_number_that_is_taken_prints_the_lines_of_the_command_line(
    server: Server, registry: Registry, model: str
) -> None:
    registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"])
    again = registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"])
    assert again.version == "1.0.0"
    with pytest.raises(VersionExists) as refused:
        registry.publish(model, "1.0.0", [IRIS / "1.1.0.onnx"])
    cli = run_cli(server, "publish", str(IRIS / "1.1.0.onnx"), "--model", model, "--version", "1.0.0")
    assert f"{refused.value}\n" == cli.stdout


def test_a_check_sends_no_bytes_when_it_has_the_contract(server: Server, registry: Registry, model: str) -> None:
    registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"])
    contract = {
        "inputs": {"measurements": {"dtype": "f32", "position": 0, "shape": ["N", 5]}},
        "outputs": {"label": {"dtype": "string", "position": 0, "shape": ["N"]}},
    }
    verdict = registry.check(model, "1.1.0", [IRIS / "2.0.0.onnx"], contract=contract)
    assert verdict.accepted is False
    sha256 = hashlib.sha256((IRIS / "2.0.0.onnx").read_bytes()).hexdigest()
    namespace = server.data / "blobs" / model
    assert not list(namespace.rglob(sha256))
    registry.check(model, "1.1.0", [IRIS / "2.0.0.onnx"])
    assert list(namespace.rglob(sha256))


def test_an_argument_that_nobody_knows_is_no_argument(registry: Registry, model: str) -> None:
    with pytest.raises(TypeError, match="there is no argument `desription`"):
        registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"], desription="x")  # type: ignore[call-arg]
