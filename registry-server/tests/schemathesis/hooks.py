"""What schemathesis takes for a failure of the server, and is none."""

import os

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import MissingHeaderNotRejected, UndefinedContentType, UseAfterFree


def has_null(body) -> bool:
    """Whether a field of a body, or of what is in it, is null."""
    match body:
        case dict():
            return any(value is None or has_null(value) for value in body.values())
        case list():
            return any(has_null(item) for item in body)
    return False


@schemathesis.hook
def filter_failure(context, failure, case, response) -> bool:
    """Keeps a failure, unless one of these names it."""
    match failure:
        # An empty body reads as `{}`, whatever stands in it that must be there.
        case AcceptedNegativeData() if "Missing request body" in failure.message:
            return False
        # A field that is null is one that is left out.
        case AcceptedNegativeData() if "in body" in failure.message and has_null(case.body):
            return False
        # An upload is named by what it holds: one that was given up can begin again, and is there as long.
        case UseAfterFree() if "/uploads/" in case.path:
            return False
        # What is wrong with a header may be said before who asks; it tells nothing of what the registry has.
        case MissingHeaderNotRejected() if response.status_code == 400:
            return '"invalid-header"' not in response.text
        # The type of a file is the one that its publisher gave it.
        case UndefinedContentType() if "/files/" in case.path and response.status_code in (200, 206):
            return False
    return True


@schemathesis.hook
def before_call(context, case, kwargs) -> None:
    """Revokes every token but the one that the run itself shows: without it, the rest of the run would get nowhere."""
    own = os.environ.get("OWN_TOKEN_ID")
    if case.method == "DELETE" and own is not None and (case.path_parameters or {}).get("token") == own:
        case.path_parameters["token"] = "00000000-0000-0000-0000-000000000000"
