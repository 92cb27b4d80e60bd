//! A problem (RFC 9457) as the server sends it.

use std::time::Duration;

use registry_client::types::{self, Problem as Said};
use registry_core::compat::{Rule, Verdict};
use serde::Deserialize as _;
use serde_json::Value;

use crate::error::Code;

/// What the server says of a failed request.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// That of the answer.
    pub(crate) status: u16,
    pub(crate) said: Said,
    /// How long the server asks to wait before the next attempt.
    pub(crate) retry_after: Option<Duration>,
}

impl Problem {
    pub(super) fn new(status: u16, said: Said, retry_after: Option<Duration>) -> Self {
        Self { status, said, retry_after }
    }

    /// The stable code.
    pub(crate) fn code(&self) -> &str {
        &self.said.code
    }

    /// The verdict that refuses a publish, when we know all its rules; a newer server may have more.
    pub(crate) fn verdict(&self) -> Option<Verdict> {
        self.said.verdict.as_ref().and_then(|verdict| verdict_of(verdict).ok())
    }

    /// The gates that keep a version off a channel.
    pub(crate) fn gates(&self) -> impl Iterator<Item = &str> {
        let gates = self.said.details.get("gates").and_then(Value::as_array);
        gates.into_iter().flatten().filter_map(|gate| gate["code"].as_str())
    }

    /// The exit code; see the table in `registry --help`. The code of the problem decides, and the status where a code
    /// is as good as any other of its status.
    pub(crate) fn exit_code(&self) -> Code {
        match (self.status, self.code()) {
            (_, "version-too-small" | "backport-conflict" | "return-conflict") => Code::Incompatible,
            (_, "digest-mismatch" | "size-mismatch") => Code::Integrity,
            // A version that is not there may fail other gates, too.
            (_, "promotion-refused") if self.gates().any(|gate| gate == "version-not-found") => Code::NotFound,
            (400 | 405 | 413..=416 | 421 | 422 | 428 | 431, _) => Code::Invalid,
            (401, _) => Code::NotSignedIn,
            (403, _) => Code::Forbidden,
            (404 | 410, _) => Code::NotFound,
            (409 | 412 | 423, _) => Code::Conflict,
            (429, _) => Code::RateLimited,
            (408 | 502..=504 | 507, _) => Code::Unavailable,
            _ => Code::Unexpected,
        }
    }
}

/// A verdict in our own words: its rules, levels and numbers are ones that we know.
pub(crate) fn verdict_of(verdict: &types::Verdict) -> serde_json::Result<Verdict> {
    Verdict::deserialize(serde_json::to_value(verdict)?)
}

/// The exit code of a verdict that refuses a number: that of the problem with which the server refuses it.
pub(crate) fn refusal(verdict: &Verdict) -> Code {
    match verdict.violations().next().map(|change| change.rule) {
        Some(Rule::VersionNotSemver) => Code::Invalid,
        Some(Rule::VersionExists | Rule::NothingChanged) => Code::Conflict,
        _ => Code::Incompatible,
    }
}

/// A problem for a test.
#[cfg(test)]
pub(super) fn problem(status: u16, code: &str, instance: &str) -> Problem {
    let said = Said::builder().status(status).code(code).detail("x").instance(instance);
    let said = said.title("").type_("about:blank").request_id("");
    Problem::new(status, said.try_into().unwrap(), None)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Every code of the server by its status, and how the command line exits.
    const CODES: &[(u16, Code, &str)] = &[
        (400, Code::Invalid, "invalid-path invalid-query invalid-body invalid-header invalid-name invalid-version"),
        (400, Code::Invalid, "invalid-selector invalid-page-token"),
        (401, Code::NotSignedIn, "unauthenticated"),
        (403, Code::Forbidden, "forbidden"),
        (404, Code::NotFound, "not-found namespace-not-found model-not-found upload-not-found file-not-found"),
        (404, Code::NotFound, "version-not-found build-mismatch no-match no-versions no-stable-version all-yanked"),
        (404, Code::NotFound, "channel-not-found channel-empty principal-not-found token-not-found member-not-found"),
        (405, Code::Invalid, "method-not-allowed"),
        (408, Code::Unavailable, "request-timeout"),
        (409, Code::Conflict, "namespace-exists model-exists model-archived version-exists nothing-changed"),
        (409, Code::Incompatible, "version-too-small backport-conflict return-conflict"),
        (409, Code::Conflict, "version-in-use invalid-state promotion-refused rollback-needs-target"),
        (409, Code::Conflict, "rollback-target-changed rollback-target-not-eligible never-on-channel"),
        (409, Code::Conflict, "no-rollback-target already-served principal-exists last-admin"),
        (409, Code::Conflict, "upload-incomplete upload-complete upload-verifying no-part-links"),
        (410, Code::NotFound, "version-disabled version-deleted"),
        (412, Code::Conflict, "stale-revision"),
        (413, Code::Invalid, "too-large"),
        (414, Code::Invalid, "address-too-long"),
        (415, Code::Invalid, "unsupported-media-type"),
        (416, Code::Invalid, "range-not-satisfiable"),
        (421, Code::Invalid, "host-not-allowed"),
        (422, Code::Invalid, "invalid-policy invalid-contract invalid-files contract-mismatch unreadable-model"),
        (422, Code::Invalid, "unsafe-format blob-not-found idempotency-key-reused reason-required"),
        (422, Code::Integrity, "digest-mismatch size-mismatch"),
        (428, Code::Invalid, "precondition-required"),
        (429, Code::RateLimited, "rate-limited"),
        (431, Code::Invalid, "head-too-large"),
        (500, Code::Unexpected, "internal"),
        (503, Code::Unavailable, "busy unavailable"),
        (507, Code::Unavailable, "storage-full quota-exceeded"),
    ];

    #[test]
    fn every_code_of_the_server_has_its_exit_code() {
        let expected: BTreeMap<&str, (u16, Code)> = CODES
            .iter()
            .flat_map(|(status, exit, codes)| codes.split_whitespace().map(move |code| (code, (*status, *exit))))
            .collect();
        // The server's list is its own; its source is the one place where all of it stands.
        let source = include_str!("../../../registry-server/src/service/failure.rs");
        let lines = source.lines().skip_while(|line| !line.starts_with("codes! {")).take_while(|line| *line != "}");
        let codes: Vec<&str> = lines.filter_map(|line| line.split('"').nth(1)).collect();
        assert!(codes.len() > 50 && codes.len() == expected.len(), "{} and {}", codes.len(), expected.len());
        for code in codes {
            let (status, exit) = expected[code];
            assert_eq!(problem(status, code, "").exit_code(), exit, "{code}");
        }
    }

    #[test]
    fn promoting_what_is_not_there_is_not_found() {
        let mut refused = problem(409, "promotion-refused", "");
        refused.said.details.insert("gates".to_owned(), serde_json::json!([{"code": "version-not-found"}]));
        assert_eq!(refused.exit_code(), Code::NotFound);
    }
}
