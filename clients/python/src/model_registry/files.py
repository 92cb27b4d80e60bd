"""The files of a model on disk, and their digests."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .core.models import FileRef

#: How much of a file is held in memory, in bytes.
WINDOW = 1 << 20

_PROJECT_FILE = "registry.toml"

StrPath = str | os.PathLike[str]
#: A file, a folder, several files, or files by their paths inside the model.
Files = StrPath | Sequence[StrPath] | Mapping[str, StrPath]


@dataclass(frozen=True)
class LocalFile:
    """A file of a model: its path inside it, where it lies, and what it holds."""

    name: str
    path: Path
    sha256: str
    size: int

    @classmethod
    def read(cls, name: str, path: Path) -> LocalFile:
        """Reads the file once for its digest."""
        with path.open("rb", buffering=0) as file:
            sha256, size = sha256_of(file)
        return cls(name, path, sha256, size)

    def ref(self) -> FileRef:
        """The file as the server takes it."""
        return FileRef(path=self.name, sha256=self.sha256, size=self.size)


def gather(files: Files) -> list[LocalFile]:
    """The files of a model, each read once, sorted by their paths inside it.

    Raises:
        ValueError: If there is none, or two have the same name.
    """
    found = sorted(_named(files).items())
    if not found:
        raise ValueError("there is no file to publish; name at least one")
    return [LocalFile.read(name, path) for name, path in found]


def _named(files: Files) -> dict[str, Path]:
    if isinstance(files, Mapping):
        return {name: Path(path) for name, path in files.items()}
    if isinstance(files, str | os.PathLike):
        files = [files]
    if len(files) == 1 and (folder := Path(files[0])).is_dir():
        return _below(folder)
    named = {Path(path).name: Path(path) for path in files}
    if len(named) < len(files):
        raise ValueError("two files have the same name; give them as a mapping of paths inside the model to files")
    return named


def _below(folder: Path) -> dict[str, Path]:
    """All files below a folder but hidden ones. Links are not followed: a model is what lies in its folder."""
    if (folder / _PROJECT_FILE).exists():
        raise ValueError(
            f"`{folder}` has a {_PROJECT_FILE}, which this client does not read; "
            "use `registry publish`, or give the files as a mapping, and `declared=` and `lineage=`"
        )
    found: dict[str, Path] = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place, name) for name in names if not name.startswith(".")):
            if path.is_file() and not path.is_symlink():
                found[path.relative_to(folder).as_posix()] = path
    return found


def sha256_of(file: BinaryIO) -> tuple[str, int]:
    """The SHA-256 of what is left of a file, and its size in bytes."""
    digest, size, buffer = hashlib.sha256(), 0, bytearray(WINDOW)
    view = memoryview(buffer)
    while count := file.readinto(buffer):  # type: ignore[attr-defined]
        digest.update(view[:count])
        size += count
    return digest.hexdigest(), size
