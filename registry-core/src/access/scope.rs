//! Scopes: what a token is limited to.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Action, Target};
use crate::name::{ChannelName, ModelName};

/// The longest pattern: that of the longest name.
const MAX_GLOB: usize = 64;

/// A pattern of names: `*` stands for any characters, everything else for itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Glob(String);

/// Why a text is no pattern.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no pattern of names: write 1 to {MAX_GLOB} lower-case letters, digits, `.`, `_`, `-` and `*`, such as \
     `fraud-*`"
)]
pub struct GlobError(String);

impl Glob {
    /// The pattern that every name fits.
    pub fn any() -> Self {
        Self("*".to_owned())
    }

    /// Whether every name fits.
    fn is_any(&self) -> bool {
        self.0.bytes().all(|byte| byte == b'*')
    }

    /// Whether a name fits.
    pub fn fits(&self, name: &str) -> bool {
        let mut parts = self.0.split('*');
        let Some(mut rest) = parts.next().and_then(|start| name.strip_prefix(start)) else { return false };
        let mut parts = parts.peekable();
        // Without a star, the whole name is the pattern.
        if parts.peek().is_none() {
            return rest.is_empty();
        }
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                return rest.ends_with(part);
            }
            // The first place that fits leaves most to the parts after it.
            let Some((_, after)) = rest.split_once(part) else { return false };
            rest = after;
        }
        true
    }
}

impl Default for Glob {
    fn default() -> Self {
        Self::any()
    }
}

impl FromStr for Glob {
    type Err = GlobError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_good =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'_' | b'-' | b'*');
        let fits = (1..=MAX_GLOB).contains(&text.len()) && text.bytes().all(is_good);
        if fits { Ok(Self(text.to_owned())) } else { Err(GlobError(text.chars().take(MAX_GLOB).collect())) }
    }
}

impl TryFrom<String> for Glob {
    type Error = GlobError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Glob> for String {
    fn from(glob: Glob) -> Self {
        glob.0
    }
}

impl fmt::Display for Glob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One thing that a token may do: actions, and where. What is absent is not limited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The actions. Each of them allows reading, too; `admin` allows everything.
    pub actions: BTreeSet<Action>,
    /// The namespaces.
    #[serde(default)]
    pub namespace: Glob,
    /// The models. A token that is limited to some of them sees nothing else of their namespace.
    #[serde(default)]
    pub model: Glob,
    /// The channels that it may move; it reads all of them.
    #[serde(default)]
    pub channel: Glob,
}

impl Scope {
    fn allows(&self, action: Action, target: Target<'_>) -> bool {
        let does = match action {
            Action::Read => !self.actions.is_empty(),
            other => self.actions.contains(&other) || self.actions.contains(&Action::Admin),
        };
        let moves = action != Action::Promote || fits(&self.channel, target.channel.map(ChannelName::as_str));
        does && self.namespace.fits(target.namespace.as_str())
            && fits(&self.model, target.model.map(ModelName::as_str))
            && moves
    }
}

/// Whether a name fits; where there is no name, all names are meant.
fn fits(glob: &Glob, name: Option<&str>) -> bool {
    name.map_or_else(|| glob.is_any(), |name| glob.fits(name))
}

/// The scopes of a token; it may do what one of them allows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scopes(pub Vec<Scope>);

impl Scopes {
    /// Whether one of them allows an action.
    pub fn allow(&self, action: Action, target: Target<'_>) -> bool {
        self.0.iter().any(|scope| scope.allows(action, target))
    }
}
