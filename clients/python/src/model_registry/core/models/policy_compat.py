from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.policy_compat_rules import PolicyCompatRules


T = TypeVar("T", bound="PolicyCompat")


@_attrs_define
class PolicyCompat:
    """How versions are judged.

    Attributes:
        consumption (str | Unset): How consumers use the model, where its contract does not say: `endpoint` or
            `artifact`. Example: endpoint.
        mode (str | Unset): Whether the contract is enforced: `semver` or `none`. Example: semver.
        profile (str | Unset): How requests reach the model: `serving-json` or `serving-tensor`. Example: serving-json.
        rules (PolicyCompatRules | Unset): Overrides by the id of the rule. Example: {'input.dim.changed': {'level':
            'warn', 'reason': 'clients pad'}}.
    """

    consumption: str | Unset = UNSET
    mode: str | Unset = UNSET
    profile: str | Unset = UNSET
    rules: PolicyCompatRules | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        consumption = self.consumption

        mode = self.mode

        profile = self.profile

        rules: dict[str, Any] | Unset = UNSET
        if not isinstance(self.rules, Unset):
            rules = self.rules.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if consumption is not UNSET:
            field_dict["consumption"] = consumption
        if mode is not UNSET:
            field_dict["mode"] = mode
        if profile is not UNSET:
            field_dict["profile"] = profile
        if rules is not UNSET:
            field_dict["rules"] = rules

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.policy_compat_rules import PolicyCompatRules

        d = dict(src_dict)
        consumption = d.pop("consumption", UNSET)

        mode = d.pop("mode", UNSET)

        profile = d.pop("profile", UNSET)

        _rules = d.pop("rules", UNSET)
        rules: PolicyCompatRules | Unset
        if isinstance(_rules, Unset):
            rules = UNSET
        else:
            rules = PolicyCompatRules.from_dict(_rules)

        policy_compat = cls(
            consumption=consumption,
            mode=mode,
            profile=profile,
            rules=rules,
        )

        return policy_compat
