from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="UploadCreate")


@_attrs_define
class UploadCreate:
    """A file to send.

    Example:
        {'line': '1', 'sha256': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}

    Attributes:
        line (str): The compatibility line of the version to be published; its storage path takes the bytes.
        sha256 (str): The SHA-256 of the bytes: 64 hexadecimal digits.
        size (int): The number of bytes.
    """

    line: str
    sha256: str
    size: int

    def to_dict(self) -> dict[str, Any]:
        line = self.line

        sha256 = self.sha256

        size = self.size

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "line": line,
                "sha256": sha256,
                "size": size,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        line = d.pop("line")

        sha256 = d.pop("sha256")

        size = d.pop("size")

        upload_create = cls(
            line=line,
            sha256=sha256,
            size=size,
        )

        return upload_create
