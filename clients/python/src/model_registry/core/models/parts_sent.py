from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.part_sent import PartSent


T = TypeVar("T", bound="PartsSent")


@_attrs_define
class PartsSent:
    """Parts that were sent to the object store itself.

    Example:
        {'parts': [{'etag': '"098f6bcd4621d373cade4e832627b4f6"', 'number': 1, 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'}]}

    Attributes:
        parts (list[PartSent]): The parts; at most 100.
    """

    parts: list[PartSent]

    def to_dict(self) -> dict[str, Any]:
        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parts": parts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.part_sent import PartSent

        d = dict(src_dict)
        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = PartSent.from_dict(parts_item_data)

            parts.append(parts_item)

        parts_sent = cls(
            parts=parts,
        )

        return parts_sent
