//! Any request, for `registry api`.

use registry_client::reqwest::{Method, header};
use registry_client::{ClientInfo as _, Error};
use serde_json::Value;

use super::{Api, Client, entity_tag};
use crate::error::CliError;

impl Client {
    /// Sends any request; null is the answer without a body.
    pub(crate) fn raw(
        &self,
        (method, path): (&Method, &str),
        if_match: Option<u64>,
        body: Option<&Value>,
    ) -> Result<Value, CliError> {
        let send = async |api: &Api, key: Option<&str>| {
            let mut request = api.client().request(method.clone(), format!("{}{path}", api.baseurl()));
            if let Some(key) = key {
                request = request.header("Idempotency-Key", key);
            }
            if let Some(revision) = if_match {
                request = request.header(header::IF_MATCH, entity_tag(revision));
            }
            if let Some(body) = body {
                request = request.json(body);
            }
            registry_client::send(api, request.build().map_err(Error::CommunicationError)?).await
        };
        let answer = match *method {
            Method::GET | Method::HEAD => self.get(async |api| send(api, None).await),
            Method::POST => self.post(async |api, key| send(api, Some(key)).await),
            _ => self.once(async |api| send(api, None).await),
        }?;
        if answer.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_slice(&answer).map_err(|error| self.unknown(&error))
    }
}
