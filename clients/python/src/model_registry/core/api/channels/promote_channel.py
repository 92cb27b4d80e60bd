from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.promote import Promote
from ...models.promotion import Promotion
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    channel: str,
    *,
    body: Promote,
    dry_run: bool | Unset = UNSET,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    params: dict[str, Any] = {}

    params["dry_run"] = dry_run

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/promote".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
            channel=quote(str(channel), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Promotion | None:
    if response.status_code == 200:
        response_200 = Promotion.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Promotion]:
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
    body: Promote,
    dry_run: bool | Unset = UNSET,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Promotion]:
    """Promote a version to a channel

     Makes the channel serve the version, and makes the channel when it is not there. All gates are
    judged, and all that
    fail are named; a version with `unsafe` files passes only for an admin of the namespace. Serving
    that version already is no error: `changed` is `false` then, and nothing is recorded.

    Needs a promoter of the namespace.

    Args:
        namespace (str):
        model (str):
        channel (str):
        dry_run (bool | Unset):
        if_match (str | Unset):
        idempotency_key (str | Unset):
        body (Promote): Which version a channel is to serve.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Promotion]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        channel=channel,
        body=body,
        dry_run=dry_run,
        if_match=if_match,
        idempotency_key=idempotency_key,
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
    body: Promote,
    dry_run: bool | Unset = UNSET,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Promotion | None:
    """Promote a version to a channel

     Makes the channel serve the version, and makes the channel when it is not there. All gates are
    judged, and all that
    fail are named; a version with `unsafe` files passes only for an admin of the namespace. Serving
    that version already is no error: `changed` is `false` then, and nothing is recorded.

    Needs a promoter of the namespace.

    Args:
        namespace (str):
        model (str):
        channel (str):
        dry_run (bool | Unset):
        if_match (str | Unset):
        idempotency_key (str | Unset):
        body (Promote): Which version a channel is to serve.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Promotion
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        channel=channel,
        client=client,
        body=body,
        dry_run=dry_run,
        if_match=if_match,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    channel: str,
    *,
    client: AuthenticatedClient,
    body: Promote,
    dry_run: bool | Unset = UNSET,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Promotion]:
    """Promote a version to a channel

     Makes the channel serve the version, and makes the channel when it is not there. All gates are
    judged, and all that
    fail are named; a version with `unsafe` files passes only for an admin of the namespace. Serving
    that version already is no error: `changed` is `false` then, and nothing is recorded.

    Needs a promoter of the namespace.

    Args:
        namespace (str):
        model (str):
        channel (str):
        dry_run (bool | Unset):
        if_match (str | Unset):
        idempotency_key (str | Unset):
        body (Promote): Which version a channel is to serve.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Promotion]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        channel=channel,
        body=body,
        dry_run=dry_run,
        if_match=if_match,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    channel: str,
    *,
    client: AuthenticatedClient,
    body: Promote,
    dry_run: bool | Unset = UNSET,
    if_match: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Promotion | None:
    """Promote a version to a channel

     Makes the channel serve the version, and makes the channel when it is not there. All gates are
    judged, and all that
    fail are named; a version with `unsafe` files passes only for an admin of the namespace. Serving
    that version already is no error: `changed` is `false` then, and nothing is recorded.

    Needs a promoter of the namespace.

    Args:
        namespace (str):
        model (str):
        channel (str):
        dry_run (bool | Unset):
        if_match (str | Unset):
        idempotency_key (str | Unset):
        body (Promote): Which version a channel is to serve.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Promotion
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            channel=channel,
            client=client,
            body=body,
            dry_run=dry_run,
            if_match=if_match,
            idempotency_key=idempotency_key,
        )
    ).parsed
