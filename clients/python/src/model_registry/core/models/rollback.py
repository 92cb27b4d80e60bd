from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Rollback")


@_attrs_define
class Rollback:
    """Why a channel is rolled back, and where to.

    Attributes:
        expected_version (str | Unset): The version that the caller was shown; refused when another one would be served.
            Example: 1.1.0.
        reason (str | Unset): What is wrong with the version served; never empty. Example: the false positive rate
            doubled.
        strict (bool | Unset): Whether to refuse when the nearest target is not eligible, instead of passing it over.
        to_revision (int | Unset): A revision of the channel, instead of a version. Example: 5.
        to_version (str | Unset): A version that the channel has served; without it the nearest eligible one. Example:
            1.1.0.
    """

    expected_version: str | Unset = UNSET
    reason: str | Unset = UNSET
    strict: bool | Unset = UNSET
    to_revision: int | Unset = UNSET
    to_version: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        expected_version = self.expected_version

        reason = self.reason

        strict = self.strict

        to_revision = self.to_revision

        to_version = self.to_version

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if expected_version is not UNSET:
            field_dict["expected_version"] = expected_version
        if reason is not UNSET:
            field_dict["reason"] = reason
        if strict is not UNSET:
            field_dict["strict"] = strict
        if to_revision is not UNSET:
            field_dict["to_revision"] = to_revision
        if to_version is not UNSET:
            field_dict["to_version"] = to_version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        expected_version = d.pop("expected_version", UNSET)

        reason = d.pop("reason", UNSET)

        strict = d.pop("strict", UNSET)

        to_revision = d.pop("to_revision", UNSET)

        to_version = d.pop("to_version", UNSET)

        rollback = cls(
            expected_version=expected_version,
            reason=reason,
            strict=strict,
            to_revision=to_revision,
            to_version=to_version,
        )

        return rollback
