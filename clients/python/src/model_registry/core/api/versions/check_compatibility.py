from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.compatibility_check import CompatibilityCheck
from ...models.problem import Problem
from ...models.verdict import Verdict
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    *,
    body: CompatibilityCheck,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/compatibility-checks".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Verdict | None:
    if response.status_code == 200:
        response_200 = Verdict.from_dict(response.json())

        return response_200

    if 400 <= response.status_code <= 499:
        response_4xx = Problem.from_dict(response.json())

        return response_4xx

    if 500 <= response.status_code <= 599:
        response_5xx = Problem.from_dict(response.json())

        return response_5xx

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Verdict]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    body: CompatibilityCheck,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Verdict]:
    """Check a contract

     Judges a contract as a publish would, and writes nothing. That it is incompatible is an answer, not
    an error. The model
    need not exist. Without `version` and `bump` the smallest acceptable number is judged. Where the
    server reads the contract
    itself, out of uploaded `files`, unsafe ones are refused as a publish refuses them: 422 `unsafe-
    format`.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (CompatibilityCheck): A contract to judge: of uploaded files, or as it is given.
            Example: {'contract': {'inputs': {'measurements': {'dtype': 'f32', 'position': 0, 'shape':
            ['N', 4]}}, 'outputs': {'label': {'dtype': 'string', 'position': 0, 'shape': ['N']}}},
            'version': '1.0.0'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Verdict]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    body: CompatibilityCheck,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Verdict | None:
    """Check a contract

     Judges a contract as a publish would, and writes nothing. That it is incompatible is an answer, not
    an error. The model
    need not exist. Without `version` and `bump` the smallest acceptable number is judged. Where the
    server reads the contract
    itself, out of uploaded `files`, unsafe ones are refused as a publish refuses them: 422 `unsafe-
    format`.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (CompatibilityCheck): A contract to judge: of uploaded files, or as it is given.
            Example: {'contract': {'inputs': {'measurements': {'dtype': 'f32', 'position': 0, 'shape':
            ['N', 4]}}, 'outputs': {'label': {'dtype': 'string', 'position': 0, 'shape': ['N']}}},
            'version': '1.0.0'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Verdict
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    body: CompatibilityCheck,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Verdict]:
    """Check a contract

     Judges a contract as a publish would, and writes nothing. That it is incompatible is an answer, not
    an error. The model
    need not exist. Without `version` and `bump` the smallest acceptable number is judged. Where the
    server reads the contract
    itself, out of uploaded `files`, unsafe ones are refused as a publish refuses them: 422 `unsafe-
    format`.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (CompatibilityCheck): A contract to judge: of uploaded files, or as it is given.
            Example: {'contract': {'inputs': {'measurements': {'dtype': 'f32', 'position': 0, 'shape':
            ['N', 4]}}, 'outputs': {'label': {'dtype': 'string', 'position': 0, 'shape': ['N']}}},
            'version': '1.0.0'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Verdict]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    body: CompatibilityCheck,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Verdict | None:
    """Check a contract

     Judges a contract as a publish would, and writes nothing. That it is incompatible is an answer, not
    an error. The model
    need not exist. Without `version` and `bump` the smallest acceptable number is judged. Where the
    server reads the contract
    itself, out of uploaded `files`, unsafe ones are refused as a publish refuses them: 422 `unsafe-
    format`.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (CompatibilityCheck): A contract to judge: of uploaded files, or as it is given.
            Example: {'contract': {'inputs': {'measurements': {'dtype': 'f32', 'position': 0, 'shape':
            ['N', 4]}}, 'outputs': {'label': {'dtype': 'string', 'position': 0, 'shape': ['N']}}},
            'version': '1.0.0'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Verdict
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
