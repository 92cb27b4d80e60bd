//! Scopes: what a token is limited to.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Action, Target};
use crate::name::{ChannelName, ModelName, NamespaceName};

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
    /// The channels that it may move, and administer; it reads all of them.
    #[serde(default)]
    pub channel: Glob,
}

impl Scope {
    fn allows(&self, action: Action, target: Target<'_>) -> bool {
        let does = match action {
            Action::Read => !self.actions.is_empty(),
            other => self.actions.contains(&other) || self.actions.contains(&Action::Admin),
        };
        // Whoever may change the policy of a channel can move it.
        let is_of_channels = matches!(action, Action::Promote | Action::Admin);
        let moves = !is_of_channels || fits(&self.channel, target.channel.map(ChannelName::as_str));
        does && self.namespace.fits(target.namespace.as_str())
            && fits(&self.model, target.model.map(ModelName::as_str))
            && moves
    }
}

/// Why a text is no scope.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScopeError {
    /// There is no colon, so nothing says where.
    #[error("`{0}` says not where: write `{FORM}`, such as `publish:acme/fraud-*`; `*` stands for every namespace")]
    NoPlace(String),
    /// A word that is no action.
    #[error("`{0}` is no action: write `read`, `publish`, `promote` or `admin`, several with commas between")]
    Action(String),
    /// A part that is no pattern.
    #[error(transparent)]
    Glob(#[from] GlobError),
    /// A channel, where no action moves one.
    #[error(
        "`{0}` names a channel, and only `promote` moves channels: add it to the actions, or leave the channel out"
    )]
    Channel(String),
}

/// What a scope looks like.
const FORM: &str = "ACTION[,ACTION]:NAMESPACE[/MODEL][:CHANNEL]";

impl FromStr for Scope {
    type Err = ScopeError;

    /// Reads `ACTION[,ACTION]:NAMESPACE[/MODEL][:CHANNEL]`, such as `promote:acme/fraud:staging`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let short = || text.chars().take(3 * MAX_GLOB).collect();
        let (actions, place) = text.split_once(':').ok_or_else(|| ScopeError::NoPlace(short()))?;
        let actions = actions.split(',').map(action).collect::<Result<BTreeSet<_>, _>>()?;
        let (place, channel) = match place.split_once(':') {
            Some((place, channel)) => (place, Some(channel)),
            None => (place, None),
        };
        if channel.is_some() && !(actions.contains(&Action::Promote) || actions.contains(&Action::Admin)) {
            return Err(ScopeError::Channel(short()));
        }
        let (namespace, model) = match place.split_once('/') {
            Some((namespace, model)) => (namespace, Some(model)),
            None => (place, None),
        };
        let glob = |text: Option<&str>| text.map_or_else(|| Ok(Glob::any()), str::parse);
        Ok(Self { actions, namespace: namespace.parse()?, model: glob(model)?, channel: glob(channel)? })
    }
}

fn action(word: &str) -> Result<Action, ScopeError> {
    let found = Action::ALL.into_iter().find(|action| action.as_str() == word);
    found.ok_or_else(|| ScopeError::Action(word.chars().take(MAX_GLOB).collect()))
}

impl fmt::Display for Scope {
    /// The shortest text that reads as this scope.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let actions: Vec<&str> = self.actions.iter().map(|action| action.as_str()).collect();
        write!(f, "{}:{}", actions.join(","), self.namespace)?;
        if !self.model.is_any() {
            write!(f, "/{}", self.model)?;
        }
        if !self.channel.is_any() {
            write!(f, ":{}", self.channel)?;
        }
        Ok(())
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
    /// Whether one of them says anything of a namespace.
    pub fn reach(&self, namespace: &NamespaceName) -> bool {
        self.0.iter().any(|scope| scope.namespace.fits(namespace.as_str()))
    }

    /// Whether one of them allows an action.
    pub fn allow(&self, action: Action, target: Target<'_>) -> bool {
        self.0.iter().any(|scope| scope.allows(action, target))
    }
}
