//! What a change did, as the log of its namespace keeps it and consumers of events read it.

use jiff::Timestamp;
use registry_core::access::PrincipalKind;
use registry_core::bump::RequiredBump;
use registry_core::compat::{ConsumerChange, Retraining, Verdict};
use registry_core::digest::Digest;
use registry_core::name::{ChannelName, ModelName, NamespaceName, PrincipalName};
use registry_core::version::Version;
use registry_store::NewEvent;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::Caller;

macro_rules! kinds {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// What happened; the CloudEvents type.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        pub(crate) enum EventKind {
            $(#[doc = concat!("`", $name, "`")] #[serde(rename = $name)] $variant,)+
        }

        impl EventKind {
            /// Every kind.
            #[cfg(test)]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The type as it stands in the log.
            pub(crate) fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }
    };
}

kinds! {
    NamespaceCreated = "registry.namespace.created.v1",
    NamespaceUpdated = "registry.namespace.updated.v1",
    ModelCreated = "registry.model.created.v1",
    ModelUpdated = "registry.model.updated.v1",
    ModelArchived = "registry.model.archived.v1",
    ModelRestored = "registry.model.restored.v1",
    VersionPublished = "registry.version.published.v1",
    VersionYanked = "registry.version.yanked.v1",
    VersionUnyanked = "registry.version.unyanked.v1",
    VersionDeprecated = "registry.version.deprecated.v1",
    VersionUndeprecated = "registry.version.undeprecated.v1",
    VersionDisabled = "registry.version.disabled.v1",
    VersionEnabled = "registry.version.enabled.v1",
    VersionDeleted = "registry.version.deleted.v1",
    VersionUpdated = "registry.version.updated.v1",
    ChannelPromoted = "registry.channel.promoted.v1",
    ChannelRolledBack = "registry.channel.rolled_back.v1",
    ChannelCleared = "registry.channel.cleared.v1",
    ChannelPolicyUpdated = "registry.channel.policy_updated.v1",
    MemberSet = "registry.member.set.v1",
    MemberRemoved = "registry.member.removed.v1",
    PrincipalCreated = "registry.principal.created.v1",
    PrincipalUpdated = "registry.principal.updated.v1",
    TokenCreated = "registry.token.created.v1",
    TokenRevoked = "registry.token.revoked.v1",
    AccessDenied = "registry.access.denied.v1",
}

/// The payload of an event. What does not apply is absent.
///
/// Made with [`Event::about`] and the fields of the caller's choice, finished with [`Event::by`]:
/// ```ignore
/// Event { version: Some(number), reason, ..Event::about(EventKind::VersionYanked, &namespace) }.by(caller, now)
/// ```
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Event {
    /// What happened.
    pub(crate) kind: EventKind,
    /// The namespace, whose log gets the event.
    pub(crate) namespace: NamespaceName,
    /// The model.
    pub(crate) model: Option<ModelName>,
    /// The version; on a channel the one that is served from now on.
    pub(crate) version: Option<Version>,
    /// The channel.
    pub(crate) channel: Option<ChannelName>,
    /// The principal that roles, a state or a token were given to or taken from.
    pub(crate) principal: Option<PrincipalName>,
    /// Why.
    pub(crate) reason: Option<String>,
    /// The changed part of the resource, before.
    pub(crate) before: Option<Value>,
    /// The changed part of the resource, after.
    pub(crate) after: Option<Value>,
    /// Where a channel moved.
    pub(crate) movement: Movement,
    /// What the change means for those who train and those who consume.
    pub(crate) impact: Option<Impact>,
    /// The operation that was refused, and the permission that it needs; none for what was done.
    pub(crate) denied: Option<(String, &'static str)>,
}

/// From where to where a channel moved.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(crate) struct Movement {
    /// The version served before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from_version: Option<Version>,
    /// The version served after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to_version: Option<Version>,
    /// The revision before; absent for a channel without a history.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from_seq: Option<u64>,
    /// The revision after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to_seq: Option<u64>,
}

/// What a change means for those who train and those who consume.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Impact {
    /// The semantic class of what changed.
    pub(crate) bump: RequiredBump,
    /// Whether the model must be trained again.
    pub(crate) retraining: Retraining,
    /// Whether consumers must change.
    pub(crate) consumer_change: ConsumerChange,
    /// The policy that this was judged by.
    pub(crate) policy_digest: Digest,
}

impl From<&Verdict> for Impact {
    fn from(verdict: &Verdict) -> Self {
        Self {
            bump: verdict.required_bump,
            retraining: verdict.retraining,
            consumer_change: verdict.consumer_change,
            policy_digest: verdict.policy.digest,
        }
    }
}

/// The payload as JSON.
#[derive(Serialize)]
struct Payload<'a> {
    id: Uuid,
    time: Timestamp,
    #[serde(rename = "type")]
    kind: EventKind,
    actor: Actor<'a>,
    resource: Resource<'a>,
    outcome: &'static str,
    #[serde(flatten)]
    denied: Option<Denied<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<&'a Value>,
    #[serde(flatten)]
    movement: &'a Movement,
    #[serde(flatten)]
    impact: Option<&'a Impact>,
    request: Request<'a>,
}

#[derive(Serialize)]
struct Actor<'a> {
    kind: PrincipalKind,
    id: &'a PrincipalName,
    token_id: Uuid,
}

#[derive(Serialize)]
struct Denied<'a> {
    operation: &'a str,
    permission: &'static str,
}

#[derive(Serialize)]
struct Resource<'a> {
    namespace: &'a NamespaceName,
    #[serde(skip_serializing_if = "Option::is_none")]
    model: Option<&'a ModelName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a Version>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<&'a ChannelName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    principal: Option<&'a PrincipalName>,
}

#[derive(Serialize)]
struct Request<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    idempotency_key: Option<&'a str>,
}

impl Event {
    /// An event of a namespace; the rest is filled in with the functional update syntax.
    pub(crate) fn about(kind: EventKind, namespace: &NamespaceName) -> Self {
        Self {
            kind,
            namespace: namespace.clone(),
            model: None,
            version: None,
            channel: None,
            principal: None,
            reason: None,
            before: None,
            after: None,
            movement: Movement::default(),
            impact: None,
            denied: None,
        }
    }

    /// The row for the log: `caller` did it at the time `at` of the database.
    pub(crate) fn by(&self, caller: &Caller, at: Timestamp) -> NewEvent {
        let id = Uuid::now_v7();
        let payload = Payload {
            id,
            time: at,
            kind: self.kind,
            actor: Actor {
                kind: caller.authority.kind,
                id: &caller.authority.principal,
                token_id: caller.authority.token,
            },
            resource: Resource {
                namespace: &self.namespace,
                model: self.model.as_ref(),
                version: self.version.as_ref(),
                channel: self.channel.as_ref(),
                principal: self.principal.as_ref(),
            },
            outcome: if self.denied.is_some() { "denied" } else { "success" },
            denied: self.denied.as_ref().map(|(operation, permission)| Denied { operation, permission }),
            reason: self.reason.as_deref(),
            before: self.before.as_ref(),
            after: self.after.as_ref(),
            movement: &self.movement,
            impact: self.impact.as_ref(),
            request: Request {
                id: &caller.request_id,
                idempotency_key: caller.idempotency.as_ref().map(|(key, _)| key.key.as_str()),
            },
        };
        NewEvent {
            namespace: self.namespace.clone(),
            id,
            kind: self.kind.as_str().to_owned(),
            payload: registry_core::canonical::value_of(&payload),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::access::Authority;

    fn caller() -> Caller {
        Caller { authority: Authority::for_tests().into(), request_id: "r-1".to_owned(), idempotency: None }
    }

    #[test]
    fn kinds_have_the_names_of_the_contract() {
        for kind in EventKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
            let parts: Vec<_> = kind.as_str().split('.').collect();
            assert!(matches!(parts.as_slice(), ["registry", _, _, "v1"]), "{kind:?}");
        }
    }

    #[test]
    fn what_does_not_apply_is_absent() {
        let event = Event {
            model: Some("iris".parse().unwrap()),
            channel: Some("production".parse().unwrap()),
            movement: Movement { to_seq: Some(1), ..Movement::default() },
            ..Event::about(EventKind::ChannelPromoted, &"acme".parse().unwrap())
        };
        let row = event.by(&caller(), "2026-05-01T00:00:00Z".parse().unwrap());
        let mut payload = row.payload;
        assert_eq!(payload["id"].take(), row.id.to_string());
        assert_eq!(
            payload,
            serde_json::json!({
                "id": null,
                "time": "2026-05-01T00:00:00Z",
                "type": "registry.channel.promoted.v1",
                "actor": {"kind": "user", "id": "admin", "token_id": "00000000-0000-0000-0000-000000000000"},
                "resource": {"namespace": "acme", "model": "iris", "channel": "production"},
                "outcome": "success",
                "to_seq": 1,
                "request": {"id": "r-1"},
            })
        );
    }
}
