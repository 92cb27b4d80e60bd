from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.model import Model
from ...models.nothing import Nothing
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    *,
    body: Nothing,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/archive".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Model | Problem | None:
    if response.status_code == 200:
        response_200 = Model.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Model | Problem]:
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
    body: Nothing,
    idempotency_key: str | Unset = UNSET,
) -> Response[Model | Problem]:
    """Archive a model

     It takes no new versions from then on; what is published stays available.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Model | Problem]
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
    body: Nothing,
    idempotency_key: str | Unset = UNSET,
) -> Model | Problem | None:
    """Archive a model

     It takes no new versions from then on; what is published stays available.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Model | Problem
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
    body: Nothing,
    idempotency_key: str | Unset = UNSET,
) -> Response[Model | Problem]:
    """Archive a model

     It takes no new versions from then on; what is published stays available.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Model | Problem]
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
    body: Nothing,
    idempotency_key: str | Unset = UNSET,
) -> Model | Problem | None:
    """Archive a model

     It takes no new versions from then on; what is published stays available.

    Needs an admin of the namespace.

    Args:
        namespace (str):
        model (str):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Model | Problem
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
