from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.fallback_reason import FallbackReason
    from ..models.file import File
    from ..models.resolution_warning import ResolutionWarning
    from ..models.why import Why


T = TypeVar("T", bound="Resolution")


@_attrs_define
class Resolution:
    """The one version that answers a selector.

    Attributes:
        digest (str): The digest of its manifest. Example:
            sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.
        fallback (bool): Whether this is the latest version and not the one asked for.
        files (list[File]): The files of the version.
        model (str): The model. Example: iris.
        namespace (str): The namespace. Example: acme.
        state (str): Its state. Example: active.
        version (str): The version. Example: 1.1.0.
        warnings (list[ResolutionWarning]): What a consumer should know about the version.
        why (Why): How a version was chosen.
        channel_revision (int | Unset): The revision of the channel that was asked for. Example: 7.
        fallback_reason (FallbackReason | Unset): Why the version asked for is not served.
    """

    digest: str
    fallback: bool
    files: list[File]
    model: str
    namespace: str
    state: str
    version: str
    warnings: list[ResolutionWarning]
    why: Why
    channel_revision: int | Unset = UNSET
    fallback_reason: FallbackReason | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        digest = self.digest

        fallback = self.fallback

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        model = self.model

        namespace = self.namespace

        state = self.state

        version = self.version

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        why = self.why.to_dict()

        channel_revision = self.channel_revision

        fallback_reason: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fallback_reason, Unset):
            fallback_reason = self.fallback_reason.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "digest": digest,
                "fallback": fallback,
                "files": files,
                "model": model,
                "namespace": namespace,
                "state": state,
                "version": version,
                "warnings": warnings,
                "why": why,
            }
        )
        if channel_revision is not UNSET:
            field_dict["channel_revision"] = channel_revision
        if fallback_reason is not UNSET:
            field_dict["fallback_reason"] = fallback_reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fallback_reason import FallbackReason
        from ..models.file import File
        from ..models.resolution_warning import ResolutionWarning
        from ..models.why import Why

        d = dict(src_dict)
        digest = d.pop("digest")

        fallback = d.pop("fallback")

        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = File.from_dict(files_item_data)

            files.append(files_item)

        model = d.pop("model")

        namespace = d.pop("namespace")

        state = d.pop("state")

        version = d.pop("version")

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = ResolutionWarning.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        why = Why.from_dict(d.pop("why"))

        channel_revision = d.pop("channel_revision", UNSET)

        _fallback_reason = d.pop("fallback_reason", UNSET)
        fallback_reason: FallbackReason | Unset
        if isinstance(_fallback_reason, Unset):
            fallback_reason = UNSET
        else:
            fallback_reason = FallbackReason.from_dict(_fallback_reason)

        resolution = cls(
            digest=digest,
            fallback=fallback,
            files=files,
            model=model,
            namespace=namespace,
            state=state,
            version=version,
            warnings=warnings,
            why=why,
            channel_revision=channel_revision,
            fallback_reason=fallback_reason,
        )

        resolution.additional_properties = d
        return resolution

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
