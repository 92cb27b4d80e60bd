"""The requests of the face, each built once for both kinds of client, out of the generated core."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import attrs
import httpx
from typing_extensions import TypedDict

from .core.api.channels import list_channel_revisions, promote_channel, rollback_channel
from .core.api.resolve import resolve_version
from .core.api.versions import check_compatibility, get_version_manifest, publish_version
from .core.models import (
    ChannelRevisionList,
    CompatibilityCheck,
    FileRef,
    Promote,
    Promotion,
    Resolution,
    Rollback,
    RollbackDone,
    Verdict,
    Version,
    VersionCreate,
)
from .core.types import UNSET, Unset
from .errors import UnexpectedAnswer
from .http import json_of
from .reference import Reference

T = TypeVar("T")


class Facts(TypedDict, total=False):
    """What no file of a model says.

    Attributes:
        declared: Declared facts, as in the table of that name in a `registry.toml`.
        evaluation: Reports of an evaluation; no part of the digest.
        line: The line in which the number rises, when `bump` decides; the highest without it.
    """

    declared: Mapping[str, Any]
    evaluation: Mapping[str, Any]
    line: str


class About(Facts, total=False):
    """What goes into a version beside its files.

    Attributes:
        description: What people should know about it.
        labels: Free-form labels.
        lineage: Where the version comes from.
    """

    description: str
    labels: Mapping[str, str]
    lineage: Mapping[str, Any]


@dataclass(frozen=True)
class Number:
    """The number that a version is to get, or how it is to rise."""

    version: str | None
    bump: str

    def fields(self) -> dict[str, str]:
        """The fields of a body that say so."""
        return {"bump": self.bump} if self.version is None else {"version": self.version}


@dataclass(frozen=True)
class Call(Generic[T]):
    """A request, and how its answer is read."""

    request: dict[str, Any]
    parse: Callable[[Mapping[str, Any]], T]

    def answer(self, response: httpx.Response) -> T:
        """Reads the answer.

        Raises:
            UnexpectedAnswer: If it is none that this version knows.
        """
        value = json_of(response)
        try:
            if response.is_success and isinstance(value, dict):
                return self.parse(value)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            reason = f"{type(error).__name__}: {error}"
            raise UnexpectedAnswer(
                f"{self._where} is answered with what this version cannot read ({reason})"
            ) from error
        status = response.status_code
        raise UnexpectedAnswer(
            f"{self._where} is answered with {status} and no object; is it a registry?", status=status
        )

    @property
    def _where(self) -> str:
        return str(self.request["url"])


def resolve(reference: Reference, *, fallback: bool | None = None, prerelease: bool = False) -> Call[Resolution]:
    """Which version a reference means; a model without a selector means its latest."""
    request = resolve_version._get_kwargs(
        reference.namespace,
        reference.model,
        ref=reference.selector or UNSET,
        fallback=UNSET if fallback is None else "latest" if fallback else "error",
        prerelease="include" if prerelease else UNSET,
    )
    return Call(request, Resolution.from_dict)


def manifest(reference: Reference, version: str) -> Call[dict[str, Any]]:
    """What a version is made of, as the server wrote it, because its digest is that of the version."""
    return Call(get_version_manifest._get_kwargs(reference.namespace, reference.model, version), dict)


def check(model: Reference, files: list[FileRef], number: Number, more: Mapping[str, Any]) -> Call[Verdict]:
    """May a model be published under a number?"""
    body = CompatibilityCheck.from_dict(_fields(CompatibilityCheck, files, number, more))
    return Call(check_compatibility._get_kwargs(model.namespace, model.model, body=body), Verdict.from_dict)


def publish(
    model: Reference, files: list[FileRef], number: Number, more: Mapping[str, Any], *, dry_run: bool
) -> Call[Version]:
    """Publishes files that were uploaded."""
    body = VersionCreate.from_dict(_fields(VersionCreate, files, number, more))
    request = publish_version._get_kwargs(model.namespace, model.model, body=body, dry_run=dry_run)
    return Call(request, Version.from_dict)


def _fields(
    kind: type[attrs.AttrsInstance], files: list[FileRef], number: Number, more: Mapping[str, Any]
) -> dict[str, Any]:
    """The fields of a body. The generated core would drop those that it does not know.

    Raises:
        TypeError: If there is one of those.
    """
    if unknown := more.keys() - attrs.fields_dict(kind).keys():
        raise TypeError(f"there is no argument `{min(unknown)}`")
    return {**number.fields(), "files": [file.to_dict() for file in files], **more}


def promote(
    version: Reference,
    number: str,
    channel: str,
    *,
    reason: str | None,
    allow_major: bool,
    if_revision: int | None,
    dry_run: bool,
) -> Call[Promotion]:
    """Lets a channel serve a version."""
    request = promote_channel._get_kwargs(
        version.namespace,
        version.model,
        channel,
        body=Promote(version=number, reason=_given(reason), allow_major=allow_major),
        dry_run=dry_run,
        if_match=UNSET if if_revision is None else f'"{if_revision}"',
    )
    return Call(request, Promotion.from_dict)


def rollback(
    model: Reference,
    channel: str,
    *,
    reason: str,
    to_version: str | None,
    expected_version: str | None,
    strict: bool,
    dry_run: bool,
) -> Call[RollbackDone]:
    """Lets a channel serve what it served before."""
    body = Rollback(
        reason=reason, to_version=_given(to_version), expected_version=_given(expected_version), strict=strict
    )
    request = rollback_channel._get_kwargs(model.namespace, model.model, channel, body=body, dry_run=dry_run)
    return Call(request, RollbackDone.from_dict)


def history(model: Reference, channel: str, page_token: str | Unset) -> Call[ChannelRevisionList]:
    """One page of what a channel served, newest first."""
    request = list_channel_revisions._get_kwargs(
        model.namespace, model.model, channel, page_size=500, page_token=page_token
    )
    return Call(request, ChannelRevisionList.from_dict)


def _given(value: T | None) -> T | Unset:
    return UNSET if value is None else value
