from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.channel import Channel
    from ..models.skipped_target import SkippedTarget


T = TypeVar("T", bound="RollbackDone")


@_attrs_define
class RollbackDone:
    """What a rollback did, or with `dry_run` would do.

    Attributes:
        channel (Channel): A pointer inside one model, with a history.
        restored_seq (int): The revision that was gone back to. Example: 5.
        revision (int): The number of the new revision. Example: 8.
        skipped (list[SkippedTarget]): The nearer targets that were passed over, nearest first.
        to_version (str): The version served now. Example: 1.1.0.
        from_version (str | Unset): The version served before; absent when the channel was empty. Example: 1.2.0.
        lost (list[str] | Unset): What consumers of the version before lose, one sentence each.
    """

    channel: Channel
    restored_seq: int
    revision: int
    skipped: list[SkippedTarget]
    to_version: str
    from_version: str | Unset = UNSET
    lost: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        channel = self.channel.to_dict()

        restored_seq = self.restored_seq

        revision = self.revision

        skipped = []
        for skipped_item_data in self.skipped:
            skipped_item = skipped_item_data.to_dict()
            skipped.append(skipped_item)

        to_version = self.to_version

        from_version = self.from_version

        lost: list[str] | Unset = UNSET
        if not isinstance(self.lost, Unset):
            lost = self.lost

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "channel": channel,
                "restored_seq": restored_seq,
                "revision": revision,
                "skipped": skipped,
                "to_version": to_version,
            }
        )
        if from_version is not UNSET:
            field_dict["from_version"] = from_version
        if lost is not UNSET:
            field_dict["lost"] = lost

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel import Channel
        from ..models.skipped_target import SkippedTarget

        d = dict(src_dict)
        channel = Channel.from_dict(d.pop("channel"))

        restored_seq = d.pop("restored_seq")

        revision = d.pop("revision")

        skipped = []
        _skipped = d.pop("skipped")
        for skipped_item_data in _skipped:
            skipped_item = SkippedTarget.from_dict(skipped_item_data)

            skipped.append(skipped_item)

        to_version = d.pop("to_version")

        from_version = d.pop("from_version", UNSET)

        lost = cast(list[str], d.pop("lost", UNSET))

        rollback_done = cls(
            channel=channel,
            restored_seq=restored_seq,
            revision=revision,
            skipped=skipped,
            to_version=to_version,
            from_version=from_version,
            lost=lost,
        )

        rollback_done.additional_properties = d
        return rollback_done

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
