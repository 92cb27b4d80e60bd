"""A model of the registry, at work."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest
from conftest import IRIS, Server

from model_registry import Registry, load_onnx


def test_a_channel_is_loaded_and_answers(
    registry: Registry, server: Server, model: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"])
    registry.promote(f"{model}@1.0.0", "production")
    flower = numpy.array([[5.1, 3.5, 1.4, 0.2], [6.7, 3.0, 5.2, 2.3]], dtype=numpy.float32)
    for name, value in (("URL", server.url), ("TOKEN", server.token)):
        monkeypatch.setenv(f"REGISTRY_{name}", value)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    for session in (
        registry.load_onnx(f"{model}@production", providers=["CPUExecutionProvider"]),
        load_onnx(f"{model}@production"),
    ):
        labels = session.run(["label"], {"measurements": flower})[0]
        assert list(labels) == ["setosa", "virginica"]
    assert list((tmp_path / "home/model-registry/sha256").rglob("*"))


def test_a_version_with_several_models_must_be_told_which(registry: Registry, model: str) -> None:
    registry.publish(model, "1.0.0", [IRIS / "1.0.0.onnx"])
    with pytest.raises(ValueError, match=r"which file of 1\.0\.0\? 0 match `other\*`"):
        registry.load_onnx(model, file="other*")
