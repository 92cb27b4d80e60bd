//! What a version promises: the [`Contract`] trait, and the model [`Signature`] as its first implementation.

pub mod artifact;
mod diff;
pub mod dim;
pub mod dtype;
pub mod field;
pub mod pointer;
mod side;
pub mod signature;
mod symbols;
pub mod validate;

use std::fmt::Debug;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use artifact::Artifact;
pub use dim::{Bounds, Dim, Size};
pub use dtype::Dtype;
pub use field::{Field, Kind};
pub use pointer::Pointer;
pub use signature::Signature;

use crate::compat::Difference;
use crate::digest::Digest;

/// Whether a fact was read out of a file or stated by the publisher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// Read out of the stored bytes.
    #[default]
    Read,
    /// Stated by the publisher; no file says it.
    Declared,
}

/// How consumers use a model; it decides how changes below the signature are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Consumption {
    /// Consumers call a server that runs the model.
    #[default]
    Endpoint,
    /// Consumers load the file themselves.
    Artifact,
}

/// The promise that a version makes to its callers and readers, as data that can be compared.
///
/// The compatibility engine is generic over this trait: judge, policy and verdict know nothing about models.
pub trait Contract: Clone + Debug {
    /// Facts that stand beside the contract: they are no part of its digest and are compared with the base only.
    type Facts: Clone + Debug;

    /// The canonical JSON of the contract: two contracts that promise the same have the same canonical form.
    fn canonical(&self) -> Value;

    /// The digest of the canonical form (RFC 8785, then SHA-256).
    fn digest(&self) -> Digest {
        crate::canonical::digest(&self.canonical())
    }

    /// Every way in which `new` promises something else than `old`. Empty for two equal contracts.
    fn diff(old: &Self, new: &Self) -> Vec<Difference>;

    /// Every way in which the facts beside the contract differ.
    fn diff_facts(old: &Self::Facts, new: &Self::Facts) -> Vec<Difference>;

    /// The names that `new` adds over `base` although an `earlier` contract of the line used them for something else.
    fn reused_names(_earlier: &Self, _base: &Self, _new: &Self) -> Vec<Difference> {
        Vec::new()
    }

    /// How consumers use the model, when the contract says so.
    fn consumption(&self) -> Option<Consumption> {
        None
    }
}

/// A shared contract is a contract: a snapshot holds each distinct one once.
impl<T: Contract> Contract for Arc<T> {
    type Facts = T::Facts;

    fn canonical(&self) -> Value {
        T::canonical(self)
    }

    fn digest(&self) -> Digest {
        T::digest(self)
    }

    fn diff(old: &Self, new: &Self) -> Vec<Difference> {
        T::diff(old, new)
    }

    fn diff_facts(old: &Self::Facts, new: &Self::Facts) -> Vec<Difference> {
        T::diff_facts(old, new)
    }

    fn reused_names(earlier: &Self, base: &Self, new: &Self) -> Vec<Difference> {
        T::reused_names(earlier, base, new)
    }

    fn consumption(&self) -> Option<Consumption> {
        T::consumption(self)
    }
}
