from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.change import Change
    from ..models.problem_details import ProblemDetails
    from ..models.problem_fault import ProblemFault
    from ..models.verdict import Verdict


T = TypeVar("T", bound="Problem")


@_attrs_define
class Problem:
    """Why a request failed: RFC 9457, with a stable `code` that programs branch on.

    Example:
        {'code': 'model-not-found', 'detail': 'there is no model `acme/fraud`', 'instance':
            '/api/v1/namespaces/acme/models/fraud', 'request_id': '0b2f5a5e-7b0e-4d1c-8a55-0e3a1f6d9a11', 'status': 404,
            'title': 'there is no such model', 'type': '/problems/model-not-found'}

    Attributes:
        code (str): The stable name of the kind of problem.
        detail (str): What was wrong, where, and what to do about it.
        instance (str): The path of the request.
        request_id (str): The id of the request, as in the log of the server.
        status (int): The status of the answer.
        title (str): One line about the kind of problem.
        type_ (str): Where the kind of problem is described.
        details (ProblemDetails | Unset): What else a program needs to react, by name.
        errors (list[ProblemFault] | Unset): Single faults, where there can be several.
        verdict (Verdict | Unset): What the rules say of a contract, compared with the live versions of its line.
        violations (list[Change] | Unset): The changes that refuse a version number.
    """

    code: str
    detail: str
    instance: str
    request_id: str
    status: int
    title: str
    type_: str
    details: ProblemDetails | Unset = UNSET
    errors: list[ProblemFault] | Unset = UNSET
    verdict: Verdict | Unset = UNSET
    violations: list[Change] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        detail = self.detail

        instance = self.instance

        request_id = self.request_id

        status = self.status

        title = self.title

        type_ = self.type_

        details: dict[str, Any] | Unset = UNSET
        if not isinstance(self.details, Unset):
            details = self.details.to_dict()

        errors: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = []
            for errors_item_data in self.errors:
                errors_item = errors_item_data.to_dict()
                errors.append(errors_item)

        verdict: dict[str, Any] | Unset = UNSET
        if not isinstance(self.verdict, Unset):
            verdict = self.verdict.to_dict()

        violations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.violations, Unset):
            violations = []
            for violations_item_data in self.violations:
                violations_item = violations_item_data.to_dict()
                violations.append(violations_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "detail": detail,
                "instance": instance,
                "request_id": request_id,
                "status": status,
                "title": title,
                "type": type_,
            }
        )
        if details is not UNSET:
            field_dict["details"] = details
        if errors is not UNSET:
            field_dict["errors"] = errors
        if verdict is not UNSET:
            field_dict["verdict"] = verdict
        if violations is not UNSET:
            field_dict["violations"] = violations

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.change import Change
        from ..models.problem_details import ProblemDetails
        from ..models.problem_fault import ProblemFault
        from ..models.verdict import Verdict

        d = dict(src_dict)
        code = d.pop("code")

        detail = d.pop("detail")

        instance = d.pop("instance")

        request_id = d.pop("request_id")

        status = d.pop("status")

        title = d.pop("title")

        type_ = d.pop("type")

        _details = d.pop("details", UNSET)
        details: ProblemDetails | Unset
        if isinstance(_details, Unset):
            details = UNSET
        else:
            details = ProblemDetails.from_dict(_details)

        _errors = d.pop("errors", UNSET)
        errors: list[ProblemFault] | Unset = UNSET
        if _errors is not UNSET:
            errors = []
            for errors_item_data in _errors:
                errors_item = ProblemFault.from_dict(errors_item_data)

                errors.append(errors_item)

        _verdict = d.pop("verdict", UNSET)
        verdict: Verdict | Unset
        if isinstance(_verdict, Unset):
            verdict = UNSET
        else:
            verdict = Verdict.from_dict(_verdict)

        _violations = d.pop("violations", UNSET)
        violations: list[Change] | Unset = UNSET
        if _violations is not UNSET:
            violations = []
            for violations_item_data in _violations:
                violations_item = Change.from_dict(violations_item_data)

                violations.append(violations_item)

        problem = cls(
            code=code,
            detail=detail,
            instance=instance,
            request_id=request_id,
            status=status,
            title=title,
            type_=type_,
            details=details,
            errors=errors,
            verdict=verdict,
            violations=violations,
        )

        problem.additional_properties = d
        return problem

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
