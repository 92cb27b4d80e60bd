from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field
from dateutil.parser import isoparse

T = TypeVar("T", bound="Namespace")


@_attrs_define
class Namespace:
    """A namespace: what belongs to one team.

    Attributes:
        created_at (datetime.datetime): When it was made. Example: 2026-05-01T00:00:00Z.
        description (str): What people should know about it. Example: Models of the Acme team.
        name (str): Its name. Example: acme.
        revision (int): Rises with every change of the namespace itself; also the `ETag`. Example: 1.
    """

    created_at: datetime.datetime
    description: str
    name: str
    revision: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        description = self.description

        name = self.name

        revision = self.revision

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "description": description,
                "name": name,
                "revision": revision,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = isoparse(d.pop("created_at"))

        description = d.pop("description")

        name = d.pop("name")

        revision = d.pop("revision")

        namespace = cls(
            created_at=created_at,
            description=description,
            name=name,
            revision=revision,
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
