//! Files beside a model that say what its own file does not: labels, tokenizer, signature, framework.

mod config;
mod merge;
mod mlmodel;
mod params;
mod schema;
mod shard_index;
mod tokenizer;
mod tokenizer_config;
mod vocabulary;

use std::collections::BTreeMap;

use crate::bundle::{Extraction, NamedFile};
use crate::error::FormatError;
use crate::safetensors::Table;

/// What a companion is, by its file name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// `MLmodel`: signature and flavours.
    MlModel,
    /// `config.json` of a Hugging Face model.
    Config,
    /// `tokenizer.json`.
    Tokenizer,
    /// `tokenizer_config.json`.
    TokenizerConfig,
    /// `*.safetensors.index.json`: which tensor is in which shard.
    ShardIndex,
}

impl Role {
    /// The role of a file, when its name gives it one.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
        match name {
            "MLmodel" => Some(Self::MlModel),
            "config.json" => Some(Self::Config),
            "tokenizer.json" => Some(Self::Tokenizer),
            "tokenizer_config.json" => Some(Self::TokenizerConfig),
            _ if name.ends_with(".safetensors.index.json") => Some(Self::ShardIndex),
            _ => None,
        }
    }
}

/// The companions of a bundle: of each role the file that stands highest, and the ones that were passed over for it.
#[derive(Default)]
pub(crate) struct Companions<'a> {
    by_role: BTreeMap<Role, NamedFile<'a>>,
    passed_over: Vec<&'a str>,
}

impl<'a> Companions<'a> {
    /// Adds a file. Files come in the order of their paths; of two at the same depth the first counts.
    pub(crate) fn add(&mut self, role: Role, file: NamedFile<'a>) {
        let depth = |path: &str| path.matches('/').count();
        let Some(known) = self.by_role.get_mut(&role) else {
            self.by_role.insert(role, file);
            return;
        };
        if depth(file.path) < depth(known.path) {
            self.passed_over.push(known.path);
            *known = file;
        } else {
            self.passed_over.push(file.path);
        }
    }

    /// The paths of all companions.
    pub(crate) fn paths(&self) -> Vec<&'a str> {
        self.by_role.values().map(|file| file.path).chain(self.passed_over.iter().copied()).collect()
    }

    /// Whether there is a signature even without a model that can be read.
    pub(crate) fn has_signature(&self) -> Result<bool, FormatError> {
        let Some(file) = self.by_role.get(&Role::MlModel) else { return Ok(false) };
        Ok(mlmodel::read(*file)?.has_signature())
    }

    /// Holds the shards against the index, when there is one.
    pub(crate) fn check_index(&self, shards: &[NamedFile<'_>], table: &Table) -> Result<(), FormatError> {
        match self.by_role.get(&Role::ShardIndex) {
            Some(index) => shard_index::check(*index, shards, table),
            None => Ok(()),
        }
    }

    /// Adds what the companions say to what the model says; `model` is the file that said it, when there is one.
    pub(crate) fn apply(&self, extraction: &mut Extraction, model: Option<&str>) -> Result<(), FormatError> {
        if let Some(file) = self.by_role.get(&Role::MlModel) {
            merge::apply(mlmodel::read(*file)?, file.path, extraction, model)?;
        }
        if let Some(file) = self.by_role.get(&Role::Config) {
            config::read(*file)?.apply(file.path, extraction, model)?;
        }
        let tokenizer = self.by_role.get(&Role::Tokenizer).map(|file| tokenizer::read(*file)).transpose()?;
        extraction.signature.assets.tokenizer = tokenizer.or(extraction.signature.assets.tokenizer.take());
        if let Some(file) = self.by_role.get(&Role::TokenizerConfig) {
            tokenizer_config::apply(*file, extraction)?;
        }
        let passed_over = self.passed_over.iter();
        extraction
            .notices
            .extend(passed_over.map(|path| format!("`{path}` is not read: a file of this name stands above it")));
        Ok(())
    }
}
