from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.file_list import FileList
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    namespace: str,
    model: str,
    version: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
            version=quote(str(version), safe=""),
        ),
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> FileList | Problem | None:
    if response.status_code == 200:
        response_200 = FileList.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[FileList | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    namespace: str,
    model: str,
    version: str,
    *,
    client: AuthenticatedClient,
) -> Response[FileList | Problem]:
    """List the files of a version

     By path, each with its size and digest.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        version (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FileList | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        version=version,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    namespace: str,
    model: str,
    version: str,
    *,
    client: AuthenticatedClient,
) -> FileList | Problem | None:
    """List the files of a version

     By path, each with its size and digest.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        version (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FileList | Problem
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        version=version,
        client=client,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    version: str,
    *,
    client: AuthenticatedClient,
) -> Response[FileList | Problem]:
    """List the files of a version

     By path, each with its size and digest.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        version (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FileList | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        version=version,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    version: str,
    *,
    client: AuthenticatedClient,
) -> FileList | Problem | None:
    """List the files of a version

     By path, each with its size and digest.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        version (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FileList | Problem
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            version=version,
            client=client,
        )
    ).parsed
