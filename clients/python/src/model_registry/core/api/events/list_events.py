from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.event_list import EventList
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    namespace: str,
    after: int | Unset = 0,
    last: int | Unset = UNSET,
    page_size: int | Unset = 50,
    page_token: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["namespace"] = namespace

    params["after"] = after

    params["last"] = last

    params["page_size"] = page_size

    params["page_token"] = page_token

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/events",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> EventList | Problem | None:
    if response.status_code == 200:
        response_200 = EventList.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[EventList | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    namespace: str,
    after: int | Unset = 0,
    last: int | Unset = UNSET,
    page_size: int | Unset = 50,
    page_token: str | Unset = UNSET,
) -> Response[EventList | Problem]:
    """List events

     What happened in a namespace, oldest first, as CloudEvents 1.0. With `Accept: application/x-ndjson`
    one event a line.
    `last` begins at its end. To follow the log, go on with `after` and the `seq` of the last event that
    you have seen.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        after (int | Unset):  Default: 0.
        last (int | Unset):
        page_size (int | Unset):  Default: 50.
        page_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventList | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        after=after,
        last=last,
        page_size=page_size,
        page_token=page_token,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    namespace: str,
    after: int | Unset = 0,
    last: int | Unset = UNSET,
    page_size: int | Unset = 50,
    page_token: str | Unset = UNSET,
) -> EventList | Problem | None:
    """List events

     What happened in a namespace, oldest first, as CloudEvents 1.0. With `Accept: application/x-ndjson`
    one event a line.
    `last` begins at its end. To follow the log, go on with `after` and the `seq` of the last event that
    you have seen.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        after (int | Unset):  Default: 0.
        last (int | Unset):
        page_size (int | Unset):  Default: 50.
        page_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventList | Problem
    """

    return sync_detailed(
        client=client,
        namespace=namespace,
        after=after,
        last=last,
        page_size=page_size,
        page_token=page_token,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    namespace: str,
    after: int | Unset = 0,
    last: int | Unset = UNSET,
    page_size: int | Unset = 50,
    page_token: str | Unset = UNSET,
) -> Response[EventList | Problem]:
    """List events

     What happened in a namespace, oldest first, as CloudEvents 1.0. With `Accept: application/x-ndjson`
    one event a line.
    `last` begins at its end. To follow the log, go on with `after` and the `seq` of the last event that
    you have seen.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        after (int | Unset):  Default: 0.
        last (int | Unset):
        page_size (int | Unset):  Default: 50.
        page_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventList | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        after=after,
        last=last,
        page_size=page_size,
        page_token=page_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    namespace: str,
    after: int | Unset = 0,
    last: int | Unset = UNSET,
    page_size: int | Unset = 50,
    page_token: str | Unset = UNSET,
) -> EventList | Problem | None:
    """List events

     What happened in a namespace, oldest first, as CloudEvents 1.0. With `Accept: application/x-ndjson`
    one event a line.
    `last` begins at its end. To follow the log, go on with `after` and the `seq` of the last event that
    you have seen.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        after (int | Unset):  Default: 0.
        last (int | Unset):
        page_size (int | Unset):  Default: 50.
        page_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventList | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            namespace=namespace,
            after=after,
            last=last,
            page_size=page_size,
            page_token=page_token,
        )
    ).parsed
