from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Change")


@_attrs_define
class Change:
    """One judged change.

    Attributes:
        consumer_change (str): Whether consumers must change. Example: required.
        fix (str): What the publisher can do. Example: publish it as 2.0.0.
        level (str): What the rule does under the policy: `allow`, `warn` or `deny`. Example: deny.
        message (str): What happened. Example: dimension 1 of the input `measurements` is 5 instead of 4.
        path (str): The place in the canonical contract, as a JSON Pointer. Example: /inputs/measurements/shape/1.
        refuses (bool): Whether this change alone refuses the requested number. Example: True.
        required_bump (str): The bump that the change requires. Example: major.
        retraining (str): Whether the model must be trained again. Example: required.
        rule (str): The rule. Example: input.dim.changed.
        source (str): Whether the new fact was `read` or `declared`. Example: read.
        why (str): Why it matters. Example: calls that send 4 values are refused.
        against (str | Unset): The version it was compared with. Example: 1.0.0.
        new (Any | Unset): What stands there now; absent when nothing does.
        old (Any | Unset): What stood there; absent when nothing did.
        witness (Any | Unset): A call or an answer that worked and no longer does.
    """

    consumer_change: str
    fix: str
    level: str
    message: str
    path: str
    refuses: bool
    required_bump: str
    retraining: str
    rule: str
    source: str
    why: str
    against: str | Unset = UNSET
    new: Any | Unset = UNSET
    old: Any | Unset = UNSET
    witness: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        consumer_change = self.consumer_change

        fix = self.fix

        level = self.level

        message = self.message

        path = self.path

        refuses = self.refuses

        required_bump = self.required_bump

        retraining = self.retraining

        rule = self.rule

        source = self.source

        why = self.why

        against = self.against

        new = self.new

        old = self.old

        witness = self.witness

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "consumer_change": consumer_change,
                "fix": fix,
                "level": level,
                "message": message,
                "path": path,
                "refuses": refuses,
                "required_bump": required_bump,
                "retraining": retraining,
                "rule": rule,
                "source": source,
                "why": why,
            }
        )
        if against is not UNSET:
            field_dict["against"] = against
        if new is not UNSET:
            field_dict["new"] = new
        if old is not UNSET:
            field_dict["old"] = old
        if witness is not UNSET:
            field_dict["witness"] = witness

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        consumer_change = d.pop("consumer_change")

        fix = d.pop("fix")

        level = d.pop("level")

        message = d.pop("message")

        path = d.pop("path")

        refuses = d.pop("refuses")

        required_bump = d.pop("required_bump")

        retraining = d.pop("retraining")

        rule = d.pop("rule")

        source = d.pop("source")

        why = d.pop("why")

        against = d.pop("against", UNSET)

        new = d.pop("new", UNSET)

        old = d.pop("old", UNSET)

        witness = d.pop("witness", UNSET)

        change = cls(
            consumer_change=consumer_change,
            fix=fix,
            level=level,
            message=message,
            path=path,
            refuses=refuses,
            required_bump=required_bump,
            retraining=retraining,
            rule=rule,
            source=source,
            why=why,
            against=against,
            new=new,
            old=old,
            witness=witness,
        )

        change.additional_properties = d
        return change

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
