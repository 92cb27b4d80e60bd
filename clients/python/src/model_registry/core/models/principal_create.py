from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PrincipalCreate")


@_attrs_define
class PrincipalCreate:
    """A principal to make.

    Example:
        {'description': 'The pipeline of the fraud models', 'kind': 'service', 'name': 'fraud-ci'}

    Attributes:
        kind (str): `user` for a person, `service` for a program.
        name (str): Its name: `[a-z0-9]([a-z0-9._@-]{0,62}[a-z0-9])?`. It is never given to another one.
        description (str | Unset): What people should know about it.
    """

    kind: str
    name: str
    description: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        name = self.name

        description = self.description

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "name": name,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = d.pop("kind")

        name = d.pop("name")

        description = d.pop("description", UNSET)

        principal_create = cls(
            kind=kind,
            name=name,
            description=description,
        )

        return principal_create
