from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.fsck_report import FsckReport
from ...models.nothing import Nothing
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: Nothing,
    deep: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    params: dict[str, Any] = {}

    params["deep"] = deep

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/fsck",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> FsckReport | Problem | None:
    if response.status_code == 200:
        response_200 = FsckReport.from_dict(response.json())

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
) -> Response[FsckReport | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: Nothing,
    deep: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[FsckReport | Problem]:
    """Check the registry

     Compares rows with bytes and bytes with rows, and names the versions that something is wrong with.
    It changes neither;
    a deep check remembers which blobs are damaged, so that they are asked for when the same files are
    published again.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        deep (bool | Unset):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FsckReport | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        deep=deep,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: Nothing,
    deep: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> FsckReport | Problem | None:
    """Check the registry

     Compares rows with bytes and bytes with rows, and names the versions that something is wrong with.
    It changes neither;
    a deep check remembers which blobs are damaged, so that they are asked for when the same files are
    published again.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        deep (bool | Unset):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FsckReport | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        deep=deep,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: Nothing,
    deep: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[FsckReport | Problem]:
    """Check the registry

     Compares rows with bytes and bytes with rows, and names the versions that something is wrong with.
    It changes neither;
    a deep check remembers which blobs are damaged, so that they are asked for when the same files are
    published again.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        deep (bool | Unset):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FsckReport | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        deep=deep,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: Nothing,
    deep: bool | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> FsckReport | Problem | None:
    """Check the registry

     Compares rows with bytes and bytes with rows, and names the versions that something is wrong with.
    It changes neither;
    a deep check remembers which blobs are damaged, so that they are asked for when the same files are
    published again.

    Needs an administrator of the registry, with a token that is not limited.

    Args:
        deep (bool | Unset):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FsckReport | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            deep=deep,
            idempotency_key=idempotency_key,
        )
    ).parsed
