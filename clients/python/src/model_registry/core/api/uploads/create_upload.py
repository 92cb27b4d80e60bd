from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.upload import Upload
from ...models.upload_create import UploadCreate
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    *,
    body: UploadCreate,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/uploads".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Upload | None:
    if response.status_code == 200:
        response_200 = Upload.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = Upload.from_dict(response.json())

        return response_201

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
    *,
    client: AuthenticatedClient,
    body: UploadCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Upload]:
    """Announce a file

     Says where to send the bytes: at once, or in parts, as larger files need. Where they are stored
    already in that line,
    the answer is 200 and `complete`: there is nothing to send. The model need not exist yet.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (UploadCreate): A file to send. Example: {'line': '1', 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Upload]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
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
    *,
    client: AuthenticatedClient,
    body: UploadCreate,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Upload | None:
    """Announce a file

     Says where to send the bytes: at once, or in parts, as larger files need. Where they are stored
    already in that line,
    the answer is 200 and `complete`: there is nothing to send. The model need not exist yet.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (UploadCreate): A file to send. Example: {'line': '1', 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Upload
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    body: UploadCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Upload]:
    """Announce a file

     Says where to send the bytes: at once, or in parts, as larger files need. Where they are stored
    already in that line,
    the answer is 200 and `complete`: there is nothing to send. The model need not exist yet.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (UploadCreate): A file to send. Example: {'line': '1', 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Upload]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    body: UploadCreate,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Upload | None:
    """Announce a file

     Says where to send the bytes: at once, or in parts, as larger files need. Where they are stored
    already in that line,
    the answer is 200 and `complete`: there is nothing to send. The model need not exist yet.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (UploadCreate): A file to send. Example: {'line': '1', 'sha256':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'size': 4}.

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
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
