//! The contract of a machine-learning model, as far as a caller can see it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::dtype::Dtype;
use super::field::{Field, Interval, Kind, Label, is_false, present};
use super::pointer::Pointer;
use super::symbols::{SymbolNumbers, count_symbols};
use super::{Consumption, Source};
use crate::digest::Digest;

/// How callers bind values to inputs and outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Binding {
    /// By name.
    #[default]
    Name,
    /// By position.
    Position,
}

/// What happens to fields of a request that the model does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// They are ignored.
    #[default]
    Open,
    /// They are refused.
    Closed,
}

/// A parameter of a call; it always has a default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Param {
    /// The type of the value.
    pub dtype: Dtype,
    /// Whether the value is a list of `dtype`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub list: bool,
    /// The value that stands for a parameter left out.
    #[serde(deserialize_with = "required_value")]
    pub default: Value,
    /// The accepted range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Interval>,
    /// The accepted values.
    #[serde(default, rename = "enum", skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<Value>>,
    /// Whether its author advises against new use.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deprecated: bool,
}

/// Null is a default like any other, but the key must be there.
fn required_value<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    present(deserializer).map(Option::unwrap_or_default)
}

/// What an entry point takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Takes {
    /// Text: the tokenizer is inside.
    Text,
    /// Token ids: the tokenizer is the caller's.
    Ids,
    /// Tensors or columns.
    Tensors,
}

/// A way to call the model, such as `predict` or `embed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct EntryPoint {
    /// What it takes, when that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes: Option<Takes>,
}

/// A token that stands beside the trained vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddedToken {
    /// Its id.
    pub id: u64,
    /// Its text.
    pub text: String,
}

/// The ids of a tokenizer's trained vocabulary.
///
/// The tokens are no part of the canonical form and are never written: an id is compared through the digest, and only a
/// longer vocabulary needs its tokens, to show that it extends a shorter one. They are read where somebody sends them,
/// and must then have the digest.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "VocabularyRepr")]
pub struct Vocabulary {
    /// The number of ids.
    pub size: u64,
    /// SHA-256 over every id and token, in the order of the ids.
    pub sha256: Digest,
    /// The ids and tokens in the order of the ids, when they are at hand.
    #[serde(skip_serializing)]
    pub tokens: Option<Vec<(u64, String)>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VocabularyRepr {
    size: u64,
    sha256: Digest,
    #[serde(default)]
    tokens: Option<Vec<(u64, String)>>,
}

impl TryFrom<VocabularyRepr> for Vocabulary {
    type Error = String;

    fn try_from(repr: VocabularyRepr) -> Result<Self, Self::Error> {
        let VocabularyRepr { size, sha256, tokens } = repr;
        let Some(tokens) = tokens else { return Ok(Self { size, sha256, tokens: None }) };
        let vocabulary = Self::new(tokens);
        if (vocabulary.size, vocabulary.sha256) == (size, sha256) {
            return Ok(vocabulary);
        }
        let found = vocabulary.sha256;
        Err(format!("the tokens have the digest {found}, but `sha256` says {sha256}; leave `tokens` out, or send all"))
    }
}

impl PartialEq for Vocabulary {
    fn eq(&self, other: &Self) -> bool {
        self.sha256 == other.sha256
    }
}

impl Vocabulary {
    /// A vocabulary of these ids and tokens, in any order.
    pub fn new(mut tokens: Vec<(u64, String)>) -> Self {
        tokens.sort();
        let sha256 = Self::digest_of(&tokens);
        let size = u64::try_from(tokens.len()).unwrap_or(u64::MAX);
        Self { size, sha256, tokens: Some(tokens) }
    }

    /// Whether every id of `older` stands for the same token here. Without the tokens of this vocabulary only equality
    /// can be shown, and the answer for anything else is no.
    pub fn extends(&self, older: &Self) -> bool {
        if self == older {
            return true;
        }
        let (Some(tokens), Ok(size)) = (&self.tokens, usize::try_from(older.size)) else { return false };
        tokens.get(..size).is_some_and(|prefix| Self::digest_of(prefix) == older.sha256)
    }

    fn digest_of(tokens: &[(u64, String)]) -> Digest {
        use sha2::Digest as _;
        let mut hash = sha2::Sha256::new();
        for (id, token) in tokens {
            hash.update(id.to_le_bytes());
            hash.update(u64::try_from(token.len()).unwrap_or(u64::MAX).to_le_bytes());
            hash.update(token.as_bytes());
        }
        Digest::from_bytes(hash.finalize().into())
    }
}

/// The tokenizer that turns text into the ids that the model reads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokenizer {
    /// The algorithm, such as `bpe` or `wordpiece`.
    pub kind: String,
    /// The digest of what the tokenizer does besides looking up ids: normaliser, pre-tokeniser, merges,
    /// post-processor, decoder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pipeline: Option<Digest>,
    /// The trained vocabulary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vocab: Option<Vocabulary>,
    /// Tokens added beside the vocabulary that carry text.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub added_tokens: BTreeSet<AddedToken>,
    /// Tokens with a special role, such as `[CLS]`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub special_tokens: BTreeSet<AddedToken>,
    /// The digest of the chat template.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat_template: Option<Digest>,
}

/// Who runs the preprocessing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PreprocessingKind {
    /// It is inside the artifact: callers send the same as before.
    Internal,
    /// Callers must do it: it is part of the input type.
    External,
}

/// The preprocessing, known by its digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preprocessing {
    /// Who runs it.
    pub kind: PreprocessingKind,
    /// The digest of the code or configuration.
    pub sha256: Digest,
}

/// The postprocessing that is shipped inside: thresholds, calibration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Postprocessing {
    /// The digest of the code or configuration.
    pub sha256: Digest,
}

/// Files and programs that belong to the contract, known by kind and digest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Assets {
    /// The tokenizer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokenizer: Option<Tokenizer>,
    /// The preprocessing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preprocessing: Option<Preprocessing>,
    /// The postprocessing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postprocessing: Option<Postprocessing>,
}

impl Assets {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The contract of a model: what callers send, what readers get, and what is promised about both.
///
/// In JSON, inputs and outputs are objects by name in which every entry has a `position`; see manifest.md.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Signature {
    /// What callers send, by name.
    pub inputs: BTreeMap<String, Field>,
    /// What readers get, by name.
    pub outputs: BTreeMap<String, Field>,
    /// Parameters of a call, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, Param>,
    /// Ways to call the model, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub entrypoints: BTreeMap<String, EntryPoint>,
    /// The classes of a classifier, in index order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<Label>>,
    /// Whether readers were told that labels may be appended.
    #[serde(skip_serializing_if = "is_false")]
    pub extensible_labels: bool,
    /// Tokenizer, preprocessing, postprocessing.
    #[serde(skip_serializing_if = "Assets::is_empty")]
    pub assets: Assets,
    /// How values are bound to inputs and outputs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub binding: Option<Binding>,
    /// What happens to unknown fields of a request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// How consumers use the model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consumption: Option<Consumption>,
    /// The state protocol: `none`, or a name such as `sequence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stateful: Option<String>,
    /// Whether answers are streamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streaming: Option<bool>,
    /// The largest batch of one call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_batch: Option<u64>,
    /// The longest input, in tokens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context_length: Option<u64>,
    /// The licence, as an SPDX expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// The declared architecture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub architecture: Option<String>,
    /// Where each fact comes from, by JSON Pointer; a place that is not named has the source of the place above it, and
    /// the whole is read.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<Pointer, Source>,
}

impl Signature {
    /// Where the fact at `place` comes from.
    pub fn source_of(&self, place: &Pointer) -> Source {
        place.nearest(&self.sources).copied().unwrap_or_default()
    }

    /// Whether callers send text, so that the tokenizer is inside.
    pub fn takes_text(&self) -> bool {
        let mut declared = self.entrypoints.values().filter_map(|entrypoint| entrypoint.takes).peekable();
        if declared.peek().is_some() {
            return declared.all(|takes| takes == Takes::Text);
        }
        self.inputs.values().any(|input| matches!(input.kind, Kind::Tensor { dtype: Dtype::String, .. }))
    }

    /// How often each symbol stands in the inputs and outputs.
    pub fn symbol_uses(&self) -> BTreeMap<&str, usize> {
        let mut uses = BTreeMap::new();
        for field in self.inputs.values().chain(self.outputs.values()) {
            count_symbols(field, &mut uses);
        }
        uses
    }

    /// The same contract in the one form that is compared and hashed: a symbol that stands once is any size, the
    /// others are numbered in canonical order (names are the exporter's invention), and sources are left out.
    #[must_use]
    pub fn normalized(&self) -> Self {
        let mut numbers = SymbolNumbers::over(self.symbol_uses());
        let mut copy = Self { sources: BTreeMap::new(), ..self.clone() };
        for field in copy.inputs.values_mut().chain(copy.outputs.values_mut()) {
            field.for_each_dim_mut(&mut |dim| numbers.rename(dim));
        }
        copy
    }
}
