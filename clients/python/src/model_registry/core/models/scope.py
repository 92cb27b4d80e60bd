from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Scope")


@_attrs_define
class Scope:
    """One thing that a token may do. A token may do what one of its scopes allows, and what its principal may do.

    Example:
        {'actions': ['publish'], 'model': 'fraud-*', 'namespace': 'acme'}

    Attributes:
        actions (list[str]): `read`, `publish`, `promote`, `admin`. Each of them allows reading, too; `admin` allows
            everything.
        channel (str | Unset): A pattern of the channels that may be moved. Default: '*'.
        model (str | Unset): A pattern of models. Default: '*'.
        namespace (str | Unset): A pattern of namespaces, where `*` stands for any characters. Default: '*'.
    """

    actions: list[str]
    channel: str | Unset = "*"
    model: str | Unset = "*"
    namespace: str | Unset = "*"

    def to_dict(self) -> dict[str, Any]:
        actions = self.actions

        channel = self.channel

        model = self.model

        namespace = self.namespace

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "actions": actions,
            }
        )
        if channel is not UNSET:
            field_dict["channel"] = channel
        if model is not UNSET:
            field_dict["model"] = model
        if namespace is not UNSET:
            field_dict["namespace"] = namespace

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        actions = cast(list[str], d.pop("actions"))

        channel = d.pop("channel", UNSET)

        model = d.pop("model", UNSET)

        namespace = d.pop("namespace", UNSET)

        scope = cls(
            actions=actions,
            channel=channel,
            model=model,
            namespace=namespace,
        )

        return scope
