from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NamespaceCreate")


@_attrs_define
class NamespaceCreate:
    """A namespace to make.

    Example:
        {'description': 'Models of the Acme team', 'name': 'acme'}

    Attributes:
        name (str): Its name: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`.
        description (str | Unset): What people should know about it.
        private (bool | Unset): Whether only its members may know of it.
    """

    name: str
    description: str | Unset = UNSET
    private: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        private = self.private

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if private is not UNSET:
            field_dict["private"] = private

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        description = d.pop("description", UNSET)

        private = d.pop("private", UNSET)

        namespace_create = cls(
            name=name,
            description=description,
            private=private,
        )

        return namespace_create
