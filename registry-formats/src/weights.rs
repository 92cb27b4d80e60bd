//! Digests over weights: of the bytes of one tensor, and of a whole tensor table, whatever file it stood in.

use std::io;

use registry_core::contract::Dtype;
use registry_core::digest::Digest;
use sha2::{Digest as _, Sha256};

use crate::read::RangeRead;

/// Large enough that a read costs little beside the hash, small enough to forget about.
const CHUNK: usize = 256 * 1024;

/// A digest over name, type, shape and bytes of every tensor, in the order of the names.
///
/// The order in which tensors are added, and how they are spread over files, does not count.
#[derive(Debug, Default)]
pub(crate) struct WeightsDigest {
    rows: Vec<(String, Dtype, Vec<u64>, Digest)>,
}

impl WeightsDigest {
    /// Adds one tensor with the digest of its bytes.
    pub(crate) fn add(&mut self, name: &str, dtype: Dtype, shape: &[u64], tensor_digest: Digest) {
        self.rows.push((name.to_owned(), dtype, shape.to_vec(), tensor_digest));
    }

    /// The digest of the table. Every part has a length in front, so that no two tables are written the same way.
    pub(crate) fn finish(mut self) -> Digest {
        self.rows.sort();
        let mut hash = Sha256::new();
        for (name, dtype, shape, tensor_digest) in &self.rows {
            update_framed(&mut hash, name.as_bytes());
            update_framed(&mut hash, dtype.as_str().as_bytes());
            hash.update(length_of(shape.len()));
            for size in shape {
                hash.update(size.to_le_bytes());
            }
            hash.update(tensor_digest.as_bytes());
        }
        Digest::from_bytes(hash.finalize().into())
    }
}

fn update_framed(hash: &mut Sha256, bytes: &[u8]) {
    hash.update(length_of(bytes.len()));
    hash.update(bytes);
}

fn length_of(length: usize) -> [u8; 8] {
    u64::try_from(length).unwrap_or(u64::MAX).to_le_bytes()
}

/// The digest of `length` bytes that start at `offset`, read in small pieces.
pub(crate) fn digest_of_range(bytes: &dyn RangeRead, offset: u64, length: u64) -> io::Result<Digest> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0_u8; usize::try_from(length).unwrap_or(CHUNK).min(CHUNK)];
    let (mut at, mut left) = (offset, length);
    while left > 0 {
        let step = usize::try_from(left).unwrap_or(CHUNK).min(CHUNK);
        let piece = buffer.get_mut(..step).ok_or(io::ErrorKind::InvalidInput)?;
        bytes.read_at(at, piece)?;
        hash.update(&*piece);
        let read = u64::try_from(step).map_err(io::Error::other)?;
        (at, left) = (at.saturating_add(read), left.saturating_sub(read));
    }
    Ok(Digest::from_bytes(hash.finalize().into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_adding_does_not_count_but_every_part_does() {
        let digest_of = |rows: &[(&str, Dtype, &[u64], &[u8])]| {
            let mut table = WeightsDigest::default();
            for (name, dtype, shape, bytes) in rows {
                table.add(name, *dtype, shape, Digest::of(bytes));
            }
            table.finish()
        };
        let (a, b): (_, (_, _, &[u64], &[u8])) =
            (("a", Dtype::F32, &[2, 3][..], &[1_u8][..]), ("b", Dtype::I8, &[], &[2]));
        let table = digest_of(&[a, b]);
        assert_eq!(digest_of(&[b, a]), table);
        for other in
            [("c", a.1, a.2, a.3), (a.0, Dtype::F64, a.2, a.3), (a.0, a.1, &[3, 2], a.3), (a.0, a.1, a.2, &[3])]
        {
            assert_ne!(digest_of(&[other, b]), table, "{other:?}");
        }
        assert_ne!(digest_of(&[a]), table);
        assert_ne!(digest_of(&[a, b, b]), table);
    }

    #[test]
    fn a_range_is_hashed_across_the_pieces() {
        let bytes: Vec<u8> = (0..=255).cycle().take(CHUNK * 2 + 17).collect();
        let length = u64::try_from(bytes.len()).unwrap();
        assert_eq!(digest_of_range(&bytes, 0, length).unwrap(), Digest::of(&bytes));
        assert_eq!(digest_of_range(&bytes, 5, 9).unwrap(), Digest::of(&bytes[5..14]));
        assert!(digest_of_range(&bytes, 5, length).is_err());
    }
}
