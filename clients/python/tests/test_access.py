"""Who may do what, as exceptions: what a role does not allow, what is hidden, and tokens that open nothing."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import IRIS, Server

from model_registry import Forbidden, NotFound, Registry, Unauthenticated


def ask(registry: Registry, method: str, path: str, body: Any) -> Any:
    """Asks the API itself, as an administrator does."""
    answer = registry.client.get_httpx_client().request(method, f"/api/v1/{path}", json=body)
    answer.raise_for_status()
    return answer.json()


def user(registry: Registry, name: str, namespace: str, *roles: str) -> str:
    """Makes a user with roles in a namespace; answers a token of theirs."""
    ask(registry, "POST", "principals", {"name": name, "kind": "user"})
    if roles:
        ask(registry, "PUT", f"namespaces/{namespace}/members/{name}", {"roles": list(roles)})
    return str(ask(registry, "POST", f"principals/{name}/tokens", {})["secret"])


def test_what_a_role_does_not_allow_is_forbidden(server: Server, registry: Registry, model: str) -> None:
    registry.publish(model, "1.0.0", IRIS / "1.0.0.onnx")
    namespace = model.partition("/")[0]
    with Registry(server.url, user(registry, f"{namespace}-publisher", namespace, "publisher")) as publisher:
        publisher.publish(model, "1.1.0", IRIS / "1.1.0.onnx")
        with pytest.raises(Forbidden, match=r"is no promoter in") as refused:
            publisher.promote(f"{model}@1.1.0", "production")
    assert (refused.value.code, refused.value.status) == ("forbidden", 403)
    assert refused.value.request_id


def test_what_is_private_is_not_there_for_others(server: Server, registry: Registry, model: str) -> None:
    namespace = model.partition("/")[0]
    ask(registry, "POST", "namespaces", {"name": namespace, "private": True})
    registry.publish(model, "1.0.0", IRIS / "1.0.0.onnx")
    with Registry(server.url, user(registry, f"{namespace}-stranger", namespace)) as stranger:
        with pytest.raises(NotFound) as hidden:
            stranger.resolve(model)
        with pytest.raises(NotFound) as missing:
            stranger.resolve("nobody/iris")
    assert hidden.value.code == missing.value.code == "namespace-not-found"
    assert hidden.value.detail.replace(namespace, "nobody") == missing.value.detail


def test_a_revoked_token_opens_nothing(server: Server, registry: Registry, model: str) -> None:
    registry.publish(model, "1.0.0", IRIS / "1.0.0.onnx")
    made = ask(registry, "POST", "me/tokens", {"description": "short"})
    with Registry(server.url, made["secret"]) as short:
        assert short.resolve(model).version == "1.0.0"
        ask(registry, "DELETE", f"me/tokens/{made['id']}", None)
        with pytest.raises(Unauthenticated, match="the token was revoked") as refused:
            short.resolve(model)
    assert (refused.value.code, refused.value.status) == ("unauthenticated", 401)
