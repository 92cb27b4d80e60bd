from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.principal import Principal
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    principal: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/principals/{principal}".format(
            principal=quote(str(principal), safe=""),
        ),
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Principal | Problem | None:
    if response.status_code == 200:
        response_200 = Principal.from_dict(response.json())

        return response_200

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
    principal: str,
    *,
    client: AuthenticatedClient,
) -> Response[Principal | Problem]:
    """Show a principal

     What it is, and whether it is disabled.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        principal (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Principal | Problem]
    """

    kwargs = _get_kwargs(
        principal=principal,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    principal: str,
    *,
    client: AuthenticatedClient,
) -> Principal | Problem | None:
    """Show a principal

     What it is, and whether it is disabled.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        principal (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Principal | Problem
    """

    return sync_detailed(
        principal=principal,
        client=client,
    ).parsed


async def asyncio_detailed(
    principal: str,
    *,
    client: AuthenticatedClient,
) -> Response[Principal | Problem]:
    """Show a principal

     What it is, and whether it is disabled.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        principal (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Principal | Problem]
    """

    kwargs = _get_kwargs(
        principal=principal,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    principal: str,
    *,
    client: AuthenticatedClient,
) -> Principal | Problem | None:
    """Show a principal

     What it is, and whether it is disabled.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        principal (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Principal | Problem
    """

    return (
        await asyncio_detailed(
            principal=principal,
            client=client,
        )
    ).parsed
