from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.bump import Bump
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.compatibility_check_artifact import CompatibilityCheckArtifact
    from ..models.compatibility_check_contract import CompatibilityCheckContract
    from ..models.compatibility_check_declared import CompatibilityCheckDeclared
    from ..models.compatibility_check_evaluation import CompatibilityCheckEvaluation
    from ..models.file_ref import FileRef


T = TypeVar("T", bound="CompatibilityCheck")


@_attrs_define
class CompatibilityCheck:
    """A contract to judge: of uploaded files, or as it is given.

    Example:
        {'contract': {'inputs': {'measurements': {'dtype': 'f32', 'position': 0, 'shape': ['N', 4]}}, 'outputs':
            {'label': {'dtype': 'string', 'position': 0, 'shape': ['N']}}}, 'version': '1.0.0'}

    Attributes:
        artifact (CompatibilityCheckArtifact | Unset): The facts beside the contract.
        bump (Bump | Unset): How a number rises that the registry chooses.
        contract (CompatibilityCheckContract | Unset): The contract, as a client has read it.
        declared (CompatibilityCheckDeclared | Unset): What no file says.
        evaluation (CompatibilityCheckEvaluation | Unset): Reports of an evaluation.
        files (list[FileRef] | Unset): The files. Without `contract` they must be uploaded, and the server reads the
            contract out of them; with it they
            only tell whether anything changed at all.
        line (str | Unset): The line in which the number rises; the highest without it.
        version (str | Unset): The number that the contract would get; without it, `bump` decides.
    """

    artifact: CompatibilityCheckArtifact | Unset = UNSET
    bump: Bump | Unset = UNSET
    contract: CompatibilityCheckContract | Unset = UNSET
    declared: CompatibilityCheckDeclared | Unset = UNSET
    evaluation: CompatibilityCheckEvaluation | Unset = UNSET
    files: list[FileRef] | Unset = UNSET
    line: str | Unset = UNSET
    version: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        artifact: dict[str, Any] | Unset = UNSET
        if not isinstance(self.artifact, Unset):
            artifact = self.artifact.to_dict()

        bump: str | Unset = UNSET
        if not isinstance(self.bump, Unset):
            bump = self.bump.value

        contract: dict[str, Any] | Unset = UNSET
        if not isinstance(self.contract, Unset):
            contract = self.contract.to_dict()

        declared: dict[str, Any] | Unset = UNSET
        if not isinstance(self.declared, Unset):
            declared = self.declared.to_dict()

        evaluation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.evaluation, Unset):
            evaluation = self.evaluation.to_dict()

        files: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = []
            for files_item_data in self.files:
                files_item = files_item_data.to_dict()
                files.append(files_item)

        line = self.line

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if artifact is not UNSET:
            field_dict["artifact"] = artifact
        if bump is not UNSET:
            field_dict["bump"] = bump
        if contract is not UNSET:
            field_dict["contract"] = contract
        if declared is not UNSET:
            field_dict["declared"] = declared
        if evaluation is not UNSET:
            field_dict["evaluation"] = evaluation
        if files is not UNSET:
            field_dict["files"] = files
        if line is not UNSET:
            field_dict["line"] = line
        if version is not UNSET:
            field_dict["version"] = version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.compatibility_check_artifact import CompatibilityCheckArtifact
        from ..models.compatibility_check_contract import CompatibilityCheckContract
        from ..models.compatibility_check_declared import CompatibilityCheckDeclared
        from ..models.compatibility_check_evaluation import CompatibilityCheckEvaluation
        from ..models.file_ref import FileRef

        d = dict(src_dict)
        _artifact = d.pop("artifact", UNSET)
        artifact: CompatibilityCheckArtifact | Unset
        if isinstance(_artifact, Unset):
            artifact = UNSET
        else:
            artifact = CompatibilityCheckArtifact.from_dict(_artifact)

        _bump = d.pop("bump", UNSET)
        bump: Bump | Unset
        if isinstance(_bump, Unset):
            bump = UNSET
        else:
            bump = Bump(_bump)

        _contract = d.pop("contract", UNSET)
        contract: CompatibilityCheckContract | Unset
        if isinstance(_contract, Unset):
            contract = UNSET
        else:
            contract = CompatibilityCheckContract.from_dict(_contract)

        _declared = d.pop("declared", UNSET)
        declared: CompatibilityCheckDeclared | Unset
        if isinstance(_declared, Unset):
            declared = UNSET
        else:
            declared = CompatibilityCheckDeclared.from_dict(_declared)

        _evaluation = d.pop("evaluation", UNSET)
        evaluation: CompatibilityCheckEvaluation | Unset
        if isinstance(_evaluation, Unset):
            evaluation = UNSET
        else:
            evaluation = CompatibilityCheckEvaluation.from_dict(_evaluation)

        _files = d.pop("files", UNSET)
        files: list[FileRef] | Unset = UNSET
        if _files is not UNSET:
            files = []
            for files_item_data in _files:
                files_item = FileRef.from_dict(files_item_data)

                files.append(files_item)

        line = d.pop("line", UNSET)

        version = d.pop("version", UNSET)

        compatibility_check = cls(
            artifact=artifact,
            bump=bump,
            contract=contract,
            declared=declared,
            evaluation=evaluation,
            files=files,
            line=line,
            version=version,
        )

        return compatibility_check
