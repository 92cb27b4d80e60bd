from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.version_list import VersionList
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    *,
    state: str | Unset = UNSET,
    page_size: int | Unset = 50,
    page_token: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["state"] = state

    params["page_size"] = page_size

    params["page_token"] = page_token

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/versions".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | VersionList | None:
    if response.status_code == 200:
        response_200 = VersionList.from_dict(response.json())

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
) -> Response[Problem | VersionList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    state: str | Unset = UNSET,
    page_size: int | Unset = 50,
    page_token: str | Unset = UNSET,
) -> Response[Problem | VersionList]:
    """List versions

     All versions of a model, the newest first, whatever their state.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        state (str | Unset):
        page_size (int | Unset):  Default: 50.
        page_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VersionList]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        state=state,
        page_size=page_size,
        page_token=page_token,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    state: str | Unset = UNSET,
    page_size: int | Unset = 50,
    page_token: str | Unset = UNSET,
) -> Problem | VersionList | None:
    """List versions

     All versions of a model, the newest first, whatever their state.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        state (str | Unset):
        page_size (int | Unset):  Default: 50.
        page_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | VersionList
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        client=client,
        state=state,
        page_size=page_size,
        page_token=page_token,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    state: str | Unset = UNSET,
    page_size: int | Unset = 50,
    page_token: str | Unset = UNSET,
) -> Response[Problem | VersionList]:
    """List versions

     All versions of a model, the newest first, whatever their state.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        state (str | Unset):
        page_size (int | Unset):  Default: 50.
        page_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VersionList]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        state=state,
        page_size=page_size,
        page_token=page_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    state: str | Unset = UNSET,
    page_size: int | Unset = 50,
    page_token: str | Unset = UNSET,
) -> Problem | VersionList | None:
    """List versions

     All versions of a model, the newest first, whatever their state.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        state (str | Unset):
        page_size (int | Unset):  Default: 50.
        page_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | VersionList
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            client=client,
            state=state,
            page_size=page_size,
            page_token=page_token,
        )
    ).parsed
