from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field
from dateutil.parser import isoparse

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.file import File
    from ..models.unsafe_file import UnsafeFile
    from ..models.verdict import Verdict
    from ..models.version_labels import VersionLabels


T = TypeVar("T", bound="Version")


@_attrs_define
class Version:
    """One published state of a model.

    Attributes:
        channels (list[str]): The channels that serve it. Example: ['production'].
        content_digest (str): The digest of files and contract, without lineage. Example:
            sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.
        contract_digest (str): The digest of the contract. Example:
            sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.
        created_at (datetime.datetime): When it was published. Example: 2026-11-02T09:30:00Z.
        created_by (str): Who published it. Example: admin.
        description (str): What people should know about it. Example: trained on the cleaned set.
        digest (str): The digest of the manifest: it names the version and all that it is made of. Example:
            sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.
        labels (VersionLabels): Free-form labels. Example: {'team': 'risk'}.
        line (str): The compatibility line, which has a storage path of its own. Example: 1.
        model (str): The model. Example: iris.
        namespace (str): The namespace. Example: acme.
        ordinal (int): The place among the versions of the model: 1, 2, 3… Example: 3.
        state (str): `active`, `deprecated`, `yanked`, `disabled` or `deleted`. Example: active.
        version (str): The number. Example: 1.1.0.
        affected_channels (list[str] | Unset): The channels that the change of state touched; only in answers to changes
            of state.
        base (str | Unset): The version that it was compared with. Example: 1.0.0.
        consumer_change (str | Unset): Whether consumers must change. Example: optional.
        files (list[File] | Unset): The files, by path; only where one version is asked for.
        required_bump (str | Unset): The semantic class of what changed since. Example: minor.
        retraining (str | Unset): Whether the model must be trained again. Example: none.
        state_reason (str | Unset): Why it has that state. Example: the labels were shuffled.
        unsafe (list[UnsafeFile] | Unset): What is unsafe in its files; absent when nothing is. Only a namespace whose
            policy allows it has such versions.
        verdict (Verdict | Unset): What the rules say of a contract, compared with the live versions of its line.
    """

    channels: list[str]
    content_digest: str
    contract_digest: str
    created_at: datetime.datetime
    created_by: str
    description: str
    digest: str
    labels: VersionLabels
    line: str
    model: str
    namespace: str
    ordinal: int
    state: str
    version: str
    affected_channels: list[str] | Unset = UNSET
    base: str | Unset = UNSET
    consumer_change: str | Unset = UNSET
    files: list[File] | Unset = UNSET
    required_bump: str | Unset = UNSET
    retraining: str | Unset = UNSET
    state_reason: str | Unset = UNSET
    unsafe: list[UnsafeFile] | Unset = UNSET
    verdict: Verdict | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        channels = self.channels

        content_digest = self.content_digest

        contract_digest = self.contract_digest

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        description = self.description

        digest = self.digest

        labels = self.labels.to_dict()

        line = self.line

        model = self.model

        namespace = self.namespace

        ordinal = self.ordinal

        state = self.state

        version = self.version

        affected_channels: list[str] | Unset = UNSET
        if not isinstance(self.affected_channels, Unset):
            affected_channels = self.affected_channels

        base = self.base

        consumer_change = self.consumer_change

        files: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = []
            for files_item_data in self.files:
                files_item = files_item_data.to_dict()
                files.append(files_item)

        required_bump = self.required_bump

        retraining = self.retraining

        state_reason = self.state_reason

        unsafe: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.unsafe, Unset):
            unsafe = []
            for unsafe_item_data in self.unsafe:
                unsafe_item = unsafe_item_data.to_dict()
                unsafe.append(unsafe_item)

        verdict: dict[str, Any] | Unset = UNSET
        if not isinstance(self.verdict, Unset):
            verdict = self.verdict.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "channels": channels,
                "content_digest": content_digest,
                "contract_digest": contract_digest,
                "created_at": created_at,
                "created_by": created_by,
                "description": description,
                "digest": digest,
                "labels": labels,
                "line": line,
                "model": model,
                "namespace": namespace,
                "ordinal": ordinal,
                "state": state,
                "version": version,
            }
        )
        if affected_channels is not UNSET:
            field_dict["affected_channels"] = affected_channels
        if base is not UNSET:
            field_dict["base"] = base
        if consumer_change is not UNSET:
            field_dict["consumer_change"] = consumer_change
        if files is not UNSET:
            field_dict["files"] = files
        if required_bump is not UNSET:
            field_dict["required_bump"] = required_bump
        if retraining is not UNSET:
            field_dict["retraining"] = retraining
        if state_reason is not UNSET:
            field_dict["state_reason"] = state_reason
        if unsafe is not UNSET:
            field_dict["unsafe"] = unsafe
        if verdict is not UNSET:
            field_dict["verdict"] = verdict

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file import File
        from ..models.unsafe_file import UnsafeFile
        from ..models.verdict import Verdict
        from ..models.version_labels import VersionLabels

        d = dict(src_dict)
        channels = cast(list[str], d.pop("channels"))

        content_digest = d.pop("content_digest")

        contract_digest = d.pop("contract_digest")

        created_at = isoparse(d.pop("created_at"))

        created_by = d.pop("created_by")

        description = d.pop("description")

        digest = d.pop("digest")

        labels = VersionLabels.from_dict(d.pop("labels"))

        line = d.pop("line")

        model = d.pop("model")

        namespace = d.pop("namespace")

        ordinal = d.pop("ordinal")

        state = d.pop("state")

        version = d.pop("version")

        affected_channels = cast(list[str], d.pop("affected_channels", UNSET))

        base = d.pop("base", UNSET)

        consumer_change = d.pop("consumer_change", UNSET)

        _files = d.pop("files", UNSET)
        files: list[File] | Unset = UNSET
        if _files is not UNSET:
            files = []
            for files_item_data in _files:
                files_item = File.from_dict(files_item_data)

                files.append(files_item)

        required_bump = d.pop("required_bump", UNSET)

        retraining = d.pop("retraining", UNSET)

        state_reason = d.pop("state_reason", UNSET)

        _unsafe = d.pop("unsafe", UNSET)
        unsafe: list[UnsafeFile] | Unset = UNSET
        if _unsafe is not UNSET:
            unsafe = []
            for unsafe_item_data in _unsafe:
                unsafe_item = UnsafeFile.from_dict(unsafe_item_data)

                unsafe.append(unsafe_item)

        _verdict = d.pop("verdict", UNSET)
        verdict: Verdict | Unset
        if isinstance(_verdict, Unset):
            verdict = UNSET
        else:
            verdict = Verdict.from_dict(_verdict)

        version = cls(
            channels=channels,
            content_digest=content_digest,
            contract_digest=contract_digest,
            created_at=created_at,
            created_by=created_by,
            description=description,
            digest=digest,
            labels=labels,
            line=line,
            model=model,
            namespace=namespace,
            ordinal=ordinal,
            state=state,
            version=version,
            affected_channels=affected_channels,
            base=base,
            consumer_change=consumer_change,
            files=files,
            required_bump=required_bump,
            retraining=retraining,
            state_reason=state_reason,
            unsafe=unsafe,
            verdict=verdict,
        )

        version.additional_properties = d
        return version

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
