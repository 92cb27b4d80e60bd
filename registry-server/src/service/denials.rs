//! Attempts that were refused, as events: who tried what, where. The same attempt is told once a minute, so that nobody can
//! fill the log with what they may not do.

use std::time::{Duration, Instant};

use registry_core::name::{NamespaceName, PrincipalName};
use registry_store::Guard;

use super::access::{Authority, Permission};
use super::event::{Event, EventKind};
use super::{Caller, Registry, new_change};

const TOLD: Duration = Duration::from_mins(1);
const TOLD_MOST: usize = 10_000;

type Attempt = (PrincipalName, Permission, NamespaceName, String);

/// The attempts that were told lately.
#[derive(Debug)]
pub(crate) struct Denials(quick_cache::sync::Cache<Attempt, Instant>);

impl Default for Denials {
    fn default() -> Self {
        Self(quick_cache::sync::Cache::new(TOLD_MOST))
    }
}

impl Denials {
    /// Whether an attempt is to be told, because it was not lately.
    fn is_news(&self, attempt: &Attempt) -> bool {
        let is_known = self.0.get(attempt).is_some_and(|told| told.elapsed() < TOLD);
        if !is_known {
            self.0.insert(attempt.clone(), Instant::now());
        }
        !is_known
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
        let attempt = (authority.principal.clone(), authority.ask.permission, namespace.clone(), operation.to_owned());
        if !self.denials.is_news(&attempt) {
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
