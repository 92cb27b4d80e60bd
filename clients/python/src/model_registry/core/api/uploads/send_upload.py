from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.upload import Upload
from ...types import File, Response


def _get_kwargs(
    namespace: str,
    model: str,
    upload: str,
    *,
    body: File,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/content".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
            upload=quote(str(upload), safe=""),
        ),
    }

    _kwargs["content"] = body.payload

    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Upload | None:
    if response.status_code == 200:
        response_200 = Upload.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Upload]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    namespace: str,
    model: str,
    upload: str,
    *,
    client: AuthenticatedClient,
    body: File,
) -> Response[Problem | Upload]:
    """Send the bytes of an upload

     The bytes are verified on their way: a wrong size or digest is refused, and nothing of it stays.
    Sending them again is
    no error.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Upload]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        upload=upload,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    namespace: str,
    model: str,
    upload: str,
    *,
    client: AuthenticatedClient,
    body: File,
) -> Problem | Upload | None:
    """Send the bytes of an upload

     The bytes are verified on their way: a wrong size or digest is refused, and nothing of it stays.
    Sending them again is
    no error.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Upload
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        upload=upload,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    upload: str,
    *,
    client: AuthenticatedClient,
    body: File,
) -> Response[Problem | Upload]:
    """Send the bytes of an upload

     The bytes are verified on their way: a wrong size or digest is refused, and nothing of it stays.
    Sending them again is
    no error.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Upload]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        upload=upload,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    upload: str,
    *,
    client: AuthenticatedClient,
    body: File,
) -> Problem | Upload | None:
    """Send the bytes of an upload

     The bytes are verified on their way: a wrong size or digest is refused, and nothing of it stays.
    Sending them again is
    no error.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Upload
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            upload=upload,
            client=client,
            body=body,
        )
    ).parsed
