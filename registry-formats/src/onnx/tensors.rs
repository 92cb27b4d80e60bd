//! `TensorProto` and `SparseTensorProto`: the headers of tensors and the table of the weights.

use std::collections::BTreeMap;

use registry_core::contract::Dtype;
use registry_core::contract::artifact::{WeightTensor, Weights};
use registry_core::digest::Digest;

use super::external::{Location, Range};
use super::payload;
use super::reading::{Reading, shown};
use super::types::{self, RANK_MAX};
use super::wire::{Field, Message, Span};
use crate::error::FormatError;
use crate::weights::WeightsDigest;

/// The entries of the table.
const TENSORS_MAX: usize = 1_000_000;

/// One row: the tensor, and the digest of its bytes when they were read.
type Row = (WeightTensor, Option<Digest>);

/// The weights of a model: those of the graph itself under their own names, those of subgraphs and functions under a
/// path. The two are kept apart, so that a path never takes the place of a name.
#[derive(Default)]
pub(super) struct Table {
    own: BTreeMap<String, Row>,
    nested: BTreeMap<String, Row>,
}

impl Table {
    /// Whether the graph itself holds a tensor of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.own.contains_key(name)
    }

    /// The table as the artifact has it, with a digest over all of it when the payloads were read.
    pub(super) fn finish(self, digests: bool) -> Weights {
        let mut rows = self.own;
        for (path, row) in self.nested {
            let free = (1_u64..).map(|n| if n == 1 { path.clone() } else { format!("{path}#{n}") });
            let name = free.into_iter().find(|name| !rows.contains_key(name)).unwrap_or_default();
            rows.insert(name, row);
        }
        let mut all = WeightsDigest::default();
        let mut weights = Weights::default();
        for (name, (tensor, digest)) in rows {
            if let Some(digest) = digest {
                all.add(&name, tensor.dtype, &tensor.shape, digest);
            }
            weights.dtypes.insert(tensor.dtype);
            weights.tensors.insert(name, tensor);
        }
        weights.digest = digests.then(|| all.finish());
        weights
    }
}

/// What a `TensorProto` says of itself; its payload has not been read.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) name: String,
    pub(super) dtype: Dtype,
    pub(super) dims: Vec<u64>,
    /// Where the message was announced.
    pub(super) at: u64,
    /// The message again, for who reads the typed payload.
    pub(super) message: Message,
    pub(super) raw: Option<Span>,
    pub(super) external: Option<Location>,
}

impl Header {
    /// How many bytes the tensor takes; none for texts and for more than anyone can have.
    pub(super) fn size(&self) -> Option<u64> {
        payload::size_of(self.dtype, &self.dims)
    }
}

/// Reads the header of a tensor.
pub(super) fn header(reading: &mut Reading<'_>, field: &Field) -> Result<Header, FormatError> {
    let message = reading.wire.message(field, "a tensor")?;
    let mut walk = message;
    let (mut name, mut dtype, mut raw) = (String::new(), None, None);
    let mut dims = Vec::new();
    let (mut location, mut is_external) = (Location::default(), false);
    while let Some(field) = reading.next(&mut walk)? {
        match field.number {
            1 => read_dims(reading, &field, &mut dims)?,
            2 => dtype = Some(types::dtype(reading, &field)?),
            8 => name = reading.wire.text(&field, "the name of a tensor")?,
            9 => raw = Some(reading.wire.span(&field, "the bytes of a tensor")?),
            13 => read_location(reading, &field, &mut location)?,
            14 => is_external = reading.wire.unsigned(&field, "the place of the data")? == 1,
            _ => {}
        }
    }
    let dtype = dtype.ok_or_else(|| reading.wire.malformed(field.at, "the element type of a tensor", "none"))?;
    let external = is_external.then_some(location);
    let header = Header { name, dtype, dims, at: field.at, message, raw, external };
    check_raw(reading, &header)?;
    Ok(header)
}

/// Raw bytes must be as many as type and shape say; that is known without reading them.
fn check_raw(reading: &Reading<'_>, header: &Header) -> Result<(), FormatError> {
    let (Some(raw), None) = (header.raw, &header.external) else {
        return Ok(());
    };
    if header.size() == Some(raw.length) {
        return Ok(());
    }
    let expected = match header.size() {
        Some(size) => format!("{size} bytes for {}{:?}", header.dtype, header.dims),
        None => format!("no raw bytes for {}{:?}", header.dtype, header.dims),
    };
    Err(reading.wire.malformed(header.at, expected, format!("{} bytes", raw.length)))
}

fn read_dims(reading: &mut Reading<'_>, field: &Field, dims: &mut Vec<u64>) -> Result<(), FormatError> {
    let mut negative = false;
    reading.wire.each_varint(field, "the shape of a tensor", &mut |size| {
        negative |= size.cast_signed() < 0;
        if dims.len() <= RANK_MAX {
            dims.push(size);
        }
    })?;
    if negative {
        return Err(reading.wire.malformed(field.at, "a tensor of fixed shape", "a negative size"));
    }
    if dims.len() > RANK_MAX {
        return Err(reading.wire.malformed(field.at, format!("at most {RANK_MAX} axes"), "more"));
    }
    Ok(())
}

fn read_location(reading: &mut Reading<'_>, field: &Field, location: &mut Location) -> Result<(), FormatError> {
    let (key, value) = reading.entry(field, "where external data stands")?;
    match key.as_str() {
        "location" => location.path = value,
        "offset" => location.offset = Some(value),
        "length" => location.length = Some(value),
        _ => {}
    }
    Ok(())
}

/// Whose weights a tensor belongs to, and what it is called there.
pub(super) enum Slot<'s> {
    /// An initializer has a name of its own, behind the path of its graph; the path of the graph itself is empty.
    Initializer(&'s str),
    /// The tensor of an attribute is called after its node.
    Attribute(String, &'s str),
}

impl Slot<'_> {
    fn name(self, reading: &Reading<'_>, own: &str, at: u64) -> Result<(String, bool), FormatError> {
        match self {
            Self::Initializer(_) if own.is_empty() => {
                Err(reading.wire.malformed(at, "an initializer with a name", "one without"))
            }
            Self::Initializer(path) => Ok((format!("{path}{own}"), path.is_empty())),
            Self::Attribute(name, path) => Ok((format!("{path}{name}"), path.is_empty())),
        }
    }
}

/// A dense tensor of the weights. The answer is its header, for who describes the graph.
pub(super) fn dense(reading: &mut Reading<'_>, field: &Field, slot: Slot<'_>) -> Result<Header, FormatError> {
    let header = header(reading, field)?;
    let range = locate(reading, &header)?;
    let digest = if reading.digests { Some(payload::digest(reading, &header, range)?) } else { None };
    let tensor = WeightTensor { dtype: header.dtype, shape: header.dims.clone() };
    let (name, own) = slot.name(reading, &header.name, field.at)?;
    insert(reading, (name, own), (tensor, digest), field.at)?;
    Ok(header)
}

/// A sparse tensor of the weights: its dense shape, and the bytes of its values and of their indices. The name is that
/// of the values.
pub(super) fn sparse(reading: &mut Reading<'_>, field: &Field, slot: Slot<'_>) -> Result<WeightTensor, FormatError> {
    let mut message = reading.wire.message(field, "a sparse tensor")?;
    let (mut values, mut indices, mut shape) = (None, None, Vec::new());
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            1 => values = Some(header(reading, &field)?),
            2 => indices = Some(header(reading, &field)?),
            3 => read_dims(reading, &field, &mut shape)?,
            _ => {}
        }
    }
    let values = values.ok_or_else(|| reading.wire.malformed(field.at, "the values of a sparse tensor", "none"))?;
    let mut bytes = Vec::new();
    for part in [Some(&values), indices.as_ref()].into_iter().flatten() {
        let range = locate(reading, part)?;
        if reading.digests {
            bytes.extend_from_slice(payload::digest(reading, part, range)?.as_bytes());
        }
    }
    let digest = reading.digests.then(|| Digest::of(&bytes));
    let tensor = WeightTensor { dtype: values.dtype, shape };
    let name = slot.name(reading, &values.name, field.at)?;
    insert(reading, name, (tensor.clone(), digest), field.at)?;
    Ok(tensor)
}

fn insert(reading: &mut Reading<'_>, name: (String, bool), row: Row, at: u64) -> Result<(), FormatError> {
    let (name, own) = name;
    let axes = row.0.shape.len().saturating_mul(size_of::<u64>());
    // A row in the tree, its name, its axes, and the same once more while the digest of the table is computed.
    let bytes = size_of::<(String, Row)>().saturating_add(name.len()).saturating_add(axes);
    reading.keep(at, bytes.saturating_mul(2))?;
    if reading.weights.own.len().saturating_add(reading.weights.nested.len()) == TENSORS_MAX {
        return Err(reading.wire.malformed(at, format!("at most {TENSORS_MAX} tensors"), "one more"));
    }
    let rows = if own { &mut reading.weights.own } else { &mut reading.weights.nested };
    if rows.contains_key(&name) {
        let expected = "weights with names of their own";
        return Err(reading.wire.malformed(at, expected, format!("a second tensor {}", shown(&name))));
    }
    rows.insert(name, row);
    Ok(())
}

/// Where the external data of a tensor stands. Without digests a file that is not there is a notice.
fn locate<'a>(reading: &mut Reading<'a>, header: &Header) -> Result<Option<Range<'a>>, FormatError> {
    let Some(location) = &header.external else {
        return Ok(None);
    };
    let refuse = |reading: &Reading<'_>, (expected, found)| reading.wire.malformed(header.at, expected, found);
    let path = reading.external.resolve(&location.path).map_err(|refusal| refuse(reading, refusal))?;
    let range = reading.external.range(&path, location, header.size()).map_err(|refusal| refuse(reading, refusal))?;
    reading.has_external_data = true;
    let notice = format!("weights stand in {}, which is not among the files", shown(&path));
    match range {
        Some(range) if reading.digests => {
            reading.external.spend(range).map_err(|refusal| refuse(reading, refusal))?;
        }
        None if reading.digests => {
            return Err(refuse(reading, (format!("the file {} in the bundle", shown(&path)), "none".to_owned())));
        }
        None if !reading.notices.contains(&notice) => {
            reading.keep(header.at, notice.len().saturating_add(size_of::<String>()))?;
            reading.notices.insert(notice);
        }
        _ => {}
    }
    Ok(range)
}
