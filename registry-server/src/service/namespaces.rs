//! Namespaces: make, describe, set the policy.

use jiff::Timestamp;
use registry_core::canonical::value_of;
use registry_core::name::NamespaceName;
use registry_store::rows::Namespace;
use registry_store::{Guard, Write};
use serde_json::Value;
use uuid::Uuid;

use super::access::Visitor;
use super::event::{Event, EventKind};
use super::{Answer, Caller, Code, Failure, Outcome, Page, Registry, new_change, no_namespace, pages, policy};
use crate::api;

/// Who changes which namespace, and the revision that they saw.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) caller: &'a Caller,
    pub(crate) name: &'a NamespaceName,
    pub(crate) seen: u64,
}

/// One namespace.
pub(crate) async fn show(registry: &Registry, name: &NamespaceName) -> Result<Namespace, Failure> {
    registry.store.namespace(name).await?.ok_or_else(|| no_namespace(name))
}

/// The namespaces that a visitor may know of by name, after `after`.
pub(crate) async fn list(
    registry: &Registry,
    visitor: &Visitor,
    after: Option<&NamespaceName>,
    limit: u32,
) -> Result<Page<Namespace>, Failure> {
    let read = async |after: Option<NamespaceName>, limit| {
        registry.store.namespaces(visitor.reader(), after.as_ref(), limit).await
    };
    let key = |row: &Namespace| row.name.clone();
    Ok(pages::filled(after.cloned(), limit, (read, key), |row| visitor.may_see(&row.name, None)).await?)
}

/// Makes a namespace.
pub(crate) async fn create(
    registry: &Registry,
    caller: &Caller,
    wanted: &api::namespace::NamespaceCreate,
) -> Result<Answer, Failure> {
    registry.change(caller, |now| decide_create(registry, caller, wanted, now)).await
}

async fn decide_create(
    registry: &Registry,
    caller: &Caller,
    wanted: &api::namespace::NamespaceCreate,
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let api::namespace::NamespaceCreate { name, description, private } = wanted.clone();
    if registry.store.namespace(&name).await?.is_some() {
        return Err(Failure::new(Code::NamespaceExists, format!("the namespace `{name}` is there already")));
    }
    let write = Write::InsertNamespace {
        id: Uuid::now_v7(),
        name: name.clone(),
        description: description.clone(),
        is_private: private,
    };
    let location = Some(format!("/api/v1/namespaces/{name}"));
    let body = value_of(&api::namespace::Namespace {
        name: name.clone(),
        description,
        private,
        quota_bytes: None,
        created_at: now,
        revision: 1,
    });
    let event = Event { after: Some(body.clone()), ..Event::about(EventKind::NamespaceCreated, &name) };
    let events = vec![event.by(caller, now)];
    let change = new_change(Guard::Names, now, vec![write], events);
    Ok(Outcome::Commit(change, Answer { status: 201, location, etag: Some("\"1\"".to_owned()), ..Answer::ok(&body) }))
}

/// Changes the description, who may know of it, and how many bytes it may have.
pub(crate) async fn update(
    registry: &Registry,
    call: Call<'_>,
    wanted: &api::namespace::NamespaceUpdate,
) -> Result<Answer, Failure> {
    let grants = &call.caller.authority.grants;
    if wanted.quota_bytes.is_some() && !(grants.is_administrator && grants.scopes.is_none()) {
        let detail = "only administrators of the registry set `quota_bytes`, with a token that is not limited";
        return Err(Failure::new(Code::Forbidden, detail));
    }
    let edit = |mut row: Namespace| {
        row.description = wanted.description.clone().unwrap_or(row.description);
        row.is_private = wanted.private.unwrap_or(row.is_private);
        row.quota_bytes = wanted.quota_bytes.map_or(row.quota_bytes, |bytes| (bytes > 0).then_some(bytes));
        row
    };
    let show = |row: &Namespace| value_of(&api::namespace::Namespace::from(row.clone()));
    registry.change(call.caller, |now| decide_edit(registry, call, &edit, &show, now)).await
}

/// Replaces the layer of policy.
pub(crate) async fn set_policy(
    registry: &Registry,
    call: Call<'_>,
    wanted: api::policy::Policy,
) -> Result<Answer, Failure> {
    let layer = policy::checked(wanted)?;
    let edit = |row: Namespace| Namespace { policy: layer.clone(), ..row };
    let show = |row: &Namespace| value_of(&api::policy::Policy::from(row.policy.clone()));
    registry.change(call.caller, |now| decide_edit(registry, call, &edit, &show, now)).await
}

async fn decide_edit(
    registry: &Registry,
    call: Call<'_>,
    edit: &impl Fn(Namespace) -> Namespace,
    shown: &impl Fn(&Namespace) -> Value,
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let before = show(registry, call.name).await?;
    super::unchanged_since(call.seen, before.revision, "namespace")?;
    let mut after = edit(before.clone());
    if after == before {
        return Ok(Outcome::Nothing(answer(&shown(&before), before.revision)));
    }
    let guard = before.guard();
    after.revision += 1;
    let event = Event {
        before: Some(shown(&before)),
        after: Some(shown(&after)),
        ..Event::about(EventKind::NamespaceUpdated, call.name)
    };
    let answer = answer(&shown(&after), after.revision);
    let Namespace { description, policy, is_private, quota_bytes, .. } = after;
    let write = Write::UpdateNamespace { description, policy, is_private, quota_bytes };
    Ok(Outcome::Commit(new_change(guard, now, vec![write], vec![event.by(call.caller, now)]), answer))
}

fn answer(body: &Value, revision: u64) -> Answer {
    Answer { etag: Some(format!("\"{revision}\"")), ..Answer::ok(body) }
}
