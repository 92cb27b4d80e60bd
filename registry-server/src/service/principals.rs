//! Principals: make, describe, disable.

use jiff::Timestamp;
use registry_core::access::Role;
use registry_core::canonical::value_of;
use registry_core::name::{NamespaceName, PrincipalName};
use registry_store::Write;
use registry_store::access::{Principal, TokenRecord};
use registry_store::rows::Namespace;

use super::event::{Event, EventKind};
use super::{Answer, Caller, Code, Failure, Outcome, Page, Registry, namespaces, new_change};
use crate::api;

/// The most members of the registry that are looked at for another administrator.
const MEMBERS: u32 = 10_000;
/// Tokens that are read at a time, to find one that opens everything.
const TOKENS: u32 = 500;

/// One principal.
pub(crate) async fn find(registry: &Registry, name: &PrincipalName) -> Result<Principal, Failure> {
    let missing = || Failure::new(Code::PrincipalNotFound, format!("there is no principal `{name}`"));
    registry.store.principal(name).await?.ok_or_else(missing)
}

/// Principals by name, after `after`.
pub(crate) async fn list(
    registry: &Registry,
    after: Option<&PrincipalName>,
    rows: u32,
) -> Result<Page<Principal>, Failure> {
    Ok(registry.store.principals(after, rows).await?)
}

/// Makes a principal. It may do nothing until it is a member of something.
pub(crate) async fn create(
    registry: &Registry,
    caller: &Caller,
    wanted: &api::access::PrincipalCreate,
) -> Result<Answer, Failure> {
    registry.change(caller, |now| decide_create(registry, caller, wanted, now)).await
}

async fn decide_create(
    registry: &Registry,
    caller: &Caller,
    wanted: &api::access::PrincipalCreate,
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let guarded = of_the_registry(registry).await?;
    let api::access::PrincipalCreate { name, kind, description } = wanted.clone();
    if registry.store.principal(&name).await?.is_some() {
        let detail = format!("there is a principal `{name}` already; names are never given to another one");
        return Err(Failure::new(Code::PrincipalExists, detail));
    }
    let created_by = caller.authority.principal.to_string();
    let row = Principal { name: name.clone(), kind, description, disabled_at: None, created_at: now, created_by };
    let body = value_of(&api::access::Principal::from(row.clone()));
    let event = Event {
        principal: Some(name.clone()),
        after: Some(body.clone()),
        ..Event::about(EventKind::PrincipalCreated, &guarded.name)
    };
    let change = new_change(guarded.guard(), now, vec![Write::InsertPrincipal(row)], vec![event.by(caller, now)]);
    let location = Some(format!("/api/v1/principals/{name}"));
    Ok(Outcome::Commit(change, Answer { status: 201, location, ..Answer::ok(&body) }))
}

/// Describes or disables a principal, or lets it in again.
pub(crate) async fn update(
    registry: &Registry,
    caller: &Caller,
    (name, wanted): (&PrincipalName, &api::access::PrincipalUpdate),
) -> Result<Answer, Failure> {
    registry.change(caller, |now| decide_update(registry, caller, (name, wanted), now)).await
}

async fn decide_update(
    registry: &Registry,
    caller: &Caller,
    (name, wanted): (&PrincipalName, &api::access::PrincipalUpdate),
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let guarded = of_the_registry(registry).await?;
    let before = find(registry, name).await?;
    let is_disabled = wanted.disabled.unwrap_or(before.disabled_at.is_some());
    let after = Principal {
        description: wanted.description.clone().unwrap_or_else(|| before.description.clone()),
        disabled_at: is_disabled.then(|| before.disabled_at.unwrap_or(now)),
        ..before.clone()
    };
    let shown = |row: &Principal| value_of(&api::access::Principal::from(row.clone()));
    if after == before {
        return Ok(Outcome::Nothing(Answer::ok(&shown(&before))));
    }
    if is_disabled {
        keep_an_administrator(registry, name, now).await?;
    }
    let event = Event {
        principal: Some(name.clone()),
        before: Some(shown(&before)),
        after: Some(shown(&after)),
        ..Event::about(EventKind::PrincipalUpdated, &guarded.name)
    };
    let write = Write::UpdatePrincipal { name: name.clone(), description: after.description.clone(), is_disabled };
    let change = new_change(guarded.guard(), now, vec![write], vec![event.by(caller, now)]);
    Ok(Outcome::Commit(change, Answer::ok(&shown(&after))))
}

/// The namespace of the registry, which guards principals and tokens.
pub(super) async fn of_the_registry(registry: &Registry) -> Result<Namespace, Failure> {
    namespaces::show(registry, &NamespaceName::of_the_registry()).await
}

/// Refuses what would leave the registry without an administrator who is let in, with a token that is not limited.
pub(super) async fn keep_an_administrator(
    registry: &Registry,
    without: &PrincipalName,
    now: Timestamp,
) -> Result<(), Failure> {
    let members = registry.store.members(&NamespaceName::of_the_registry(), None, MEMBERS).await?.rows;
    let admins = || members.iter().filter(|member| member.roles.contains(Role::Admin)).map(|member| &member.principal);
    if !admins().any(|admin| admin == without) {
        return Ok(());
    }
    for admin in admins().filter(|admin| *admin != without) {
        let is_let_in = find(registry, admin).await?.disabled_at.is_none();
        if is_let_in && has_way_in(registry, admin, now).await? {
            return Ok(());
        }
    }
    let detail = format!(
        "no other administrator of the registry than `{without}` has a token that opens all of it; make another one first"
    );
    Err(Failure::new(Code::LastAdmin, detail))
}

/// Whether a principal has a token that opens all that they may do.
async fn has_way_in(registry: &Registry, principal: &PrincipalName, now: Timestamp) -> Result<bool, Failure> {
    let mut after = None;
    loop {
        let page = registry.store.tokens(principal, after, TOKENS).await?;
        let opens = |token: &TokenRecord| {
            token.scopes.is_none() && token.revoked_at.is_none() && token.expires_at.is_none_or(|end| end > now)
        };
        if page.rows.iter().any(opens) {
            return Ok(true);
        }
        after = page.rows.last().map(|token| token.id);
        if !page.more || after.is_none() {
            return Ok(false);
        }
    }
}
