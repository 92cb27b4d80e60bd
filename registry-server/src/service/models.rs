//! Models: make, describe, set the policy, archive and restore.

use jiff::Timestamp;
use registry_core::canonical::value_of;
use registry_core::name::{ModelName, NamespaceName};
use registry_store::rows::Model;
use registry_store::{Guard, Write};
use serde_json::Value;
use uuid::Uuid;

use super::event::{Event, EventKind};
use super::{Answer, Caller, Code, Failure, Outcome, Page, Registry, new_change, no_model, no_namespace, policy};
use crate::api;

/// Who changes which model.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) caller: &'a Caller,
    pub(crate) namespace: &'a NamespaceName,
    pub(crate) name: &'a ModelName,
}

/// What a change of a model does.
struct Edit<'a> {
    kind: EventKind,
    /// The revision that the caller saw, where they must say.
    seen: Option<u64>,
    apply: &'a (dyn Fn(Model) -> Model + Sync),
    /// The part that is answered, and that the event shows.
    shown: fn(&Model) -> Value,
}

/// One model, with what its versions come to.
pub(crate) async fn show(
    registry: &Registry,
    namespace: &NamespaceName,
    name: &ModelName,
) -> Result<api::model::Model, Failure> {
    let view = registry.snapshot(namespace, name).await?;
    let latest = view.index().latest().map(|entry| entry.version.clone());
    let versions = Some(view.versions.len());
    Ok(api::model::Model { latest, versions, ..view.model.clone().into() })
}

/// One model, without its versions.
pub(crate) async fn find(registry: &Registry, namespace: &NamespaceName, name: &ModelName) -> Result<Model, Failure> {
    if let Some(model) = registry.store.model(namespace, name).await? {
        return Ok(model);
    }
    let known = registry.store.namespace(namespace).await?.is_some();
    Err(if known { no_model(namespace, name) } else { no_namespace(namespace) })
}

/// Models of a namespace by name, after `after`.
pub(crate) async fn list(
    registry: &Registry,
    namespace: &NamespaceName,
    after: Option<&ModelName>,
    rows: u32,
) -> Result<Page<Model>, Failure> {
    let page = registry.store.models(namespace, after, rows).await?;
    if page.rows.is_empty() && registry.store.namespace(namespace).await?.is_none() {
        return Err(no_namespace(namespace));
    }
    Ok(page)
}

/// Makes a model in a namespace that is there.
pub(crate) async fn create(
    registry: &Registry,
    caller: &Caller,
    namespace: &NamespaceName,
    wanted: &api::model::ModelCreate,
) -> Result<Answer, Failure> {
    registry.change(caller, |now| decide_create(registry, caller, namespace, wanted, now)).await
}

async fn decide_create(
    registry: &Registry,
    caller: &Caller,
    namespace: &NamespaceName,
    wanted: &api::model::ModelCreate,
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let name = &wanted.name;
    if registry.store.namespace(namespace).await?.is_none() {
        return Err(no_namespace(namespace));
    }
    if registry.store.model(namespace, name).await?.is_some() {
        return Err(Failure::new(Code::ModelExists, format!("the model `{namespace}/{name}` is there already")));
    }
    let write = Write::InsertModel {
        id: Uuid::now_v7(),
        namespace: namespace.clone(),
        name: name.clone(),
        description: wanted.description.clone(),
        labels: wanted.labels.clone(),
    };
    let body = value_of(&created(namespace, wanted, now));
    let event = Event {
        model: Some(name.clone()),
        after: Some(body.clone()),
        ..Event::about(EventKind::ModelCreated, namespace)
    };
    let events = vec![event.by(caller, now)];
    let change = new_change(Guard::Names, now, vec![write], events);
    let location = Some(format!("/api/v1/namespaces/{namespace}/models/{name}"));
    Ok(Outcome::Commit(change, Answer { status: 201, location, etag: Some("\"1\"".to_owned()), ..Answer::ok(&body) }))
}

fn created(namespace: &NamespaceName, wanted: &api::model::ModelCreate, now: Timestamp) -> api::model::Model {
    let api::model::ModelCreate { name, description, labels } = wanted.clone();
    api::model::Model {
        namespace: namespace.clone(),
        name,
        description,
        labels,
        revision: 1,
        created_at: now,
        archived_at: None,
        latest: None,
        versions: None,
    }
}

/// Changes description and labels.
pub(crate) async fn update(
    registry: &Registry,
    call: Call<'_>,
    seen: u64,
    wanted: &api::model::ModelUpdate,
) -> Result<Answer, Failure> {
    let edit = |mut row: Model| {
        row.description = wanted.description.clone().unwrap_or(row.description);
        row.labels = wanted.labels.clone().unwrap_or(row.labels);
        row
    };
    let edit = Edit { kind: EventKind::ModelUpdated, seen: Some(seen), apply: &edit, shown: described };
    change(registry, call, &edit).await
}

/// Replaces the layer of policy.
pub(crate) async fn set_policy(
    registry: &Registry,
    call: Call<'_>,
    seen: u64,
    wanted: api::policy::Policy,
) -> Result<Answer, Failure> {
    let layer = policy::checked(wanted)?;
    let edit = |row: Model| Model { policy: layer.clone(), ..row };
    let shown = |row: &Model| value_of(&api::policy::Policy::from(row.policy.clone()));
    let edit = Edit { kind: EventKind::ModelUpdated, seen: Some(seen), apply: &edit, shown };
    change(registry, call, &edit).await
}

/// Archives a model: it takes no new versions. One that is archived already stays as it is.
pub(crate) async fn archive(registry: &Registry, call: Call<'_>) -> Result<Answer, Failure> {
    registry
        .change(call.caller, |now| async move {
            let edit = move |row: Model| Model { archived_at: row.archived_at.or(Some(now)), ..row };
            let edit = Edit { kind: EventKind::ModelArchived, seen: None, apply: &edit, shown: described };
            decide(registry, call, &edit, now).await
        })
        .await
}

/// Opens an archived model again. One that is open stays as it is.
pub(crate) async fn restore(registry: &Registry, call: Call<'_>) -> Result<Answer, Failure> {
    let edit = |row: Model| Model { archived_at: None, ..row };
    let edit = Edit { kind: EventKind::ModelRestored, seen: None, apply: &edit, shown: described };
    change(registry, call, &edit).await
}

fn described(row: &Model) -> Value {
    value_of(&api::model::Model::from(row.clone()))
}

async fn change(registry: &Registry, call: Call<'_>, edit: &Edit<'_>) -> Result<Answer, Failure> {
    registry.change(call.caller, |now| decide(registry, call, edit, now)).await
}

async fn decide(registry: &Registry, call: Call<'_>, edit: &Edit<'_>, now: Timestamp) -> Result<Outcome, Failure> {
    let before = find(registry, call.namespace, call.name).await?;
    if let Some(seen) = edit.seen {
        super::unchanged_since(seen, before.revision, "model")?;
    }
    let mut after = (edit.apply)(before.clone());
    if after == before {
        return Ok(Outcome::Nothing(answer(edit, &before)));
    }
    let guard = before.guard();
    after.revision += 1;
    let event = Event {
        model: Some(call.name.clone()),
        before: Some((edit.shown)(&before)),
        after: Some((edit.shown)(&after)),
        ..Event::about(edit.kind, call.namespace)
    };
    let answer = answer(edit, &after);
    let events = vec![event.by(call.caller, now)];
    Ok(Outcome::Commit(new_change(guard, now, vec![write(after)], events), answer))
}

fn write(row: Model) -> Write {
    let archived = row.archived_at.is_some();
    Write::UpdateModel { model: row.id, description: row.description, labels: row.labels, policy: row.policy, archived }
}

fn answer(edit: &Edit<'_>, row: &Model) -> Answer {
    Answer { etag: Some(format!("\"{}\"", row.revision)), ..Answer::ok(&(edit.shown)(row)) }
}
