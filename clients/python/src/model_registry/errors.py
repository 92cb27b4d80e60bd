"""What can go wrong, as exceptions: one base, and a class for what a program wants to tell apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .core.models import Change, Verdict
from .core.types import Unset


class RegistryError(Exception):
    """A request that the registry refused or could not answer.

    Attributes:
        code: The stable name of the kind of problem, such as `model-not-found`; empty when no server said one.
        status: The status of the answer; 0 when there was none.
        detail: What was wrong, where, and what to do about it.
        request_id: The id of the request in the log of the server.
        retry_after: The seconds that the server asks to wait before another attempt.
        details: What else a program needs to react, by name.
    """

    def __init__(self, detail: str, *, status: int = 0, problem: Mapping[str, Any] | None = None) -> None:
        super().__init__(detail)
        problem = problem or {}
        self.detail = detail
        self.status = status
        self.code: str = str(problem.get("code", ""))
        self.request_id: str = str(problem.get("request_id", ""))
        self.details: dict[str, Any] = dict(problem.get("details") or {})
        self.retry_after: float | None = None


class InvalidRequest(RegistryError):
    """The request cannot be understood, or means nothing: 400, 405, 413, 414, 415, 416, 421, 422, 428, 431."""


class Unauthenticated(RegistryError):
    """There is no token, or the server does not know it."""


class Forbidden(RegistryError):
    """The token may not do that."""


class NotFound(RegistryError):
    """There is no such thing, or none that the token may see."""


class Gone(NotFound):
    """The version is disabled or deleted."""


class Conflict(RegistryError):
    """The state of the registry does not allow it: 409, 412, 423."""


class StaleRevision(Conflict):
    """Somebody else was faster: what was expected is no longer so."""


class PromotionRefused(Conflict):
    """A gate keeps the version off the channel.

    Attributes:
        gates: The codes of the gates, such as `major-change`.
    """

    def __init__(self, detail: str, *, status: int = 0, problem: Mapping[str, Any] | None = None) -> None:
        super().__init__(detail, status=status, problem=problem)
        gates = self.details.get("gates") or []
        self.gates: list[str] = [str(gate.get("code", "")) for gate in gates if isinstance(gate, dict)]


@dataclass(frozen=True)
class Violation:
    """One change that refuses a version number.

    Attributes:
        rule: The rule, such as `input.dim.changed`.
        path: The place in the contract, as a JSON Pointer.
        old: What stood there; None when nothing did.
        new: What stands there now; None when nothing does.
        required_bump: `patch`, `minor` or `major`.
        message: What happened.
        why: Why it matters.
        fix: What the publisher can do.
        against: The version that it was compared with, if there is one.
    """

    rule: str
    path: str
    old: Any
    new: Any
    required_bump: str
    message: str
    why: str
    fix: str
    against: str | None

    @classmethod
    def of(cls, change: Change) -> Violation:
        """The violation that a change of a verdict is."""
        return cls(
            rule=change.rule,
            path=change.path,
            old=or_none(change.old),
            new=or_none(change.new),
            required_bump=change.required_bump,
            message=change.message,
            why=change.why,
            fix=change.fix,
            against=or_none(change.against),
        )


class PublishRefused(Conflict):
    """The number announces less than changed. As a text it is the report that the command line prints.

    Attributes:
        verdict: All that the rules say.
        violations: The changes that refuse the number.
        smallest_acceptable: The lowest number at which the same contract is accepted, if there is one.
    """

    def __init__(self, detail: str, *, status: int = 0, problem: Mapping[str, Any] | None = None) -> None:
        super().__init__(detail, status=status, problem=problem)
        self.verdict: Verdict = Verdict.from_dict((problem or {})["verdict"])
        self.violations: list[Violation] = [Violation.of(change) for change in self.verdict.changes if change.refuses]
        self.smallest_acceptable: str | None = or_none(self.verdict.smallest_acceptable)

    def __str__(self) -> str:
        """The report, without colours."""
        from .report import report

        return report(self.verdict)


class VersionExists(PublishRefused):
    """The number is taken by other content."""


class Unavailable(RegistryError):
    """The server cannot be reached, is silent, busy, or out of space. Trying again later may help."""


class RateLimited(Unavailable):
    """Too many requests; `retry_after` says how long to wait."""


class IntegrityError(RegistryError):
    """Bytes that are not what their digest promises. Nothing was kept under their name."""


class UnexpectedAnswer(RegistryError):
    """An answer that no registry of this version gives: a proxy's, or a newer server's."""


_BY_CODE: dict[str, type[RegistryError]] = {
    "digest-mismatch": IntegrityError,
    "size-mismatch": IntegrityError,
    "stale-revision": StaleRevision,
    "promotion-refused": PromotionRefused,
}

_BY_STATUS: dict[int, type[RegistryError]] = {
    **dict.fromkeys((400, 405, 413, 414, 415, 416, 421, 422, 428, 431), InvalidRequest),
    401: Unauthenticated,
    403: Forbidden,
    404: NotFound,
    410: Gone,
    **dict.fromkeys((409, 412, 423), Conflict),
    429: RateLimited,
    **dict.fromkeys((408, 502, 503, 504, 507), Unavailable),
}


def from_problem(status: int, said: object) -> RegistryError:
    """The exception for an answer that is a failure; a proxy in between may have said something else than a problem."""
    problem = said if isinstance(said, dict) and said.get("detail") else {}
    detail = str(problem.get("detail", f"the server answered {status}, and no problem that says why"))
    code = str(problem.get("code", ""))
    if _is_verdict(problem.get("verdict")):
        kind: type[RegistryError] = VersionExists if code == "version-exists" else PublishRefused
    else:
        kind = _BY_CODE.get(code) or _BY_STATUS.get(status) or UnexpectedAnswer
    return kind(detail, status=status, problem=problem)


def _is_verdict(value: object) -> bool:
    """Whether this version can read the verdict; otherwise the problem is shown by its detail."""
    try:
        Verdict.from_dict(value)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    return True


def or_none(value: Any | Unset) -> Any:
    """The value, or None for one that the answer leaves out."""
    return None if isinstance(value, Unset) else value
