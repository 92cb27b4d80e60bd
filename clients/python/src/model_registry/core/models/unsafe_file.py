from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="UnsafeFile")


@_attrs_define
class UnsafeFile:
    """Something unsafe in a file of a version.

    Attributes:
        alternative (str): What to publish instead. Example: save weights as safetensors, or the model as ONNX or GGUF,
            which hold data and no code.
        kind (str): `pickle`, `numpy-objects`, `keras-lambda`, `tensorflow-file-op`, or `opaque`: it cannot be looked
            into. Example: pickle.
        path (str): The path of the file in the version and, behind each `!`, the path inside that file. Example:
            model.bin!archive/data.pkl.
        reason (str): What was found, in words. Example: a Python pickle; loading it imports and may call posix.system.
        imports (list[str] | Unset): For pickles, what loading it imports; the first 32 at most. Example:
            ['posix.system'].
    """

    alternative: str
    kind: str
    path: str
    reason: str
    imports: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        alternative = self.alternative

        kind = self.kind

        path = self.path

        reason = self.reason

        imports: list[str] | Unset = UNSET
        if not isinstance(self.imports, Unset):
            imports = self.imports

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "alternative": alternative,
                "kind": kind,
                "path": path,
                "reason": reason,
            }
        )
        if imports is not UNSET:
            field_dict["imports"] = imports

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        alternative = d.pop("alternative")

        kind = d.pop("kind")

        path = d.pop("path")

        reason = d.pop("reason")

        imports = cast(list[str], d.pop("imports", UNSET))

        unsafe_file = cls(
            alternative=alternative,
            kind=kind,
            path=path,
            reason=reason,
            imports=imports,
        )

        unsafe_file.additional_properties = d
        return unsafe_file

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
