//! The bytes of a tensor, wherever they stand: raw, in a typed field or in another file, the same values give the same
//! little-endian bytes.

use registry_core::contract::Dtype;
use registry_core::digest::Digest;
use sha2::{Digest as _, Sha256};

use super::external::Range;
use super::reading::Reading;
use super::tensors::Header;
use super::wire::Field;
use crate::error::FormatError;
use crate::weights::digest_of_range;

/// How many bytes a tensor takes as raw bytes; none for texts, and for a product above 64 bits.
pub(super) fn size_of(dtype: Dtype, dims: &[u64]) -> Option<u64> {
    let elements = dims.iter().try_fold(1_u64, |product, dim| product.checked_mul(*dim));
    // A size of zero anywhere makes the product zero, whatever the others are.
    let elements = if dims.contains(&0) { 0 } else { elements? };
    Some(elements.checked_mul(bits(dtype)?)?.div_ceil(8))
}

fn bits(dtype: Dtype) -> Option<u64> {
    use Dtype::{
        Bf16, Bool, C64, C128, F4E2M1, F6E2M3, F6E3M2, F8E4M3Fn, F8E4M3Fnuz, F8E5M2, F8E5M2Fnuz, F8E8M0, F16, F32, F64,
        I2, I4, I8, I16, I32, I64, U2, U4, U8, U16, U32, U64,
    };
    Some(match dtype {
        I2 | U2 => 2,
        I4 | U4 | F4E2M1 => 4,
        F6E2M3 | F6E3M2 => 6,
        Bool | I8 | U8 | F8E4M3Fn | F8E4M3Fnuz | F8E5M2 | F8E5M2Fnuz | F8E8M0 => 8,
        I16 | U16 | F16 | Bf16 => 16,
        I32 | U32 | F32 => 32,
        I64 | U64 | F64 | C64 => 64,
        C128 => 128,
        Dtype::String | Dtype::Binary | Dtype::Datetime => return None,
    })
}

/// The digest of the bytes of a tensor.
pub(super) fn digest(
    reading: &mut Reading<'_>,
    header: &Header,
    external: Option<Range<'_>>,
) -> Result<Digest, FormatError> {
    if let Some(range) = external {
        let digest = digest_of_range(range.file.bytes, range.start, range.length);
        return digest.map_err(|source| range.file.io(source));
    }
    if let Some(raw) = header.raw {
        let mut hash = Sha256::new();
        reading.wire.feed(raw, &mut |piece| hash.update(piece))?;
        return Ok(Digest::from_bytes(hash.finalize().into()));
    }
    if header.dtype == Dtype::String { texts(reading, header) } else { numbers(reading, header) }
}

/// Texts have no fixed width: each has its length in front.
fn texts(reading: &mut Reading<'_>, header: &Header) -> Result<Digest, FormatError> {
    let (mut hash, mut count) = (Sha256::new(), 0_u64);
    let mut message = header.message;
    while let Some(field) = reading.next(&mut message)? {
        if field.number == 6 {
            let span = reading.wire.span(&field, "a text")?;
            hash.update(span.length.to_le_bytes());
            reading.wire.feed(span, &mut |piece| hash.update(piece))?;
            count = count.saturating_add(1);
        }
    }
    let stated = header.dims.iter().try_fold(1_u64, |product, dim| product.checked_mul(*dim));
    if stated != Some(count) {
        let expected = format!("as many texts as {:?} says", header.dims);
        return Err(reading.wire.malformed(header.at, expected, format!("{count} texts")));
    }
    Ok(Digest::from_bytes(hash.finalize().into()))
}

fn numbers(reading: &mut Reading<'_>, header: &Header) -> Result<Digest, FormatError> {
    let mut bytes = Bytes::default();
    let mut message = header.message;
    while let Some(field) = reading.next(&mut message)? {
        number_field(reading, &field, header.dtype, &mut bytes)?;
    }
    bytes.flush();
    if header.size() != Some(bytes.written) {
        let expected = match header.size() {
            Some(size) => format!("{size} bytes for {}{:?}", header.dtype, header.dims),
            None => "a tensor that fits into 64 bits".to_owned(),
        };
        return Err(reading.wire.malformed(header.at, expected, format!("{} bytes", bytes.written)));
    }
    Ok(Digest::from_bytes(bytes.hash.finalize().into()))
}

/// One field of a tensor, when it is the one that holds the numbers of this element type.
fn number_field(reading: &mut Reading<'_>, field: &Field, dtype: Dtype, bytes: &mut Bytes) -> Result<(), FormatError> {
    use Dtype::{C64, C128, F6E2M3, F6E3M2, F32, F64, I64, U32, U64};
    let what = "the numbers of a tensor";
    match (field.number, dtype) {
        (4, F32 | C64) => reading.wire.each_fixed(field, 4, what, &mut |piece| bytes.extend(piece)),
        (10, F64 | C128) => reading.wire.each_fixed(field, 8, what, &mut |piece| bytes.extend(piece)),
        (7, I64) | (11, U64) => reading.wire.each_varint(field, what, &mut |number| bytes.push(number, 8)),
        (11, U32) => reading.wire.each_varint(field, what, &mut |number| bytes.push(number, 4)),
        (5, F6E2M3 | F6E3M2) => reading.wire.each_varint(field, what, &mut |number| bytes.push_six(number)),
        (5, F32 | C64 | F64 | C128 | I64 | U32 | U64) => Ok(()),
        (5, _) => {
            // Elements below eight bits come several to a byte already.
            let width = bits(dtype).map_or(1, |bits| bits.div_ceil(8));
            reading.wire.each_varint(field, what, &mut |number| bytes.push(number, width))
        }
        _ => Ok(()),
    }
}

/// Little-endian bytes on their way into the hash, some at a time.
#[derive(Default)]
struct Bytes {
    hash: Sha256,
    pending: Vec<u8>,
    written: u64,
    /// Bits of six-bit elements that do not fill a byte yet, and how many they are.
    bits: (u64, u32),
}

impl Bytes {
    const PENDING_MAX: usize = 4096;

    fn extend(&mut self, piece: &[u8]) {
        self.hash.update(piece);
        self.written = self.written.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
    }

    /// The low `width` bytes of a number.
    fn push(&mut self, number: u64, width: u64) {
        let width = usize::try_from(width).unwrap_or(8);
        self.pending.extend(number.to_le_bytes().iter().take(width));
        if self.pending.len() >= Self::PENDING_MAX {
            self.drain();
        }
    }

    /// Six-bit elements stand one to a number in the typed field, and four to three bytes in raw bytes.
    fn push_six(&mut self, number: u64) {
        let (bits, count) = self.bits;
        let (bits, count) = (bits | (number & 0x3f) << count, count + 6);
        self.bits = (bits, count);
        if count >= 8 {
            self.push(bits & 0xff, 1);
            self.bits = (bits >> 8, count - 8);
        }
    }

    fn drain(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        self.extend(&pending);
        self.pending = pending;
        self.pending.clear();
    }

    fn flush(&mut self) {
        if self.bits.1 > 0 {
            let (bits, _) = std::mem::take(&mut self.bits);
            self.push(bits & 0xff, 1);
        }
        self.drain();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up_and_never_overflow() {
        for (dtype, dims, size) in [
            (Dtype::F32, &[][..], Some(4)),
            (Dtype::F32, &[2, 3], Some(24)),
            (Dtype::U4, &[3], Some(2)),
            (Dtype::I2, &[5], Some(2)),
            (Dtype::F6E2M3, &[3], Some(3)),
            (Dtype::C128, &[2], Some(32)),
            (Dtype::F64, &[u64::MAX], None),
            (Dtype::U8, &[u64::MAX, 2], None),
            (Dtype::U8, &[u64::MAX, 2, 0], Some(0)),
            (Dtype::String, &[1], None),
        ] {
            assert_eq!(size_of(dtype, dims), size, "{dtype} {dims:?}");
        }
    }

    #[test]
    fn six_bit_elements_are_packed_four_to_three_bytes() {
        let mut bytes = Bytes::default();
        for number in [0b11_1111, 0, 0b10_0001, 0b11_0000, 0b00_0101] {
            bytes.push_six(number);
        }
        bytes.flush();
        assert_eq!(bytes.written, 4);
        let packed = [0b0011_1111, 0b0001_0000, 0b1100_0010, 0b0000_0101];
        assert_eq!(Digest::from_bytes(bytes.hash.finalize().into()), Digest::of(&packed));
    }
}
