from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.model import Model
from ...models.model_create import ModelCreate
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    *,
    body: ModelCreate,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/namespaces/{namespace}/models".format(
            namespace=quote(str(namespace), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Model | Problem | None:
    if response.status_code == 201:
        response_201 = Model.from_dict(response.json())

        return response_201

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
    *,
    client: AuthenticatedClient,
    body: ModelCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Model | Problem]:
    """Make a model

     A publish makes its model itself; this is for models with a description or a policy from the start.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        idempotency_key (str | Unset):
        body (ModelCreate): A model to make. Example: {'description': 'Tells three species of iris
            apart', 'labels': {'team': 'flowers'}, 'name': 'iris'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Model | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    namespace: str,
    *,
    client: AuthenticatedClient,
    body: ModelCreate,
    idempotency_key: str | Unset = UNSET,
) -> Model | Problem | None:
    """Make a model

     A publish makes its model itself; this is for models with a description or a policy from the start.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        idempotency_key (str | Unset):
        body (ModelCreate): A model to make. Example: {'description': 'Tells three species of iris
            apart', 'labels': {'team': 'flowers'}, 'name': 'iris'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Model | Problem
    """

    return sync_detailed(
        namespace=namespace,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    *,
    client: AuthenticatedClient,
    body: ModelCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Model | Problem]:
    """Make a model

     A publish makes its model itself; this is for models with a description or a policy from the start.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        idempotency_key (str | Unset):
        body (ModelCreate): A model to make. Example: {'description': 'Tells three species of iris
            apart', 'labels': {'team': 'flowers'}, 'name': 'iris'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Model | Problem]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    *,
    client: AuthenticatedClient,
    body: ModelCreate,
    idempotency_key: str | Unset = UNSET,
) -> Model | Problem | None:
    """Make a model

     A publish makes its model itself; this is for models with a description or a policy from the start.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        idempotency_key (str | Unset):
        body (ModelCreate): A model to make. Example: {'description': 'Tells three species of iris
            apart', 'labels': {'team': 'flowers'}, 'name': 'iris'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Model | Problem
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
