//! Layers of policy on the wire: what a namespace or a model decides otherwise than the catalogue of rules.

use std::collections::BTreeMap;

use jiff::civil::Date;
use registry_core::bump::RequiredBump;
use registry_core::compat::policy::{CompatLayer, FilesLayer, Mode, Override, ResolveLayer};
use registry_core::compat::{Level, PolicyLayer, Profile};
use registry_core::contract::Consumption;
use registry_core::resolve::Fallback;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::object::objects;

/// What a namespace or a model decides otherwise than the catalogue of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema, Default)]
#[serde(remote = "Self", deny_unknown_fields, default)]
#[schema(example = json!({
    "compat": {
        "profile": "serving-json",
        "rules": {"output.description.changed": {"level": "allow", "reason": "our texts change daily"}}
    },
    "resolve": {"fallback": "latest"}
}))]
pub(crate) struct Policy {
    /// How versions are judged.
    pub(crate) compat: PolicyCompat,
    /// How requests are resolved.
    pub(crate) resolve: PolicyResolve,
    /// What files versions may have; for a namespace, not for a model.
    #[serde(skip_serializing_if = "is_default")]
    pub(crate) files: PolicyFiles,
}

/// How versions are judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema, Default)]
#[serde(remote = "Self", deny_unknown_fields, default)]
pub(crate) struct PolicyCompat {
    /// How requests reach the model: `serving-json` or `serving-tensor`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "serving-json")]
    pub(crate) profile: Option<Profile>,
    /// How consumers use the model, where its contract does not say: `endpoint` or `artifact`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "endpoint")]
    pub(crate) consumption: Option<Consumption>,
    /// Whether the contract is enforced: `semver` or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "semver")]
    pub(crate) mode: Option<Mode>,
    /// Overrides by the id of the rule.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(value_type = Option<BTreeMap<String, PolicyOverride>>, example = json!({"input.dim.changed": {"level": "warn", "reason": "clients pad"}}))]
    pub(crate) rules: BTreeMap<String, PolicyOverride>,
}

/// How requests are resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema, Default)]
#[serde(remote = "Self", deny_unknown_fields, default)]
pub(crate) struct PolicyResolve {
    /// What is served when the asked-for version is not: `error` or `latest`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "latest")]
    pub(crate) fallback: Option<Fallback>,
}

/// What files versions may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema, Default)]
#[serde(remote = "Self", deny_unknown_fields, default)]
pub(crate) struct PolicyFiles {
    /// Whether versions with unsafe files, as pickles are, are published and marked; without it they are refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = true)]
    pub(crate) allow_pickle: Option<bool>,
    /// Whether more specific layers may no longer decide otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(example = false)]
    pub(crate) locked: bool,
}

fn is_default(files: &PolicyFiles) -> bool {
    *files == PolicyFiles::default()
}

/// What a layer says of one rule, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
pub(crate) struct PolicyOverride {
    /// The level instead of the catalogue's: `allow`, `warn` or `deny`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "warn")]
    pub(crate) level: Option<Level>,
    /// The bump instead of the catalogue's: `none`, `patch`, `minor` or `major`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "minor")]
    pub(crate) required: Option<RequiredBump>,
    /// Whether more specific layers may no longer decide otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[schema(example = true)]
    pub(crate) locked: bool,
    /// Why.
    #[schema(example = "our texts change daily")]
    pub(crate) reason: String,
    /// Who decided it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "admin")]
    pub(crate) author: Option<String>,
    /// The first day (UTC) on which the override no longer holds; absent means never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date, example = "2027-01-01")]
    pub(crate) expires: Option<Date>,
}

objects!(Policy, PolicyCompat, PolicyResolve, PolicyFiles, PolicyOverride + written);

impl From<PolicyLayer> for Policy {
    fn from(layer: PolicyLayer) -> Self {
        let CompatLayer { profile, consumption, mode, rules } = layer.compat;
        let rules = rules.into_iter().map(|(id, entry)| (id, entry.into())).collect();
        Self {
            compat: PolicyCompat { profile, consumption, mode, rules },
            resolve: PolicyResolve { fallback: layer.resolve.fallback },
            files: PolicyFiles { allow_pickle: layer.files.allow_pickle, locked: layer.files.locked },
        }
    }
}

impl From<Policy> for PolicyLayer {
    fn from(policy: Policy) -> Self {
        let PolicyCompat { profile, consumption, mode, rules } = policy.compat;
        let rules = rules.into_iter().map(|(id, entry)| (id, entry.into())).collect();
        Self {
            compat: CompatLayer { profile, consumption, mode, rules },
            resolve: ResolveLayer { fallback: policy.resolve.fallback },
            files: FilesLayer { allow_pickle: policy.files.allow_pickle, locked: policy.files.locked },
        }
    }
}

impl From<Override> for PolicyOverride {
    fn from(entry: Override) -> Self {
        let Override { level, required, locked, reason, author, expires } = entry;
        Self { level, required, locked, reason, author, expires }
    }
}

impl From<PolicyOverride> for Override {
    fn from(entry: PolicyOverride) -> Self {
        let PolicyOverride { level, required, locked, reason, author, expires } = entry;
        Self { level, required, locked, reason, author, expires }
    }
}
