from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.part_summary import PartSummary
from ...models.problem import Problem
from ...types import File, Response


def _get_kwargs(
    namespace: str,
    model: str,
    upload: str,
    number: int,
    *,
    body: File,
    content_digest: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Content-Digest"] = content_digest

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts/{number}".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
            upload=quote(str(upload), safe=""),
            number=quote(str(number), safe=""),
        ),
    }

    _kwargs["content"] = body.payload

    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PartSummary | Problem | None:
    if response.status_code == 200:
        response_200 = PartSummary.from_dict(response.json())

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
) -> Response[PartSummary | Problem]:
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
    number: int,
    *,
    client: AuthenticatedClient,
    body: File,
    content_digest: str,
) -> Response[PartSummary | Problem]:
    """Send a part of an upload

     Parts may come in any order, several at a time and through any server. A part is verified on its
    way: a wrong size or
    digest is refused, and nothing of it stays. A part that is sent again takes the place of the one
    before.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        number (int):
        content_digest (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PartSummary | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        upload=upload,
        number=number,
        body=body,
        content_digest=content_digest,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    namespace: str,
    model: str,
    upload: str,
    number: int,
    *,
    client: AuthenticatedClient,
    body: File,
    content_digest: str,
) -> PartSummary | Problem | None:
    """Send a part of an upload

     Parts may come in any order, several at a time and through any server. A part is verified on its
    way: a wrong size or
    digest is refused, and nothing of it stays. A part that is sent again takes the place of the one
    before.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        number (int):
        content_digest (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PartSummary | Problem
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        upload=upload,
        number=number,
        client=client,
        body=body,
        content_digest=content_digest,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    upload: str,
    number: int,
    *,
    client: AuthenticatedClient,
    body: File,
    content_digest: str,
) -> Response[PartSummary | Problem]:
    """Send a part of an upload

     Parts may come in any order, several at a time and through any server. A part is verified on its
    way: a wrong size or
    digest is refused, and nothing of it stays. A part that is sent again takes the place of the one
    before.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        number (int):
        content_digest (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PartSummary | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        upload=upload,
        number=number,
        body=body,
        content_digest=content_digest,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    upload: str,
    number: int,
    *,
    client: AuthenticatedClient,
    body: File,
    content_digest: str,
) -> PartSummary | Problem | None:
    """Send a part of an upload

     Parts may come in any order, several at a time and through any server. A part is verified on its
    way: a wrong size or
    digest is refused, and nothing of it stays. A part that is sent again takes the place of the one
    before.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        number (int):
        content_digest (str):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PartSummary | Problem
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            upload=upload,
            number=number,
            client=client,
            body=body,
            content_digest=content_digest,
        )
    ).parsed
