from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.policy import Policy
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    namespace: str,
    *,
    body: Policy,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/namespaces/{namespace}/policy".format(
            namespace=quote(str(namespace), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Policy | Problem | None:
    if response.status_code == 200:
        response_200 = Policy.from_dict(response.json())

        return response_200

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Policy | Problem]:
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
    body: Policy,
    if_match: str,
) -> Response[Policy | Problem]:
    """Set the policy of a namespace

     Replaces all of it. Needs `If-Match` with the `ETag` of what was read.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        if_match (str):
        body (Policy): What a namespace or a model decides otherwise than the catalogue of rules.
            Example: {'compat': {'profile': 'serving-json', 'rules': {'output.description.changed':
            {'level': 'allow', 'reason': 'our texts change daily'}}}, 'resolve': {'fallback':
            'latest'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Policy | Problem]
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
    body: Policy,
    if_match: str,
) -> Policy | Problem | None:
    """Set the policy of a namespace

     Replaces all of it. Needs `If-Match` with the `ETag` of what was read.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        if_match (str):
        body (Policy): What a namespace or a model decides otherwise than the catalogue of rules.
            Example: {'compat': {'profile': 'serving-json', 'rules': {'output.description.changed':
            {'level': 'allow', 'reason': 'our texts change daily'}}}, 'resolve': {'fallback':
            'latest'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Policy | Problem
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
    body: Policy,
    if_match: str,
) -> Response[Policy | Problem]:
    """Set the policy of a namespace

     Replaces all of it. Needs `If-Match` with the `ETag` of what was read.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        if_match (str):
        body (Policy): What a namespace or a model decides otherwise than the catalogue of rules.
            Example: {'compat': {'profile': 'serving-json', 'rules': {'output.description.changed':
            {'level': 'allow', 'reason': 'our texts change daily'}}}, 'resolve': {'fallback':
            'latest'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Policy | Problem]
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
    body: Policy,
    if_match: str,
) -> Policy | Problem | None:
    """Set the policy of a namespace

     Replaces all of it. Needs `If-Match` with the `ETag` of what was read.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        if_match (str):
        body (Policy): What a namespace or a model decides otherwise than the catalogue of rules.
            Example: {'compat': {'profile': 'serving-json', 'rules': {'output.description.changed':
            {'level': 'allow', 'reason': 'our texts change daily'}}}, 'resolve': {'fallback':
            'latest'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Policy | Problem
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
