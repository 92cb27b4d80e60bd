//! Tokens: make, list, revoke.

use jiff::{SignedDuration, Timestamp};
use registry_core::canonical::value_of;
use registry_core::name::PrincipalName;
use registry_store::Write;
use registry_store::access::TokenRecord;
use uuid::Uuid;

use super::access::Authority;
use super::event::{Event, EventKind};
use super::{Answer, Caller, Code, Failure, Outcome, Page, Registry, Secret, new_change, principals};
use crate::api;
use crate::api::access::TokenCreate;

/// Whose tokens are meant, by whom.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) caller: &'a Caller,
    pub(crate) principal: &'a PrincipalName,
}

/// The tokens of a principal, the oldest first, after `after`.
pub(crate) async fn list(
    registry: &Registry,
    principal: &PrincipalName,
    after: Option<Uuid>,
    rows: u32,
) -> Result<Page<TokenRecord>, Failure> {
    let page = registry.store.tokens(principal, after, rows).await?;
    if page.rows.is_empty() {
        principals::find(registry, principal).await?;
    }
    Ok(page)
}

/// Whoever asks, and where they are a member.
pub(crate) async fn me(registry: &Registry, authority: &Authority) -> Result<api::access::Me, Failure> {
    let principal = principals::find(registry, &authority.principal).await?;
    let token = find(registry, &authority.principal, authority.token).await?;
    let memberships = registry.store.memberships(&authority.principal).await?;
    let seen = memberships.into_iter().filter(|(namespace, _)| authority.grants.reach(namespace));
    let membership = |(namespace, roles)| api::access::Membership { namespace, roles };
    Ok(api::access::Me {
        principal: principal.into(),
        token: token.into(),
        administrator: authority.grants.is_administrator,
        memberships: seen.map(membership).collect(),
    })
}

async fn find(registry: &Registry, principal: &PrincipalName, id: Uuid) -> Result<TokenRecord, Failure> {
    let found = registry.store.token(id).await?.filter(|token| token.principal == *principal);
    found.ok_or_else(|| Failure::new(Code::TokenNotFound, format!("`{principal}` has no token `{id}`")))
}

/// Makes a token. Its secret is in the answer, and nowhere else.
pub(crate) async fn create(registry: &Registry, call: Call<'_>, wanted: &TokenCreate) -> Result<Answer, Failure> {
    if call.caller.authority.grants.scopes.is_some() {
        let detail = "a token that is limited makes no tokens; use one without `scopes`";
        return Err(Failure::new(Code::Forbidden, detail));
    }
    let no_random = |error| Failure::new(Code::Internal, format!("no random numbers for a token: {error}"));
    let secret = Secret::generate().map_err(no_random)?;
    registry.change(call.caller, |now| decide_create(registry, call, (wanted, &secret), now)).await
}

async fn decide_create(
    registry: &Registry,
    Call { caller, principal }: Call<'_>,
    (wanted, secret): (&TokenCreate, &Secret),
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let guarded = principals::of_the_registry(registry).await?;
    principals::find(registry, principal).await?;
    let lasts = SignedDuration::from_hours(24 * i64::from(wanted.expires_in_days.get()));
    let too_late = |_| Failure::new(Code::Internal, "the clock of the database is at the end of time");
    let row = TokenRecord {
        id: Uuid::now_v7(),
        sha256: secret.digest(),
        principal: principal.clone(),
        description: wanted.description.clone(),
        scopes: wanted.scopes().map_err(|reason| Failure::new(Code::InvalidBody, reason))?,
        expires_at: Some(now.checked_add(lasts).map_err(too_late)?),
        revoked_at: None,
        last_used_at: None,
        created_at: now,
        created_by: caller.authority.principal.to_string(),
    };
    let body = value_of(&api::access::Token::from(row.clone()));
    let event = Event {
        principal: Some(principal.clone()),
        after: Some(body.clone()),
        ..Event::about(EventKind::TokenCreated, &guarded.name)
    };
    let location = Some(format!("/api/v1/principals/{principal}/tokens/{}", row.id));
    let writes = vec![Write::InsertToken(Box::new(row))];
    let change = new_change(guarded.guard(), now, writes, vec![event.by(caller, now)]);
    Ok(Outcome::Commit(change, Answer { status: 201, location, secret: Some(secret.clone()), ..Answer::ok(&body) }))
}

/// Revokes a token: it opens nothing from then on, on any server a second later at most. Revoking it again changes nothing.
pub(crate) async fn revoke(registry: &Registry, call: Call<'_>, id: Uuid) -> Result<Answer, Failure> {
    let Authority { grants, token, .. } = &*call.caller.authority;
    if grants.scopes.is_some() && *token != id {
        let detail = "a token that is limited revokes no other; use one without `scopes`";
        return Err(Failure::new(Code::Forbidden, detail));
    }
    registry.change(call.caller, |now| decide_revoke(registry, call, id, now)).await
}

async fn decide_revoke(
    registry: &Registry,
    Call { caller, principal }: Call<'_>,
    id: Uuid,
    now: Timestamp,
) -> Result<Outcome, Failure> {
    let guarded = principals::of_the_registry(registry).await?;
    let before = find(registry, principal, id).await?;
    let shown = |row: TokenRecord| value_of(&api::access::Token::from(row));
    if before.revoked_at.is_some() {
        return Ok(Outcome::Nothing(Answer::ok(&shown(before))));
    }
    let after = shown(TokenRecord { revoked_at: Some(now), ..before.clone() });
    let event = Event {
        principal: Some(principal.clone()),
        before: Some(shown(before)),
        after: Some(after.clone()),
        ..Event::about(EventKind::TokenRevoked, &guarded.name)
    };
    let change = new_change(guarded.guard(), now, vec![Write::RevokeToken { id }], vec![event.by(caller, now)]);
    Ok(Outcome::Commit(change, Answer::ok(&after)))
}
