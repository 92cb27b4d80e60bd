from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field
from dateutil.parser import isoparse

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.channel_compat import ChannelCompat


T = TypeVar("T", bound="ChannelRevision")


@_attrs_define
class ChannelRevision:
    """One line of the history of a channel.

    Attributes:
        actor (str): Who moved the channel. Example: admin.
        created_at (datetime.datetime): When. Example: 2026-11-02T09:30:00Z.
        kind (str): What was done: `promote`, `rollback`, `clear` or `import`. Example: promote.
        seq (int): The place in the history: 1, 2, 3… without gaps. Example: 7.
        undo_depth_seq (int): Below which revision the next rollback looks for its target. Example: 5.
        compat (ChannelCompat | Unset): What a move of a channel means for those who consume it; recorded with the move.
        direction (str | Unset): Whether the version rose (`forward`) or fell (`backward`). Example: forward.
        reason (str | Unset): Why. Example: passed the nightly evaluation.
        restored_seq (int | Unset): The revision that a rollback went back to. Example: 5.
        version (str | Unset): The version served from here on; absent after a clear. Example: 1.2.0.
    """

    actor: str
    created_at: datetime.datetime
    kind: str
    seq: int
    undo_depth_seq: int
    compat: ChannelCompat | Unset = UNSET
    direction: str | Unset = UNSET
    reason: str | Unset = UNSET
    restored_seq: int | Unset = UNSET
    version: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        actor = self.actor

        created_at = self.created_at.isoformat()

        kind = self.kind

        seq = self.seq

        undo_depth_seq = self.undo_depth_seq

        compat: dict[str, Any] | Unset = UNSET
        if not isinstance(self.compat, Unset):
            compat = self.compat.to_dict()

        direction = self.direction

        reason = self.reason

        restored_seq = self.restored_seq

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "actor": actor,
                "created_at": created_at,
                "kind": kind,
                "seq": seq,
                "undo_depth_seq": undo_depth_seq,
            }
        )
        if compat is not UNSET:
            field_dict["compat"] = compat
        if direction is not UNSET:
            field_dict["direction"] = direction
        if reason is not UNSET:
            field_dict["reason"] = reason
        if restored_seq is not UNSET:
            field_dict["restored_seq"] = restored_seq
        if version is not UNSET:
            field_dict["version"] = version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_compat import ChannelCompat

        d = dict(src_dict)
        actor = d.pop("actor")

        created_at = isoparse(d.pop("created_at"))

        kind = d.pop("kind")

        seq = d.pop("seq")

        undo_depth_seq = d.pop("undo_depth_seq")

        _compat = d.pop("compat", UNSET)
        compat: ChannelCompat | Unset
        if isinstance(_compat, Unset):
            compat = UNSET
        else:
            compat = ChannelCompat.from_dict(_compat)

        direction = d.pop("direction", UNSET)

        reason = d.pop("reason", UNSET)

        restored_seq = d.pop("restored_seq", UNSET)

        version = d.pop("version", UNSET)

        channel_revision = cls(
            actor=actor,
            created_at=created_at,
            kind=kind,
            seq=seq,
            undo_depth_seq=undo_depth_seq,
            compat=compat,
            direction=direction,
            reason=reason,
            restored_seq=restored_seq,
            version=version,
        )

        channel_revision.additional_properties = d
        return channel_revision

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
