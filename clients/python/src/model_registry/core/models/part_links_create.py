from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.part_wanted import PartWanted


T = TypeVar("T", bound="PartLinksCreate")


@_attrs_define
class PartLinksCreate:
    """Parts to be sent to the object store itself.

    Example:
        {'parts': [{'number': 1, 'sha256': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'}]}

    Attributes:
        parts (list[PartWanted]): The parts; at most 100.
    """

    parts: list[PartWanted]

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
        from ..models.part_wanted import PartWanted

        d = dict(src_dict)
        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = PartWanted.from_dict(parts_item_data)

            parts.append(parts_item)

        part_links_create = cls(
            parts=parts,
        )

        return part_links_create
