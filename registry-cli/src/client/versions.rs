//! Versions as the server shows them: whole, with what the generated types leave out.

use registry_client::reqwest::Url;
use registry_client::{ClientInfo as _, Error, ResponseValue};
use registry_core::reference::Reference;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Answered, Api};

/// A page of a list.
#[derive(Debug, Deserialize)]
struct Items {
    items: Vec<Value>,
    next_page_token: Option<String>,
}

/// One version by its selector.
pub(crate) async fn version(api: &Api, model: &Reference, selector: &str) -> Answered<Value> {
    fetch(api, address(api, model, Some(selector)).map_err(Error::InvalidRequest)?).await
}

/// A page of the versions of a model, and what to say for the next one.
pub(crate) async fn versions(
    api: &Api,
    model: &Reference,
    (size, token): (u32, Option<&str>),
) -> Answered<(Vec<Value>, Option<String>)> {
    let mut url = address(api, model, None).map_err(Error::InvalidRequest)?;
    url.query_pairs_mut().append_pair("page_size", &size.to_string());
    if let Some(token) = token {
        url.query_pairs_mut().append_pair("page_token", token);
    }
    let page: ResponseValue<Items> = fetch(api, url).await?;
    page.map(|page| (page.items, page.next_page_token))
}

fn address(api: &Api, model: &Reference, selector: Option<&str>) -> Result<Url, String> {
    let no_address = |reason: &str| format!("`{}`: {reason}", api.baseurl());
    let mut url = Url::parse(api.baseurl()).map_err(|error| no_address(&error.to_string()))?;
    let (namespace, name) = (model.namespace.as_str(), model.model.as_str());
    url.path_segments_mut()
        .map_err(|()| no_address("no address of a server"))?
        .pop_if_empty()
        .extend(["api", "v1", "namespaces", namespace, "models", name, "versions"])
        .extend(selector);
    Ok(url)
}

async fn fetch<T: DeserializeOwned>(api: &Api, url: Url) -> Answered<T> {
    let request = api.client().get(url).build().map_err(Error::CommunicationError)?;
    let answer = registry_client::send(api, request).await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = answer.into_inner();
    match serde_json::from_slice(&body) {
        Ok(value) => Ok(ResponseValue::new(value, status, headers)),
        Err(error) => Err(Error::InvalidResponsePayload(body, error)),
    }
}
