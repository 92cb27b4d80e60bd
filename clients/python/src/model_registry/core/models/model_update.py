from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_update_labels import ModelUpdateLabels


T = TypeVar("T", bound="ModelUpdate")


@_attrs_define
class ModelUpdate:
    """What is to change of a model; what is absent stays.

    Example:
        {'description': 'Tells four species of iris apart'}

    Attributes:
        description (str | Unset): What people should know about it.
        labels (ModelUpdateLabels | Unset): Free-form labels; these replace all of them.
    """

    description: str | Unset = UNSET
    labels: ModelUpdateLabels | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        labels: dict[str, Any] | Unset = UNSET
        if not isinstance(self.labels, Unset):
            labels = self.labels.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if description is not UNSET:
            field_dict["description"] = description
        if labels is not UNSET:
            field_dict["labels"] = labels

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.model_update_labels import ModelUpdateLabels

        d = dict(src_dict)
        description = d.pop("description", UNSET)

        _labels = d.pop("labels", UNSET)
        labels: ModelUpdateLabels | Unset
        if isinstance(_labels, Unset):
            labels = UNSET
        else:
            labels = ModelUpdateLabels.from_dict(_labels)

        model_update = cls(
            description=description,
            labels=labels,
        )

        return model_update
