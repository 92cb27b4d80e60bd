//! The way in for the first administrator, and for the next one when nobody's token opens the registry any more. Only
//! somebody who has the database can ask for it.

use std::sync::Arc;

use jiff::Timestamp;
use registry_core::access::{Grants, PrincipalKind, Role, Roles};
use registry_core::canonical::value_of;
use registry_core::name::{NamespaceName, PrincipalName};
use registry_store::access::{Principal, REGISTRY, TokenRecord};
use registry_store::rows::Namespace;
use registry_store::{Metadata, StoreError, Write};
use uuid::Uuid;

use super::access::{Ask, Authority, Permission, Place};
use super::event::{Event, EventKind};
use super::{Caller, Secret, new_change};
use crate::api;

/// How often it is tried, when servers and commands try at once.
const TRIES: usize = 20;

/// Makes `name` an administrator with this token, unless there is one whose token opens the registry. Answers whether it did.
///
/// # Errors
/// When the database does not answer, or is always faster.
pub(crate) async fn make_way_in(
    store: &dyn Metadata,
    name: &PrincipalName,
    secret: &Secret,
) -> Result<bool, StoreError> {
    let mut last = StoreError::Conflict { what: "registry" };
    for _ in 0..TRIES {
        let now = store.now().await?;
        // Read before the look: whoever makes a way in after it changes this row, and the commit finds that.
        let registry = store.namespace(&NamespaceName::of_the_registry()).await?.ok_or_else(no_registry)?;
        if store.has_way_in(now).await? {
            return Ok(false);
        }
        match make(store, &registry, (name, secret), now).await {
            Ok(()) => return Ok(true),
            Err(error @ StoreError::Conflict { .. }) => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

async fn make(
    store: &dyn Metadata,
    registry: &Namespace,
    (name, secret): (&PrincipalName, &Secret),
    now: Timestamp,
) -> Result<(), StoreError> {
    let member = store.member(&registry.name, name).await?;
    let roles: Roles = member.iter().flat_map(|member| member.roles.iter()).chain([Role::Admin]).collect();
    let token = TokenRecord {
        id: Uuid::now_v7(),
        sha256: secret.digest(),
        principal: name.clone(),
        description: "bootstrap".to_owned(),
        scopes: None,
        expires_at: None,
        revoked_at: None,
        last_used_at: None,
        created_at: now,
        created_by: name.to_string(),
    };
    let event = told(registry, &token, now);
    let writes = vec![
        principal(store.principal(name).await?, name, now),
        Write::SetMember { principal: name.clone(), roles },
        Write::InsertToken(Box::new(token)),
    ];
    store.commit(*new_change(registry.guard(), now, writes, vec![event])).await
}

/// Makes the principal, or lets the one that is there in again.
fn principal(found: Option<Principal>, name: &PrincipalName, now: Timestamp) -> Write {
    match found {
        Some(Principal { name, description, .. }) => Write::UpdatePrincipal { name, description, is_disabled: false },
        None => Write::InsertPrincipal(Principal {
            name: name.clone(),
            kind: PrincipalKind::User,
            description: "The first administrator".to_owned(),
            disabled_at: None,
            created_at: now,
            created_by: name.to_string(),
        }),
    }
}

/// The event: whoever has the database did it, in the name of the administrator.
fn told(registry: &Namespace, token: &TokenRecord, now: Timestamp) -> registry_store::NewEvent {
    let authority = Authority {
        ask: Ask { token: token.sha256, permission: Permission::Registry, place: Place::default() },
        principal: token.principal.clone(),
        kind: PrincipalKind::User,
        token: token.id,
        grants: Grants { is_administrator: true, ..Grants::default() },
        now,
    };
    let caller = Caller { authority: Arc::new(authority), request_id: "bootstrap".to_owned(), idempotency: None };
    let event = Event {
        principal: Some(token.principal.clone()),
        reason: Some("bootstrap: no administrator had a token that opens the registry".to_owned()),
        after: Some(value_of(&api::access::Token::from(token.clone()))),
        ..Event::about(EventKind::TokenCreated, &registry.name)
    };
    event.by(&caller, now)
}

fn no_registry() -> StoreError {
    let reason = "the namespace of the registry is missing".to_owned();
    StoreError::Inconsistent { table: "namespaces", column: "id", row: REGISTRY.to_string(), reason }
}
