//! A semantic version coupled to any contract.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::contract::Contract;
use crate::digest::Digest;
use crate::state::VersionState;
use crate::version::{Version, VersionError};

/// The identifier of a version record; it says nothing about the version number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VersionId(String);

impl VersionId {
    /// An identifier made outside, such as a UUID.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for VersionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One version of a model whose configuration is of any type `T`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VersionedModel<T> {
    /// The identifier of the record.
    pub id: VersionId,
    /// The version number.
    pub version: Version,
    /// The configuration: what the version promises.
    pub payload: T,
    /// When the record was made.
    pub created_at: Timestamp,
}

impl<T: Contract> VersionedModel<T> {
    /// Couples a version number, given as text, to a payload.
    ///
    /// # Errors
    /// When the text is not a semantic version; the error says what to write instead.
    pub fn new(id: VersionId, version: &str, payload: T, created_at: Timestamp) -> Result<Self, VersionError> {
        Ok(Self { id, version: version.parse()?, payload, created_at })
    }
}

/// A version as the rules need it: the record, its state, and the digests that tell contents apart.
#[derive(Debug, Clone)]
pub struct Published<T: Contract> {
    /// The record.
    pub model: VersionedModel<T>,
    /// Whether it is live.
    pub state: VersionState,
    /// The digest of the contract: versions with the same one are compared once.
    pub contract_digest: Digest,
    /// The digest of files and contract, without lineage; unknown where the files were not read.
    pub content_digest: Option<Digest>,
    /// The digest of the whole manifest; unknown where there is none.
    pub manifest_digest: Option<Digest>,
    /// The facts beside the contract. Only a version that may become the base needs them.
    pub facts: Option<T::Facts>,
}

impl<T: Contract> Published<T> {
    /// An active version of which only the contract is known.
    pub fn new(model: VersionedModel<T>) -> Self {
        let contract_digest = model.payload.digest();
        Self {
            model,
            state: VersionState::Active,
            contract_digest,
            content_digest: None,
            manifest_digest: None,
            facts: None,
        }
    }

    /// The version number.
    pub fn version(&self) -> &Version {
        &self.model.version
    }

    /// Live and not a pre-release: what new versions are judged against.
    pub fn is_live_stable(&self) -> bool {
        self.state.is_live() && !self.version().is_prerelease()
    }
}

/// The same contract in every respect that the rules look at, not yet published under any number.
#[derive(Debug, Clone)]
pub struct Candidate<T: Contract> {
    /// What it promises.
    pub contract: T,
    /// The facts beside it.
    pub facts: Option<T::Facts>,
    /// The digest of files and contract, without lineage; unknown where the files were not read.
    pub content_digest: Option<Digest>,
    /// The digest of the whole manifest; unknown where there is none.
    pub manifest_digest: Option<Digest>,
}
