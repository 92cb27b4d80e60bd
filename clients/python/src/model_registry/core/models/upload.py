from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field
from dateutil.parser import isoparse

from ..models.upload_state import UploadState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.part_summary import PartSummary


T = TypeVar("T", bound="Upload")


@_attrs_define
class Upload:
    """A file on its way into the registry.

    Example:
        {'id': '1-4-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'line': '1', 'part_count': 1,
            'part_links': False, 'part_size': 16777216, 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4, 'state': 'pending', 'url': '/api/
            v1/namespaces/acme/models/iris/uploads/1-4-
            9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08/content'}

    Attributes:
        id (str): The identifier.
        line (str): The compatibility line whose storage path takes the bytes.
        part_count (int): How many parts there are; they are numbered from 1 on.
        part_links (bool): Whether parts may go to the object store itself, by `part-links`.
        part_size (int): The size of every part but the last, in bytes, for sending it in parts.
        sha256 (str): The SHA-256 of the bytes.
        size (int): The number of bytes.
        state (UploadState): Whether the bytes are there.
        expires_at (datetime.datetime | Unset): When the parts that are there may be removed, unless another comes.
        parts (list[PartSummary] | Unset): The parts that are there, by number.
        refused_sha256 (str | Unset): What the parts were together when they were last refused; then they are gone, and
            the upload begins anew.
        url (str | Unset): Where to `PUT` all bytes at once; absent when they are too many for that.
    """

    id: str
    line: str
    part_count: int
    part_links: bool
    part_size: int
    sha256: str
    size: int
    state: UploadState
    expires_at: datetime.datetime | Unset = UNSET
    parts: list[PartSummary] | Unset = UNSET
    refused_sha256: str | Unset = UNSET
    url: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        line = self.line

        part_count = self.part_count

        part_links = self.part_links

        part_size = self.part_size

        sha256 = self.sha256

        size = self.size

        state = self.state.value

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()

        parts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.parts, Unset):
            parts = []
            for parts_item_data in self.parts:
                parts_item = parts_item_data.to_dict()
                parts.append(parts_item)

        refused_sha256 = self.refused_sha256

        url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "line": line,
                "part_count": part_count,
                "part_links": part_links,
                "part_size": part_size,
                "sha256": sha256,
                "size": size,
                "state": state,
            }
        )
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at
        if parts is not UNSET:
            field_dict["parts"] = parts
        if refused_sha256 is not UNSET:
            field_dict["refused_sha256"] = refused_sha256
        if url is not UNSET:
            field_dict["url"] = url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.part_summary import PartSummary

        d = dict(src_dict)
        id = d.pop("id")

        line = d.pop("line")

        part_count = d.pop("part_count")

        part_links = d.pop("part_links")

        part_size = d.pop("part_size")

        sha256 = d.pop("sha256")

        size = d.pop("size")

        state = UploadState(d.pop("state"))

        _expires_at = d.pop("expires_at", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = isoparse(_expires_at)

        _parts = d.pop("parts", UNSET)
        parts: list[PartSummary] | Unset = UNSET
        if _parts is not UNSET:
            parts = []
            for parts_item_data in _parts:
                parts_item = PartSummary.from_dict(parts_item_data)

                parts.append(parts_item)

        refused_sha256 = d.pop("refused_sha256", UNSET)

        url = d.pop("url", UNSET)

        upload = cls(
            id=id,
            line=line,
            part_count=part_count,
            part_links=part_links,
            part_size=part_size,
            sha256=sha256,
            size=size,
            state=state,
            expires_at=expires_at,
            parts=parts,
            refused_sha256=refused_sha256,
            url=url,
        )

        upload.additional_properties = d
        return upload

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
