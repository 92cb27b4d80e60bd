from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.membership import Membership
    from ..models.principal import Principal
    from ..models.token import Token


T = TypeVar("T", bound="Me")


@_attrs_define
class Me:
    """Whoever asks.

    Attributes:
        administrator (bool): Whether they administer the registry as a whole.
        memberships (list[Membership]): Where they are a member, by namespace.
        principal (Principal): Somebody, or a program, that may be given roles.
        token (Token): A token, without its secret.
    """

    administrator: bool
    memberships: list[Membership]
    principal: Principal
    token: Token
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        administrator = self.administrator

        memberships = []
        for memberships_item_data in self.memberships:
            memberships_item = memberships_item_data.to_dict()
            memberships.append(memberships_item)

        principal = self.principal.to_dict()

        token = self.token.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "administrator": administrator,
                "memberships": memberships,
                "principal": principal,
                "token": token,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.membership import Membership
        from ..models.principal import Principal
        from ..models.token import Token

        d = dict(src_dict)
        administrator = d.pop("administrator")

        memberships = []
        _memberships = d.pop("memberships")
        for memberships_item_data in _memberships:
            memberships_item = Membership.from_dict(memberships_item_data)

            memberships.append(memberships_item)

        principal = Principal.from_dict(d.pop("principal"))

        token = Token.from_dict(d.pop("token"))

        me = cls(
            administrator=administrator,
            memberships=memberships,
            principal=principal,
            token=token,
        )

        me.additional_properties = d
        return me

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
