from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.token import Token
from ...models.token_create import TokenCreate
from ...types import UNSET, Response, Unset


def _get_kwargs(
    principal: str,
    *,
    body: TokenCreate,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/principals/{principal}/tokens".format(
            principal=quote(str(principal), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Token | None:
    if response.status_code == 201:
        response_201 = Token.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Token]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    principal: str,
    *,
    client: AuthenticatedClient,
    body: TokenCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Token]:
    """Make a token for a principal

     The token is in `secret` of this answer, and shown never again.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        principal (str):
        idempotency_key (str | Unset):
        body (TokenCreate): A token to make. Example: {'description': 'nightly publish',
            'expires_in_days': 30, 'scopes': [{'actions': ['publish'], 'model': 'fraud-*',
            'namespace': 'acme'}]}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Token]
    """

    kwargs = _get_kwargs(
        principal=principal,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    principal: str,
    *,
    client: AuthenticatedClient,
    body: TokenCreate,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Token | None:
    """Make a token for a principal

     The token is in `secret` of this answer, and shown never again.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        principal (str):
        idempotency_key (str | Unset):
        body (TokenCreate): A token to make. Example: {'description': 'nightly publish',
            'expires_in_days': 30, 'scopes': [{'actions': ['publish'], 'model': 'fraud-*',
            'namespace': 'acme'}]}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Token
    """

    return sync_detailed(
        principal=principal,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    principal: str,
    *,
    client: AuthenticatedClient,
    body: TokenCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Token]:
    """Make a token for a principal

     The token is in `secret` of this answer, and shown never again.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        principal (str):
        idempotency_key (str | Unset):
        body (TokenCreate): A token to make. Example: {'description': 'nightly publish',
            'expires_in_days': 30, 'scopes': [{'actions': ['publish'], 'model': 'fraud-*',
            'namespace': 'acme'}]}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Token]
    """

    kwargs = _get_kwargs(
        principal=principal,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    principal: str,
    *,
    client: AuthenticatedClient,
    body: TokenCreate,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Token | None:
    """Make a token for a principal

     The token is in `secret` of this answer, and shown never again.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        principal (str):
        idempotency_key (str | Unset):
        body (TokenCreate): A token to make. Example: {'description': 'nightly publish',
            'expires_in_days': 30, 'scopes': [{'actions': ['publish'], 'model': 'fraud-*',
            'namespace': 'acme'}]}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Token
    """

    return (
        await asyncio_detailed(
            principal=principal,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
