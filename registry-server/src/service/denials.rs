//! Attempts that were refused, as events: who tried what, where, with which token. The same attempt is told once a minute,
//! and so many of one principal, so that nobody can fill the log with what they may not do.

use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use registry_core::name::{NamespaceName, PrincipalName};
use registry_store::Guard;
use uuid::Uuid;

use super::access::{Authority, Permission, Place};
use super::event::{Event, EventKind};
use super::{Caller, Registry, new_change};

const TOLD: Duration = Duration::from_mins(1);
const TOLD_MOST: usize = 10_000;

/// How many attempts of one principal are told a minute. The names in an attempt are theirs to choose.
const TOLD_OF_ONE: NonZeroU32 = NonZeroU32::new(60).unwrap();

/// What was tried with which token. A harmless attempt must hide no other.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Attempt {
    token: Uuid,
    permission: Permission,
    place: Place,
    operation: String,
}

/// The attempts that were told lately, and how many of whom.
#[derive(Debug)]
pub(crate) struct Denials {
    told: quick_cache::sync::Cache<Attempt, Instant>,
    of_principals: DefaultKeyedRateLimiter<PrincipalName>,
}

impl Default for Denials {
    fn default() -> Self {
        let told = quick_cache::sync::Cache::new(TOLD_MOST);
        Self { told, of_principals: RateLimiter::keyed(Quota::per_minute(TOLD_OF_ONE)) }
    }
}

impl Denials {
    /// Whether an attempt is to be told: it was not lately, and its principal has not tried too many others.
    fn is_news(&self, principal: &PrincipalName, attempt: Attempt) -> bool {
        if self.told.get(&attempt).is_some_and(|told| told.elapsed() < TOLD) {
            return false;
        }
        if self.of_principals.check_key(principal).is_err() {
            tracing::warn!(%principal, ?attempt, "a refused attempt is not told: there were too many others");
            return false;
        }
        self.told.insert(attempt, Instant::now());
        true
    }
}

impl Registry {
    /// Tells that somebody was refused `operation`, in the log of the namespace, or in that of the registry when no
    /// namespace was meant. One that is not there has no log.
    pub(crate) async fn tell_denial(&self, authority: Authority, request_id: &str, (operation, why): (&str, &str)) {
        let place = authority.ask.place.clone();
        let namespace = match &place.namespace {
            Some(_) if authority.grants.is_private.is_none() => return,
            Some(namespace) => namespace.clone(),
            None => NamespaceName::of_the_registry(),
        };
        let attempt = Attempt {
            token: authority.token,
            permission: authority.ask.permission,
            place: place.clone(),
            operation: operation.to_owned(),
        };
        if !self.denials.is_news(&authority.principal, attempt) {
            return;
        }
        let at = authority.now;
        let permission = authority.ask.permission.as_str();
        let caller = Caller { authority: authority.into(), request_id: request_id.to_owned(), idempotency: None };
        let event = Event {
            model: place.model,
            channel: place.channel,
            reason: Some(why.to_owned()),
            denied: Some((operation.to_owned(), permission)),
            ..Event::about(EventKind::AccessDenied, &namespace)
        };
        let change = new_change(Guard::Names, at, Vec::new(), vec![event.by(&caller, at)]);
        if let Err(error) = self.store.commit(*change).await {
            tracing::warn!(%error, "a refused attempt could not be written down");
        }
    }
}
