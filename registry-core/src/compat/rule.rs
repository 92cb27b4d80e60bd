//! What a rule says, as its data file `rules/<id>.toml` states it.

use serde::{Deserialize, Serialize};

use super::profile::Profile;
use crate::bump::RequiredBump;
use crate::contract::Consumption;

/// What a rule does when the bump is smaller than it requires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Listed as a note.
    Allow,
    /// Listed with its bump; never refuses and does not count.
    Warn,
    /// Counts: a smaller bump is refused.
    Deny,
}

impl Level {
    /// The name as it stands in JSON and on the terminal.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

/// Whether the model must be trained again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Retraining {
    /// No.
    #[default]
    None,
    /// It is worth a thought.
    Advised,
    /// Yes.
    Required,
}

/// Whether consumers must change their code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum ConsumerChange {
    /// No.
    #[default]
    None,
    /// Only to use what is new.
    Optional,
    /// Yes.
    Required,
}

/// A circumstance that changes what a rule requires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The old version said that its labels are extensible, and no fixed dimension grows.
    ExtensibleLabels,
    /// The version lies above the `max` that the old version declared for that runtime.
    AboveMaxRuntime,
    /// The withdrawn fact is the licence.
    License,
}

/// A rule as its data file states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSpec {
    /// The id, the same as the file name.
    pub id: String,
    /// One line: what changed.
    pub summary: String,
    /// The smallest honest bump.
    pub required: RequiredBump,
    /// What happens below it.
    pub level: Level,
    /// Whether a locked rule takes no override from any policy.
    #[serde(default)]
    pub locked: bool,
    /// Whether a denial refuses whatever the bump: rules about the number itself.
    #[serde(default)]
    pub refuses_always: bool,
    /// Whether the rule speaks only about patches.
    #[serde(default)]
    pub patch_only: bool,
    /// Whether the model must be trained again.
    pub retraining: Retraining,
    /// Whether consumers must change.
    pub consumer_change: ConsumerChange,
    /// What happened, with placeholders.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What the publisher can do.
    pub fix: String,
    /// Where the rule comes from.
    pub references: Vec<String>,
    /// What differs under a profile, a consumption or a circumstance; later cases win.
    #[serde(default, rename = "case", skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Case>,
}

/// What a rule says under some conditions; all that are given must hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Only under this profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// Only when the old version is consumed this way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consumption: Option<Consumption>,
    /// Only in this circumstance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The bump then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<RequiredBump>,
    /// The level then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The consumer change then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consumer_change: Option<ConsumerChange>,
}

/// The conditions under which a difference is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    /// The profile of the policy.
    pub profile: Profile,
    /// How the old version is consumed.
    pub consumption: Consumption,
    /// The circumstance of the difference itself.
    pub when: Option<When>,
}

/// What a rule asks for, once the circumstances are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand {
    /// The smallest honest bump.
    pub required: RequiredBump,
    /// What happens below it.
    pub level: Level,
    /// Whether the model must be trained again.
    pub retraining: Retraining,
    /// Whether consumers must change.
    pub consumer_change: ConsumerChange,
}

impl RuleSpec {
    /// What the rule asks for under the given circumstances, before any policy.
    pub fn demand(&self, circumstances: Circumstances) -> Demand {
        let plain = Demand {
            required: self.required,
            level: self.level,
            retraining: self.retraining,
            consumer_change: self.consumer_change,
        };
        self.cases.iter().filter(|case| case.holds(circumstances)).fold(plain, |demand, case| Demand {
            required: case.required.unwrap_or(demand.required),
            level: case.level.unwrap_or(demand.level),
            consumer_change: case.consumer_change.unwrap_or(demand.consumer_change),
            retraining: demand.retraining,
        })
    }
}

impl Case {
    fn holds(&self, circumstances: Circumstances) -> bool {
        self.profile.is_none_or(|profile| profile == circumstances.profile)
            && self.consumption.is_none_or(|consumption| consumption == circumstances.consumption)
            && self.when.is_none_or(|when| Some(when) == circumstances.when)
    }
}

/// The words that messages, reasons and fixes may use between braces.
pub const PLACEHOLDERS: &[&str] = &["name", "axis", "old", "new", "base", "requested", "smallest"];

/// Why a rule file is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// The text is not TOML, or a key is missing, unknown or of another type.
    #[error("rule `{id}`: {reason}")]
    Syntax {
        /// The id that the file name gives.
        id: String,
        /// What the TOML reader says, with line and column.
        reason: String,
    },
    /// The file states another id than its name.
    #[error("rule `{id}`: the file says `{stated}`; id and file name must be the same")]
    OtherId {
        /// The id that the file name gives.
        id: String,
        /// The id that the file states.
        stated: String,
    },
    /// A text uses a word between braces that nothing fills.
    #[error("rule `{id}`: `{{{placeholder}}}` is filled by nothing; use one of {PLACEHOLDERS:?}")]
    Placeholder {
        /// The id of the rule.
        id: String,
        /// The unknown word.
        placeholder: String,
    },
}

impl RuleSpec {
    /// Reads and checks the text of a rule file whose name gives `id`.
    ///
    /// # Errors
    /// When the text is no rule, states another id, or uses an unknown placeholder.
    pub fn parse(id: &str, text: &str) -> Result<Self, RuleError> {
        let spec: Self =
            toml::from_str(text).map_err(|error| RuleError::Syntax { id: id.to_owned(), reason: error.to_string() })?;
        if spec.id != id {
            return Err(RuleError::OtherId { id: id.to_owned(), stated: spec.id });
        }
        for text in [&spec.message, &spec.why, &spec.fix] {
            let unknown = placeholders(text).find(|word| !PLACEHOLDERS.contains(word));
            if let Some(placeholder) = unknown {
                return Err(RuleError::Placeholder { id: id.to_owned(), placeholder: placeholder.to_owned() });
            }
        }
        Ok(spec)
    }
}

fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(word, _)| word)
}
