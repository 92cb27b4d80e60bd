//! The canonical description of a graph, as a hash: every part has its length or its kind in front, so that no two
//! graphs are written the same way.

use sha2::{Digest as _, Sha256};

/// The hash of one finished part.
pub(super) type Part = [u8; 32];

/// A part that is being described.
pub(super) struct Canon(Sha256);

impl Canon {
    /// A part of some kind.
    pub(super) fn of(kind: &str) -> Self {
        let mut canon = Self(Sha256::new());
        canon.text(kind);
        canon
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(u64::try_from(text.len()).unwrap_or(u64::MAX));
        self.raw(text.as_bytes());
    }

    pub(super) fn number(&mut self, number: u64) {
        self.raw(&number.to_le_bytes());
    }

    /// Bytes whose length is known from what stands in front of them.
    pub(super) fn raw(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Parts whose number is known only now.
    pub(super) fn parts<'p>(&mut self, parts: impl ExactSizeIterator<Item = &'p Part>) {
        self.number(u64::try_from(parts.len()).unwrap_or(u64::MAX));
        for part in parts {
            self.raw(part);
        }
    }

    pub(super) fn finish(self) -> Part {
        self.0.finalize().into()
    }
}
