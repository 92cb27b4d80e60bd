//! Events on the wire: CloudEvents 1.0 in their JSON format.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// Something that happened in a namespace, in the form of CloudEvents 1.0.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Event {
    /// The version of CloudEvents: `1.0`.
    #[schema(example = "1.0")]
    pub(crate) specversion: &'static str,
    /// The identifier, unique in the registry.
    #[schema(value_type = String, example = "01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e")]
    pub(crate) id: Uuid,
    /// The namespace, as a path of this server.
    #[schema(example = "/api/v1/namespaces/acme")]
    pub(crate) source: String,
    /// What happened.
    #[serde(rename = "type")]
    #[schema(example = "registry.channel.promoted.v1")]
    pub(crate) kind: String,
    /// What it happened to: `NAMESPACE`, `NAMESPACE/MODEL` or `NAMESPACE/MODEL@VERSION`.
    #[schema(example = "acme/iris@1.2.0")]
    pub(crate) subject: String,
    /// When it was committed.
    #[schema(value_type = String, format = DateTime, example = "2026-11-02T09:30:00Z")]
    pub(crate) time: Timestamp,
    /// The type of `data`: `application/json`.
    #[schema(example = "application/json")]
    pub(crate) datacontenttype: &'static str,
    /// Who did what to which resource, before and after; `seq` is the place in the log of the namespace.
    #[schema(value_type = Object)]
    pub(crate) data: Value,
}

impl Event {
    /// The place in the log of the namespace.
    pub(crate) fn seq(&self) -> Option<u64> {
        self.data.get("seq")?.as_u64()
    }
}

/// A page of events, oldest first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct EventList {
    /// The events.
    pub(crate) items: Vec<Event>,
    /// What to send as `page_token` for the next page; absent when there is nothing newer yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "WyJpcmlzIl0")]
    pub(crate) next_page_token: Option<String>,
}
