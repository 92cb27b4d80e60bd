from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AffectedFile")


@_attrs_define
class AffectedFile:
    """A file of a version whose bytes are missing or damaged.

    Attributes:
        blob (str): The blob that is missing or damaged. Example:
            acme/iris/lines/1/sha256/b7/b70b9a82c79de2294b47da417a9002050667501aad508480374b2811d672a135.
        path (str): The path of the file in the version. Example: model.onnx.
        version (str): The version. Example: acme/iris@1.0.0.
    """

    blob: str
    path: str
    version: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        blob = self.blob

        path = self.path

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "blob": blob,
                "path": path,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        blob = d.pop("blob")

        path = d.pop("path")

        version = d.pop("version")

        affected_file = cls(
            blob=blob,
            path=path,
            version=version,
        )

        affected_file.additional_properties = d
        return affected_file

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
