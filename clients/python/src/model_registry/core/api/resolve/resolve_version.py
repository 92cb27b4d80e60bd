from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.resolution import Resolution
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    *,
    ref: str | Unset = UNSET,
    fallback: str | Unset = UNSET,
    prerelease: str | Unset = UNSET,
    x_model_version: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_model_version, Unset):
        headers["X-Model-Version"] = x_model_version

    params: dict[str, Any] = {}

    params["ref"] = ref

    params["fallback"] = fallback

    params["prerelease"] = prerelease

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/resolve".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Resolution | None:
    if response.status_code == 200:
        response_200 = Resolution.from_dict(response.json())

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
) -> Response[Problem | Resolution]:
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
    ref: str | Unset = UNSET,
    fallback: str | Unset = UNSET,
    prerelease: str | Unset = UNSET,
    x_model_version: str | Unset = UNSET,
) -> Response[Problem | Resolution]:
    """Resolve a selector

     From a selector to one version, its digest and its files. The selector stands in `ref` or in the
    header
    `X-Model-Version`. What is not there is 404, what is switched off or deleted 410; with a fallback
    both become `latest`,
    marked as such. A channel that exists never falls back.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        ref (str | Unset):
        fallback (str | Unset):
        prerelease (str | Unset):
        x_model_version (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Resolution]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        ref=ref,
        fallback=fallback,
        prerelease=prerelease,
        x_model_version=x_model_version,
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
    ref: str | Unset = UNSET,
    fallback: str | Unset = UNSET,
    prerelease: str | Unset = UNSET,
    x_model_version: str | Unset = UNSET,
) -> Problem | Resolution | None:
    """Resolve a selector

     From a selector to one version, its digest and its files. The selector stands in `ref` or in the
    header
    `X-Model-Version`. What is not there is 404, what is switched off or deleted 410; with a fallback
    both become `latest`,
    marked as such. A channel that exists never falls back.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        ref (str | Unset):
        fallback (str | Unset):
        prerelease (str | Unset):
        x_model_version (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Resolution
    """

    return sync_detailed(
        namespace=namespace,
        model=model,
        client=client,
        ref=ref,
        fallback=fallback,
        prerelease=prerelease,
        x_model_version=x_model_version,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    ref: str | Unset = UNSET,
    fallback: str | Unset = UNSET,
    prerelease: str | Unset = UNSET,
    x_model_version: str | Unset = UNSET,
) -> Response[Problem | Resolution]:
    """Resolve a selector

     From a selector to one version, its digest and its files. The selector stands in `ref` or in the
    header
    `X-Model-Version`. What is not there is 404, what is switched off or deleted 410; with a fallback
    both become `latest`,
    marked as such. A channel that exists never falls back.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        ref (str | Unset):
        fallback (str | Unset):
        prerelease (str | Unset):
        x_model_version (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Resolution]
    """

    kwargs = _get_kwargs(
        namespace=namespace,
        model=model,
        ref=ref,
        fallback=fallback,
        prerelease=prerelease,
        x_model_version=x_model_version,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    namespace: str,
    model: str,
    *,
    client: AuthenticatedClient,
    ref: str | Unset = UNSET,
    fallback: str | Unset = UNSET,
    prerelease: str | Unset = UNSET,
    x_model_version: str | Unset = UNSET,
) -> Problem | Resolution | None:
    """Resolve a selector

     From a selector to one version, its digest and its files. The selector stands in `ref` or in the
    header
    `X-Model-Version`. What is not there is 404, what is switched off or deleted 410; with a fallback
    both become `latest`,
    marked as such. A channel that exists never falls back.

    Needs a reader, where the namespace is private.

    Args:
        namespace (str):
        model (str):
        ref (str | Unset):
        fallback (str | Unset):
        prerelease (str | Unset):
        x_model_version (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Resolution
    """

    return (
        await asyncio_detailed(
            namespace=namespace,
            model=model,
            client=client,
            ref=ref,
            fallback=fallback,
            prerelease=prerelease,
            x_model_version=x_model_version,
        )
    ).parsed
