"""The registry, for programs that wait."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

import rfc8785
from typing_extensions import Self, Unpack

from . import calls
from .cache import Cache, default_folder
from .calls import About, Call, Facts, Number
from .core import AuthenticatedClient
from .core.models import ChannelRevision, File, FileRef, Promotion, Resolution, RollbackDone, Verdict, Version
from .core.types import UNSET, Unset
from .errors import IntegrityError, NotFound, UnexpectedAnswer
from .files import Files, LocalFile, StrPath, gather
from .http import Http, settings
from .progress import Meter, Progress
from .pull import Pull, Pulled, Source, inside
from .reference import Reference, line_of
from .upload import Uploader

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

T = TypeVar("T")

#: How long the server may be silent, in seconds. A long body that keeps coming is never cut.
SILENCE = 60.0

_FIRST_LINE = "1"


def address(url: str | None, token: str | None) -> tuple[str, str | None]:
    """Server and token as they are given, or as the environment says.

    Raises:
        ValueError: If nothing says which server is meant.
    """
    url = url or os.environ.get("REGISTRY_URL")
    if not url:
        raise ValueError("which registry? Give its address, or set REGISTRY_URL")
    return url, token or os.environ.get("REGISTRY_TOKEN") or None


class Registry:
    """A model registry.

    Every method raises a `RegistryError` for what the registry refuses, `ValueError` for arguments that cannot be
    meant, and `OSError` for files that cannot be read or written. Several threads may share one.

    Args:
        url: The address, such as `https://registry.example`; without it, the environment's `REGISTRY_URL`.
        token: Who asks; without it, the environment's `REGISTRY_TOKEN`.
        cache: Where pulled files are kept by their digests; without it, `model-registry` in the user's cache directory.
            False keeps none.
        silence: How long the server may be silent, in seconds; ten times as long where it has to work.
    """

    def __init__(
        self,
        url: str | None = None,
        token: str | None = None,
        *,
        cache: StrPath | bool | None = None,
        silence: float = SILENCE,
    ) -> None:
        url, token = address(url, token)
        self._http = Http(**settings(url, token, silence))
        # Links of the server lead to an object store, which gets no token.
        self._store = Http(timeout=self._http.timeout, follow_redirects=False)
        folder = default_folder() if cache is None or isinstance(cache, bool) else Path(cache)
        self._cache = None if cache is False else Cache(folder)
        #: For the functions of `model_registry.core`; their problems are raised, too.
        self.client = AuthenticatedClient(base_url=url, token=token or "").set_httpx_client(self._http)

    def close(self) -> None:
        """Closes the connections."""
        self._http.close()
        self._store.close()

    def __enter__(self) -> Self:
        """Itself; `with` closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the connections."""
        self.close()

    def _run(self, call: Call[T]) -> T:
        return call.answer(self._http.request(**call.request))

    def resolve(self, reference: str, *, fallback: bool | None = None, prerelease: bool = False) -> Resolution:
        """The one version that a reference means: `acme/fraud`, or with `@1.2.3`, `@^1.2`, `@production`, `@sha256:…`.

        Args:
            reference: The model and, after `@`, what of it.
            fallback: Whether the latest version will do where the one that is meant is not served.
            prerelease: Whether pre-releases count.
        """
        return self._run(calls.resolve(Reference.parse(reference), fallback=fallback, prerelease=prerelease))

    def check(
        self,
        model: str,
        version: str | None,
        files: Files,
        *,
        bump: str = "auto",
        contract: Mapping[str, Any] | None = None,
        **facts: Unpack[Facts],
    ) -> Verdict:
        """May these files be published under this number? A verdict that refuses is an answer, and no exception.

        Args:
            model: The model, `namespace/model`.
            version: The number; None lets `bump` decide.
            files: A file, a folder, several files, or files by their paths inside the model. Without a contract they
                are uploaded, because the server reads the contract out of them.
            bump: How the number rises when none is given: `auto`, `major`, `minor` or `patch`.
            contract: The contract, as `registry inspect -o json` prints it; then no byte is sent.
            facts: What no file says.
        """
        reference, found = Reference.of_model(model), gather(files)
        if contract is None:
            self._upload(reference, version, found, False, Event())
        more = {**facts, "contract": contract} if contract is not None else facts
        return self._run(calls.check(reference, [file.ref() for file in found], Number(version, bump), more))

    def publish(
        self,
        model: str,
        version: str | None,
        files: Files,
        *,
        bump: str = "auto",
        dry_run: bool = False,
        progress: bool | Progress = False,
        **about: Unpack[About],
    ) -> Version:
        """Uploads files and publishes them. Publishing the same again is no error.

        Args:
            model: The model, `namespace/model`.
            version: The number; None lets `bump` decide.
            files: A file, a folder, several files, or files by their paths inside the model.
            bump: How the number rises when none is given: `auto`, `major`, `minor` or `patch`.
            dry_run: Whether to ask only what the publish would answer; the files are uploaded all the same.
            progress: True for a line on a terminal, or who is told the bytes that are there and how many there will be.
            about: What goes into the version beside its files.

        Raises:
            PublishRefused: If the number announces less than changed; its `violations` say what.
        """
        reference, found = Reference.of_model(model), gather(files)
        refs, line = self._upload(reference, version, found, progress, Event())
        more = {**about, "upload_line": line}
        return self._run(calls.publish(reference, refs, Number(version, bump), more, dry_run=dry_run))

    def _upload(
        self, model: Reference, version: str | None, files: list[LocalFile], progress: bool | Progress, stop: Event
    ) -> tuple[list[FileRef], str]:
        line = line_of(version) if version is not None else self._latest_line(model)
        uploader = Uploader(self._http, self._store, model, stop)
        meter = Meter(sum(file.size for file in files), progress)
        for file in files:
            uploader.send(file, line, meter)
        return [file.ref() for file in files], line

    def _latest_line(self, model: Reference) -> str:
        """Where a version without a number probably belongs; if it does not, the server copies the files."""
        try:
            return line_of(self._run(calls.resolve(Reference(model.namespace, model.model))).version)
        except NotFound:
            return _FIRST_LINE

    def pull(
        self,
        reference: str,
        folder: StrPath | None = None,
        *,
        files: str | list[str] = "*",
        progress: bool | Progress = False,
    ) -> Pulled:
        """Fetches the files of a version. Each gets its name only when every byte of it was checked.

        A pull that was interrupted, even by `kill -9`, goes on where it stopped. A file that is in the cache, or in the
        folder already, is not fetched. Pulled files may be links into the cache, and can be read only.

        Args:
            reference: The model and, after `@`, what of it.
            folder: Where to; without it, a folder with the name of the model.
            files: The paths of the files to fetch, as glob patterns.
            progress: True for a line on a terminal, or who is told the bytes that are there and how many there will be.

        Raises:
            IntegrityError: If a digest does not hold.
        """
        return self._pull(reference, folder, files, progress, Event())

    def _pull(
        self, reference: str, folder: StrPath | None, files: str | list[str], progress: bool | Progress, stop: Event
    ) -> Pulled:
        parsed = Reference.parse(reference)
        resolution = self.resolve(reference)
        where = Path(folder if folder is not None else parsed.model)
        patterns = [files] if isinstance(files, str) else files
        listed = self._manifest(parsed, resolution)
        wanted = [
            (file, inside(where, file.path))
            for file in listed
            if any(fnmatchcase(file.path, glob) for glob in patterns)
        ]
        if not wanted:
            raise ValueError(f"no file of {resolution.version} matches {', '.join(patterns)}")
        source = Source(self._http, self._store, parsed, resolution.version)
        meter = Meter(sum(file.size for file, _ in wanted), progress)
        cache = self._cache or Cache(where / ".model-registry")
        Pull(source, cache, meter, stop).run(wanted)
        if self._cache is None:
            cache.remove()
        return Pulled(resolution.version, resolution.digest, where, tuple(target for _, target in wanted))

    def _manifest(self, reference: Reference, resolution: Resolution) -> list[File]:
        """The files of a version. Its digest is that of its manifest, so no server gets past this with other files."""
        version, selector = resolution.version, reference.selector or ""
        expected = selector if selector.startswith("sha256:") else resolution.digest
        manifest = self._run(calls.manifest(reference, version))
        found = f"sha256:{sha256(rfc8785.dumps(manifest)).hexdigest()}"
        if found != expected:
            raise IntegrityError(f"the manifest of {version} has the digest {found} instead of {expected}")
        try:
            return [File.from_dict(file) for file in manifest["files"]]
        except (KeyError, TypeError) as error:
            raise UnexpectedAnswer(f"the manifest of {version} lists a file that cannot be: {error}") from error

    def promote(
        self,
        version: str,
        channel: str,
        *,
        reason: str | None = None,
        allow_major: bool = False,
        if_revision: int | None = None,
        dry_run: bool = False,
    ) -> Promotion:
        """Lets a channel serve a version.

        Args:
            version: The exact version, `namespace/model@1.2.3`.
            channel: The channel.
            reason: Why; goes into the history.
            allow_major: Whether consumers may have to change.
            if_revision: The revision of the channel that is to be changed; any other is refused with `StaleRevision`.
            dry_run: Whether to ask only what would happen.

        Raises:
            PromotionRefused: If a gate keeps the version off the channel.
        """
        reference, number = Reference.of_version(version)
        call = calls.promote(
            reference,
            number,
            channel,
            reason=reason,
            allow_major=allow_major,
            if_revision=if_revision,
            dry_run=dry_run,
        )
        return self._run(call)

    def rollback(
        self,
        model: str,
        channel: str,
        *,
        reason: str,
        to_version: str | None = None,
        expected_version: str | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> RollbackDone:
        """Lets a channel serve the version that it served before.

        Args:
            model: The model, `namespace/model`.
            channel: The channel.
            reason: Why; goes into the history.
            to_version: Another version that it served.
            expected_version: The version that must come of it; any other is refused.
            strict: Whether to fail rather than pass over a version that is no longer served.
            dry_run: Whether to ask only what would happen.
        """
        call = calls.rollback(
            Reference.of_model(model),
            channel,
            reason=reason,
            to_version=to_version,
            expected_version=expected_version,
            strict=strict,
            dry_run=dry_run,
        )
        return self._run(call)

    def history(self, model: str, channel: str) -> Iterator[ChannelRevision]:
        """What a channel served, newest first.

        Args:
            model: The model, `namespace/model`.
            channel: The channel.
        """
        reference = Reference.of_model(model)
        page_token: str | Unset = UNSET
        while True:
            page = self._run(calls.history(reference, channel, page_token))
            yield from page.items
            if isinstance(page.next_page_token, Unset):
                return
            page_token = page.next_page_token

    def load_onnx(self, reference: str, *, file: str = "*.onnx", **session: Any) -> InferenceSession:
        """A session of `onnxruntime` with a version of a model, whose files are checked, and fetched where need be.

        Args:
            reference: The model and, after `@`, what of it.
            file: Which file it is, as a glob pattern, when the version has several.
            session: What `InferenceSession` takes, such as `providers`.

        Raises:
            ImportError: If `onnxruntime` is not there; `model-registry-client[onnx]` brings it.
        """
        from .onnx import load

        return load(self, reference, file, session)
