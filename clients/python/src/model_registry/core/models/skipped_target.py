from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SkippedTarget")


@_attrs_define
class SkippedTarget:
    """A target of a rollback that was passed over.

    Attributes:
        reason (str): Why it may not be served: a state, `version-not-found`, `outside-constraint`, `blobs-missing` or
            `rejected`. Example: yanked.
        seq (int): The revision in which the version was promoted. Example: 6.
        version (str): The version. Example: 1.1.0.
    """

    reason: str
    seq: int
    version: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        seq = self.seq

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reason": reason,
                "seq": seq,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        seq = d.pop("seq")

        version = d.pop("version")

        skipped_target = cls(
            reason=reason,
            seq=seq,
            version=version,
        )

        skipped_target.additional_properties = d
        return skipped_target

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
