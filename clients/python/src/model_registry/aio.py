"""The registry, for programs that do other things meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from functools import partial
from threading import Event
from types import TracebackType
from typing import Any, TypeVar

import anyio
import anyio.to_thread
from typing_extensions import Self, Unpack

from . import calls
from .calls import About, Call, Facts, Number
from .core import AuthenticatedClient
from .core.models import ChannelRevision, Promotion, Resolution, RollbackDone, Verdict, Version
from .core.types import UNSET, Unset
from .files import Files, StrPath, gather
from .http import AsyncHttp, settings
from .progress import Progress
from .pull import Pulled
from .reference import Reference
from .registry import SILENCE, Registry, address

T = TypeVar("T")


class AsyncRegistry:
    """A model registry, for `asyncio` and `trio`; the methods are those of `Registry`.

    Files are read and written by threads. A task that is cancelled stops them; what they have sent or fetched is used
    by the next attempt.
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
        self._http = AsyncHttp(**settings(url, token, silence))
        self._threads = Registry(url, token, cache=cache, silence=silence)
        #: For the functions of `model_registry.core`; their problems are raised, too.
        self.client = AuthenticatedClient(base_url=url, token=token or "").set_async_httpx_client(self._http)

    async def aclose(self) -> None:
        """Closes the connections."""
        await self._http.aclose()
        self._threads.close()

    async def __aenter__(self) -> Self:
        """Itself; `async with` closes it."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the connections."""
        await self.aclose()

    async def _run(self, call: Call[T]) -> T:
        return call.answer(await self._http.request(**call.request))

    async def resolve(self, reference: str, *, fallback: bool | None = None, prerelease: bool = False) -> Resolution:
        """The one version that a reference means; see `Registry.resolve`."""
        return await self._run(calls.resolve(Reference.parse(reference), fallback=fallback, prerelease=prerelease))

    async def check(
        self,
        model: str,
        version: str | None,
        files: Files,
        *,
        bump: str = "auto",
        contract: Mapping[str, Any] | None = None,
        **facts: Unpack[Facts],
    ) -> Verdict:
        """May these files be published under this number? See `Registry.check`."""
        reference, found = Reference.of_model(model), await _in_thread(partial(gather, files), Event())
        if contract is None:
            stop = Event()
            await _in_thread(partial(self._threads._upload, reference, version, found, False, stop), stop)
        more = {**facts, "contract": contract} if contract is not None else facts
        return await self._run(calls.check(reference, [file.ref() for file in found], Number(version, bump), more))

    async def publish(
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
        """Uploads files and publishes them; see `Registry.publish`. `progress` is called from other threads."""
        reference, found, stop = Reference.of_model(model), await _in_thread(partial(gather, files), Event()), Event()
        refs, line = await _in_thread(partial(self._threads._upload, reference, version, found, progress, stop), stop)
        more = {**about, "upload_line": line}
        return await self._run(calls.publish(reference, refs, Number(version, bump), more, dry_run=dry_run))

    async def pull(
        self,
        reference: str,
        folder: StrPath | None = None,
        *,
        files: str | list[str] = "*",
        progress: bool | Progress = False,
    ) -> Pulled:
        """Fetches the files of a version; see `Registry.pull`. `progress` is called from other threads."""
        stop = Event()
        return await _in_thread(partial(self._threads._pull, reference, folder, files, progress, stop), stop)

    async def promote(
        self,
        version: str,
        channel: str,
        *,
        reason: str | None = None,
        allow_major: bool = False,
        if_revision: int | None = None,
        dry_run: bool = False,
    ) -> Promotion:
        """Lets a channel serve a version; see `Registry.promote`."""
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
        return await self._run(call)

    async def rollback(
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
        """Lets a channel serve the version that it served before; see `Registry.rollback`."""
        call = calls.rollback(
            Reference.of_model(model),
            channel,
            reason=reason,
            to_version=to_version,
            expected_version=expected_version,
            strict=strict,
            dry_run=dry_run,
        )
        return await self._run(call)

    async def history(self, model: str, channel: str) -> AsyncIterator[ChannelRevision]:
        """What a channel served, newest first; see `Registry.history`."""
        reference = Reference.of_model(model)
        page_token: str | Unset = UNSET
        while True:
            page = await self._run(calls.history(reference, channel, page_token))
            for revision in page.items:
                yield revision
            if isinstance(page.next_page_token, Unset):
                return
            page_token = page.next_page_token


async def _in_thread(work: Callable[[], T], stop: Event) -> T:
    try:
        return await anyio.to_thread.run_sync(work, abandon_on_cancel=True)
    except anyio.get_cancelled_exc_class():
        stop.set()
        raise
