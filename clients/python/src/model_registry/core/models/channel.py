from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field
from dateutil.parser import isoparse

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.channel_policy import ChannelPolicy


T = TypeVar("T", bound="Channel")


@_attrs_define
class Channel:
    """A pointer inside one model, with a history.

    Attributes:
        name (str): The name, unique in the model. Example: production.
        policy (ChannelPolicy): What a channel accepts. A `PUT` replaces all of it; what is left out gets its default.
        revision (int): The number of the last revision, 0 before the first one. It is the entity tag of the channel.
            Example: 7.
        digest (str | Unset): The digest of the manifest of the version. Example:
            sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.
        reason (str | Unset): Why it was moved. Example: passed the nightly evaluation.
        state (str | Unset): The present state of the version. Example: active.
        updated_at (datetime.datetime | Unset): When it was last moved. Example: 2026-11-02T09:30:00Z.
        updated_by (str | Unset): Who moved it. Example: admin.
        version (str | Unset): The version served; absent when the channel is empty. Example: 1.2.0.
    """

    name: str
    policy: ChannelPolicy
    revision: int
    digest: str | Unset = UNSET
    reason: str | Unset = UNSET
    state: str | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    updated_by: str | Unset = UNSET
    version: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        policy = self.policy.to_dict()

        revision = self.revision

        digest = self.digest

        reason = self.reason

        state = self.state

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        updated_by = self.updated_by

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "policy": policy,
                "revision": revision,
            }
        )
        if digest is not UNSET:
            field_dict["digest"] = digest
        if reason is not UNSET:
            field_dict["reason"] = reason
        if state is not UNSET:
            field_dict["state"] = state
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at
        if updated_by is not UNSET:
            field_dict["updated_by"] = updated_by
        if version is not UNSET:
            field_dict["version"] = version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_policy import ChannelPolicy

        d = dict(src_dict)
        name = d.pop("name")

        policy = ChannelPolicy.from_dict(d.pop("policy"))

        revision = d.pop("revision")

        digest = d.pop("digest", UNSET)

        reason = d.pop("reason", UNSET)

        state = d.pop("state", UNSET)

        _updated_at = d.pop("updated_at", UNSET)
        updated_at: datetime.datetime | Unset
        if isinstance(_updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = isoparse(_updated_at)

        updated_by = d.pop("updated_by", UNSET)

        version = d.pop("version", UNSET)

        channel = cls(
            name=name,
            policy=policy,
            revision=revision,
            digest=digest,
            reason=reason,
            state=state,
            updated_at=updated_at,
            updated_by=updated_by,
            version=version,
        )

        channel.additional_properties = d
        return channel

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
