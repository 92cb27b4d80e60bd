//! Roles in a namespace.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Action;

/// What a member may do in a namespace. Whoever publishes does not promote by that alone, nor the other way round: where
/// two people are to be needed, give them one of the two each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Reads, also where the namespace is private.
    Reader,
    /// Reads and publishes.
    Publisher,
    /// Reads and moves channels.
    Promoter,
    /// Does everything.
    Admin,
}

impl Role {
    /// Every role, the smallest first.
    pub const ALL: [Self; 4] = [Self::Reader, Self::Publisher, Self::Promoter, Self::Admin];

    /// Whether the role allows an action.
    pub fn allows(self, action: Action) -> bool {
        match self {
            Self::Reader => action == Action::Read,
            Self::Publisher => matches!(action, Action::Read | Action::Publish),
            Self::Promoter => matches!(action, Action::Read | Action::Promote),
            Self::Admin => true,
        }
    }

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Publisher => "publisher",
            Self::Promoter => "promoter",
            Self::Admin => "admin",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The roles of one member, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Roles(BTreeSet<Role>);

impl Roles {
    /// Whether one of them allows an action.
    pub fn allow(&self, action: Action) -> bool {
        self.0.iter().any(|role| role.allows(action))
    }

    /// Whether a role is among them.
    pub fn contains(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The roles, the smallest first.
    pub fn iter(&self) -> impl Iterator<Item = Role> {
        self.0.iter().copied()
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<T: IntoIterator<Item = Role>>(roles: T) -> Self {
        Self(roles.into_iter().collect())
    }
}
