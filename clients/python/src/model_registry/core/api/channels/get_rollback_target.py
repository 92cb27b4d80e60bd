from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.rollback_plan import RollbackPlan
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    channel: str,
    *,
    strict: bool | Unset = UNSET,
    to_version: str | Unset = UNSET,
    to_revision: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["strict"] = strict

    params["to_version"] = to_version

    params["to_revision"] = to_revision

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback-target".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
            channel=quote(str(channel), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | RollbackPlan | None:
    if response.status_code == 200:
        response_200 = RollbackPlan.from_dict(response.json())

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | RollbackPlan]:
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
    strict: bool | Unset = UNSET,
    to_version: str | Unset = UNSET,
    to_revision: int | Unset = UNSET,
) -> Response[Problem | RollbackPlan]:
    """Show the target of a rollback

     Where a rollback would lead now, decided as the rollback itself decides. Send the entity tag as `If-
    Match` and the
    version as `expected_version` to get exactly this.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        channel (str):
        strict (bool | Unset):
        to_version (str | Unset):
        to_revision (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RollbackPlan]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        channel=channel,
        strict=strict,
        to_version=to_version,
        to_revision=to_revision,
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
    strict: bool | Unset = UNSET,
    to_version: str | Unset = UNSET,
    to_revision: int | Unset = UNSET,
) -> Problem | RollbackPlan | None:
    """Show the target of a rollback

     Where a rollback would lead now, decided as the rollback itself decides. Send the entity tag as `If-
    Match` and the
    version as `expected_version` to get exactly this.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        channel (str):
        strict (bool | Unset):
        to_version (str | Unset):
        to_revision (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RollbackPlan
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        channel=channel,
        client=client,
        strict=strict,
        to_version=to_version,
        to_revision=to_revision,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    channel: str,
    *,
    client: AuthenticatedClient,
    strict: bool | Unset = UNSET,
    to_version: str | Unset = UNSET,
    to_revision: int | Unset = UNSET,
) -> Response[Problem | RollbackPlan]:
    """Show the target of a rollback

     Where a rollback would lead now, decided as the rollback itself decides. Send the entity tag as `If-
    Match` and the
    version as `expected_version` to get exactly this.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        channel (str):
        strict (bool | Unset):
        to_version (str | Unset):
        to_revision (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RollbackPlan]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        channel=channel,
        strict=strict,
        to_version=to_version,
        to_revision=to_revision,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    channel: str,
    *,
    client: AuthenticatedClient,
    strict: bool | Unset = UNSET,
    to_version: str | Unset = UNSET,
    to_revision: int | Unset = UNSET,
) -> Problem | RollbackPlan | None:
    """Show the target of a rollback

     Where a rollback would lead now, decided as the rollback itself decides. Send the entity tag as `If-
    Match` and the
    version as `expected_version` to get exactly this.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        channel (str):
        strict (bool | Unset):
        to_version (str | Unset):
        to_revision (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RollbackPlan
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            channel=channel,
            client=client,
            strict=strict,
            to_version=to_version,
            to_revision=to_revision,
        )
    ).parsed
