//! Who may come in, and what they may do. The rules are `registry_core::access`; here is what they need to know, asked of
//! the database anew for every change, and kept for half a second for reads: what was revoked opens nothing a second later,
//! on any server.

use std::sync::Arc;
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use registry_core::access::{Action, Grants, PrincipalKind, Refusal, Role, Target};
use registry_core::digest::Digest;
use registry_core::name::{ChannelName, ModelName, NamespaceName, PrincipalName};
use registry_store::access::{Bearer, Reader};
use uuid::Uuid;

use super::doors::KEPT;
use super::{Code, Failure, Registry, no_model, no_namespace, token};

/// How often it is written down that a token was used.
const TOUCHED: SignedDuration = SignedDuration::from_mins(1);

/// Who may come in without a token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Access {
    /// Whether reads need no token: when only this machine can reach the server, judged by the address that it listens on.
    pub(crate) anonymous_reads: bool,
}

/// What an operation needs. Every route declares one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Permission {
    /// Nothing: it tells no more than that there is a registry.
    Public,
    /// To be let in: what is answered depends on who asks.
    Enter,
    /// A token, of whomever.
    SignedIn,
    /// To read in the namespace.
    Read,
    /// To publish in the namespace.
    Publish,
    /// To move channels in the namespace.
    Promote,
    /// To administer the namespace.
    Admin,
    /// To administer the registry as a whole, with a token that is not limited.
    Registry,
}

impl Permission {
    /// What is to be done in the namespace of the request; none when no namespace decides.
    pub(crate) fn action(self) -> Option<Action> {
        match self {
            Self::Public | Self::Enter | Self::SignedIn | Self::Registry => None,
            Self::Read => Some(Action::Read),
            Self::Publish => Some(Action::Publish),
            Self::Promote => Some(Action::Promote),
            Self::Admin => Some(Action::Admin),
        }
    }

    /// The word for it, in the document of the API and in events.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Enter => "enter",
            Self::SignedIn => "signed-in",
            Self::Read => Action::Read.as_str(),
            Self::Publish => Action::Publish.as_str(),
            Self::Promote => Action::Promote.as_str(),
            Self::Admin => Action::Admin.as_str(),
            Self::Registry => "registry",
        }
    }
}

/// What a request is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Place {
    /// The namespace.
    pub(crate) namespace: Option<NamespaceName>,
    /// The model.
    pub(crate) model: Option<ModelName>,
    /// The channel.
    pub(crate) channel: Option<ChannelName>,
}

impl Place {
    /// The target of an action, where a namespace is named.
    pub(crate) fn target(&self) -> Option<Target<'_>> {
        let namespace = self.namespace.as_ref()?;
        Some(Target { namespace, model: self.model.as_ref(), channel: self.channel.as_ref() })
    }
}

/// What somebody asks to be let do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ask {
    /// The digest of their token.
    pub(crate) token: Digest,
    /// What the operation needs.
    pub(crate) permission: Permission,
    /// Where.
    pub(crate) place: Place,
}

/// Somebody who was let do what they asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Authority {
    /// What they asked.
    pub(crate) ask: Ask,
    /// Who they are.
    pub(crate) principal: PrincipalName,
    /// What they are.
    pub(crate) kind: PrincipalKind,
    /// Their token.
    pub(crate) token: Uuid,
    /// What they may do in the namespace that they asked for.
    pub(crate) grants: Grants,
    /// The time of the database when this was so.
    pub(crate) now: Timestamp,
}

impl Authority {
    /// Whether they may do something else in the same place.
    pub(crate) fn may(&self, action: Action) -> bool {
        self.ask.place.target().is_some_and(|target| self.grants.allow(action, target).is_ok())
    }

    /// Whether they may move a channel of the model that they asked for.
    pub(crate) fn may_move(&self, channel: &ChannelName) -> bool {
        let Some(target) = self.ask.place.target() else { return false };
        self.grants.allow(Action::Promote, Target { channel: Some(channel), ..target }).is_ok()
    }
}

#[cfg(test)]
impl Authority {
    /// The administrator `admin`, who asks to administer `acme` with the token whose secret is `admin`.
    pub(crate) fn for_tests() -> Self {
        let place = Place { namespace: "acme".parse().ok(), ..Place::default() };
        Self {
            ask: Ask { token: Digest::of(b"admin"), permission: Permission::Admin, place },
            principal: "admin".parse().unwrap(),
            kind: PrincipalKind::User,
            token: Uuid::nil(),
            grants: Grants { is_private: Some(false), is_administrator: true, ..Grants::default() },
            now: Timestamp::UNIX_EPOCH,
        }
    }
}

/// Whoever was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Visitor {
    /// Somebody on this machine, without a token.
    Stranger,
    /// Somebody with a token.
    Known(Arc<Authority>),
}

impl Visitor {
    /// Who reads a list.
    pub(crate) fn reader(&self) -> Reader<'_> {
        match self {
            Self::Stranger => Reader::Anyone,
            Self::Known(authority) if authority.grants.is_administrator => Reader::Administrator,
            Self::Known(authority) => Reader::Principal(&authority.principal),
        }
    }

    /// Whether the scopes of their token, if they have one and it is limited, let them know of something in a list.
    pub(crate) fn may_see(&self, namespace: &NamespaceName, model: Option<&ModelName>) -> bool {
        let scopes = match self {
            Self::Stranger => None,
            Self::Known(authority) => authority.grants.scopes.as_ref(),
        };
        scopes.is_none_or(|scopes| scopes.allow(Action::Read, Target { namespace, model, channel: None }))
    }
}

impl Registry {
    /// Lets somebody without a token do what they ask, if anyone may.
    pub(crate) async fn admit_stranger(&self, permission: Permission, place: &Place) -> Result<Visitor, Failure> {
        match (permission, place.target()) {
            (Permission::Public | Permission::Enter, _) => Ok(Visitor::Stranger),
            (Permission::Read, Some(target)) => {
                let is_private = self.is_private(target.namespace).await?;
                let grants = Grants::of_a_stranger(is_private);
                grants.allow(Action::Read, target).map_err(|_| hidden(&grants, target))?;
                Ok(Visitor::Stranger)
            }
            _ => Err(Failure::new(Code::Unauthenticated, "this needs a token: send `Authorization: Bearer mrt_…`")),
        }
    }

    /// Whether a namespace is private; none when it is not there. Only what is open is kept.
    async fn is_private(&self, namespace: &NamespaceName) -> Result<Option<bool>, Failure> {
        if self.doors.open.get(namespace).is_some_and(|seen| seen.elapsed() < KEPT) {
            return Ok(Some(false));
        }
        let seen = Instant::now();
        let is_private = self.store.namespace(namespace).await?.map(|row| row.is_private);
        if is_private == Some(false) {
            self.doors.open.insert(namespace.clone(), seen);
        }
        Ok(is_private)
    }

    /// Lets the bearer of a token do what they ask. For reads, what the database said lately is believed.
    ///
    /// # Errors
    /// When the token opens nothing, or not that.
    pub(crate) async fn admit(&self, secret: &str, permission: Permission, place: Place) -> Result<Authority, Refused> {
        if !token::is_well_formed(secret) {
            let detail = "this is no token of a registry: `mrt_` and 49 characters, of which the last 6 are a checksum";
            return Err(Failure::new(Code::Unauthenticated, detail).into());
        }
        let ask = Ask { token: Digest::of(secret.as_bytes()), permission, place };
        if !matches!(permission, Permission::Read | Permission::Enter) {
            return self.authorize(ask).await;
        }
        let key = (ask.token, ask.place.namespace.clone());
        if let Some((bearer, seen)) = self.doors.bearers.get(&key)
            && seen.elapsed() < KEPT
        {
            return admitted(ask, &bearer);
        }
        let seen = Instant::now();
        let bearer = Arc::new(self.bearer(&ask).await?);
        let admitted = admitted(ask, &bearer)?;
        self.doors.bearers.insert(key, (bearer, seen));
        Ok(admitted)
    }

    /// Asks the database whether somebody may do what they ask, now.
    ///
    /// # Errors
    /// When their token opens nothing, or not that.
    pub(crate) async fn authorize(&self, ask: Ask) -> Result<Authority, Refused> {
        let bearer = self.bearer(&ask).await?;
        admitted(ask, &bearer)
    }

    async fn bearer(&self, ask: &Ask) -> Result<Bearer, Failure> {
        let bearer = self.store.bearer(ask.token, ask.place.namespace.as_ref()).await?;
        let unknown = || Failure::new(Code::Unauthenticated, "this registry does not know the token");
        let bearer = bearer.ok_or_else(unknown)?;
        check(&bearer)?;
        self.touch(&bearer).await;
        Ok(bearer)
    }

    /// Writes down that a token is used, once a minute. That it is written is not worth failing for.
    async fn touch(&self, bearer: &Bearer) {
        let (id, now) = (bearer.token.id, bearer.now);
        let is_recent = |last: Option<Timestamp>| last.is_some_and(|last| now.duration_since(last) < TOUCHED);
        if is_recent(bearer.token.last_used_at) || is_recent(self.doors.touched.get(&id)) {
            return;
        }
        self.doors.touched.insert(id, now);
        if let Err(error) = self.store.touch_token(id, now).await {
            tracing::warn!(%error, token = %id, "that the token was used could not be written down");
        }
    }
}

/// Why somebody was not let do what they asked, and who they are when that is known.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) failure: Failure,
    /// Who asked, when it was not for want of a good token.
    pub(crate) authority: Option<Box<Authority>>,
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self { failure, authority: None }
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        refused.failure
    }
}

/// Whether the token opens anything.
fn check(bearer: &Bearer) -> Result<(), Failure> {
    let refused = |detail: &str| Err(Failure::new(Code::Unauthenticated, detail));
    if bearer.token.revoked_at.is_some() {
        return refused("the token was revoked");
    }
    if bearer.token.expires_at.is_some_and(|end| end <= bearer.now) {
        return refused("the token has expired; make another one");
    }
    if bearer.disabled_at.is_some() {
        return refused("whom the token stands for is disabled");
    }
    Ok(())
}

/// Whether the bearer may do what they ask.
fn admitted(ask: Ask, bearer: &Bearer) -> Result<Authority, Refused> {
    let outcome = decide(&ask, bearer);
    let authority = Authority {
        ask,
        principal: bearer.token.principal.clone(),
        kind: bearer.kind,
        token: bearer.token.id,
        grants: bearer.grants.clone(),
        now: bearer.now,
    };
    match outcome {
        Ok(()) => Ok(authority),
        Err(failure) => Err(Refused { failure, authority: Some(Box::new(authority)) }),
    }
}

fn decide(ask: &Ask, bearer: &Bearer) -> Result<(), Failure> {
    let Bearer { token, grants, .. } = bearer;
    let Some(action) = ask.permission.action() else {
        let is_good = ask.permission != Permission::Registry || (grants.is_administrator && token.scopes.is_none());
        let detail = "only administrators of the registry may do this, with a token that is not limited: those who are \
                      admin in the namespace `registry`";
        return if is_good { Ok(()) } else { Err(Failure::new(Code::Forbidden, detail)) };
    };
    let Some(target) = ask.place.target() else {
        return Err(Failure::new(Code::Internal, "the operation needs a namespace, and names none"));
    };
    if *target.namespace == NamespaceName::of_the_registry() && matches!(action, Action::Publish | Action::Promote) {
        let detail =
            "the namespace `registry` is that of the registry itself: it has members and events, and no models";
        return Err(Failure::new(Code::Forbidden, detail));
    }
    grants.allow(action, target).map_err(|refusal| match refusal {
        Refusal::Hidden => hidden(grants, target),
        Refusal::Role => Failure::new(Code::Forbidden, needs_role(&token.principal, action, target)),
        Refusal::Scope => {
            let detail = format!(
                "the token is limited, and `{}` in `{}` is not in its scopes; make one that may, or use another one",
                action.as_str(),
                target.namespace
            );
            Failure::new(Code::Forbidden, detail)
        }
    })
}

/// To whom something is hidden, it is not there: the failure is that of what is not there.
fn hidden(grants: &Grants, target: Target<'_>) -> Failure {
    let free = Grants { scopes: None, ..grants.clone() };
    match target.model {
        Some(model)
            if grants.reach(target.namespace)
                && grants.is_private.is_some()
                && free.allow(Action::Read, target).is_ok() =>
        {
            no_model(target.namespace, model)
        }
        _ => no_namespace(target.namespace),
    }
}

fn needs_role(principal: &PrincipalName, action: Action, target: Target<'_>) -> String {
    let role = Role::ALL.into_iter().find(|role| role.allows(action)).unwrap_or(Role::Admin);
    let namespace = target.namespace;
    format!("`{principal}` is no {role} in `{namespace}`; an admin of the namespace can make them one")
}
