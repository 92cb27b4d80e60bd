//! The one shape of every error.

use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::verdict::{Change, Verdict};
use crate::service::Fault;

/// Why a request failed: RFC 9457, with a stable `code` that programs branch on.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({
    "type": "/problems/model-not-found",
    "title": "there is no such model",
    "status": 404,
    "code": "model-not-found",
    "detail": "there is no model `acme/fraud`",
    "instance": "/api/v1/namespaces/acme/models/fraud",
    "request_id": "0b2f5a5e-7b0e-4d1c-8a55-0e3a1f6d9a11"
}))]
pub(crate) struct Problem {
    /// Where the kind of problem is described.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// One line about the kind of problem.
    pub(crate) title: &'static str,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    pub(crate) status: u16,
    /// The stable name of the kind of problem.
    pub(crate) code: &'static str,
    /// What was wrong, where, and what to do about it.
    pub(crate) detail: String,
    /// The path of the request.
    pub(crate) instance: String,
    /// The id of the request, as in the log of the server.
    pub(crate) request_id: String,
    /// The changes that refuse a version number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Option<Vec<Change>>)]
    pub(crate) violations: Vec<Value>,
    /// The verdict that refuses a version number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Verdict>)]
    pub(crate) verdict: Option<Value>,
    /// Single faults, where there can be several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Option<Vec<ProblemFault>>)]
    pub(crate) errors: Vec<ProblemFault>,
    /// What else a program needs to react, by name.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Option<Object>)]
    pub(crate) details: Map<String, Value>,
}

/// A place in the request with what is wrong there.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProblemFault {
    /// A JSON Pointer into the body, or the name of a parameter.
    #[schema(example = "/verion")]
    pub(crate) place: String,
    /// What is wrong.
    #[schema(example = "unknown field `verion`")]
    pub(crate) reason: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "did you mean `version`?")]
    pub(crate) hint: Option<String>,
}

impl From<Fault> for ProblemFault {
    fn from(fault: Fault) -> Self {
        Self { place: fault.place, reason: fault.reason, hint: fault.hint }
    }
}

/// What a kind of problem means.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({
    "type": "/problems/model-not-found",
    "title": "there is no such model",
    "status": 404,
    "code": "model-not-found"
}))]
pub(crate) struct ProblemKind {
    /// Where this description is.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// One line about the kind of problem.
    pub(crate) title: &'static str,
    /// The status that it comes with.
    pub(crate) status: u16,
    /// The stable name of the kind of problem.
    pub(crate) code: &'static str,
}
