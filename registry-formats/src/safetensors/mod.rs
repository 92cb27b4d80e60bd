//! The safetensors format: a length, a JSON header, and the bytes of the tensors behind it. Only the header is read.
//!
//! What is accepted is what the reference reader (the `safetensors` crate) accepts, with these differences, all on the
//! strict side: a tensor name or metadata key that stands twice is refused, where that reader keeps the last one
//! silently; the header must begin with `{`, as the format says, where that reader skips white space; a tensor has at
//! most 1,000 axes; and the tables of all files together must fit into 128 MiB of memory, enough for 300,000 tensors.

mod header;
mod layout;

use std::cell::Cell;
use std::collections::BTreeMap;

use registry_core::contract::artifact::WeightTensor;
use registry_core::contract::{Artifact, Dtype, Signature};

use crate::bundle::{Extraction, NamedFile, ReadOptions};
use crate::error::FormatError;
use crate::json::{self, Quoted, Span};
use crate::weights::{WeightsDigest, digest_of_range};
use header::{Header, HeaderSeed, Row};

/// The name of the format in a contract.
pub(crate) const FORMAT: &str = "safetensors";

/// The size of the number in front of the header.
const PREFIX: u64 = 8;
/// The largest header; the reference reader has the same limit.
const MAX_HEADER: u64 = 100_000_000;

/// The memory for the tensor tables of all shards; the largest public models have 200,000 tensors.
const MAX_TABLE: usize = 128 * 1024 * 1024;

/// One tensor in one shard.
pub(crate) struct Tensor {
    dtype: Dtype,
    shape: Vec<u64>,
    /// The place of the bytes in the file.
    bytes: Span,
    /// The index of the file that has it.
    pub(crate) shard: usize,
}

/// The tensors of all shards, by name.
pub(crate) type Table = BTreeMap<String, Tensor>;

/// Whether a file that starts with these bytes is safetensors: a possible length, then the brace of the header.
pub(crate) fn looks_like(head: &[u8]) -> bool {
    header_length(head).is_some_and(|length| length <= MAX_HEADER)
}

/// The length that stands in front of a brace, whether or not it is possible.
pub(crate) fn header_length(head: &[u8]) -> Option<u64> {
    let (length, rest) = head.split_first_chunk()?;
    rest.starts_with(b"{").then(|| u64::from_le_bytes(*length))
}

/// Reads the headers of all shards of one model. A tensor in two of them is an error.
pub(crate) fn read(shards: &[NamedFile<'_>], options: &ReadOptions) -> Result<(Extraction, Table), FormatError> {
    let mut table = Table::new();
    let mut metadata = BTreeMap::new();
    let left = Cell::new(MAX_TABLE);
    for (index, file) in shards.iter().enumerate() {
        let header = read_header(*file, &left)?;
        add(shards, index, header.rows, &mut table)?;
        for (key, value) in header.metadata {
            metadata.entry(key).or_insert(value);
        }
    }
    let mut artifact = Artifact { format: Some(FORMAT.to_owned()), metadata, ..Artifact::default() };
    artifact.runtime.framework = artifact.metadata.get("format").and_then(|format| framework_of(format));
    for (name, tensor) in &table {
        artifact.weights.dtypes.insert(tensor.dtype);
        let row = WeightTensor { dtype: tensor.dtype, shape: tensor.shape.clone() };
        artifact.weights.tensors.insert(name.clone(), row);
    }
    if options.digests {
        artifact.weights.digest = Some(digest_of(shards, &table)?);
    }
    Ok((Extraction { signature: Signature::default(), artifact, notices: Vec::new() }, table))
}

/// The framework that the writers of the format put into its metadata; `np` says that none is needed.
fn framework_of(format: &str) -> Option<String> {
    let name = match format {
        "pt" => "pytorch",
        "tf" => "tensorflow",
        "flax" => "flax",
        "mlx" => "mlx",
        _ => return None,
    };
    Some(name.to_owned())
}

/// Reads and checks the header of one file; rows come out with their offsets in the file.
fn read_header(file: NamedFile<'_>, left: &Cell<usize>) -> Result<Header, FormatError> {
    let span = header_span(file)?;
    let position = Cell::new(span.start);
    let mut header = json::parse(file, span, &position, HeaderSeed { position: &position, left })?;
    layout::check(file, span, &mut header.rows)?;
    let buffer = span.start.saturating_add(span.length);
    for Row { info, .. } in &mut header.rows {
        let (begin, end) = info.data_offsets;
        info.data_offsets = (buffer.saturating_add(begin), buffer.saturating_add(end));
    }
    Ok(header)
}

/// Adds the tensors of one shard to the table.
fn add(shards: &[NamedFile<'_>], shard: usize, rows: Vec<Row>, table: &mut Table) -> Result<(), FormatError> {
    for row in rows {
        let (begin, end) = row.info.data_offsets;
        let bytes = Span { start: begin, length: end.saturating_sub(begin) };
        let (dtype, _) = row.info.element.dtype();
        let Some(other) = table.get(&row.name) else {
            table.insert(row.name, Tensor { dtype, shape: row.info.shape, bytes, shard });
            continue;
        };
        let (Some(file), Some(other)) = (shards.get(shard), shards.get(other.shard)) else { continue };
        let found = format!("{} which {} has too", Quoted(&row.name), Quoted(other.path));
        return Err(file.malformed(row.at, "every tensor in one shard", found));
    }
    Ok(())
}

/// Where the header stands, by the number in front of it.
fn header_span(file: NamedFile<'_>) -> Result<Span, FormatError> {
    let size = file.size()?;
    let room = size.saturating_sub(PREFIX).min(MAX_HEADER);
    let mut prefix = [0; 8];
    if size < PREFIX {
        return Err(file.malformed(size, "a header length of 8 bytes", "the end of the file"));
    }
    file.read_at(0, &mut prefix)?;
    let length = u64::from_le_bytes(prefix);
    if length > room {
        return Err(file.malformed(0, format!("a header of at most {room} bytes"), format!("a length of {length}")));
    }
    Ok(Span { start: PREFIX, length })
}

fn digest_of(shards: &[NamedFile<'_>], table: &Table) -> Result<registry_core::digest::Digest, FormatError> {
    let mut digest = WeightsDigest::default();
    for (name, tensor) in table {
        let Some(file) = shards.get(tensor.shard) else { continue };
        let bytes = digest_of_range(file.bytes, tensor.bytes.start, tensor.bytes.length);
        digest.add(name, tensor.dtype, &tensor.shape, bytes.map_err(|source| file.io(source))?);
    }
    Ok(digest.finish())
}
