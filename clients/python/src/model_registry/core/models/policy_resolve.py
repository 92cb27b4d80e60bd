from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PolicyResolve")


@_attrs_define
class PolicyResolve:
    """How requests are resolved.

    Attributes:
        fallback (str | Unset): What is served when the asked-for version is not: `error` or `latest`. Example: latest.
    """

    fallback: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        fallback = self.fallback

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if fallback is not UNSET:
            field_dict["fallback"] = fallback

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        fallback = d.pop("fallback", UNSET)

        policy_resolve = cls(
            fallback=fallback,
        )

        return policy_resolve
