from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.limits import Limits


T = TypeVar("T", bound="Meta")


@_attrs_define
class Meta:
    """The server.

    Attributes:
        api (str): The version of the API. Example: v1.
        extractor (str): The version of the code that reads contracts out of files. Example: 1.
        features (list[str]): What it is built of and can do. Example: ['sqlite', 'local-blobs'].
        limits (Limits): The limits of a server.
        ruleset (str): The version of the rule catalogue. Example: 1.
        server (str): `registry`. Example: registry.
        version (str): Its version. Example: 0.1.0.
    """

    api: str
    extractor: str
    features: list[str]
    limits: Limits
    ruleset: str
    server: str
    version: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        api = self.api

        extractor = self.extractor

        features = self.features

        limits = self.limits.to_dict()

        ruleset = self.ruleset

        server = self.server

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "api": api,
                "extractor": extractor,
                "features": features,
                "limits": limits,
                "ruleset": ruleset,
                "server": server,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.limits import Limits

        d = dict(src_dict)
        api = d.pop("api")

        extractor = d.pop("extractor")

        features = cast(list[str], d.pop("features"))

        limits = Limits.from_dict(d.pop("limits"))

        ruleset = d.pop("ruleset")

        server = d.pop("server")

        version = d.pop("version")

        meta = cls(
            api=api,
            extractor=extractor,
            features=features,
            limits=limits,
            ruleset=ruleset,
            server=server,
            version=version,
        )

        meta.additional_properties = d
        return meta

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
