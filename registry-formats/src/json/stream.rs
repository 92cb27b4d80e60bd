//! A part of a file as a stream that tells how far it was read.

use std::cell::Cell;
use std::io::{self, Read};

use super::Span;
use crate::read::RangeRead;

/// Large enough for few reads, small enough to forget about.
const BUFFER: usize = 64 * 1024;

/// The bytes of a span, fetched a buffer at a time.
pub(super) struct Stream<'a> {
    bytes: &'a dyn RangeRead,
    position: &'a Cell<u64>,
    /// The offset behind the buffer.
    fetched: u64,
    end: u64,
    buffer: Vec<u8>,
    /// How much of the buffer was given away.
    given: usize,
}

impl<'a> Stream<'a> {
    pub(super) fn new(bytes: &'a dyn RangeRead, span: Span, position: &'a Cell<u64>) -> Self {
        position.set(span.start);
        let end = span.start.saturating_add(span.length);
        Self { bytes, position, fetched: span.start, end, buffer: Vec::new(), given: 0 }
    }

    fn fetch(&mut self) -> io::Result<()> {
        let length = usize::try_from(self.end.saturating_sub(self.fetched)).unwrap_or(BUFFER).min(BUFFER);
        self.buffer.resize(length, 0);
        self.bytes.read_at(self.fetched, &mut self.buffer)?;
        self.fetched = self.fetched.saturating_add(u64::try_from(length).map_err(io::Error::other)?);
        self.given = 0;
        Ok(())
    }
}

impl Read for Stream<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.given >= self.buffer.len() {
            self.fetch()?;
        }
        let mut rest = self.buffer.get(self.given..).unwrap_or_default();
        let count = rest.read(out)?;
        self.given += count;
        self.position.set(self.position.get().saturating_add(u64::try_from(count).map_err(io::Error::other)?));
        Ok(count)
    }
}
