from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.member import Member
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    namespace: str,
    principal: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/namespaces/{namespace}/members/{principal}".format(
            namespace=quote(str(namespace), safe=""),
            principal=quote(str(principal), safe=""),
        ),
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Member | Problem | None:
    if response.status_code == 200:
        response_200 = Member.from_dict(response.json())

        return response_200

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Member | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    namespace: str,
    principal: str,
    *,
    client: AuthenticatedClient,
) -> Response[Member | Problem]:
    """Take all roles

     The principal is no member of the namespace any longer. Answers who it was, without roles.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        principal (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Member | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        principal=principal,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    namespace: str,
    principal: str,
    *,
    client: AuthenticatedClient,
) -> Member | Problem | None:
    """Take all roles

     The principal is no member of the namespace any longer. Answers who it was, without roles.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        principal (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Member | Problem
    """

    return sync_detailed(
        namespace=namespace,
        principal=principal,
        client=client,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    principal: str,
    *,
    client: AuthenticatedClient,
) -> Response[Member | Problem]:
    """Take all roles

     The principal is no member of the namespace any longer. Answers who it was, without roles.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        principal (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Member | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        principal=principal,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    principal: str,
    *,
    client: AuthenticatedClient,
) -> Member | Problem | None:
    """Take all roles

     The principal is no member of the namespace any longer. Answers who it was, without roles.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        principal (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Member | Problem
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            principal=principal,
            client=client,
        )
    ).parsed
