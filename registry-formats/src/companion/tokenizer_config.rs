//! `tokenizer_config.json`: the chat template.

use std::cell::Cell;

use registry_core::canonical;
use registry_core::digest::Digest;
use serde::de::MapAccess;
use serde_json::Value;

use crate::bundle::{Extraction, NamedFile};
use crate::error::FormatError;
use crate::json::{self, Object, Skipped, TreeSeed};

/// Room for the hundreds of added tokens that some of these files repeat.
const LIMIT: u64 = 16 * 1024 * 1024;
/// Far above the handful of named templates that real files have.
const VALUES: u32 = 10_000;

#[derive(Default)]
struct TokenizerConfig {
    chat_template: Option<Digest>,
}

impl Object for TokenizerConfig {
    const WHAT: &'static str = "a tokenizer configuration";

    fn member<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        if key != "chat_template" {
            return Skipped::member(map);
        }
        self.chat_template = match map.next_value_seed(TreeSeed { left: &Cell::new(VALUES) })? {
            Value::Null => None,
            Value::String(template) => Some(Digest::of(template.as_bytes())),
            // Several templates, each with a name.
            templates => Some(canonical::digest(&templates)),
        };
        Ok(())
    }
}

/// Adds the chat template to the tokenizer. Without a tokenizer there is nothing that it could belong to.
pub(super) fn apply(file: NamedFile<'_>, into: &mut Extraction) -> Result<(), FormatError> {
    let mut config = TokenizerConfig::default();
    json::read_object(file, LIMIT, &mut config)?;
    let Some(template) = config.chat_template else { return Ok(()) };
    match &mut into.signature.assets.tokenizer {
        Some(tokenizer) => tokenizer.chat_template = Some(template),
        None => into.notices.push(format!(
            "the chat template in `{}` is not part of the contract: there is no `tokenizer.json` beside it",
            file.path
        )),
    }
    Ok(())
}
