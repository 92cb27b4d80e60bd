//! A problem (RFC 9457) as the server sends it.

use registry_core::compat::Verdict;
use serde::Deserialize;
use serde_json::Value;

use crate::error::Code;

/// What the server says of a failed request.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Problem {
    #[serde(default)]
    pub(crate) status: u16,
    /// The stable code.
    #[serde(default)]
    pub(crate) code: String,
    /// What was wrong, where, and what to do.
    #[serde(default)]
    pub(crate) detail: String,
    /// The single faults, where there are several.
    #[serde(default)]
    pub(crate) errors: Vec<Fault>,
    /// The verdict that refuses a publish. A newer server may know rules that we do not; then it stays JSON.
    #[serde(default)]
    pub(crate) verdict: Option<Value>,
    #[serde(default)]
    pub(crate) request_id: String,
}

/// One fault in a request.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Fault {
    pub(crate) place: String,
    pub(crate) reason: String,
    #[serde(default)]
    pub(crate) hint: Option<String>,
}

impl Problem {
    /// Reads a problem; a proxy in between may answer something else.
    pub(crate) fn parse(status: u16, text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_else(|_| Self {
            status,
            code: String::new(),
            detail: format!("the server answered {status}, and no problem that says why"),
            errors: Vec::new(),
            verdict: None,
            request_id: String::new(),
        })
    }

    /// The verdict, when we know all its rules.
    pub(crate) fn verdict(&self) -> Option<Verdict> {
        self.verdict.as_ref().and_then(|verdict| Verdict::deserialize(verdict).ok())
    }

    /// The exit code; see the table in `registry --help`.
    pub(crate) fn exit_code(&self) -> Code {
        match (self.status, self.code.as_str()) {
            (_, "version-too-small" | "backport-conflict" | "return-conflict") => Code::Incompatible,
            (422, "digest-mismatch" | "size-mismatch") => Code::Integrity,
            (400 | 413 | 415 | 421 | 422 | 428, _) => Code::Invalid,
            (401, _) => Code::NotSignedIn,
            (403, _) => Code::Forbidden,
            (404 | 410, _) => Code::NotFound,
            (409 | 412 | 423, _) => Code::Conflict,
            (429, _) => Code::RateLimited,
            (502..=504 | 507, _) => Code::Unavailable,
            _ => Code::Unexpected,
        }
    }
}
