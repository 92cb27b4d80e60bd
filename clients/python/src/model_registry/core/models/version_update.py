from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.version_update_labels import VersionUpdateLabels


T = TypeVar("T", bound="VersionUpdate")


@_attrs_define
class VersionUpdate:
    """What is to change of a version; what is absent stays.

    Example:
        {'description': 'trained on the cleaned set'}

    Attributes:
        description (str | Unset): What people should know about it.
        labels (VersionUpdateLabels | Unset): Free-form labels; these replace all of them.
    """

    description: str | Unset = UNSET
    labels: VersionUpdateLabels | Unset = UNSET

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
        from ..models.version_update_labels import VersionUpdateLabels

        d = dict(src_dict)
        description = d.pop("description", UNSET)

        _labels = d.pop("labels", UNSET)
        labels: VersionUpdateLabels | Unset
        if isinstance(_labels, Unset):
            labels = UNSET
        else:
            labels = VersionUpdateLabels.from_dict(_labels)

        version_update = cls(
            description=description,
            labels=labels,
        )

        return version_update
