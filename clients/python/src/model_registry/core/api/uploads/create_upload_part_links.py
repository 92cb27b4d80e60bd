from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.part_links import PartLinks
from ...models.part_links_create import PartLinksCreate
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    upload: str,
    *,
    body: PartLinksCreate,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/part-links".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
            upload=quote(str(upload), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> PartLinks | Problem | None:
    if response.status_code == 200:
        response_200 = PartLinks.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[PartLinks | Problem]:
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
    body: PartLinksCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[PartLinks | Problem]:
    """Ask for links to send parts with

     With a link a part goes to the object store itself, which compares it with its digest. Then record
    it, with the `ETag`
    that the store answers. Only where the upload says `part_links`; a file that is complete has no more
    links.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        idempotency_key (str | Unset):
        body (PartLinksCreate): Parts to be sent to the object store itself. Example: {'parts':
            [{'number': 1, 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'}]}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PartLinks | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        upload=upload,
        body=body,
        idempotency_key=idempotency_key,
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
    body: PartLinksCreate,
    idempotency_key: str | Unset = UNSET,
) -> PartLinks | Problem | None:
    """Ask for links to send parts with

     With a link a part goes to the object store itself, which compares it with its digest. Then record
    it, with the `ETag`
    that the store answers. Only where the upload says `part_links`; a file that is complete has no more
    links.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        idempotency_key (str | Unset):
        body (PartLinksCreate): Parts to be sent to the object store itself. Example: {'parts':
            [{'number': 1, 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'}]}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PartLinks | Problem
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        upload=upload,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    upload: str,
    *,
    client: AuthenticatedClient,
    body: PartLinksCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[PartLinks | Problem]:
    """Ask for links to send parts with

     With a link a part goes to the object store itself, which compares it with its digest. Then record
    it, with the `ETag`
    that the store answers. Only where the upload says `part_links`; a file that is complete has no more
    links.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        idempotency_key (str | Unset):
        body (PartLinksCreate): Parts to be sent to the object store itself. Example: {'parts':
            [{'number': 1, 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'}]}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PartLinks | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        upload=upload,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    upload: str,
    *,
    client: AuthenticatedClient,
    body: PartLinksCreate,
    idempotency_key: str | Unset = UNSET,
) -> PartLinks | Problem | None:
    """Ask for links to send parts with

     With a link a part goes to the object store itself, which compares it with its digest. Then record
    it, with the `ETag`
    that the store answers. Only where the upload says `part_links`; a file that is complete has no more
    links.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        idempotency_key (str | Unset):
        body (PartLinksCreate): Parts to be sent to the object store itself. Example: {'parts':
            [{'number': 1, 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'}]}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PartLinks | Problem
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            upload=upload,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
