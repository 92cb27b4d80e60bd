from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Limits")


@_attrs_define
class Limits:
    """The limits of a server.

    Attributes:
        max_file_bytes (int): The largest file. Example: 5497558138880.
        max_files (int): The most files of a version. Example: 10000.
        max_page_size (int): The largest page of a list. Example: 500.
        max_upload_bytes (int): The largest file that is sent at once; a larger one goes in parts. Example: 1073741824.
    """

    max_file_bytes: int
    max_files: int
    max_page_size: int
    max_upload_bytes: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        max_file_bytes = self.max_file_bytes

        max_files = self.max_files

        max_page_size = self.max_page_size

        max_upload_bytes = self.max_upload_bytes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "max_file_bytes": max_file_bytes,
                "max_files": max_files,
                "max_page_size": max_page_size,
                "max_upload_bytes": max_upload_bytes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        max_file_bytes = d.pop("max_file_bytes")

        max_files = d.pop("max_files")

        max_page_size = d.pop("max_page_size")

        max_upload_bytes = d.pop("max_upload_bytes")

        limits = cls(
            max_file_bytes=max_file_bytes,
            max_files=max_files,
            max_page_size=max_page_size,
            max_upload_bytes=max_upload_bytes,
        )

        limits.additional_properties = d
        return limits

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
