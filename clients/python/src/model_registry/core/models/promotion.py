from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.channel import Channel


T = TypeVar("T", bound="Promotion")


@_attrs_define
class Promotion:
    """What a promotion or a clear did, or with `dry_run` would do.

    Attributes:
        changed (bool): Whether the channel moved; `false` when it served that already. Example: True.
        channel (Channel): A pointer inside one model, with a history.
        revision (int): The number of the last revision. Example: 7.
        bump (str | Unset): The semantic class of the changes from the version before. Example: minor.
        consumer_change (str | Unset): Whether consumers must change. Example: optional.
        direction (str | Unset): Whether the version rose (`forward`) or fell (`backward`). Example: forward.
        from_version (str | Unset): The version served before. Example: 1.1.0.
        retraining (str | Unset): Whether the model had to be trained again. Example: none.
        to_version (str | Unset): The version served now; absent after a clear. Example: 1.2.0.
    """

    changed: bool
    channel: Channel
    revision: int
    bump: str | Unset = UNSET
    consumer_change: str | Unset = UNSET
    direction: str | Unset = UNSET
    from_version: str | Unset = UNSET
    retraining: str | Unset = UNSET
    to_version: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        changed = self.changed

        channel = self.channel.to_dict()

        revision = self.revision

        bump = self.bump

        consumer_change = self.consumer_change

        direction = self.direction

        from_version = self.from_version

        retraining = self.retraining

        to_version = self.to_version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "changed": changed,
                "channel": channel,
                "revision": revision,
            }
        )
        if bump is not UNSET:
            field_dict["bump"] = bump
        if consumer_change is not UNSET:
            field_dict["consumer_change"] = consumer_change
        if direction is not UNSET:
            field_dict["direction"] = direction
        if from_version is not UNSET:
            field_dict["from_version"] = from_version
        if retraining is not UNSET:
            field_dict["retraining"] = retraining
        if to_version is not UNSET:
            field_dict["to_version"] = to_version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel import Channel

        d = dict(src_dict)
        changed = d.pop("changed")

        channel = Channel.from_dict(d.pop("channel"))

        revision = d.pop("revision")

        bump = d.pop("bump", UNSET)

        consumer_change = d.pop("consumer_change", UNSET)

        direction = d.pop("direction", UNSET)

        from_version = d.pop("from_version", UNSET)

        retraining = d.pop("retraining", UNSET)

        to_version = d.pop("to_version", UNSET)

        promotion = cls(
            changed=changed,
            channel=channel,
            revision=revision,
            bump=bump,
            consumer_change=consumer_change,
            direction=direction,
            from_version=from_version,
            retraining=retraining,
            to_version=to_version,
        )

        promotion.additional_properties = d
        return promotion

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
