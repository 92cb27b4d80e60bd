from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.policy_compat import PolicyCompat
    from ..models.policy_files import PolicyFiles
    from ..models.policy_resolve import PolicyResolve


T = TypeVar("T", bound="Policy")


@_attrs_define
class Policy:
    """What a namespace or a model decides otherwise than the catalogue of rules.

    Example:
        {'compat': {'profile': 'serving-json', 'rules': {'output.description.changed': {'level': 'allow', 'reason': 'our
            texts change daily'}}}, 'resolve': {'fallback': 'latest'}}

    Attributes:
        compat (PolicyCompat | Unset): How versions are judged.
        files (PolicyFiles | Unset): What files versions may have.
        resolve (PolicyResolve | Unset): How requests are resolved.
    """

    compat: PolicyCompat | Unset = UNSET
    files: PolicyFiles | Unset = UNSET
    resolve: PolicyResolve | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        compat: dict[str, Any] | Unset = UNSET
        if not isinstance(self.compat, Unset):
            compat = self.compat.to_dict()

        files: dict[str, Any] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = self.files.to_dict()

        resolve: dict[str, Any] | Unset = UNSET
        if not isinstance(self.resolve, Unset):
            resolve = self.resolve.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if compat is not UNSET:
            field_dict["compat"] = compat
        if files is not UNSET:
            field_dict["files"] = files
        if resolve is not UNSET:
            field_dict["resolve"] = resolve

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.policy_compat import PolicyCompat
        from ..models.policy_files import PolicyFiles
        from ..models.policy_resolve import PolicyResolve

        d = dict(src_dict)
        _compat = d.pop("compat", UNSET)
        compat: PolicyCompat | Unset
        if isinstance(_compat, Unset):
            compat = UNSET
        else:
            compat = PolicyCompat.from_dict(_compat)

        _files = d.pop("files", UNSET)
        files: PolicyFiles | Unset
        if isinstance(_files, Unset):
            files = UNSET
        else:
            files = PolicyFiles.from_dict(_files)

        _resolve = d.pop("resolve", UNSET)
        resolve: PolicyResolve | Unset
        if isinstance(_resolve, Unset):
            resolve = UNSET
        else:
            resolve = PolicyResolve.from_dict(_resolve)

        policy = cls(
            compat=compat,
            files=files,
            resolve=resolve,
        )

        return policy
