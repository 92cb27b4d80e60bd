//! Policy: what a team decides otherwise than the catalogue, in layers, each override with its reason.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Difference;
use super::catalogue::{RULESET, Rule};
use super::profile::Profile;
use super::rule::{Circumstances, Demand, Level};
use crate::bump::RequiredBump;
use crate::canonical::{self, value_of};
use crate::contract::Consumption;
use crate::digest::Digest;
use crate::resolve::Fallback;

/// Whether version numbers are held to the contract at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// A number that lies is refused.
    #[default]
    Semver,
    /// Changes are listed and never refuse; locked rules still hold.
    None,
}

/// What one layer says of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The level instead of the catalogue's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The bump instead of the catalogue's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<RequiredBump>,
    /// Whether more specific layers may no longer decide otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
    /// Why.
    pub reason: String,
    /// Who decided it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The first day (UTC) on which the override no longer holds; none means never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
}

/// The `[compat]` table of a policy file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct CompatLayer {
    /// How requests reach the model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// How consumers use the model, where its contract does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consumption: Option<Consumption>,
    /// Whether the contract is enforced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// Overrides by rule id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<String, Override>,
}

/// The `[resolve]` table of a policy file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct ResolveLayer {
    /// What is served when the asked-for version is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<Fallback>,
}

/// The `[files]` table of a policy file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct FilesLayer {
    /// Whether versions with unsafe files are published, and marked, instead of refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allow_pickle: Option<bool>,
    /// Whether more specific layers may no longer decide otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
}

/// One layer of policy: the server's, a namespace's or a model's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct PolicyLayer {
    /// How versions are judged.
    pub compat: CompatLayer,
    /// How requests are resolved.
    pub resolve: ResolveLayer,
    /// What files versions may have.
    pub files: FilesLayer,
}

/// Why a policy is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// The text is not TOML, or a key is missing, unknown or of another type.
    #[error("not a policy: {0}")]
    Syntax(String),
    /// No rule has this id.
    #[error("`compat.rules.\"{id}\"`: there is no such rule; {hint}")]
    UnknownRule {
        /// The id as written.
        id: String,
        /// The nearest id, or where to look.
        hint: String,
    },
    /// The catalogue lets nobody override the rule.
    #[error("`compat.rules.\"{0}\"`: the rule is locked and takes no override; remove the entry")]
    Locked(String),
    /// The override decides nothing.
    #[error("`compat.rules.\"{0}\"`: neither `level`, `required` nor `locked` is set; set one of them")]
    Empty(String),
    /// The reason is blank.
    #[error("`compat.rules.\"{0}\"`: the reason is empty; say why, for whoever reads it in a year")]
    NoReason(String),
    /// A lock on what the layer leaves open.
    #[error("`files.locked`: there is nothing to lock; set `files.allow_pickle` beside it")]
    NothingToLock,
    /// A model says what its namespace decides.
    #[error("`files`: the namespace decides this for all of its models; remove it here and set it there")]
    FilesOfModel,
}

impl PolicyLayer {
    /// Reads and checks a policy file.
    ///
    /// # Errors
    /// When the text is no policy, or overrides what cannot be overridden.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        let layer: Self = toml::from_str(text).map_err(|error| PolicyError::Syntax(error.to_string()))?;
        layer.check()?;
        Ok(layer)
    }

    /// Checks that every override names a rule, decides something and says why.
    ///
    /// # Errors
    /// The first override that does not.
    pub fn check(&self) -> Result<(), PolicyError> {
        for (id, entry) in &self.compat.rules {
            let Some(rule) = Rule::from_id(id) else {
                return Err(PolicyError::UnknownRule { id: id.clone(), hint: nearest_rule(id) });
            };
            if rule.spec().locked {
                return Err(PolicyError::Locked(id.clone()));
            }
            if entry.level.is_none() && entry.required.is_none() && !entry.locked {
                return Err(PolicyError::Empty(id.clone()));
            }
            if entry.reason.trim().is_empty() {
                return Err(PolicyError::NoReason(id.clone()));
            }
        }
        match self.files {
            FilesLayer { allow_pickle: None, locked: true } => Err(PolicyError::NothingToLock),
            _ => Ok(()),
        }
    }

    /// Checks the layer of a model, in which a namespace's decisions have no place.
    ///
    /// # Errors
    /// As [`Self::check`], and when it says what files versions may have.
    pub fn check_of_model(&self) -> Result<(), PolicyError> {
        self.check()?;
        if self.files == FilesLayer::default() { Ok(()) } else { Err(PolicyError::FilesOfModel) }
    }
}

/// Says which rule was perhaps meant: the one whose id looks most like the text.
pub fn nearest_rule(id: &str) -> String {
    // Below this two ids share little more than their dots.
    const ALIKE: f64 = 0.8;
    let alike = |rule: &&Rule| strsim::jaro_winkler(rule.id(), id);
    match Rule::ALL.iter().max_by(|left, right| alike(left).total_cmp(&alike(right))).filter(|rule| alike(rule) > ALIKE)
    {
        Some(rule) => format!("did you mean `{}`?", rule.id()),
        None => "`registry explain --list` shows all".to_owned(),
    }
}

/// What the layers say together, at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// How requests reach the model.
    pub profile: Profile,
    /// How consumers use a model whose contract does not say.
    pub consumption: Consumption,
    /// Whether the contract is enforced.
    pub mode: Mode,
    /// What is served when the asked-for version is not.
    pub fallback: Fallback,
    /// Whether versions with unsafe files are published, and marked. No part of the digest: it decides no verdict.
    pub allow_pickle: bool,
    overrides: BTreeMap<Rule, (Option<Level>, Option<RequiredBump>)>,
    /// Rules that a layer has locked: no inner layer changes them, nor switches them off with the mode.
    locked: BTreeSet<Rule>,
}

impl Default for Policy {
    fn default() -> Self {
        Self::effective(&[], Timestamp::UNIX_EPOCH)
    }
}

impl Policy {
    /// Lays the layers over each other, the most general first, as they hold at `now`. What has expired is left out;
    /// what an outer layer has locked cannot be changed by an inner one. Overrides are never retroactive: a verdict
    /// keeps the digest of the policy it was judged by.
    pub fn effective(layers: &[&PolicyLayer], now: Timestamp) -> Self {
        let today = jiff::tz::Offset::UTC.to_datetime(now).date();
        let mut policy = Self {
            profile: Profile::default(),
            consumption: Consumption::default(),
            mode: Mode::default(),
            fallback: Fallback::default(),
            allow_pickle: false,
            overrides: BTreeMap::new(),
            locked: BTreeSet::new(),
        };
        let mut files_locked = false;
        for layer in layers {
            if !files_locked {
                policy.allow_pickle = layer.files.allow_pickle.unwrap_or(policy.allow_pickle);
                files_locked = layer.files.locked;
            }
            policy.profile = layer.compat.profile.unwrap_or(policy.profile);
            policy.consumption = layer.compat.consumption.unwrap_or(policy.consumption);
            policy.mode = layer.compat.mode.unwrap_or(policy.mode);
            policy.fallback = layer.resolve.fallback.unwrap_or(policy.fallback);
            let known = layer.compat.rules.iter().filter_map(|(id, entry)| Some((Rule::from_id(id)?, entry)));
            let in_force = known.filter(|(_, entry)| entry.expires.is_none_or(|expires| today < expires));
            for (rule, entry) in in_force {
                if rule.spec().locked || policy.locked.contains(&rule) {
                    continue;
                }
                let (level, required) = policy.overrides.get(&rule).copied().unwrap_or_default();
                policy.overrides.insert(rule, (entry.level.or(level), entry.required.or(required)));
                if entry.locked {
                    policy.locked.insert(rule);
                }
            }
        }
        policy
    }

    /// The digest of everything that decides a verdict.
    pub fn digest(&self) -> Digest {
        let rules: BTreeMap<&str, _> =
            self.overrides.iter().map(|(rule, entry)| (rule.id(), value_of(entry))).collect();
        let mut decisive = serde_json::json!({
            "ruleset": RULESET,
            "profile": self.profile,
            "consumption": self.consumption,
            "mode": self.mode,
            "rules": rules,
        });
        if !self.locked.is_empty() {
            decisive["locked"] = self.locked.iter().map(|rule| rule.id()).collect();
        }
        canonical::digest(&decisive)
    }

    /// What a difference asks for under this policy, when the older version is consumed as given.
    pub fn demand(&self, difference: &Difference, consumption: Option<Consumption>) -> Demand {
        let circumstances = Circumstances {
            profile: self.profile,
            consumption: consumption.unwrap_or(self.consumption),
            when: difference.when,
        };
        self.adjust(difference.rule, difference.rule.spec().demand(circumstances))
    }

    /// What a rule about the number itself asks for under this policy.
    pub fn demand_of(&self, rule: Rule) -> Demand {
        let circumstances = Circumstances { profile: self.profile, consumption: self.consumption, when: None };
        self.adjust(rule, rule.spec().demand(circumstances))
    }

    fn adjust(&self, rule: Rule, demand: Demand) -> Demand {
        if rule.spec().locked {
            return demand;
        }
        let (level, required) = self.overrides.get(&rule).copied().unwrap_or_default();
        let level = level.unwrap_or(demand.level);
        let switched_off = self.mode == Mode::None && !self.locked.contains(&rule);
        let level = if switched_off { level.min(Level::Warn) } else { level };
        Demand { level, required: required.unwrap_or(demand.required), ..demand }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(text: &str) -> PolicyLayer {
        PolicyLayer::parse(text).unwrap()
    }

    fn demand(layers: &[&PolicyLayer], now: &str) -> Demand {
        Policy::effective(layers, now.parse().unwrap()).demand_of(Rule::InputRemovedOptional)
    }

    const LOWERED: &str = r#"
        [compat.rules."input.removed.optional"]
        level = "warn"
        required = "minor"
        reason = "no client sent it since 2026-05"
        expires = "2027-01-01"
    "#;

    #[test]
    fn an_override_ends_on_its_day() {
        let lowered = layer(LOWERED);
        assert_eq!(demand(&[&lowered], "2026-12-31T23:59:59Z").level, Level::Warn);
        assert_eq!(demand(&[&lowered], "2026-12-31T23:59:59Z").required, RequiredBump::Minor);
        assert_eq!(demand(&[&lowered], "2027-01-01T00:00:00Z").level, Level::Deny);
    }

    #[test]
    fn the_inner_layer_wins_unless_the_outer_one_locks() {
        let outer = layer(
            "[compat.rules.\"input.removed.optional\"]\nrequired = \"major\"\nlocked = true\nreason = \"house rule\"",
        );
        let inner = layer(LOWERED);
        assert_eq!(demand(&[&outer, &inner], "2026-06-01T00:00:00Z").level, Level::Deny);
        assert_eq!(demand(&[&inner, &outer], "2026-06-01T00:00:00Z").required, RequiredBump::Major);
    }

    #[test]
    fn what_cannot_be_overridden_is_refused_with_a_hint() {
        let error = |text: &str| PolicyLayer::parse(text).unwrap_err().to_string();
        let unknown = error("[compat.rules.\"inputs.removed.optional\"]\nlevel = \"warn\"\nreason = \"x\"");
        assert!(unknown.contains("did you mean `input.removed.optional`?"), "{unknown}");
        assert!(error("[compat.rules.\"version.exists\"]\nlevel = \"warn\"\nreason = \"x\"").contains("locked"));
        assert!(error("[compat.rules.\"input.renamed\"]\nlevel = \"warn\"\nreason = \" \"").contains("reason"));
        assert!(error("[compat.rules.\"input.renamed\"]\nreason = \"x\"").contains("neither"));
        assert!(error("[compat]\nprofil = \"serving-json\"").contains("unknown field"));
    }

    #[test]
    fn unsafe_files_are_allowed_by_a_layer_unless_an_outer_one_locks() {
        let allows = |layers: &[&PolicyLayer]| Policy::effective(layers, Timestamp::UNIX_EPOCH).allow_pickle;
        let (allow, refuse) = (layer("[files]\nallow_pickle = true"), layer("[files]\nallow_pickle = false"));
        let locked = layer("[files]\nallow_pickle = false\nlocked = true");
        assert!(!allows(&[]));
        assert!(allows(&[&refuse, &allow]));
        assert!(allows(&[&allow, &PolicyLayer::default()]));
        assert!(!allows(&[&locked, &allow]));
        assert!(!allows(&[&allow, &locked]));
        assert_eq!(allow.check_of_model(), Err(PolicyError::FilesOfModel));
        assert_eq!(PolicyLayer::default().check_of_model(), Ok(()));
        assert_eq!(PolicyLayer::parse("[files]\nlocked = true"), Err(PolicyError::NothingToLock));
    }

    #[test]
    fn the_digest_covers_what_is_in_force() {
        let lowered = layer(LOWERED);
        let at = |now: &str| Policy::effective(&[&lowered], now.parse().unwrap()).digest();
        assert_ne!(at("2026-06-01T00:00:00Z"), Policy::default().digest());
        assert_eq!(at("2027-06-01T00:00:00Z"), Policy::default().digest());
    }

    #[test]
    fn mode_none_keeps_only_the_locked_rules() {
        let none = layer("[compat]\nmode = \"none\"");
        let policy = Policy::effective(&[&none], Timestamp::UNIX_EPOCH);
        assert_eq!(policy.demand_of(Rule::InputDimChanged).level, Level::Warn);
        assert_eq!(policy.demand_of(Rule::VersionExists).level, Level::Deny);
        let outer =
            layer("[compat.rules.\"input.dim.changed\"]\nlevel = \"deny\"\nlocked = true\nreason = \"house rule\"");
        let policy = Policy::effective(&[&outer, &none], Timestamp::UNIX_EPOCH);
        assert_eq!(policy.demand_of(Rule::InputDimChanged).level, Level::Deny);
    }
}
