//! `*.safetensors.index.json`: which tensor is in which shard. The index and the shards must say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};

use crate::bundle::NamedFile;
use crate::error::FormatError;
use crate::json::{self, Object, Quoted, Skipped};
use crate::safetensors::Table;

/// As large as the largest header of a shard.
const LIMIT: u64 = 100_000_000;

/// Holds every entry of the index against the tensors of the shards, and the other way round.
pub(super) fn check(index: NamedFile<'_>, shards: &[NamedFile<'_>], table: &Table) -> Result<(), FormatError> {
    let folder = index.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let numbers = shards.iter().enumerate().map(|(number, shard)| (shard.path, number)).collect();
    let missing_from_index = table.keys().map(String::as_str).collect();
    let mut reader = IndexReader { folder, numbers, table, missing_from_index, seen_map: false };
    json::read_object(index, LIMIT, &mut reader)?;
    let (seen_map, left) = (reader.seen_map, reader.missing_from_index);
    if !seen_map {
        let end = index.size()?;
        return Err(index.malformed(end.saturating_sub(1), "a member `weight_map`", "the end of the object"));
    }
    let Some((name, tensor)) = left.first().and_then(|name| table.get_key_value(*name)) else { return Ok(()) };
    Err(FormatError::Contradiction {
        file: index.path.to_owned(),
        place: format!("tensor {}", Quoted(name)),
        found: "in no shard".to_owned(),
        other_file: shards.get(tensor.shard).map(|shard| shard.path.to_owned()).unwrap_or_default(),
        expected: "that it is there".to_owned(),
    })
}

struct IndexReader<'a> {
    folder: &'a str,
    numbers: BTreeMap<&'a str, usize>,
    table: &'a Table,
    missing_from_index: BTreeSet<&'a str>,
    seen_map: bool,
}

impl Object for IndexReader<'_> {
    const WHAT: &'static str = "an index of shards";

    fn member<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        if key == "weight_map" {
            self.seen_map = true;
            return map.next_value_seed(WeightMap(self));
        }
        Skipped::member(map)
    }
}

impl IndexReader<'_> {
    fn entry(&mut self, tensor: &str, shard: &str) -> Result<(), String> {
        let path = if self.folder.is_empty() { shard.to_owned() } else { format!("{}/{shard}", self.folder) };
        let Some(number) = self.numbers.get(path.as_str()) else {
            return Err(format!("no such model file, expected the shard {} in the bundle", Quoted(&path)));
        };
        let there = self.table.get(tensor).is_some_and(|row| row.shard == *number);
        if !there {
            return Err(format!("no such tensor, expected {} in {}", Quoted(tensor), Quoted(&path)));
        }
        if !self.missing_from_index.remove(tensor) {
            return Err(format!("{} a second time, expected every tensor once", Quoted(tensor)));
        }
        Ok(())
    }
}

struct WeightMap<'a, 'b>(&'a mut IndexReader<'b>);

impl<'de> DeserializeSeed<'de> for WeightMap<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for WeightMap<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object from tensors to files")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some((tensor, shard)) = map.next_entry::<String, String>()? {
            self.0.entry(&tensor, &shard).map_err(A::Error::custom)?;
        }
        Ok(())
    }
}
