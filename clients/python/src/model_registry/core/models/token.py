from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field
from dateutil.parser import isoparse

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.scope import Scope


T = TypeVar("T", bound="Token")


@_attrs_define
class Token:
    """A token, without its secret.

    Attributes:
        created_at (datetime.datetime): When it was made. Example: 2026-11-02T09:30:00Z.
        created_by (str): Who made it. Example: admin.
        description (str): What it is for. Example: nightly publish.
        id (str): Its identifier, which is no secret. Example: 01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e.
        principal (str): Who it stands for. Example: fraud-ci.
        expires_at (datetime.datetime | Unset): When it ends; absent for the first token of a registry, which does not.
            Example: 2027-01-31T09:30:00Z.
        last_used_at (datetime.datetime | Unset): When it was last used, to the minute. Example: 2026-11-30T02:00:00Z.
        revoked_at (datetime.datetime | Unset): When it was revoked. Example: 2026-12-01T09:30:00Z.
        scopes (list[Scope] | Unset): What it is limited to; absent when it may do all that its principal may.
        secret (str | Unset): The secret, in the answer to the request that made it and never again. A retry of that
            request is answered without:
            revoke that token then, and make another one. Example: mrt_zA7o0ZB5fMbcdJqHqRvXxYk3n4wTt1uEJcDhLrQsV9g2eXa4b.
    """

    created_at: datetime.datetime
    created_by: str
    description: str
    id: str
    principal: str
    expires_at: datetime.datetime | Unset = UNSET
    last_used_at: datetime.datetime | Unset = UNSET
    revoked_at: datetime.datetime | Unset = UNSET
    scopes: list[Scope] | Unset = UNSET
    secret: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        created_by = self.created_by

        description = self.description

        id = self.id

        principal = self.principal

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()

        last_used_at: str | Unset = UNSET
        if not isinstance(self.last_used_at, Unset):
            last_used_at = self.last_used_at.isoformat()

        revoked_at: str | Unset = UNSET
        if not isinstance(self.revoked_at, Unset):
            revoked_at = self.revoked_at.isoformat()

        scopes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.scopes, Unset):
            scopes = []
            for scopes_item_data in self.scopes:
                scopes_item = scopes_item_data.to_dict()
                scopes.append(scopes_item)

        secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "created_by": created_by,
                "description": description,
                "id": id,
                "principal": principal,
            }
        )
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at
        if last_used_at is not UNSET:
            field_dict["last_used_at"] = last_used_at
        if revoked_at is not UNSET:
            field_dict["revoked_at"] = revoked_at
        if scopes is not UNSET:
            field_dict["scopes"] = scopes
        if secret is not UNSET:
            field_dict["secret"] = secret

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.scope import Scope

        d = dict(src_dict)
        created_at = isoparse(d.pop("created_at"))

        created_by = d.pop("created_by")

        description = d.pop("description")

        id = d.pop("id")

        principal = d.pop("principal")

        _expires_at = d.pop("expires_at", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = isoparse(_expires_at)

        _last_used_at = d.pop("last_used_at", UNSET)
        last_used_at: datetime.datetime | Unset
        if isinstance(_last_used_at, Unset):
            last_used_at = UNSET
        else:
            last_used_at = isoparse(_last_used_at)

        _revoked_at = d.pop("revoked_at", UNSET)
        revoked_at: datetime.datetime | Unset
        if isinstance(_revoked_at, Unset):
            revoked_at = UNSET
        else:
            revoked_at = isoparse(_revoked_at)

        _scopes = d.pop("scopes", UNSET)
        scopes: list[Scope] | Unset = UNSET
        if _scopes is not UNSET:
            scopes = []
            for scopes_item_data in _scopes:
                scopes_item = Scope.from_dict(scopes_item_data)

                scopes.append(scopes_item)

        secret = d.pop("secret", UNSET)

        token = cls(
            created_at=created_at,
            created_by=created_by,
            description=description,
            id=id,
            principal=principal,
            expires_at=expires_at,
            last_used_at=last_used_at,
            revoked_at=revoked_at,
            scopes=scopes,
            secret=secret,
        )

        token.additional_properties = d
        return token

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
