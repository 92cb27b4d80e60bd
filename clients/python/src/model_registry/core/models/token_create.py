from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.scope import Scope


T = TypeVar("T", bound="TokenCreate")


@_attrs_define
class TokenCreate:
    """A token to make.

    Example:
        {'description': 'nightly publish', 'expires_in_days': 30, 'scopes': [{'actions': ['publish'], 'model':
            'fraud-*', 'namespace': 'acme'}]}

    Attributes:
        description (str | Unset): What it is for.
        expires_in_days (int | Unset): For how many days it is good. Default: 90.
        scopes (list[Scope] | Unset): What it is limited to, at most 32 of them; absent when it may do all that its
            principal may.
    """

    description: str | Unset = UNSET
    expires_in_days: int | Unset = 90
    scopes: list[Scope] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        expires_in_days = self.expires_in_days

        scopes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.scopes, Unset):
            scopes = []
            for scopes_item_data in self.scopes:
                scopes_item = scopes_item_data.to_dict()
                scopes.append(scopes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if description is not UNSET:
            field_dict["description"] = description
        if expires_in_days is not UNSET:
            field_dict["expires_in_days"] = expires_in_days
        if scopes is not UNSET:
            field_dict["scopes"] = scopes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.scope import Scope

        d = dict(src_dict)
        description = d.pop("description", UNSET)

        expires_in_days = d.pop("expires_in_days", UNSET)

        _scopes = d.pop("scopes", UNSET)
        scopes: list[Scope] | Unset = UNSET
        if _scopes is not UNSET:
            scopes = []
            for scopes_item_data in _scopes:
                scopes_item = Scope.from_dict(scopes_item_data)

                scopes.append(scopes_item)

        token_create = cls(
            description=description,
            expires_in_days=expires_in_days,
            scopes=scopes,
        )

        return token_create
