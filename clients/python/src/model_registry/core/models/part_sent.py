from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PartSent")


@_attrs_define
class PartSent:
    """A part that was sent.

    Attributes:
        etag (str): The `ETag` that the store answered. Example: "098f6bcd4621d373cade4e832627b4f6".
        number (int): The number, from 1 on. Example: 1.
        sha256 (str): The SHA-256 of its bytes. Example:
            9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.
    """

    etag: str
    number: int
    sha256: str

    def to_dict(self) -> dict[str, Any]:
        etag = self.etag

        number = self.number

        sha256 = self.sha256

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "etag": etag,
                "number": number,
                "sha256": sha256,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        etag = d.pop("etag")

        number = d.pop("number")

        sha256 = d.pop("sha256")

        part_sent = cls(
            etag=etag,
            number=number,
            sha256=sha256,
        )

        return part_sent
