from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PolicyFiles")


@_attrs_define
class PolicyFiles:
    """What files versions may have.

    Attributes:
        allow_pickle (bool | Unset): Whether versions with unsafe files, as pickles are, are published and marked;
            without it they are refused. Example: True.
        locked (bool | Unset): Whether more specific layers may no longer decide otherwise. Default: False.
    """

    allow_pickle: bool | Unset = UNSET
    locked: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        allow_pickle = self.allow_pickle

        locked = self.locked

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if allow_pickle is not UNSET:
            field_dict["allow_pickle"] = allow_pickle
        if locked is not UNSET:
            field_dict["locked"] = locked

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allow_pickle = d.pop("allow_pickle", UNSET)

        locked = d.pop("locked", UNSET)

        policy_files = cls(
            allow_pickle=allow_pickle,
            locked=locked,
        )

        return policy_files
