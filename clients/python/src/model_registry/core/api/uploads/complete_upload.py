from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.nothing import Nothing
from ...models.problem import Problem
from ...models.upload import Upload
from ...types import UNSET, Response, Unset


def _get_kwargs(
    namespace: str,
    model: str,
    upload: str,
    *,
    body: Nothing,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/complete".format(
            namespace=quote(str(namespace), safe=""),
            model=quote(str(model), safe=""),
            upload=quote(str(upload), safe=""),
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

    if response.status_code == 202:
        response_202 = Upload.from_dict(response.json())

        return response_202

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
    body: Nothing,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Upload]:
    """Complete an upload

     When all parts are there the server reads the whole, compares it with the digest that was promised,
    and stores it. What
    takes longer than a second goes on after the answer, which is 202 then: ask for the upload until it
    no longer says
    `verifying`. Parts that are something else together are refused and dropped; the upload begins anew.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

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
    body: Nothing,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Upload | None:
    """Complete an upload

     When all parts are there the server reads the whole, compares it with the digest that was promised,
    and stores it. What
    takes longer than a second goes on after the answer, which is 202 then: ask for the upload until it
    no longer says
    `verifying`. Parts that are something else together are refused and dropped; the upload begins anew.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

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
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    namespace: str,
    model: str,
    upload: str,
    *,
    client: AuthenticatedClient,
    body: Nothing,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | Upload]:
    """Complete an upload

     When all parts are there the server reads the whole, compares it with the digest that was promised,
    and stores it. What
    takes longer than a second goes on after the answer, which is 202 then: ask for the upload until it
    no longer says
    `verifying`. Parts that are something else together are refused and dropped; the upload begins anew.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

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
    body: Nothing,
    idempotency_key: str | Unset = UNSET,
) -> Problem | Upload | None:
    """Complete an upload

     When all parts are there the server reads the whole, compares it with the digest that was promised,
    and stores it. What
    takes longer than a second goes on after the answer, which is 202 then: ask for the upload until it
    no longer says
    `verifying`. Parts that are something else together are refused and dropped; the upload begins anew.

    Needs a publisher of the namespace.

    Args:
        namespace (str):
        model (str):
        upload (str):
        idempotency_key (str | Unset):
        body (Nothing): The body of a request that needs none; it may be left out.

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
            idempotency_key=idempotency_key,
        )
    ).parsed
