from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PartWanted")


@_attrs_define
class PartWanted:
    """A part to be sent.

    Attributes:
        number (int): The number, from 1 on. Example: 1.
        sha256 (str): The SHA-256 of its bytes, which the store compares. Example:
            9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.
    """

    number: int
    sha256: str

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        sha256 = self.sha256

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "number": number,
                "sha256": sha256,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        sha256 = d.pop("sha256")

        part_wanted = cls(
            number=number,
            sha256=sha256,
        )

        return part_wanted
