from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NamespaceUpdate")


@_attrs_define
class NamespaceUpdate:
    """What is to change of a namespace; what is absent stays.

    Example:
        {'description': 'Models of the whole of Acme'}

    Attributes:
        description (str | Unset): What people should know about it.
        private (bool | Unset): Whether only its members may know of it.
        quota_bytes (int | Unset): The most bytes that its files may take; 0 is no limit. For administrators of the
            registry. Example: 1099511627776.
    """

    description: str | Unset = UNSET
    private: bool | Unset = UNSET
    quota_bytes: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        private = self.private

        quota_bytes = self.quota_bytes

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if description is not UNSET:
            field_dict["description"] = description
        if private is not UNSET:
            field_dict["private"] = private
        if quota_bytes is not UNSET:
            field_dict["quota_bytes"] = quota_bytes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        description = d.pop("description", UNSET)

        private = d.pop("private", UNSET)

        quota_bytes = d.pop("quota_bytes", UNSET)

        namespace_update = cls(
            description=description,
            private=private,
            quota_bytes=quota_bytes,
        )

        return namespace_update
