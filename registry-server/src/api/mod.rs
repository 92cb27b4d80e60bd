//! The JSON of the API: one resource a file, no behaviour. `X` is what the server answers, `XCreate` and `XUpdate` what it
//! takes. Requests refuse fields that they do not know; answers leave out what is absent.

pub(crate) mod admin;
pub(crate) mod channel;
pub(crate) mod digest;
pub(crate) mod event;
pub(crate) mod line;
pub(crate) mod meta;
pub(crate) mod model;
pub(crate) mod namespace;
pub(crate) mod policy;
pub(crate) mod problem;
pub(crate) mod resolution;
pub(crate) mod search;
pub(crate) mod text;
pub(crate) mod upload;
pub(crate) mod verdict;
pub(crate) mod version;

use serde::Deserialize;
use utoipa::ToSchema;

/// The body of a request that needs none; it may be left out.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub(crate) struct Nothing {}
