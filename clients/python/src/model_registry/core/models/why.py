from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Why")


@_attrs_define
class Why:
    """How a version was chosen.

    Attributes:
        candidates (int): How many versions there were to choose from. Example: 2.
        kind (str): `digest`, `exact`, `range`, `latest` or `channel`. Example: range.
        selector (str): The selector, in its canonical spelling. Example: ^1.0.
    """

    candidates: int
    kind: str
    selector: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        candidates = self.candidates

        kind = self.kind

        selector = self.selector

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "candidates": candidates,
                "kind": kind,
                "selector": selector,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        candidates = d.pop("candidates")

        kind = d.pop("kind")

        selector = d.pop("selector")

        why = cls(
            candidates=candidates,
            kind=kind,
            selector=selector,
        )

        why.additional_properties = d
        return why

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
