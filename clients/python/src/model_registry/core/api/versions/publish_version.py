from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.version import Version
from ...models.version_create import VersionCreate
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    *,
    body: VersionCreate,
    dry_run: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    params: dict[str, Any] = {}

    params["dry_run"] = dry_run

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/versions".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Version | None:
    if response.status_code == 200:
        response_200 = Version.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = Version.from_dict(response.json())

        return response_201

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Version]:
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
    body: VersionCreate,
    dry_run: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Version]:
    """Publish a version

     The server reads the contract out of the uploaded files itself, compares it with the live versions,
    and refuses a
    number that announces less than changed: 409 with the verdict. Files that run code when they are
    loaded, as pickles do
    wherever they stand, or that cannot be looked into are refused: 422 `unsafe-format`, with each
    finding and what to
    publish instead, unless the policy of the namespace has `files.allow_pickle`; then the version has
    them as `unsafe`.
    Namespace and model are made when they are missing. The same number with the same content again is
    200. With `dry_run` the answer is the one that a publish would get, with
    200, and nothing is written.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        dry_run (bool | Unset):
        idempotency_key (str | Unset):
        body (VersionCreate): A version to publish. Example: {'declared': {'license':
            'Apache-2.0'}, 'description': 'trained on the cleaned set', 'files': [{'path':
            'model.onnx', 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}],
            'lineage': {'commit': '4f9c2d1'}, 'version': '1.0.0'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Version]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        body=body,
        dry_run=dry_run,
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
    body: VersionCreate,
    dry_run: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Version | None:
    """Publish a version

     The server reads the contract out of the uploaded files itself, compares it with the live versions,
    and refuses a
    number that announces less than changed: 409 with the verdict. Files that run code when they are
    loaded, as pickles do
    wherever they stand, or that cannot be looked into are refused: 422 `unsafe-format`, with each
    finding and what to
    publish instead, unless the policy of the namespace has `files.allow_pickle`; then the version has
    them as `unsafe`.
    Namespace and model are made when they are missing. The same number with the same content again is
    200. With `dry_run` the answer is the one that a publish would get, with
    200, and nothing is written.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        dry_run (bool | Unset):
        idempotency_key (str | Unset):
        body (VersionCreate): A version to publish. Example: {'declared': {'license':
            'Apache-2.0'}, 'description': 'trained on the cleaned set', 'files': [{'path':
            'model.onnx', 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}],
            'lineage': {'commit': '4f9c2d1'}, 'version': '1.0.0'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Version
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        client=client,
        body=body,
        dry_run=dry_run,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    body: VersionCreate,
    dry_run: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Version]:
    """Publish a version

     The server reads the contract out of the uploaded files itself, compares it with the live versions,
    and refuses a
    number that announces less than changed: 409 with the verdict. Files that run code when they are
    loaded, as pickles do
    wherever they stand, or that cannot be looked into are refused: 422 `unsafe-format`, with each
    finding and what to
    publish instead, unless the policy of the namespace has `files.allow_pickle`; then the version has
    them as `unsafe`.
    Namespace and model are made when they are missing. The same number with the same content again is
    200. With `dry_run` the answer is the one that a publish would get, with
    200, and nothing is written.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        dry_run (bool | Unset):
        idempotency_key (str | Unset):
        body (VersionCreate): A version to publish. Example: {'declared': {'license':
            'Apache-2.0'}, 'description': 'trained on the cleaned set', 'files': [{'path':
            'model.onnx', 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}],
            'lineage': {'commit': '4f9c2d1'}, 'version': '1.0.0'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Version]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        body=body,
        dry_run=dry_run,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    body: VersionCreate,
    dry_run: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Version | None:
    """Publish a version

     The server reads the contract out of the uploaded files itself, compares it with the live versions,
    and refuses a
    number that announces less than changed: 409 with the verdict. Files that run code when they are
    loaded, as pickles do
    wherever they stand, or that cannot be looked into are refused: 422 `unsafe-format`, with each
    finding and what to
    publish instead, unless the policy of the namespace has `files.allow_pickle`; then the version has
    them as `unsafe`.
    Namespace and model are made when they are missing. The same number with the same content again is
    200. With `dry_run` the answer is the one that a publish would get, with
    200, and nothing is written.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        dry_run (bool | Unset):
        idempotency_key (str | Unset):
        body (VersionCreate): A version to publish. Example: {'declared': {'license':
            'Apache-2.0'}, 'description': 'trained on the cleaned set', 'files': [{'path':
            'model.onnx', 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}],
            'lineage': {'commit': '4f9c2d1'}, 'version': '1.0.0'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Version
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            client=client,
            body=body,
            dry_run=dry_run,
            idempotency_key=idempotency_key,
        )
    ).parsed
