from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Impact")


@_attrs_define
class Impact:
    """What the verdict said when a version was published.

    Attributes:
        consumer_change (str): Whether consumers must change. Example: optional.
        required_bump (str): The semantic class of what changed since. Example: minor.
        retraining (str): Whether the model must be trained again. Example: none.
        base (str | Unset): The version that it was compared with. Example: 1.0.0.
    """

    consumer_change: str
    required_bump: str
    retraining: str
    base: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        consumer_change = self.consumer_change

        required_bump = self.required_bump

        retraining = self.retraining

        base = self.base

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "consumer_change": consumer_change,
                "required_bump": required_bump,
                "retraining": retraining,
            }
        )
        if base is not UNSET:
            field_dict["base"] = base

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        consumer_change = d.pop("consumer_change")

        required_bump = d.pop("required_bump")

        retraining = d.pop("retraining")

        base = d.pop("base", UNSET)

        impact = cls(
            consumer_change=consumer_change,
            required_bump=required_bump,
            retraining=retraining,
            base=base,
        )

        impact.additional_properties = d
        return impact

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
