import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.channel import Channel
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    channel: str,
    *,
    at: datetime.datetime | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_at: str | Unset = UNSET
    if not isinstance(at, Unset):
        json_at = at.isoformat()
    params["at"] = json_at

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
            channel=quote(str(channel), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Channel | Problem | None:
    if response.status_code == 200:
        response_200 = Channel.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Channel | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    namespace: str,
    model: str,
    channel: str,
    *,
    client: AuthenticatedClient,
    at: datetime.datetime | Unset = UNSET,
) -> Response[Channel | Problem]:
    """Show a channel

     What the channel serves now, with its revision as entity tag; with `at`, what it served then. The
    state of the version
    and the policy are always the present ones.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        channel (str):
        at (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Channel | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        channel=channel,
        at=at,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    namespace: str,
    model: str,
    channel: str,
    *,
    client: AuthenticatedClient,
    at: datetime.datetime | Unset = UNSET,
) -> Channel | Problem | None:
    """Show a channel

     What the channel serves now, with its revision as entity tag; with `at`, what it served then. The
    state of the version
    and the policy are always the present ones.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        channel (str):
        at (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Channel | Problem
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        channel=channel,
        client=client,
        at=at,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    channel: str,
    *,
    client: AuthenticatedClient,
    at: datetime.datetime | Unset = UNSET,
) -> Response[Channel | Problem]:
    """Show a channel

     What the channel serves now, with its revision as entity tag; with `at`, what it served then. The
    state of the version
    and the policy are always the present ones.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        channel (str):
        at (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Channel | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        channel=channel,
        at=at,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    channel: str,
    *,
    client: AuthenticatedClient,
    at: datetime.datetime | Unset = UNSET,
) -> Channel | Problem | None:
    """Show a channel

     What the channel serves now, with its revision as entity tag; with `at`, what it served then. The
    state of the version
    and the policy are always the present ones.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        channel (str):
        at (datetime.datetime | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Channel | Problem
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            channel=channel,
            client=client,
            at=at,
        )
    ).parsed
