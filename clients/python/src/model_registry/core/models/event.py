from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field
from dateutil.parser import isoparse

if TYPE_CHECKING:
    from ..models.event_data import EventData


T = TypeVar("T", bound="Event")


@_attrs_define
class Event:
    """Something that happened in a namespace, in the form of CloudEvents 1.0.

    Attributes:
        data (EventData): Who did what to which resource, before and after; `seq` is the place in the log of the
            namespace.
        datacontenttype (str): The type of `data`: `application/json`. Example: application/json.
        id (str): The identifier, unique in the registry. Example: 01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e.
        source (str): The namespace, as a path of this server. Example: /api/v1/namespaces/acme.
        specversion (str): The version of CloudEvents: `1.0`. Example: 1.0.
        subject (str): What it happened to: `NAMESPACE`, `NAMESPACE/MODEL` or `NAMESPACE/MODEL@VERSION`. Example:
            acme/iris@1.2.0.
        time (datetime.datetime): When it was committed. Example: 2026-11-02T09:30:00Z.
        type_ (str): What happened. Example: registry.channel.promoted.v1.
    """

    data: EventData
    datacontenttype: str
    id: str
    source: str
    specversion: str
    subject: str
    time: datetime.datetime
    type_: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        datacontenttype = self.datacontenttype

        id = self.id

        source = self.source

        specversion = self.specversion

        subject = self.subject

        time = self.time.isoformat()

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "datacontenttype": datacontenttype,
                "id": id,
                "source": source,
                "specversion": specversion,
                "subject": subject,
                "time": time,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_data import EventData

        d = dict(src_dict)
        data = EventData.from_dict(d.pop("data"))

        datacontenttype = d.pop("datacontenttype")

        id = d.pop("id")

        source = d.pop("source")

        specversion = d.pop("specversion")

        subject = d.pop("subject")

        time = isoparse(d.pop("time"))

        type_ = d.pop("type")

        event = cls(
            data=data,
            datacontenttype=datacontenttype,
            id=id,
            source=source,
            specversion=specversion,
            subject=subject,
            time=time,
            type_=type_,
        )

        event.additional_properties = d
        return event

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
