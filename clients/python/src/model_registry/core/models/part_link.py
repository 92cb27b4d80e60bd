from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.part_link_headers import PartLinkHeaders


T = TypeVar("T", bound="PartLink")


@_attrs_define
class PartLink:
    """Where to send one part.

    Attributes:
        headers (PartLinkHeaders): The headers to send with them, without which the store refuses. Example: {'x-amz-
            checksum-sha256': 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg='}.
        number (int): The number of the part. Example: 1.
        url (str): Where to `PUT` its bytes. A secret as long as it is valid. Example:
            https://bucket.example.com/staging/part?X-Amz-Signature=….
    """

    headers: PartLinkHeaders
    number: int
    url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        headers = self.headers.to_dict()

        number = self.number

        url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "headers": headers,
                "number": number,
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.part_link_headers import PartLinkHeaders

        d = dict(src_dict)
        headers = PartLinkHeaders.from_dict(d.pop("headers"))

        number = d.pop("number")

        url = d.pop("url")

        part_link = cls(
            headers=headers,
            number=number,
            url=url,
        )

        part_link.additional_properties = d
        return part_link

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
