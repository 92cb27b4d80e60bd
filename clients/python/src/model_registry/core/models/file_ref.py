from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="FileRef")


@_attrs_define
class FileRef:
    """An uploaded file, and where it lies inside the version.

    Example:
        {'path': 'model.onnx', 'sha256': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}

    Attributes:
        path (str): The path inside the version: relative, with forward slashes.
        sha256 (str): The SHA-256 of the bytes.
        size (int): The number of bytes.
        media_type (str | Unset): The media type; by the extension of the path when it is absent.
    """

    path: str
    sha256: str
    size: int
    media_type: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        path = self.path

        sha256 = self.sha256

        size = self.size

        media_type = self.media_type

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "path": path,
                "sha256": sha256,
                "size": size,
            }
        )
        if media_type is not UNSET:
            field_dict["media_type"] = media_type

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        path = d.pop("path")

        sha256 = d.pop("sha256")

        size = d.pop("size")

        media_type = d.pop("media_type", UNSET)

        file_ref = cls(
            path=path,
            sha256=sha256,
            size=size,
            media_type=media_type,
        )

        return file_ref
