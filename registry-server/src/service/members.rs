//! Members of namespaces: who may do what there.

use jiff::Timestamp;
use registry_core::access::{Role, Roles};
use registry_core::canonical::value_of;
use registry_core::name::{NamespaceName, PrincipalName};
use registry_store::Write;
use registry_store::access::Member;
use serde_json::json;

use super::event::{Event, EventKind};
use super::{Answer, Caller, Code, Failure, Outcome, Page, Registry, namespaces, new_change, no_namespace, principals};
use crate::api;

/// Whose roles are meant, where, and who changes them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) caller: &'a Caller,
    pub(crate) namespace: &'a NamespaceName,
    pub(crate) principal: &'a PrincipalName,
}

/// The members of a namespace by name, after `after`.
pub(crate) async fn list(
    registry: &Registry,
    namespace: &NamespaceName,
    after: Option<&PrincipalName>,
    rows: u32,
) -> Result<Page<Member>, Failure> {
    let page = registry.store.members(namespace, after, rows).await?;
    if page.rows.is_empty() && registry.store.namespace(namespace).await?.is_none() {
        return Err(no_namespace(namespace));
    }
    Ok(page)
}

/// Gives a principal these roles, in place of those that it has.
pub(crate) async fn set(registry: &Registry, call: Call<'_>, roles: &[Role]) -> Result<Answer, Failure> {
    if roles.is_empty() {
        let detail = "`roles` is empty: name `reader`, `publisher`, `promoter` or `admin`, or remove the member";
        return Err(Failure::new(Code::InvalidBody, detail));
    }
    let roles = roles.iter().copied().collect();
    registry.change(call.caller, |now| decide(registry, call, &roles, now)).await
}

/// Takes all roles from a principal.
pub(crate) async fn remove(registry: &Registry, call: Call<'_>) -> Result<Answer, Failure> {
    let none = Roles::default();
    registry.change(call.caller, |now| decide(registry, call, &none, now)).await
}

async fn decide(registry: &Registry, call: Call<'_>, roles: &Roles, now: Timestamp) -> Result<Outcome, Failure> {
    let Call { caller, namespace, principal } = call;
    let guarded = namespaces::show(registry, namespace).await?;
    principals::find(registry, principal).await?;
    let before = registry.store.member(namespace, principal).await?;
    let shown = |member: &Member| value_of(&api::access::Member::from(member.clone()));
    if roles.is_empty() && before.is_none() {
        let detail = format!("`{principal}` is no member of `{namespace}`");
        return Err(Failure::new(Code::MemberNotFound, detail));
    }
    let created_at = before.as_ref().map_or(now, |member| member.created_at);
    let after = Member { principal: principal.clone(), roles: roles.clone(), created_at };
    if before.as_ref() == Some(&after) {
        return Ok(Outcome::Nothing(Answer::ok(&shown(&after))));
    }
    if *namespace == NamespaceName::of_the_registry() && !roles.contains(Role::Admin) {
        principals::keep_an_administrator(registry, principal, now).await?;
    }
    let kind = if roles.is_empty() { EventKind::MemberRemoved } else { EventKind::MemberSet };
    let event = Event {
        principal: Some(principal.clone()),
        before: before.as_ref().map(|member| json!({"roles": member.roles})),
        after: (!roles.is_empty()).then(|| json!({"roles": roles})),
        ..Event::about(kind, namespace)
    };
    let write = Write::SetMember { principal: principal.clone(), roles: roles.clone() };
    let change = new_change(guarded.guard(), now, vec![write], vec![event.by(caller, now)]);
    Ok(Outcome::Commit(change, Answer::ok(&shown(&after))))
}
