"""Models as sessions of `onnxruntime`, which is an optional package."""

from __future__ import annotations

import tempfile
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

    from .registry import Registry


def load(registry: Registry, reference: str, pattern: str, options: dict[str, Any]) -> InferenceSession:
    """Pulls a version into a folder of its own, because an ONNX file may name weights that lie beside it, and opens it.

    Raises:
        ValueError: If the version has no such file, or several.
    """
    import onnxruntime

    options.setdefault("providers", onnxruntime.get_available_providers())
    with tempfile.TemporaryDirectory(prefix="model-registry-") as folder:
        pulled = registry.pull(reference, folder)
        names = [path.relative_to(pulled.folder).as_posix() for path in pulled.files]
        matching = [name for name in names if fnmatchcase(name, pattern)]
        if len(matching) != 1:
            found = ", ".join(matching or names)
            raise ValueError(f"which file of {pulled.version}? {len(matching)} match `{pattern}`: {found}")
        return onnxruntime.InferenceSession(str(Path(folder, matching[0])), **options)


def load_onnx(
    reference: str, *, file: str = "*.onnx", registry: Registry | None = None, **session: Any
) -> InferenceSession:
    """The same as `Registry.load_onnx`; without a registry, with the one that the environment names.

    Args:
        reference: The model and, after `@`, what of it.
        file: Which file it is, as a glob pattern, when the version has several.
        registry: The registry.
        session: What `InferenceSession` takes, such as `providers`.
    """
    from .registry import Registry

    if registry is not None:
        return load(registry, reference, file, session)
    with Registry() as named:
        return load(named, reference, file, session)
