from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_create_labels import ModelCreateLabels


T = TypeVar("T", bound="ModelCreate")


@_attrs_define
class ModelCreate:
    """A model to make.

    Example:
        {'description': 'Tells three species of iris apart', 'labels': {'team': 'flowers'}, 'name': 'iris'}

    Attributes:
        name (str): Its name: `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?`.
        description (str | Unset): What people should know about it.
        labels (ModelCreateLabels | Unset): Free-form labels.
    """

    name: str
    description: str | Unset = UNSET
    labels: ModelCreateLabels | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        labels: dict[str, Any] | Unset = UNSET
        if not isinstance(self.labels, Unset):
            labels = self.labels.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if labels is not UNSET:
            field_dict["labels"] = labels

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.model_create_labels import ModelCreateLabels

        d = dict(src_dict)
        name = d.pop("name")

        description = d.pop("description", UNSET)

        _labels = d.pop("labels", UNSET)
        labels: ModelCreateLabels | Unset
        if isinstance(_labels, Unset):
            labels = UNSET
        else:
            labels = ModelCreateLabels.from_dict(_labels)

        model_create = cls(
            name=name,
            description=description,
            labels=labels,
        )

        return model_create
