//! The log of a namespace, as CloudEvents.

use registry_core::name::NamespaceName;
use registry_store::rows::{EventRecord, Page};
use serde_json::Value;

use super::{Failure, Registry, no_namespace};
use crate::api::event::Event;

/// After which event so many are the newest; after none of a log that is shorter.
pub(crate) async fn before_the_last(registry: &Registry, namespace: &NamespaceName, last: u64) -> Result<u64, Failure> {
    let newest = registry.store.last_event(namespace).await?;
    newest.map(|newest| newest.saturating_sub(last)).ok_or_else(|| no_namespace(namespace))
}

/// Events of a namespace after a sequence number, oldest first.
pub(crate) async fn events(
    registry: &Registry,
    namespace: &NamespaceName,
    after: u64,
    limit: u32,
) -> Result<Page<Event>, Failure> {
    let page = registry.store.events(namespace, after, limit).await?;
    if page.rows.is_empty() && registry.store.namespace(namespace).await?.is_none() {
        return Err(no_namespace(namespace));
    }
    Ok(Page { rows: page.rows.into_iter().map(cloud_event).collect(), more: page.more })
}

fn cloud_event(record: EventRecord) -> Event {
    let EventRecord { namespace, seq, id, kind, time, payload } = record;
    let subject = subject(&namespace, &payload);
    let mut data = payload;
    if let Value::Object(members) = &mut data {
        members.insert("seq".to_owned(), seq.into());
    }
    Event {
        specversion: "1.0",
        id,
        source: format!("/api/v1/namespaces/{namespace}"),
        kind,
        subject,
        time,
        datacontenttype: "application/json",
        data,
    }
}

/// `NAMESPACE`, `NAMESPACE/MODEL` or `NAMESPACE/MODEL@VERSION`: what the payload names.
fn subject(namespace: &NamespaceName, payload: &Value) -> String {
    let named = |pointer: &str| payload.pointer(pointer).and_then(Value::as_str);
    match (named("/resource/model"), named("/resource/version")) {
        (Some(model), Some(version)) => format!("{namespace}/{model}@{version}"),
        (Some(model), None) => format!("{namespace}/{model}"),
        (None, _) => namespace.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(resource: &Value) -> EventRecord {
        EventRecord {
            namespace: "acme".parse().unwrap(),
            seq: 7,
            id: uuid::Uuid::nil(),
            kind: "registry.channel.promoted.v1".to_owned(),
            time: "2026-05-01T00:00:00Z".parse().unwrap(),
            payload: serde_json::json!({"resource": resource}),
        }
    }

    #[test]
    fn an_event_is_a_cloud_event() {
        let event = cloud_event(record(&serde_json::json!({"namespace": "acme", "model": "iris", "version": "1.0.0"})));
        assert_eq!(
            serde_json::to_value(event).unwrap(),
            serde_json::json!({
                "specversion": "1.0",
                "id": "00000000-0000-0000-0000-000000000000",
                "source": "/api/v1/namespaces/acme",
                "type": "registry.channel.promoted.v1",
                "subject": "acme/iris@1.0.0",
                "time": "2026-05-01T00:00:00Z",
                "datacontenttype": "application/json",
                "data": {"resource": {"namespace": "acme", "model": "iris", "version": "1.0.0"}, "seq": 7},
            })
        );
    }

    #[test]
    fn the_subject_is_as_long_as_the_resource() {
        let subject = |resource: Value| cloud_event(record(&resource)).subject;
        assert_eq!(subject(serde_json::json!({"namespace": "acme"})), "acme");
        assert_eq!(subject(serde_json::json!({"namespace": "acme", "model": "iris"})), "acme/iris");
    }
}
