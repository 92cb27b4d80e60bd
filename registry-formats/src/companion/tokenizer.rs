//! `tokenizer.json`: algorithm, vocabulary, added tokens, and one digest over everything else that decides on ids.

use std::cell::Cell;

use registry_core::canonical;
use registry_core::contract::signature::{AddedToken, Tokenizer, Vocabulary};
use registry_core::digest::Digest;
use serde::Deserialize;
use serde::de::MapAccess;
use serde_json::{Map, Value};

use super::vocabulary::{Merges, Tokens};
use crate::bundle::NamedFile;
use crate::error::FormatError;
use crate::json::{self, Object, ObjectSeed, Skipped, TreeSeed};

/// The largest files of public models, with 256,000 tokens and their merges, have 35 MiB.
const LIMIT: u64 = 64 * 1024 * 1024;
/// Values outside of vocabulary and merges: pipelines have tens, regular expressions count once.
const VALUES: u32 = 200_000;

/// Reads the file.
pub(super) fn read(file: NamedFile<'_>) -> Result<Tokenizer, FormatError> {
    let mut reader = Reader { added: Vec::new(), pipeline: Map::new(), model: None, left: Cell::new(VALUES) };
    json::read_object(file, LIMIT, &mut reader)?;
    let Some(model) = reader.model else {
        let end = file.size()?.saturating_sub(1);
        return Err(file.malformed(end, "a member `model`", "the end of the object"));
    };
    let kind = model.kind();
    let mut pipeline = reader.pipeline;
    pipeline.insert("model".to_owned(), model.options.into());
    let token = |added: Added| AddedToken { id: added.id, text: added.content };
    let (special, plain): (Vec<_>, Vec<_>) = reader.added.into_iter().partition(|added| added.special);
    Ok(Tokenizer {
        kind,
        pipeline: Some(canonical::digest(&pipeline.into())),
        vocab: model.vocab.map(Vocabulary::new),
        added_tokens: plain.into_iter().map(token).collect(),
        special_tokens: special.into_iter().map(token).collect(),
        chat_template: None,
    })
}

/// A token beside the vocabulary. How it is matched against the text is not looked at.
#[derive(Deserialize)]
struct Added {
    id: u64,
    content: String,
    #[serde(default)]
    special: bool,
}

struct Reader {
    added: Vec<Added>,
    pipeline: Map<String, Value>,
    model: Option<Model>,
    left: Cell<u32>,
}

impl Object for Reader {
    const WHAT: &'static str = "a tokenizer";

    fn member<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "normalizer" | "pre_tokenizer" | "post_processor" | "decoder" => {
                let value = map.next_value_seed(TreeSeed { left: &self.left })?;
                insert(&mut self.pipeline, key, value);
            }
            "added_tokens" => self.added = map.next_value()?,
            "model" => {
                let mut model = Model { kind: None, vocab: None, options: Map::new(), left: self.left.take() };
                map.next_value_seed(ObjectSeed(&mut model))?;
                self.left.set(model.left);
                self.model = Some(model);
            }
            // Truncation and padding are settings of a call.
            _ => Skipped::member(map)?,
        }
        Ok(())
    }
}

/// What is absent, null or off is one: newer versions of the library write out options that older ones did not know.
fn insert(pipeline: &mut Map<String, Value>, key: &str, value: Value) {
    if !matches!(value, Value::Null | Value::Bool(false)) {
        pipeline.insert(key.to_owned(), value);
    }
}

struct Model {
    kind: Option<String>,
    vocab: Option<Vec<(u64, String)>>,
    /// Everything else: the options as they stand, merges and scores as digests.
    options: Map<String, Value>,
    left: u32,
}

impl Object for Model {
    const WHAT: &'static str = "the model of a tokenizer";

    fn member<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "type" => self.kind = map.next_value()?,
            "vocab" => {
                let tokens: Tokens = map.next_value()?;
                self.digest_option("scores", tokens.scores);
                self.vocab = Some(tokens.tokens);
            }
            "merges" => {
                let merges = map.next_value::<Option<Merges>>()?;
                self.digest_option("merges", merges.map(|merges| merges.0));
            }
            _ => {
                let left = Cell::new(self.left);
                let value = map.next_value_seed(TreeSeed { left: &left })?;
                self.left = left.get();
                insert(&mut self.options, key, value);
            }
        }
        Ok(())
    }
}

impl Model {
    fn digest_option(&mut self, key: &str, digest: Option<Digest>) {
        if let Some(digest) = digest {
            self.options.insert(key.to_owned(), digest.to_string().into());
        }
    }

    /// The algorithm. Old files do not name it; then its options tell it.
    fn kind(&self) -> String {
        let has = |key| self.options.contains_key(key);
        match &self.kind {
            Some(kind) => kind.to_lowercase(),
            None if has("merges") => "bpe".to_owned(),
            None if has("scores") => "unigram".to_owned(),
            None if has("continuing_subword_prefix") || has("max_input_chars_per_word") => "wordpiece".to_owned(),
            None => "wordlevel".to_owned(),
        }
    }
}
