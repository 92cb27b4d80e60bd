from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.principal import Principal
from ...models.principal_create import PrincipalCreate
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: PrincipalCreate,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/principals",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Principal | Problem | None:
    if response.status_code == 201:
        response_201 = Principal.from_dict(response.json())

        return response_201

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Principal | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: PrincipalCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Principal | Problem]:
    """Make a principal

     A user or a service account. It may do nothing yet: make it a member of a namespace, and make it a
    token.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        idempotency_key (str | Unset):
        body (PrincipalCreate): A principal to make. Example: {'description': 'The pipeline of the
            fraud models', 'kind': 'service', 'name': 'fraud-ci'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Principal | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: PrincipalCreate,
    idempotency_key: str | Unset = UNSET,
) -> Principal | Problem | None:
    """Make a principal

     A user or a service account. It may do nothing yet: make it a member of a namespace, and make it a
    token.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        idempotency_key (str | Unset):
        body (PrincipalCreate): A principal to make. Example: {'description': 'The pipeline of the
            fraud models', 'kind': 'service', 'name': 'fraud-ci'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Principal | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: PrincipalCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Principal | Problem]:
    """Make a principal

     A user or a service account. It may do nothing yet: make it a member of a namespace, and make it a
    token.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        idempotency_key (str | Unset):
        body (PrincipalCreate): A principal to make. Example: {'description': 'The pipeline of the
            fraud models', 'kind': 'service', 'name': 'fraud-ci'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Principal | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: PrincipalCreate,
    idempotency_key: str | Unset = UNSET,
) -> Principal | Problem | None:
    """Make a principal

     A user or a service account. It may do nothing yet: make it a member of a namespace, and make it a
    token.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        idempotency_key (str | Unset):
        body (PrincipalCreate): A principal to make. Example: {'description': 'The pipeline of the
            fraud models', 'kind': 'service', 'name': 'fraud-ci'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Principal | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
