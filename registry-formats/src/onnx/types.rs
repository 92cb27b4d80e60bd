//! `TypeProto`: what a value is, as a [`Field`] of the signature.

use registry_core::contract::field::Aspect;
use registry_core::contract::{Dim, Dtype, Field, Kind};

use super::reading::Reading;
use super::wire::{Field as WireField, Message};
use crate::error::FormatError;

/// The highest rank of a tensor; frameworks stop at 64.
pub(super) const RANK_MAX: usize = 256;

/// The element type that stands in a field.
pub(super) fn dtype(reading: &Reading<'_>, field: &WireField) -> Result<Dtype, FormatError> {
    let code = reading.wire.signed(field, "an element type")?;
    dtype_of(code).ok_or_else(|| reading.wire.malformed(field.at, "an element type from 1 to 28", code.to_string()))
}

fn dtype_of(code: i64) -> Option<Dtype> {
    Some(match code {
        1 => Dtype::F32,
        2 => Dtype::U8,
        3 => Dtype::I8,
        4 => Dtype::U16,
        5 => Dtype::I16,
        6 => Dtype::I32,
        7 => Dtype::I64,
        8 => Dtype::String,
        9 => Dtype::Bool,
        10 => Dtype::F16,
        11 => Dtype::F64,
        12 => Dtype::U32,
        13 => Dtype::U64,
        14 => Dtype::C64,
        15 => Dtype::C128,
        16 => Dtype::Bf16,
        17 => Dtype::F8E4M3Fn,
        18 => Dtype::F8E4M3Fnuz,
        19 => Dtype::F8E5M2,
        20 => Dtype::F8E5M2Fnuz,
        21 => Dtype::U4,
        22 => Dtype::I4,
        23 => Dtype::F4E2M1,
        24 => Dtype::F8E8M0,
        25 => Dtype::U2,
        26 => Dtype::I2,
        27 => Dtype::F6E2M3,
        28 => Dtype::F6E3M2,
        _ => return None,
    })
}

/// A type; `at` is where the message was announced.
pub(super) fn read(reading: &mut Reading<'_>, mut message: Message, at: u64) -> Result<Field, FormatError> {
    let mut value = None;
    let mut denotation = String::new();
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            1 | 4 | 5 | 7 | 8 | 9 if value.is_some() => {
                return Err(reading.wire.malformed(field.at, "one type of the value", "a second one"));
            }
            1 | 4 | 5 | 7 | 8 | 9 => value = Some(one_of(reading, &field)?),
            6 => denotation = reading.wire.text(&field, "a denotation")?,
            _ => {}
        }
    }
    let mut value = value.ok_or_else(|| reading.wire.malformed(at, "the type of the value", "none that is known"))?;
    if !denotation.is_empty() {
        reading.keep(at, denotation.len())?;
        value.semantics.insert(Aspect::Denotation, denotation);
    }
    Ok(value)
}

fn one_of(reading: &mut Reading<'_>, field: &WireField) -> Result<Field, FormatError> {
    let message = reading.wire.message(field, "a type")?;
    reading.keep(field.at, size_of::<Field>())?;
    match field.number {
        4 => Ok(Field::new(Kind::List(Box::new(element(reading, message, field.at)?)))),
        5 => map(reading, message, field.at),
        7 => opaque(reading, message, field.at),
        8 => {
            reading.notices.insert("sparse tensors are described by their dense shape".to_owned());
            tensor(reading, message, field.at)
        }
        9 => Ok(Field { nullable: true, ..element(reading, message, field.at)? }),
        _ => tensor(reading, message, field.at),
    }
}

/// The element of a sequence or of an optional.
fn element(reading: &mut Reading<'_>, mut message: Message, at: u64) -> Result<Field, FormatError> {
    let mut element = None;
    while let Some(field) = reading.next(&mut message)? {
        if field.number == 1 {
            element = Some(nested(reading, &field, element.is_some())?);
        }
    }
    element.ok_or_else(|| reading.wire.malformed(at, "the type of the elements", "none"))
}

/// A type inside a type, of which there may be only one.
fn nested(reading: &mut Reading<'_>, field: &WireField, again: bool) -> Result<Field, FormatError> {
    if again {
        return Err(reading.wire.malformed(field.at, "one nested type", "a second one"));
    }
    let message = reading.wire.message(field, "a nested type")?;
    read(reading, message, field.at)
}

fn map(reading: &mut Reading<'_>, mut message: Message, at: u64) -> Result<Field, FormatError> {
    let (mut key, mut value) = (None, None);
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            1 => key = Some(dtype(reading, &field)?),
            2 => value = Some(nested(reading, &field, value.is_some())?),
            _ => {}
        }
    }
    let (Some(key), Some(value)) = (key, value) else {
        return Err(reading.wire.malformed(at, "the types of the keys and the values of a map", "one of them at most"));
    };
    Ok(Field::new(Kind::Map { key, value: Box::new(value) }))
}

fn opaque(reading: &mut Reading<'_>, mut message: Message, at: u64) -> Result<Field, FormatError> {
    let (mut domain, mut name) = (String::new(), String::new());
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            1 => domain = reading.wire.text(&field, "a domain")?,
            2 => name = reading.wire.text(&field, "a name")?,
            _ => {}
        }
    }
    reading.keep(at, domain.len().saturating_add(name.len()))?;
    Ok(Field::new(Kind::Opaque(if domain.is_empty() { name } else { format!("{domain}.{name}") })))
}

fn tensor(reading: &mut Reading<'_>, mut message: Message, at: u64) -> Result<Field, FormatError> {
    let (mut element, mut shape) = (None, None);
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            1 => element = Some(dtype(reading, &field)?),
            2 if shape.is_some() => {
                return Err(reading.wire.malformed(field.at, "one shape", "a second one"));
            }
            2 => shape = Some(axes(reading, &field)?),
            _ => {}
        }
    }
    let element = element.ok_or_else(|| reading.wire.malformed(at, "the element type of a tensor", "none"))?;
    let (shape, denotations) = shape.map_or((None, Vec::new()), |axes| {
        let (dims, denotations): (_, Vec<String>) = axes.into_iter().unzip();
        (Some(dims), denotations)
    });
    let mut tensor = Field::new(Kind::Tensor { dtype: element, shape });
    if denotations.iter().any(|denotation| !denotation.is_empty()) {
        tensor.semantics.insert(Aspect::Layout, denotations.join(","));
    }
    Ok(tensor)
}

/// The axes of a `TensorShapeProto` with their denotations.
fn axes(reading: &mut Reading<'_>, field: &WireField) -> Result<Vec<(Dim, String)>, FormatError> {
    let mut message = reading.wire.message(field, "a shape")?;
    let mut axes = Vec::new();
    while let Some(field) = reading.next(&mut message)? {
        if field.number == 1 {
            if axes.len() == RANK_MAX {
                return Err(reading.wire.malformed(field.at, format!("at most {RANK_MAX} axes"), "one more"));
            }
            axes.push(axis(reading, &field)?);
        }
    }
    Ok(axes)
}

fn axis(reading: &mut Reading<'_>, field: &WireField) -> Result<(Dim, String), FormatError> {
    let mut message = reading.wire.message(field, "an axis")?;
    let (mut dim, mut denotation) = (Dim::any(), String::new());
    while let Some(field) = reading.next(&mut message)? {
        match field.number {
            1 => dim = Dim::from_signed(reading.wire.signed(&field, "the size of an axis")?),
            2 => {
                let name = reading.wire.text(&field, "the name of an axis")?;
                reading.keep(field.at, name.len())?;
                dim = Dim::symbol(&name);
            }
            3 => denotation = reading.wire.text(&field, "a denotation")?,
            _ => {}
        }
    }
    reading.keep(field.at, size_of::<Dim>().saturating_add(denotation.len()))?;
    Ok((dim, denotation))
}
