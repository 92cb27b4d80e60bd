//! Search by name.

use registry_core::name::{ModelName, NamespaceName};
use registry_store::rows::{Model, Page};

use super::access::Visitor;
use super::{Code, Failure, ModelRef, Registry, pages};
use crate::api::search::SearchHit;

/// The longest text that is searched for, in characters: a namespace, a slash and a model.
const MAX_TEXT: usize = 129;

/// The place in the results: the namespace and name of the last hit.
pub(crate) type Place = (NamespaceName, ModelName);

/// Models that a visitor may know of, whose name or namespace contains `text`, by namespace and name, after `after`.
pub(crate) async fn search(
    registry: &Registry,
    visitor: &Visitor,
    text: &str,
    after: Option<&Place>,
    limit: u32,
) -> Result<Page<SearchHit>, Failure> {
    let text = checked(text)?;
    let read = async |after: Option<Place>, limit| {
        let after = after.as_ref().map(|(namespace, model)| (namespace, model));
        registry.store.search(visitor.reader(), &text, after, limit).await
    };
    let key = |model: &Model| (model.namespace.clone(), model.name.clone());
    let is_seen = |model: &Model| visitor.may_see(&model.namespace, Some(&model.name));
    let page = pages::filled(after.cloned(), limit, (read, key), is_seen).await?;
    let mut hits = Vec::with_capacity(page.rows.len());
    for model in page.rows {
        hits.push(hit(registry, model).await?);
    }
    Ok(Page { rows: hits, more: page.more })
}

/// Names are lower case, so the text is made so.
fn checked(text: &str) -> Result<String, Failure> {
    let text = text.trim().to_lowercase();
    let length = text.chars().count();
    if length == 0 {
        return Err(Failure::new(Code::InvalidQuery, "`q` is empty; send a part of the name of a model or namespace"));
    }
    if length > MAX_TEXT {
        let detail = format!("`q` is {length} characters long, no name is longer than {MAX_TEXT}");
        return Err(Failure::new(Code::InvalidQuery, detail));
    }
    Ok(text)
}

async fn hit(registry: &Registry, model: Model) -> Result<SearchHit, Failure> {
    let Model { namespace, name, description, .. } = model;
    let view = registry.look(ModelRef { namespace: &namespace, model: &name }).await?;
    let latest = view.and_then(|(view, _)| view.index().latest().map(|entry| entry.version.clone()));
    Ok(SearchHit { namespace, name, description, latest })
}
