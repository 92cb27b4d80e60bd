from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.namespace import Namespace
from ...models.namespace_update import NamespaceUpdate
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    namespace: str,
    *,
    body: NamespaceUpdate,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/namespaces/{namespace}".format(
            namespace=quote(str(namespace), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Namespace | Problem | None:
    if response.status_code == 200:
        response_200 = Namespace.from_dict(response.json())

        return response_200

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 428:
        response_428 = Problem.from_dict(response.json())

        return response_428

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Namespace | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    namespace: str,
    *,
    client: AuthenticatedClient,
    body: NamespaceUpdate,
    if_match: str,
) -> Response[Namespace | Problem]:
    """Change a namespace

     Its description, whether it is private, and its quota, which administrators of the registry set.
    Needs `If-Match` with the `ETag` of what was read.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        if_match (str):
        body (NamespaceUpdate): What is to change of a namespace; what is absent stays. Example:
            {'description': 'Models of the whole of Acme'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Namespace | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    namespace: str,
    *,
    client: AuthenticatedClient,
    body: NamespaceUpdate,
    if_match: str,
) -> Namespace | Problem | None:
    """Change a namespace

     Its description, whether it is private, and its quota, which administrators of the registry set.
    Needs `If-Match` with the `ETag` of what was read.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        if_match (str):
        body (NamespaceUpdate): What is to change of a namespace; what is absent stays. Example:
            {'description': 'Models of the whole of Acme'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Namespace | Problem
    """

    return sync_detailed(
        namespace=namespace,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    *,
    client: AuthenticatedClient,
    body: NamespaceUpdate,
    if_match: str,
) -> Response[Namespace | Problem]:
    """Change a namespace

     Its description, whether it is private, and its quota, which administrators of the registry set.
    Needs `If-Match` with the `ETag` of what was read.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        if_match (str):
        body (NamespaceUpdate): What is to change of a namespace; what is absent stays. Example:
            {'description': 'Models of the whole of Acme'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Namespace | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    *,
    client: AuthenticatedClient,
    body: NamespaceUpdate,
    if_match: str,
) -> Namespace | Problem | None:
    """Change a namespace

     Its description, whether it is private, and its quota, which administrators of the registry set.
    Needs `If-Match` with the `ETag` of what was read.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        if_match (str):
        body (NamespaceUpdate): What is to change of a namespace; what is absent stays. Example:
            {'description': 'Models of the whole of Acme'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Namespace | Problem
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
