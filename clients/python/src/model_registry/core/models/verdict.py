from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.change import Change
    from ..models.policy_ref import PolicyRef


T = TypeVar("T", bound="Verdict")


@_attrs_define
class Verdict:
    """What the rules say of a contract, compared with the live versions of its line.

    Attributes:
        changes (list[Change]): The changes: what refuses first, then by bump.
        compared_with (list[str]): Every version that the contract was compared with, highest first. Example: ['1.0.0'].
        consumer_change (str): Whether consumers must change: `none`, `optional` or `required`. Example: required.
        policy (PolicyRef): The policy that a verdict was judged by.
        required_bump (str): The semantic class of what changed: `none`, `patch`, `minor` or `major`. Example: major.
        retraining (str): Whether the model must be trained again: `none`, `advised` or `required`. Example: required.
        accepted (bool | Unset): Whether the requested number is honest; absent when none was requested.
        base (str | Unset): The nearest lower live stable version, in any line. Example: 1.0.0.
        changes_total (int | Unset): How many changes there were, when the list was cut. Example: 1200.
        requested (str | Unset): The number that was asked for. Example: 1.1.0.
        smallest_acceptable (str | Unset): The lowest number at which the same contract is accepted. Example: 2.0.0.
    """

    changes: list[Change]
    compared_with: list[str]
    consumer_change: str
    policy: PolicyRef
    required_bump: str
    retraining: str
    accepted: bool | Unset = UNSET
    base: str | Unset = UNSET
    changes_total: int | Unset = UNSET
    requested: str | Unset = UNSET
    smallest_acceptable: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        compared_with = self.compared_with

        consumer_change = self.consumer_change

        policy = self.policy.to_dict()

        required_bump = self.required_bump

        retraining = self.retraining

        accepted = self.accepted

        base = self.base

        changes_total = self.changes_total

        requested = self.requested

        smallest_acceptable = self.smallest_acceptable

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "changes": changes,
                "compared_with": compared_with,
                "consumer_change": consumer_change,
                "policy": policy,
                "required_bump": required_bump,
                "retraining": retraining,
            }
        )
        if accepted is not UNSET:
            field_dict["accepted"] = accepted
        if base is not UNSET:
            field_dict["base"] = base
        if changes_total is not UNSET:
            field_dict["changes_total"] = changes_total
        if requested is not UNSET:
            field_dict["requested"] = requested
        if smallest_acceptable is not UNSET:
            field_dict["smallest_acceptable"] = smallest_acceptable

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.change import Change
        from ..models.policy_ref import PolicyRef

        d = dict(src_dict)
        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = Change.from_dict(changes_item_data)

            changes.append(changes_item)

        compared_with = cast(list[str], d.pop("compared_with"))

        consumer_change = d.pop("consumer_change")

        policy = PolicyRef.from_dict(d.pop("policy"))

        required_bump = d.pop("required_bump")

        retraining = d.pop("retraining")

        accepted = d.pop("accepted", UNSET)

        base = d.pop("base", UNSET)

        changes_total = d.pop("changes_total", UNSET)

        requested = d.pop("requested", UNSET)

        smallest_acceptable = d.pop("smallest_acceptable", UNSET)

        verdict = cls(
            changes=changes,
            compared_with=compared_with,
            consumer_change=consumer_change,
            policy=policy,
            required_bump=required_bump,
            retraining=retraining,
            accepted=accepted,
            base=base,
            changes_total=changes_total,
            requested=requested,
            smallest_acceptable=smallest_acceptable,
        )

        verdict.additional_properties = d
        return verdict

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
