"""What is sent, what is sent again, and what becomes of a refusal."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler

import anyio
import pytest
from conftest import ROOT, Server
from support import Answer, FakeModel, fake_server

from model_registry import (
    AsyncRegistry,
    Conflict,
    Forbidden,
    Gone,
    IntegrityError,
    InvalidRequest,
    NotFound,
    PromotionRefused,
    RateLimited,
    Registry,
    RegistryError,
    StaleRevision,
    Unauthenticated,
    Unavailable,
    UnexpectedAnswer,
    __version__,
)
from model_registry.core.api.models import get_model, set_model_policy
from model_registry.core.api.namespaces import create_namespace, list_namespaces
from model_registry.core.api.problems import get_problem_kind
from model_registry.core.models import Namespace, NamespaceCreate, NamespaceList, Policy, ProblemKind, UploadState
from model_registry.errors import from_problem

_MODEL = FakeModel(b"weights")


def _problem(status: int, code: str, **more: object) -> Answer:
    said = {"type": f"/problems/{code}", "title": code, "status": status, "code": code, "detail": f"it is {code}"}
    return Answer(status, {**said, "instance": "/", "request_id": "one", **more})


def test_an_address_must_be_one_that_a_token_may_travel_to() -> None:
    for url in ("http://127.0.0.1:8787", "http://localhost", "http://[::1]:80", "https://registry.example/"):
        Registry(url, "token").close()
    foreign = ["http://registry.example", "http://10.0.0.1:8787", "http://127.0.0.1.example", "ftp://127.0.0.1"]
    strange = ["registry.example", "http://localhost:80@registry.example/", "https://a/?b", "https://a/#b", "https://"]
    for url in foreign + strange:
        with pytest.raises(ValueError, match=r"plain HTTP beyond|is no address|is more than"):
            Registry(url, "token")
    with pytest.raises(ValueError, match="no token has"):
        Registry("https://registry.example", "two\nlines")


def test_the_environment_names_server_and_token(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REGISTRY_URL", raising=False)
    with pytest.raises(ValueError, match="which registry"):
        Registry()
    monkeypatch.setenv("REGISTRY_URL", server.url)
    monkeypatch.setenv("REGISTRY_TOKEN", server.token)
    with Registry() as registry:
        assert isinstance(list_namespaces.sync(client=registry.client), NamespaceList)
    with Registry(token="mrt_wrong") as registry, pytest.raises(Unauthenticated) as refused:
        registry.resolve("acme/iris")
    assert (refused.value.code, refused.value.status) == ("unauthenticated", 401)


def test_the_version_is_that_of_the_workspace() -> None:
    found = re.search(r'^version = "(.*)"$', (ROOT / "Cargo.toml").read_text(), re.MULTILINE)
    assert found is not None
    assert found[1] == __version__


def test_every_code_of_the_server_has_a_class(registry: Registry) -> None:
    # The server's list is its own; its source is the one place where all of it stands.
    source = (ROOT / "registry-server/src/service/failure.rs").read_text()
    codes = re.findall(r'= "([a-z-]+)": ', source.split("codes! {")[1].split("\n}")[0])
    assert len(codes) > 50
    kinds: dict[str, type[RegistryError]] = {}
    for code in codes:
        kind = get_problem_kind.sync(code, client=registry.client)
        assert isinstance(kind, ProblemKind)
        kinds[code] = type(from_problem(kind.status, {"code": code, "detail": "x"}))
    assert [code for code, kind in kinds.items() if kind is UnexpectedAnswer] == ["internal"]
    assert kinds["version-not-found"] is NotFound
    assert kinds["version-disabled"] is Gone
    assert kinds["stale-revision"] is StaleRevision
    assert kinds["digest-mismatch"] is IntegrityError
    assert kinds["promotion-refused"] is PromotionRefused
    assert kinds["no-rollback-target"] is Conflict


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        *[(400, InvalidRequest), (401, Unauthenticated), (403, Forbidden), (404, NotFound), (410, Gone)],
        *[(412, Conflict), (423, Conflict), (428, InvalidRequest), (429, RateLimited), (507, Unavailable)],
        (500, UnexpectedAnswer),
    ],
)
def test_what_no_registry_said_has_a_class_by_its_status(status: int, kind: type[RegistryError]) -> None:
    error = from_problem(status, "<html>")
    assert type(error) is kind
    assert str(error) == f"the server answered {status}, and no problem that says why"


def test_gates_and_waiting_times_are_told() -> None:
    def refusing(request: BaseHTTPRequestHandler) -> Answer:
        if request.command == "GET":
            answer = _problem(429, "busy")
            # Longer than anybody waits by himself.
            answer.headers["Retry-After"] = "3600"
            return answer
        return _problem(409, "promotion-refused", details={"gates": [{"code": "major-change"}]})

    with fake_server(refusing) as url, Registry(url) as registry:
        with pytest.raises(PromotionRefused) as refused:
            registry.promote("a/b@1.0.0", "production")
        assert refused.value.gates == ["major-change"]
        with pytest.raises(RateLimited) as limited:
            registry.resolve("a/b")
        assert limited.value.retry_after == 3600


class _Busy:
    """A server that hangs up, is busy, and then works."""

    def __init__(self) -> None:
        self.keys: list[str | None] = []

    def __call__(self, request: BaseHTTPRequestHandler) -> Answer | None:
        self.keys.append(request.headers.get("Idempotency-Key"))
        if len(self.keys) == 1:
            return None
        if len(self.keys) == 2:
            return _problem(503, "busy")
        if request.command == "GET":
            return _MODEL.metadata(request.path) or Answer(404)
        made = {"name": "a", "description": "", "private": False, "created_at": "2026-11-02T09:30:00Z", "revision": 1}
        return Answer(201, made)


def test_what_may_be_sent_again_is_and_a_post_keeps_its_key() -> None:
    busy = _Busy()
    with fake_server(busy) as url, Registry(url) as registry:
        made = create_namespace.sync(client=registry.client, body=NamespaceCreate(name="a"))
    assert isinstance(made, Namespace)
    assert len(busy.keys) == 3
    assert len(set(busy.keys)) == 1
    assert busy.keys[0]


def test_what_may_be_sent_again_is_when_it_is_awaited() -> None:
    busy = _Busy()

    async def resolve(url: str) -> str:
        async with AsyncRegistry(url) as registry:
            return (await registry.resolve("a/b")).version

    with fake_server(busy) as url:
        assert anyio.run(resolve, url) == "1.0.0"
    assert busy.keys == [None] * 3


def test_what_nobody_knows_the_effect_of_is_sent_once() -> None:
    busy = _Busy()
    with fake_server(busy) as url, Registry(url) as registry, pytest.raises(Unavailable, match="cannot be reached"):
        set_model_policy.sync("a", "b", client=registry.client, body=Policy(), if_match='"1"')
    assert len(busy.keys) == 1


def _two_pages(request: BaseHTTPRequestHandler) -> Answer:
    revision = {"kind": "promote", "undo_depth_seq": 1, "actor": "me", "created_at": "2026-11-02T09:30:00Z"}
    if "page_token=more" in request.path:
        return Answer(200, {"items": [{**revision, "seq": 1}]})
    return Answer(200, {"items": [{**revision, "seq": 3}, {**revision, "seq": 2}], "next_page_token": "more"})


def test_a_history_has_all_pages() -> None:
    async def awaited(url: str) -> list[int]:
        async with AsyncRegistry(url) as registry:
            return [revision.seq async for revision in registry.history("a/b", "production")]

    with fake_server(_two_pages) as url:
        with Registry(url) as registry:
            assert [revision.seq for revision in registry.history("a/b", "production")] == [3, 2, 1]
        assert anyio.run(awaited, url) == [3, 2, 1]


def test_a_server_that_is_not_there_is_unavailable() -> None:
    with fake_server(lambda _: Answer(404)) as url:
        pass
    with Registry(url) as registry, pytest.raises(Unavailable, match="cannot be reached"):
        registry.resolve("a/b")

    async def resolve() -> None:
        async with AsyncRegistry(url) as registry:
            await registry.resolve("a/b")

    with pytest.raises(Unavailable, match="cannot be reached"):
        anyio.run(resolve)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(200, b"<html>"),
        Answer(200, {"version": 1}),
        Answer(200, []),
        Answer(302, Location="https://evil.example"),
    ],
    ids=["html", "other", "list", "redirect"],
)
def test_what_no_registry_answers_is_unexpected(answer: Answer) -> None:
    with fake_server(lambda _: answer) as url, Registry(url) as registry:
        with pytest.raises(UnexpectedAnswer, match=r"resolve is answered with"):
            registry.resolve("a/b")


@pytest.mark.parametrize("reference", ["iris", "a/b/c", "/b", "a/", "a/b@"])
def test_what_is_no_reference_is_not_sent(registry: Registry, reference: str) -> None:
    with pytest.raises(ValueError, match="is not a reference"):
        registry.resolve(reference)
    with pytest.raises(ValueError, match="does not name one version"):
        registry.promote("a/b@^1", "production")
    with pytest.raises(ValueError, match="names a version"):
        registry.rollback("a/b@1.0.0", "production", reason="x")


def test_the_generated_core_raises_problems_and_keeps_values_that_it_does_not_know(registry: Registry) -> None:
    with pytest.raises(NotFound):
        get_model.sync("nobody", "nothing", client=registry.client)
    later = UploadState("thawing")
    assert (later, str(later), isinstance(later, UploadState)) == ("thawing", "thawing", True)
