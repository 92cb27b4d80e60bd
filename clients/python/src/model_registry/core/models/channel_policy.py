from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ChannelPolicy")


@_attrs_define
class ChannelPolicy:
    """What a channel accepts. A `PUT` replaces all of it; what is left out gets its default.

    Attributes:
        allow_major (bool | Unset): Whether a major step needs no `allow_major` in the request. Default: False.
        constraint (str | Unset): The only versions that the channel may be moved to. Example: ^2.
        largest_step (str | Unset): The largest step of a promotion, up or down: `patch`, `minor` or `major`. Default:
            'major'. Example: major.
        promoters (list[str] | Unset): Those of the promoters who may move the channel, beside the admins of the
            namespace, at least one; absent when every
            promoter may. Example: ['ada', 'on-call'].
        require_if_match (bool | Unset): Whether a change must say with `If-Match` which revision it saw. Default:
            False. Example: True.
    """

    allow_major: bool | Unset = False
    constraint: str | Unset = UNSET
    largest_step: str | Unset = "major"
    promoters: list[str] | Unset = UNSET
    require_if_match: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        allow_major = self.allow_major

        constraint = self.constraint

        largest_step = self.largest_step

        promoters: list[str] | Unset = UNSET
        if not isinstance(self.promoters, Unset):
            promoters = self.promoters

        require_if_match = self.require_if_match

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if allow_major is not UNSET:
            field_dict["allow_major"] = allow_major
        if constraint is not UNSET:
            field_dict["constraint"] = constraint
        if largest_step is not UNSET:
            field_dict["largest_step"] = largest_step
        if promoters is not UNSET:
            field_dict["promoters"] = promoters
        if require_if_match is not UNSET:
            field_dict["require_if_match"] = require_if_match

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allow_major = d.pop("allow_major", UNSET)

        constraint = d.pop("constraint", UNSET)

        largest_step = d.pop("largest_step", UNSET)

        promoters = cast(list[str], d.pop("promoters", UNSET))

        require_if_match = d.pop("require_if_match", UNSET)

        channel_policy = cls(
            allow_major=allow_major,
            constraint=constraint,
            largest_step=largest_step,
            promoters=promoters,
            require_if_match=require_if_match,
        )

        return channel_policy
