from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ChannelCompat")


@_attrs_define
class ChannelCompat:
    """What a move of a channel means for those who consume it; recorded with the move.

    Attributes:
        consumer_change (str): Whether consumers must change. Example: optional.
        policy_digest (str): The digest of the policy that this was judged by. Example:
            sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.
        required_bump (str): The semantic class of the changes from the version before to the version after. Example:
            minor.
        retraining (str): Whether the model must be trained again. Example: none.
        lost (list[str] | Unset): What consumers of the version before lose, one sentence each.
    """

    consumer_change: str
    policy_digest: str
    required_bump: str
    retraining: str
    lost: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        consumer_change = self.consumer_change

        policy_digest = self.policy_digest

        required_bump = self.required_bump

        retraining = self.retraining

        lost: list[str] | Unset = UNSET
        if not isinstance(self.lost, Unset):
            lost = self.lost

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "consumer_change": consumer_change,
                "policy_digest": policy_digest,
                "required_bump": required_bump,
                "retraining": retraining,
            }
        )
        if lost is not UNSET:
            field_dict["lost"] = lost

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        consumer_change = d.pop("consumer_change")

        policy_digest = d.pop("policy_digest")

        required_bump = d.pop("required_bump")

        retraining = d.pop("retraining")

        lost = cast(list[str], d.pop("lost", UNSET))

        channel_compat = cls(
            consumer_change=consumer_change,
            policy_digest=policy_digest,
            required_bump=required_bump,
            retraining=retraining,
            lost=lost,
        )

        channel_compat.additional_properties = d
        return channel_compat

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
