//! The two long tables of a tokenizer, read entry by entry.

use std::fmt;

use registry_core::digest::Digest;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use sha2::{Digest as _, Sha256};

use crate::json::Quoted;

/// Eight times the largest public vocabularies. An entry of six bytes in a file takes ten times as much in memory, so
/// the size of the file alone is no bound.
const ENTRIES: usize = 2_000_000;

/// A vocabulary: ids and tokens, and for Unigram the digest of the scores.
#[derive(Default)]
pub(super) struct Tokens {
    pub(super) tokens: Vec<(u64, String)>,
    pub(super) scores: Option<Digest>,
}

impl<'de> Deserialize<'de> for Tokens {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self::default())
    }
}

impl Tokens {
    fn push<E: serde::de::Error>(&mut self, id: u64, token: String) -> Result<(), E> {
        if self.tokens.len() >= ENTRIES {
            return Err(E::custom(format_args!("one more, expected at most {ENTRIES} tokens in a vocabulary")));
        }
        self.tokens.push((id, token));
        Ok(())
    }

    /// Every token once, found without a second copy of the table. Tokens come out sorted by text.
    fn check_unique<E: serde::de::Error>(&mut self) -> Result<(), E> {
        self.tokens.sort_by(|(_, a), (_, b)| a.cmp(b));
        let twice = self.tokens.windows(2).find_map(|pair| match pair {
            [(_, first), (_, second)] if first == second => Some(second),
            _ => None,
        });
        match twice {
            None => Ok(()),
            Some(token) => Err(E::custom(format_args!("{} twice, expected every token once", Quoted(token)))),
        }
    }
}

impl<'de> Visitor<'de> for Tokens {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a vocabulary: an object from tokens to ids, or a list of tokens with scores")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some((token, id)) = map.next_entry::<String, u64>()? {
            self.push(id, token)?;
        }
        self.check_unique()?;
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<Self, A::Error> {
        let mut scores = Sha256::new();
        let mut id = 0;
        while let Some((token, score)) = seq.next_element::<(String, f64)>()? {
            scores.update(score.to_le_bytes());
            self.push(id, token)?;
            id += 1;
        }
        self.scores = Some(Digest::from_bytes(scores.finalize().into()));
        Ok(self)
    }
}

/// The digest over all merges in their order.
pub(super) struct Merges(pub(super) Digest);

impl<'de> Deserialize<'de> for Merges {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(MergesVisitor)
    }
}

struct MergesVisitor;

impl<'de> Visitor<'de> for MergesVisitor {
    type Value = Merges;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of merges")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Merges, A::Error> {
        let mut hash = Sha256::new();
        while let Some(Merge(left, right)) = seq.next_element()? {
            for part in [left, right] {
                hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
                hash.update(part.as_bytes());
            }
        }
        Ok(Merges(Digest::from_bytes(hash.finalize().into())))
    }
}

/// One merge: `"a b"` in older files, `["a", "b"]` in newer ones. Both say the same.
struct Merge(String, String);

impl<'de> Deserialize<'de> for Merge {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MergeVisitor)
    }
}

struct MergeVisitor;

impl<'de> Visitor<'de> for MergeVisitor {
    type Value = Merge;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a merge: a text with one space, or two texts")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Merge, E> {
        match text.split_once(' ') {
            Some((left, right)) if !right.contains(' ') => Ok(Merge(left.to_owned(), right.to_owned())),
            _ => Err(E::invalid_value(serde::de::Unexpected::Str(text), &self)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Merge, A::Error> {
        let left = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let right = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?;
        Ok(Merge(left, right))
    }
}
