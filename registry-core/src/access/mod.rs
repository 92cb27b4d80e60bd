//! Who may do what. A role says what a principal may do in a namespace, a scope what one of their tokens may do of that;
//! both must allow it. What nothing allows is refused.

mod role;
mod scope;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use self::role::{Role, Roles};
pub use self::scope::{Glob, GlobError, Scope, ScopeError, Scopes};
use crate::name::{ChannelName, ModelName, NamespaceName};

/// What somebody wants to do in a namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// Read everything but secrets: models, versions, files, channels, events.
    Read,
    /// Send files, publish versions, describe, yank and deprecate them.
    Publish,
    /// Move channels: promote, roll back, clear.
    Promote,
    /// Everything else: policies, members, the emergency brake, deletion.
    Admin,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 4] = [Self::Read, Self::Publish, Self::Promote, Self::Admin];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Publish => "publish",
            Self::Promote => "promote",
            Self::Admin => "admin",
        }
    }
}

/// What a principal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PrincipalKind {
    /// A person.
    User,
    /// A program: a pipeline, a server.
    Service,
}

/// What is to be done something to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target<'a> {
    /// The namespace.
    pub namespace: &'a NamespaceName,
    /// The model; none when the namespace itself is meant, or all that is in it.
    pub model: Option<&'a ModelName>,
    /// The channel that is to be moved; none when that is not one alone.
    pub channel: Option<&'a ChannelName>,
}

/// What is known of somebody who wants to do something in a namespace.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grants {
    /// Whether the namespace is private; none when there is no such namespace.
    pub is_private: Option<bool>,
    /// Their roles in the namespace.
    pub roles: Roles,
    /// Whether they look after the registry as a whole, and so after every namespace.
    pub is_administrator: bool,
    /// What their token is limited to; none when it may do all that they may.
    pub scopes: Option<Scopes>,
}

/// Why somebody may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// They may not know that it is there: to them, it is not.
    Hidden,
    /// No role of theirs allows it.
    Role,
    /// A role of theirs would allow it, the scopes of their token do not.
    Scope,
}

impl Grants {
    /// What somebody without a token may do, where that is anything: read what is not private.
    pub fn of_a_stranger(is_private: Option<bool>) -> Self {
        Self { is_private, ..Self::default() }
    }

    /// Decides. A token that is limited finds nothing where there is no namespace, and so makes none, and it administers
    /// nothing of the registry, whatever its scopes: there it could make itself, or others, a token that is not limited.
    ///
    /// # Errors
    /// Why not.
    pub fn allow(&self, action: Action, target: Target<'_>) -> Result<(), Refusal> {
        if !(self.role_allows(Action::Read) && self.scope_allows(Action::Read, target)) {
            return Err(Refusal::Hidden);
        }
        if !self.role_allows(action) {
            return Err(Refusal::Role);
        }
        if self.scope_allows(action, target) { Ok(()) } else { Err(Refusal::Scope) }
    }

    /// Whether the scopes of their token, if it is limited, say anything of a namespace.
    pub fn reach(&self, namespace: &NamespaceName) -> bool {
        self.scopes.as_ref().is_none_or(|scopes| scopes.reach(namespace))
    }

    /// Whether they may, as far as roles go.
    fn role_allows(&self, action: Action) -> bool {
        let is_open = action == Action::Read && self.is_private == Some(false);
        is_open || self.is_administrator || self.roles.allow(action)
    }

    fn scope_allows(&self, action: Action, target: Target<'_>) -> bool {
        let Some(scopes) = &self.scopes else { return true };
        let is_of_registry = *target.namespace == NamespaceName::of_the_registry();
        let is_limited_to_reading = is_of_registry && action != Action::Read;
        self.is_private.is_some() && !is_limited_to_reading && scopes.allow(action, target)
    }
}
