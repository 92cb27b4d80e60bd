from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PrincipalUpdate")


@_attrs_define
class PrincipalUpdate:
    """What is to change of a principal; what is absent stays.

    Example:
        {'disabled': True}

    Attributes:
        description (str | Unset): What people should know about it.
        disabled (bool | Unset): Whether its tokens open nothing.
    """

    description: str | Unset = UNSET
    disabled: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        disabled = self.disabled

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if description is not UNSET:
            field_dict["description"] = description
        if disabled is not UNSET:
            field_dict["disabled"] = disabled

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        description = d.pop("description", UNSET)

        disabled = d.pop("disabled", UNSET)

        principal_update = cls(
            description=description,
            disabled=disabled,
        )

        return principal_update
