from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ProblemFault")


@_attrs_define
class ProblemFault:
    """A place in the request with what is wrong there.

    Attributes:
        place (str): A JSON Pointer into the body, or the name of a parameter. Example: /verion.
        reason (str): What is wrong. Example: unknown field `verion`.
        hint (str | Unset): What to do about it. Example: did you mean `version`?.
    """

    place: str
    reason: str
    hint: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        place = self.place

        reason = self.reason

        hint = self.hint

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "place": place,
                "reason": reason,
            }
        )
        if hint is not UNSET:
            field_dict["hint"] = hint

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        place = d.pop("place")

        reason = d.pop("reason")

        hint = d.pop("hint", UNSET)

        problem_fault = cls(
            place=place,
            reason=reason,
            hint=hint,
        )

        problem_fault.additional_properties = d
        return problem_fault

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
