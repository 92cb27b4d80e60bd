from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field
from dateutil.parser import isoparse

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_labels import ModelLabels


T = TypeVar("T", bound="Model")


@_attrs_define
class Model:
    """A model: what its versions are versions of.

    Attributes:
        created_at (datetime.datetime): When it was made. Example: 2026-05-01T00:00:00Z.
        description (str): What people should know about it. Example: Tells three species of iris apart.
        labels (ModelLabels): Free-form labels. Example: {'team': 'flowers'}.
        name (str): Its name. Example: iris.
        namespace (str): The namespace. Example: acme.
        revision (int): Rises with every change of the model, its versions or its channels; also the `ETag`. Example: 7.
        archived_at (datetime.datetime | Unset): When it was archived: it takes no new versions since. Example:
            2026-11-02T09:30:00Z.
        latest (str | Unset): The highest stable version that is served; only where one model is asked for. Example:
            1.2.0.
        versions (int | Unset): The number of its versions, whatever their state; only where one model is asked for.
            Example: 3.
    """

    created_at: datetime.datetime
    description: str
    labels: ModelLabels
    name: str
    namespace: str
    revision: int
    archived_at: datetime.datetime | Unset = UNSET
    latest: str | Unset = UNSET
    versions: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        description = self.description

        labels = self.labels.to_dict()

        name = self.name

        namespace = self.namespace

        revision = self.revision

        archived_at: str | Unset = UNSET
        if not isinstance(self.archived_at, Unset):
            archived_at = self.archived_at.isoformat()

        latest = self.latest

        versions = self.versions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "description": description,
                "labels": labels,
                "name": name,
                "namespace": namespace,
                "revision": revision,
            }
        )
        if archived_at is not UNSET:
            field_dict["archived_at"] = archived_at
        if latest is not UNSET:
            field_dict["latest"] = latest
        if versions is not UNSET:
            field_dict["versions"] = versions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.model_labels import ModelLabels

        d = dict(src_dict)
        created_at = isoparse(d.pop("created_at"))

        description = d.pop("description")

        labels = ModelLabels.from_dict(d.pop("labels"))

        name = d.pop("name")

        namespace = d.pop("namespace")

        revision = d.pop("revision")

        _archived_at = d.pop("archived_at", UNSET)
        archived_at: datetime.datetime | Unset
        if isinstance(_archived_at, Unset):
            archived_at = UNSET
        else:
            archived_at = isoparse(_archived_at)

        latest = d.pop("latest", UNSET)

        versions = d.pop("versions", UNSET)

        model = cls(
            created_at=created_at,
            description=description,
            labels=labels,
            name=name,
            namespace=namespace,
            revision=revision,
            archived_at=archived_at,
            latest=latest,
            versions=versions,
        )

        model.additional_properties = d
        return model

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
