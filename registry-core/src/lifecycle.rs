//! Which state of a version may follow which, and what stands in the way: one table, and two questions to the channels.

use serde::{Deserialize, Serialize};

use crate::channel::ChannelHistory;
use crate::name::ChannelName;
use crate::state::VersionState::{self, Active, Deleted, Deprecated, Disabled, Yanked};
use crate::version::Version;

/// What somebody does to the state of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transition {
    /// Withdraws it: ranges and `latest` pass it over.
    Yank,
    /// Takes a yank back.
    Unyank,
    /// Advises against new use.
    Deprecate,
    /// Takes the advice back.
    Undeprecate,
    /// Switches it off for everybody.
    Disable,
    /// Switches it on again.
    Enable,
    /// Deletes it for good; the number is never used again.
    Delete,
}

/// A state of a version, and why it has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// The state.
    pub state: VersionState,
    /// Why, if somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Where a version stands, and what it goes back to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Life {
    /// Where it stands.
    pub now: Stage,
    /// What lies beneath, the nearest last. Nothing stands for active.
    pub before: Vec<Stage>,
}

/// The version is not in a state from which the transition starts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a version that is {from} cannot be {}; only {} can", transition.participle(), listed(transition.starts_from()))]
pub struct InvalidTransition {
    /// What was to be done.
    pub transition: Transition,
    /// The state that the version has.
    pub from: VersionState,
}

/// The versions that a transition must leave alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// What a channel serves now.
    Head,
    /// What a channel serves now or may be rolled back to.
    RollbackWindow,
}

impl Transition {
    /// Every transition.
    pub const ALL: [Self; 7] =
        [Self::Yank, Self::Unyank, Self::Deprecate, Self::Undeprecate, Self::Disable, Self::Enable, Self::Delete];

    /// The name as it stands in URLs and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yank => "yank",
            Self::Unyank => "unyank",
            Self::Deprecate => "deprecate",
            Self::Undeprecate => "undeprecate",
            Self::Disable => "disable",
            Self::Enable => "enable",
            Self::Delete => "delete",
        }
    }

    /// The states in which it can be done.
    pub fn starts_from(self) -> &'static [VersionState] {
        match self {
            Self::Yank => &[Active, Deprecated],
            Self::Unyank => &[Yanked],
            Self::Deprecate => &[Active],
            Self::Undeprecate => &[Deprecated],
            Self::Disable => &[Active, Deprecated, Yanked],
            Self::Enable => &[Disabled],
            Self::Delete => &[Active, Deprecated, Yanked, Disabled],
        }
    }

    /// Where the version stands after the transition, and why. What ends goes back to what was before: a version that was
    /// yanked for a reason and then disabled is yanked for that reason when it is enabled again.
    ///
    /// # Errors
    /// When the transition does not start from there.
    pub fn apply(self, life: &Life, reason: Option<&str>) -> Result<Life, InvalidTransition> {
        let Life { now, before } = life;
        if !self.starts_from().contains(&now.state) {
            return Err(InvalidTransition { transition: self, from: now.state });
        }
        let to = |state| Stage { state, reason: reason.map(ToOwned::to_owned) };
        let after = match self {
            Self::Deprecate => Life { now: to(Deprecated), before: before.clone() },
            Self::Undeprecate => Life { now: to(Active), before: before.clone() },
            Self::Yank | Self::Disable => {
                let now_before = (now.state != Active).then(|| now.clone());
                let state = if self == Self::Yank { Yanked } else { Disabled };
                Life { now: to(state), before: before.iter().cloned().chain(now_before).collect() }
            }
            Self::Unyank | Self::Enable => match before.split_last() {
                Some((last, earlier)) => Life { now: last.clone(), before: earlier.to_vec() },
                None => Life { now: to(Active), before: Vec::new() },
            },
            Self::Delete => Life { now: to(Deleted), before: Vec::new() },
        };
        Ok(after)
    }

    /// Whether whoever does it must say why: consumers will ask.
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Yank | Self::Deprecate | Self::Disable)
    }

    /// Which versions channels hold back from it. Disabling is the emergency brake: nothing holds it.
    pub fn held_by(self) -> Option<Holds> {
        match self {
            Self::Yank => Some(Holds::Head),
            Self::Delete => Some(Holds::RollbackWindow),
            Self::Unyank | Self::Deprecate | Self::Undeprecate | Self::Disable | Self::Enable => None,
        }
    }

    fn participle(self) -> &'static str {
        match self {
            Self::Yank => "yanked",
            Self::Unyank => "unyanked",
            Self::Deprecate => "deprecated",
            Self::Undeprecate => "undeprecated",
            Self::Disable => "disabled",
            Self::Enable => "enabled",
            Self::Delete => "deleted",
        }
    }
}

impl Holds {
    /// The channels that hold the version, in the order given.
    pub fn channels<'a>(
        self,
        version: &Version,
        channels: impl IntoIterator<Item = (&'a ChannelName, &'a ChannelHistory)>,
    ) -> Vec<&'a ChannelName> {
        let holds = |history: &ChannelHistory| match self {
            Self::Head => history.served() == Some(version),
            Self::RollbackWindow => history.rollback_window().contains(&version),
        };
        channels.into_iter().filter(|(_, history)| holds(history)).map(|(name, _)| name).collect()
    }
}

fn listed(states: &[VersionState]) -> String {
    let names: Vec<&str> = states.iter().map(|state| state.as_str()).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last} ones", rest.join(", ")),
        _ => format!("{} ones", names.join("")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::channel::{ChannelPolicy, PromoteRequest, Promotion, VersionFacts, promote};

    const STATES: [VersionState; 5] = [Active, Deprecated, Yanked, Disabled, Deleted];

    fn apply(transition: Transition, state: VersionState) -> Result<Life, InvalidTransition> {
        let life = Life { now: Stage { state, reason: None }, before: Vec::new() };
        transition.apply(&life, None)
    }

    #[test]
    fn the_table_is_the_whole_truth() {
        let table: Vec<String> = Transition::ALL
            .into_iter()
            .map(|transition| {
                let after = STATES.map(|state| apply(transition, state).map_or("-", |life| life.now.state.as_str()));
                format!("{:11} {}", transition.as_str(), after.join(" "))
            })
            .collect();
        assert_eq!(
            table,
            [
                "yank        yanked yanked - - -",
                "unyank      - - active - -",
                "deprecate   deprecated - - - -",
                "undeprecate - active - - -",
                "disable     disabled disabled disabled - -",
                "enable      - - - active -",
                "delete      deleted deleted deleted deleted -",
            ]
        );
    }

    #[test]
    fn what_ends_goes_back_to_what_was_before() {
        use Transition::{Delete, Deprecate, Disable, Enable, Undeprecate, Unyank, Yank};
        let after = |transitions: &[Transition]| {
            let step =
                |life: Life, transition: &Transition| transition.apply(&life, Some(transition.as_str())).unwrap();
            let Life { now, before } = transitions.iter().fold(Life::default(), step);
            (now.state, now.reason.unwrap_or_default(), before.len())
        };
        let stands = |state, reason: &str, before| (state, reason.to_owned(), before);
        assert_eq!(after(&[Deprecate, Disable, Enable]), stands(Deprecated, "deprecate", 0));
        assert_eq!(after(&[Yank, Disable, Enable]), stands(Yanked, "yank", 0));
        assert_eq!(after(&[Deprecate, Yank, Unyank]), stands(Deprecated, "deprecate", 0));
        assert_eq!(after(&[Deprecate, Yank, Disable]), stands(Disabled, "disable", 2));
        assert_eq!(after(&[Deprecate, Yank, Disable, Enable, Unyank]), stands(Deprecated, "deprecate", 0));
        assert_eq!(after(&[Deprecate, Yank, Unyank, Undeprecate]), stands(Active, "undeprecate", 0));
        assert_eq!(after(&[Disable, Enable]), stands(Active, "enable", 0));
        assert_eq!(after(&[Deprecate, Yank, Delete]), stands(Deleted, "delete", 0));
    }

    #[test]
    fn errors_say_what_would_be_possible() {
        let error = |transition: Transition, state| apply(transition, state).unwrap_err().to_string();
        assert_eq!(
            error(Transition::Yank, Disabled),
            "a version that is disabled cannot be yanked; only active or deprecated ones can"
        );
        assert_eq!(
            error(Transition::Unyank, Active),
            "a version that is active cannot be unyanked; only yanked ones can"
        );
    }

    #[test]
    fn channels_hold_their_head_and_their_window() {
        let version = |text: &str| -> Version { text.parse().unwrap() };
        let facts = |_: &Version| Some(VersionFacts { state: Active, blobs_present: true, is_unsafe: false });
        let mut history = ChannelHistory::default();
        for text in ["1.0.0", "1.1.0"] {
            let request =
                PromoteRequest { version: version(text), if_match: None, allow_major: false, mover_is_admin: false };
            let Promotion::Move(new) = promote(&history, &request, &ChannelPolicy::default(), facts).unwrap() else {
                panic!("{text} is new on the channel");
            };
            history = ChannelHistory::new([history.revisions(), &[new.revision]].concat());
        }
        let name: ChannelName = "production".parse().unwrap();
        let held = |holds: Holds, text: &str| holds.channels(&version(text), [(&name, &history)]).len();
        assert_eq!((held(Holds::Head, "1.1.0"), held(Holds::Head, "1.0.0")), (1, 0));
        assert_eq!((held(Holds::RollbackWindow, "1.0.0"), held(Holds::RollbackWindow, "1.2.0")), (1, 0));
    }
}
