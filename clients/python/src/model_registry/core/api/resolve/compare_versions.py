from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.verdict import Verdict
from ...types import UNSET, Response


def _get_kwargs(
    namespace: str,
    model: str,
    *,
    base: str,
    head: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["base"] = base

    params["head"] = head

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/compare".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Verdict | None:
    if response.status_code == 200:
        response_200 = Verdict.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Verdict]:
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
    base: str,
    head: str,
) -> Response[Problem | Verdict]:
    """Compare two versions

     What changed from one published version to another, judged by the present policy.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        base (str):
        head (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Verdict]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        base=base,
        head=head,
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
    base: str,
    head: str,
) -> Problem | Verdict | None:
    """Compare two versions

     What changed from one published version to another, judged by the present policy.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        base (str):
        head (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Verdict
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        client=client,
        base=base,
        head=head,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    base: str,
    head: str,
) -> Response[Problem | Verdict]:
    """Compare two versions

     What changed from one published version to another, judged by the present policy.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        base (str):
        head (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Verdict]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        base=base,
        head=head,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    base: str,
    head: str,
) -> Problem | Verdict | None:
    """Compare two versions

     What changed from one published version to another, judged by the present policy.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        base (str):
        head (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Verdict
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            client=client,
            base=base,
            head=head,
        )
    ).parsed
