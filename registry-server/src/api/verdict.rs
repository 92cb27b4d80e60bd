//! Verdicts on the wire: the shape of [`registry_core::compat::Verdict`], which answers carry as it is.

use registry_core::compat;
use registry_core::contract::artifact::Evaluation;
use registry_core::contract::{Artifact, Signature};
use registry_core::declared::Declared;
use registry_core::version::Line;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::object::objects;
use super::version::{Bump, FileRef};

/// A contract to judge: of uploaded files, or as it is given.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schema(example = json!({
    "version": "1.0.0",
    "contract": {
        "inputs": {"measurements": {"position": 0, "dtype": "f32", "shape": ["N", 4]}},
        "outputs": {"label": {"position": 0, "dtype": "string", "shape": ["N"]}}
    }
}))]
pub(crate) struct CompatibilityCheck {
    /// The number that the contract would get; without it, `bump` decides.
    pub(crate) version: Option<String>,
    /// How the number rises, when none is named; `auto` without it.
    pub(crate) bump: Option<Bump>,
    /// The line in which the number rises; the highest without it.
    #[serde(default, deserialize_with = "super::line::optional")]
    #[schema(value_type = Option<String>)]
    pub(crate) line: Option<Line>,
    /// The files. Without `contract` they must be uploaded, and the server reads the contract out of them; with it they
    /// only tell whether anything changed at all.
    #[serde(default)]
    pub(crate) files: Vec<FileRef>,
    /// The contract, as a client has read it.
    #[schema(value_type = Option<Object>)]
    pub(crate) contract: Option<Signature>,
    /// The facts beside the contract.
    #[schema(value_type = Option<Object>)]
    pub(crate) artifact: Option<Artifact>,
    /// What no file says.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub(crate) declared: Declared,
    /// Reports of an evaluation.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub(crate) evaluation: Evaluation,
}

objects!(CompatibilityCheck);

/// What the rules say of a contract, compared with the live versions of its line.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[cfg_attr(test, derive(Deserialize), serde(deny_unknown_fields))]
pub(crate) struct Verdict {
    /// Whether the requested number is honest; absent when none was requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = false)]
    pub(crate) accepted: Option<bool>,
    /// The number that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "1.1.0")]
    pub(crate) requested: Option<String>,
    /// The nearest lower live stable version, in any line.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "1.0.0")]
    pub(crate) base: Option<String>,
    /// Every version that the contract was compared with, highest first.
    #[schema(example = json!(["1.0.0"]))]
    pub(crate) compared_with: Vec<String>,
    /// The semantic class of what changed: `none`, `patch`, `minor` or `major`.
    #[schema(example = "major")]
    pub(crate) required_bump: String,
    /// The lowest number at which the same contract is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2.0.0")]
    pub(crate) smallest_acceptable: Option<String>,
    /// Whether the model must be trained again: `none`, `advised` or `required`.
    #[schema(example = "required")]
    pub(crate) retraining: String,
    /// Whether consumers must change: `none`, `optional` or `required`.
    #[schema(example = "required")]
    pub(crate) consumer_change: String,
    /// The policy that this was judged by.
    pub(crate) policy: PolicyRef,
    /// The changes: what refuses first, then by bump.
    pub(crate) changes: Vec<Change>,
    /// How many changes there were, when the list was cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 1200)]
    pub(crate) changes_total: Option<usize>,
}

/// The policy that a verdict was judged by.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[cfg_attr(test, derive(Deserialize), serde(deny_unknown_fields))]
pub(crate) struct PolicyRef {
    /// The digest of the effective policy.
    #[schema(example = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub(crate) digest: String,
    /// Its profile.
    #[schema(example = "serving-json")]
    pub(crate) profile: String,
    /// The version of the rule catalogue.
    #[schema(example = "1")]
    pub(crate) ruleset: String,
}

/// One judged change.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[cfg_attr(test, derive(Deserialize), serde(deny_unknown_fields))]
#[expect(clippy::struct_field_names, reason = "the name that the design gives to the field of a change")]
pub(crate) struct Change {
    /// The rule.
    #[schema(example = "input.dim.changed")]
    pub(crate) rule: String,
    /// What the rule does under the policy: `allow`, `warn` or `deny`.
    #[schema(example = "deny")]
    pub(crate) level: String,
    /// The bump that the change requires.
    #[schema(example = "major")]
    pub(crate) required_bump: String,
    /// The place in the canonical contract, as a JSON Pointer.
    #[schema(example = "/inputs/measurements/shape/1")]
    pub(crate) path: String,
    /// What stood there; absent when nothing did.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    #[schema(required = false)]
    pub(crate) old: Value,
    /// What stands there now; absent when nothing does.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    #[schema(required = false)]
    pub(crate) new: Value,
    /// The version it was compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "1.0.0")]
    pub(crate) against: Option<String>,
    /// Whether the model must be trained again.
    #[schema(example = "required")]
    pub(crate) retraining: String,
    /// Whether consumers must change.
    #[schema(example = "required")]
    pub(crate) consumer_change: String,
    /// What happened.
    #[schema(example = "dimension 1 of the input `measurements` is 5 instead of 4")]
    pub(crate) message: String,
    /// Why it matters.
    #[schema(example = "calls that send 4 values are refused")]
    pub(crate) why: String,
    /// What the publisher can do.
    #[schema(example = "publish it as 2.0.0")]
    pub(crate) fix: String,
    /// A call or an answer that worked and no longer does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) witness: Option<Value>,
    /// Whether the new fact was `read` or `declared`.
    #[schema(example = "read")]
    pub(crate) source: String,
    /// Whether this change alone refuses the requested number.
    #[schema(example = true)]
    pub(crate) refuses: bool,
}

/// The verdict as an answer carries it.
pub(crate) fn shown(verdict: &compat::Verdict) -> Value {
    registry_core::canonical::value_of(verdict)
}

#[cfg(test)]
mod tests {
    use registry_core::compat::{Judge, Policy};
    use registry_core::contract::Signature;
    use registry_core::model::{Candidate, Published, VersionId, VersionedModel};

    use super::*;

    #[test]
    fn the_schema_has_the_shape_of_the_verdict() {
        let signature = |shape: u64| -> Signature {
            let input = serde_json::json!({"position": 0, "dtype": "f32", "shape": ["N", shape]});
            serde_json::from_value(serde_json::json!({"inputs": {"x": input}, "outputs": {"y": input}})).unwrap()
        };
        let old = VersionedModel::new(VersionId::new("1"), "1.0.0", signature(4), jiff::Timestamp::UNIX_EPOCH).unwrap();
        let contract = signature(5);
        let new = Candidate { contract, facts: None, content_digest: None, manifest_digest: None };
        let policy = Policy::default();
        let verdict = Judge::new(&[Published::new(old)], &new, &policy).verdict(&"1.1.0".parse().unwrap());
        let shape: Verdict = serde_json::from_value(shown(&verdict)).unwrap();
        assert!(shape.changes.iter().any(|change| change.witness.is_some()), "{shape:?}");
        assert_eq!(serde_json::to_value(&shape).unwrap(), shown(&verdict));
    }
}
