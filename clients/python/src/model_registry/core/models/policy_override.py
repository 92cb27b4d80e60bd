from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from dateutil.parser import isoparse

from ..types import UNSET, Unset

T = TypeVar("T", bound="PolicyOverride")


@_attrs_define
class PolicyOverride:
    """What a layer says of one rule, and why.

    Attributes:
        reason (str): Why. Example: our texts change daily.
        author (str | Unset): Who decided it. Example: admin.
        expires (datetime.date | Unset): The first day (UTC) on which the override no longer holds; absent means never.
            Example: 2027-01-01.
        level (str | Unset): The level instead of the catalogue's: `allow`, `warn` or `deny`. Example: warn.
        locked (bool | Unset): Whether more specific layers may no longer decide otherwise. Example: True.
        required (str | Unset): The bump instead of the catalogue's: `none`, `patch`, `minor` or `major`. Example:
            minor.
    """

    reason: str
    author: str | Unset = UNSET
    expires: datetime.date | Unset = UNSET
    level: str | Unset = UNSET
    locked: bool | Unset = UNSET
    required: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        author = self.author

        expires: str | Unset = UNSET
        if not isinstance(self.expires, Unset):
            expires = self.expires.isoformat()

        level = self.level

        locked = self.locked

        required = self.required

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if author is not UNSET:
            field_dict["author"] = author
        if expires is not UNSET:
            field_dict["expires"] = expires
        if level is not UNSET:
            field_dict["level"] = level
        if locked is not UNSET:
            field_dict["locked"] = locked
        if required is not UNSET:
            field_dict["required"] = required

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        author = d.pop("author", UNSET)

        _expires = d.pop("expires", UNSET)
        expires: datetime.date | Unset
        if isinstance(_expires, Unset):
            expires = UNSET
        else:
            expires = isoparse(_expires).date()

        level = d.pop("level", UNSET)

        locked = d.pop("locked", UNSET)

        required = d.pop("required", UNSET)

        policy_override = cls(
            reason=reason,
            author=author,
            expires=expires,
            level=level,
            locked=locked,
            required=required,
        )

        return policy_override
