"""The HTTP clients below everything: they try again what may be tried again, and turn problems into exceptions."""

from __future__ import annotations

import ipaddress
import time
import uuid
from typing import Any

import anyio
import httpx

from .errors import RegistryError, Unavailable, from_problem
from .version import __version__

#: Marks a request that has the same effect however often it is sent.
REPEATABLE = "model_registry.repeatable"
#: Marks a request to an object store, whose status 500 passes as well, and which knows no problems.
STORE = "model_registry.store"

_RETRIES = 3
# Stores fail now and then while they grow, and ask to be asked again.
_STORE_RETRIES = 6
# Who asks for a longer pause than this gets no second request.
_LONGEST_PAUSE = 30.0
_CONNECT = 10.0
# A publish reads every byte of the model before it answers.
_WORK_FACTOR = 10
_FAULT = 500
_BUSY = (429, 502, 503, 504)


def checked_url(url: str) -> str:
    """The address of a server as it stands in front of every path.

    Raises:
        ValueError: If it is none, or if a token would travel to it in the clear: plain HTTP is for loopback only.
    """
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise ValueError(f"`{url}` is no address of a server; write `https://registry.example`") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ValueError(f"`{url}` is no address of a server; write `https://registry.example`")
    if parsed.userinfo or parsed.query or parsed.fragment:
        raise ValueError(f"`{url}` is more than the address of a server; leave out users, `?` and `#`")
    if parsed.scheme == "http" and not _is_loopback(parsed.host):
        raise ValueError(f"`{url}` is plain HTTP beyond this machine; use https, or a tunnel to it")
    return url.rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def settings(url: str, token: str | None, silence: float) -> dict[str, Any]:
    """What both kinds of client are made with.

    Raises:
        ValueError: If the address is not one that a token may travel to, or the token is none.
    """
    headers = {"User-Agent": f"model-registry-client/{__version__}"}
    if token:
        if not token.isascii() or not token.isprintable() or " " in token:
            raise ValueError("the token has a character that no token has; is it the content of the right file?")
        headers["Authorization"] = f"Bearer {token}"
    return {
        "base_url": checked_url(url),
        "headers": headers,
        # A pool that is full waits for a transfer of ours, which has bounds of its own.
        "timeout": httpx.Timeout(silence, connect=_CONNECT, pool=None),
        # A token must never follow a redirect to another host.
        "follow_redirects": False,
    }


class Http(httpx.Client):
    """A client that raises `RegistryError` for every answer that is a failure."""

    def send(self, request: httpx.Request, *, stream: bool = False, **options: Any) -> httpx.Response:
        """Sends a request, and again while that may help."""
        attempts = _Attempts(request)
        while True:
            try:
                response = super().send(request, stream=stream, **options)
                pause = attempts.pause_after(response)
                if pause is None:
                    if response.is_error:
                        response.read()
                        raise attempts.failure(response)
                    return response
                response.close()
            except httpx.TransportError as error:
                pause = attempts.pause_after_failure(error)
            time.sleep(pause)


class AsyncHttp(httpx.AsyncClient):
    """The same for `await`."""

    async def send(self, request: httpx.Request, *, stream: bool = False, **options: Any) -> httpx.Response:
        """Sends a request, and again while that may help."""
        attempts = _Attempts(request)
        while True:
            try:
                response = await super().send(request, stream=stream, **options)
                pause = attempts.pause_after(response)
                if pause is None:
                    if response.is_error:
                        await response.aread()
                        raise attempts.failure(response)
                    return response
                await response.aclose()
            except httpx.TransportError as error:
                pause = attempts.pause_after_failure(error)
            await anyio.sleep(pause)


class _Attempts:
    """When a request is sent again, and when not. A POST gets a key by which the server knows the second one."""

    def __init__(self, request: httpx.Request) -> None:
        self.count = 0
        self.is_store = STORE in request.extensions
        self.server = f"{request.url.scheme}://{request.url.netloc.decode()}"
        if request.method == "POST":
            request.headers.setdefault("Idempotency-Key", str(uuid.uuid4()))
        is_read = request.method in ("GET", "HEAD")
        if not is_read and (timeout := request.extensions.get("timeout", {})).get("read") is not None:
            request.extensions["timeout"] = {**timeout, "read": timeout["read"] * _WORK_FACTOR}
        if self.is_store:
            self.retries = _STORE_RETRIES
        elif is_read or request.method == "POST" or REPEATABLE in request.extensions:
            self.retries = _RETRIES
        else:
            self.retries = 0

    def _own_pause(self) -> float:
        return 0.1 * float(2**self.count)

    def pause_after(self, response: httpx.Response) -> float | None:
        """How long to wait before the next attempt; None when another one would end like this one."""
        self.count += 1
        passes = response.status_code in _BUSY or (self.is_store and response.status_code == _FAULT)
        asked = _retry_after(response) or 0.0
        if not passes or self.count > self.retries or asked > _LONGEST_PAUSE:
            return None
        return max(asked, self._own_pause())

    def pause_after_failure(self, error: httpx.TransportError) -> float:
        """The same for a request without an answer.

        Raises:
            Unavailable: If there is no next attempt.
        """
        self.count += 1
        is_silent = isinstance(error, httpx.TimeoutException) and not isinstance(error, httpx.ConnectTimeout)
        # A server that was silent for so long has had its time.
        if is_silent:
            raise Unavailable(f"{self.server} does not answer: {type(error).__name__}") from error
        if self.count > self.retries or isinstance(error, httpx.ConnectTimeout):
            raise Unavailable(f"{self.server} cannot be reached: {error or type(error).__name__}") from error
        return self._own_pause()

    def failure(self, response: httpx.Response) -> RegistryError:
        """The exception for an answer."""
        if self.is_store:
            # Not what it says: that may repeat the link, which is a secret.
            error: RegistryError = Unavailable(
                f"the object store answers {response.status_code}; try again", status=response.status_code
            )
        else:
            error = from_problem(response.status_code, json_of(response))
        error.retry_after = _retry_after(response)
        return error


def json_of(response: httpx.Response) -> object:
    """The answer as JSON; None when it is none."""
    try:
        return response.json()
    except ValueError:
        return None


def _retry_after(response: httpx.Response) -> float | None:
    """The pause that a server asks for, in seconds. A date instead counts as none."""
    text = response.headers.get("Retry-After", "").strip()
    return float(text) if text.isdecimal() else None
