from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Promote")


@_attrs_define
class Promote:
    """Which version a channel is to serve.

    Attributes:
        version (str): The exact version. Example: 1.2.0.
        allow_major (bool | Unset): Whether a major step is meant.
        reason (str | Unset): Why. Example: passed the nightly evaluation.
    """

    version: str
    allow_major: bool | Unset = UNSET
    reason: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        allow_major = self.allow_major

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
            }
        )
        if allow_major is not UNSET:
            field_dict["allow_major"] = allow_major
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        allow_major = d.pop("allow_major", UNSET)

        reason = d.pop("reason", UNSET)

        promote = cls(
            version=version,
            allow_major=allow_major,
            reason=reason,
        )

        return promote
