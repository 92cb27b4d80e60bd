from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.channel import Channel
from ...models.channel_policy import ChannelPolicy
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    channel: str,
    *,
    body: ChannelPolicy,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
            channel=quote(str(channel), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: ChannelPolicy,
    if_match: str | Unset = UNSET,
) -> Response[Channel | Problem]:
    """Set the policy of a channel

     Replaces the policy, and makes the channel when it is not there. What the channel serves stays.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        model (str):
        channel (str):
        if_match (str | Unset):
        body (ChannelPolicy): What a channel accepts. A `PUT` replaces all of it; what is left out
            gets its default.

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
        body=body,
        if_match=if_match,
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
    body: ChannelPolicy,
    if_match: str | Unset = UNSET,
) -> Channel | Problem | None:
    """Set the policy of a channel

     Replaces the policy, and makes the channel when it is not there. What the channel serves stays.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        model (str):
        channel (str):
        if_match (str | Unset):
        body (ChannelPolicy): What a channel accepts. A `PUT` replaces all of it; what is left out
            gets its default.

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
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    channel: str,
    *,
    client: AuthenticatedClient,
    body: ChannelPolicy,
    if_match: str | Unset = UNSET,
) -> Response[Channel | Problem]:
    """Set the policy of a channel

     Replaces the policy, and makes the channel when it is not there. What the channel serves stays.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        model (str):
        channel (str):
        if_match (str | Unset):
        body (ChannelPolicy): What a channel accepts. A `PUT` replaces all of it; what is left out
            gets its default.

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
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    channel: str,
    *,
    client: AuthenticatedClient,
    body: ChannelPolicy,
    if_match: str | Unset = UNSET,
) -> Channel | Problem | None:
    """Set the policy of a channel

     Replaces the policy, and makes the channel when it is not there. What the channel serves stays.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        model (str):
        channel (str):
        if_match (str | Unset):
        body (ChannelPolicy): What a channel accepts. A `PUT` replaces all of it; what is left out
            gets its default.

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
            body=body,
            if_match=if_match,
        )
    ).parsed
