from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field
from dateutil.parser import isoparse

from ..types import UNSET, Unset

T = TypeVar("T", bound="Namespace")


@_attrs_define
class Namespace:
    """A namespace: what belongs to one team.

    Attributes:
        created_at (datetime.datetime): When it was made. Example: 2026-05-01T00:00:00Z.
        description (str): What people should know about it. Example: Models of the Acme team.
        name (str): Its name. Example: acme.
        private (bool): Whether only its members may know of it.
        revision (int): Rises with every change of the namespace itself; also the `ETag`. Example: 1.
        quota_bytes (int | Unset): The most bytes that its files may take; absent when there is no limit. Example:
            1099511627776.
    """

    created_at: datetime.datetime
    description: str
    name: str
    private: bool
    revision: int
    quota_bytes: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        description = self.description

        name = self.name

        private = self.private

        revision = self.revision

        quota_bytes = self.quota_bytes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "description": description,
                "name": name,
                "private": private,
                "revision": revision,
            }
        )
        if quota_bytes is not UNSET:
            field_dict["quota_bytes"] = quota_bytes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = isoparse(d.pop("created_at"))

        description = d.pop("description")

        name = d.pop("name")

        private = d.pop("private")

        revision = d.pop("revision")

        quota_bytes = d.pop("quota_bytes", UNSET)

        namespace = cls(
            created_at=created_at,
            description=description,
            name=name,
            private=private,
            revision=revision,
            quota_bytes=quota_bytes,
        )

        namespace.additional_properties = d
        return namespace

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
