from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="MemberSet")


@_attrs_define
class MemberSet:
    """The roles that a member is to have, in place of those that they have.

    Example:
        {'roles': ['publisher']}

    Attributes:
        roles (list[str]): `reader`, `publisher`, `promoter`, `admin`; at least one.
    """

    roles: list[str]

    def to_dict(self) -> dict[str, Any]:
        roles = self.roles

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "roles": roles,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        roles = cast(list[str], d.pop("roles"))

        member_set = cls(
            roles=roles,
        )

        return member_set
