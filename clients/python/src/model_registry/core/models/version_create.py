from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.bump import Bump
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.file_ref import FileRef
    from ..models.version_create_declared import VersionCreateDeclared
    from ..models.version_create_evaluation import VersionCreateEvaluation
    from ..models.version_create_labels import VersionCreateLabels
    from ..models.version_create_lineage import VersionCreateLineage


T = TypeVar("T", bound="VersionCreate")


@_attrs_define
class VersionCreate:
    """A version to publish.

    Example:
        {'declared': {'license': 'Apache-2.0'}, 'description': 'trained on the cleaned set', 'files': [{'path':
            'model.onnx', 'sha256': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}],
            'lineage': {'commit': '4f9c2d1'}, 'version': '1.0.0'}

    Attributes:
        files (list[FileRef]): The files, which must be uploaded already.
        bump (Bump | Unset): How a number rises that the registry chooses.
        declared (VersionCreateDeclared | Unset): What no file says.
        description (str | Unset): What people should know about it.
        evaluation (VersionCreateEvaluation | Unset): Reports of an evaluation; no part of the digest.
        labels (VersionCreateLabels | Unset): Free-form labels.
        line (str | Unset): The line in which the number rises; the highest without it.
        lineage (VersionCreateLineage | Unset): Where the version comes from.
        upload_line (str | Unset): The line that the files were uploaded to, when the number does not say it.
        version (str | Unset): The number; without it, `bump` decides.
    """

    files: list[FileRef]
    bump: Bump | Unset = UNSET
    declared: VersionCreateDeclared | Unset = UNSET
    description: str | Unset = UNSET
    evaluation: VersionCreateEvaluation | Unset = UNSET
    labels: VersionCreateLabels | Unset = UNSET
    line: str | Unset = UNSET
    lineage: VersionCreateLineage | Unset = UNSET
    upload_line: str | Unset = UNSET
    version: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        bump: str | Unset = UNSET
        if not isinstance(self.bump, Unset):
            bump = self.bump.value

        declared: dict[str, Any] | Unset = UNSET
        if not isinstance(self.declared, Unset):
            declared = self.declared.to_dict()

        description = self.description

        evaluation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.evaluation, Unset):
            evaluation = self.evaluation.to_dict()

        labels: dict[str, Any] | Unset = UNSET
        if not isinstance(self.labels, Unset):
            labels = self.labels.to_dict()

        line = self.line

        lineage: dict[str, Any] | Unset = UNSET
        if not isinstance(self.lineage, Unset):
            lineage = self.lineage.to_dict()

        upload_line = self.upload_line

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "files": files,
            }
        )
        if bump is not UNSET:
            field_dict["bump"] = bump
        if declared is not UNSET:
            field_dict["declared"] = declared
        if description is not UNSET:
            field_dict["description"] = description
        if evaluation is not UNSET:
            field_dict["evaluation"] = evaluation
        if labels is not UNSET:
            field_dict["labels"] = labels
        if line is not UNSET:
            field_dict["line"] = line
        if lineage is not UNSET:
            field_dict["lineage"] = lineage
        if upload_line is not UNSET:
            field_dict["upload_line"] = upload_line
        if version is not UNSET:
            field_dict["version"] = version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_ref import FileRef
        from ..models.version_create_declared import VersionCreateDeclared
        from ..models.version_create_evaluation import VersionCreateEvaluation
        from ..models.version_create_labels import VersionCreateLabels
        from ..models.version_create_lineage import VersionCreateLineage

        d = dict(src_dict)
        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = FileRef.from_dict(files_item_data)

            files.append(files_item)

        _bump = d.pop("bump", UNSET)
        bump: Bump | Unset
        if isinstance(_bump, Unset):
            bump = UNSET
        else:
            bump = Bump(_bump)

        _declared = d.pop("declared", UNSET)
        declared: VersionCreateDeclared | Unset
        if isinstance(_declared, Unset):
            declared = UNSET
        else:
            declared = VersionCreateDeclared.from_dict(_declared)

        description = d.pop("description", UNSET)

        _evaluation = d.pop("evaluation", UNSET)
        evaluation: VersionCreateEvaluation | Unset
        if isinstance(_evaluation, Unset):
            evaluation = UNSET
        else:
            evaluation = VersionCreateEvaluation.from_dict(_evaluation)

        _labels = d.pop("labels", UNSET)
        labels: VersionCreateLabels | Unset
        if isinstance(_labels, Unset):
            labels = UNSET
        else:
            labels = VersionCreateLabels.from_dict(_labels)

        line = d.pop("line", UNSET)

        _lineage = d.pop("lineage", UNSET)
        lineage: VersionCreateLineage | Unset
        if isinstance(_lineage, Unset):
            lineage = UNSET
        else:
            lineage = VersionCreateLineage.from_dict(_lineage)

        upload_line = d.pop("upload_line", UNSET)

        version = d.pop("version", UNSET)

        version_create = cls(
            files=files,
            bump=bump,
            declared=declared,
            description=description,
            evaluation=evaluation,
            labels=labels,
            line=line,
            lineage=lineage,
            upload_line=upload_line,
            version=version,
        )

        return version_create
