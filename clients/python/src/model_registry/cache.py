"""The files that were pulled, by their digests, and those that are on their way."""

from __future__ import annotations

import fcntl
import os
import shutil
import uuid
from pathlib import Path
from threading import Event

from .files import WINDOW, sha256_of
from .partial import Partial
from .workers import Stopped

_LOOK_AGAIN = 0.1
#: A cached file may be linked to where it was pulled to; nobody should write to both.
_READ_ONLY = 0o444


def default_folder() -> Path:
    """The user's cache directory, as the XDG base directories say."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    # A relative path there is to be ignored.
    return (Path(base) if Path(base).is_absolute() else Path.home() / ".cache") / "model-registry"


class Cache:
    """A folder of files that are named by their SHA-256."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the file with this digest lies, if it is there."""
        return self.folder / "sha256" / sha256[:2] / sha256

    def holds(self, sha256: str, size: int) -> bool:
        """Whether the file is there with every byte; one that was changed is thrown away."""
        path = self.path(sha256)
        if is_file_with(path, sha256, size):
            return True
        path.unlink(missing_ok=True)
        return False

    def open_partial(self, sha256: str, size: int, stop: Event) -> Partial | None:
        """The file on its way, which is ours alone until it is closed; None when it has come in the meantime."""
        path = self.folder / "partial" / sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        while not self.holds(sha256, size):
            # A link would lead to a file of somebody else.
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if _is_at(descriptor, path):
                    return Partial(path, descriptor, sha256, size)
            except BlockingIOError:
                # Somebody else fetches it, and may end without having it.
                if stop.wait(_LOOK_AGAIN):
                    os.close(descriptor)
                    raise Stopped("the transfer was stopped") from None
            os.close(descriptor)
        return None

    def keep(self, partial: Partial) -> None:
        """Gives a file that has come its name, if it is the one that was meant.

        Raises:
            IntegrityError: If it is another one; nothing of it is kept.
        """
        partial.verify()
        path = self.path(partial.sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        os.fsync(partial.descriptor)
        os.fchmod(partial.descriptor, os.fstat(partial.descriptor).st_mode & _READ_ONLY)
        partial.path.rename(path)
        partial.forget()

    def place(self, sha256: str, target: Path) -> None:
        """Puts the file where it was asked for: as a link where the file system lets us, else as a copy."""
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = target.with_name(f".{uuid.uuid4().hex}.part")
        try:
            try:
                os.link(self.path(sha256), staged)
            except OSError:
                _copy(self.path(sha256), staged)
            staged.replace(target)
        finally:
            # Renaming a link to another link of the same file does nothing.
            staged.unlink(missing_ok=True)

    def remove(self) -> None:
        """Removes everything."""
        shutil.rmtree(self.folder, ignore_errors=True)


def is_file_with(path: Path, sha256: str, size: int) -> bool:
    """Whether a regular file has exactly these bytes."""
    if not path.is_file() or path.stat().st_size != size:
        return False
    with path.open("rb", buffering=0) as file:
        return sha256_of(file)[0] == sha256


def _copy(source: Path, target: Path) -> None:
    """Copies bytes, and makes sure that they are on disk."""
    with source.open("rb") as old, target.open("xb") as new:
        shutil.copyfileobj(old, new, WINDOW)
        new.flush()
        os.fsync(new.fileno())


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether an open file is still the one at a path: whoever had the lock before may have renamed it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False
