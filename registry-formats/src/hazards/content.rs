//! Bytes that may be read from any place, bytes that come once and in order, and a tape over both.

use std::cell::{Cell, RefCell};
use std::io::{self, Read};

use crate::read::RangeRead;

/// How many bytes are read at a time.
const WINDOW: usize = 16 * 1024;

/// Bytes that can be read from any place. What the storage says when it fails is kept apart: a reader of hostile bytes
/// takes every error for the end of the data.
pub(super) struct Source<'a> {
    bytes: &'a dyn RangeRead,
    failed: RefCell<Option<io::Error>>,
    /// How many bytes may still be read, those that are read again counted again.
    left: Cell<u64>,
    is_exhausted: Cell<bool>,
}

impl<'a> Source<'a> {
    pub(super) fn new(bytes: &'a dyn RangeRead, most: u64) -> Self {
        Self { bytes, failed: RefCell::default(), left: Cell::new(most), is_exhausted: Cell::default() }
    }

    /// Its first `size` bytes, as a view.
    pub(super) fn view(&self, size: u64) -> View<'_> {
        View { source: self, start: 0, len: size }
    }

    /// Whether more was to be read than may be.
    pub(super) fn is_exhausted(&self) -> bool {
        self.is_exhausted.get()
    }

    /// Pays for a read.
    fn pay(&self, length: usize) -> Option<()> {
        let left = u64::try_from(length).ok().and_then(|length| self.left.get().checked_sub(length));
        self.is_exhausted.set(left.is_none() || self.is_exhausted.get());
        self.left.set(left?);
        Some(())
    }

    /// What the storage said when it failed, if it did.
    pub(super) fn into_failure(self) -> Option<io::Error> {
        self.failed.into_inner()
    }
}

/// A part of a source.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    source: &'a Source<'a>,
    start: u64,
    len: u64,
}

impl<'a> View<'a> {
    pub(super) fn len(self) -> u64 {
        self.len
    }

    /// The part from `start` on, of `len` bytes or as many as there are.
    pub(super) fn part(self, start: u64, len: u64) -> Self {
        let start = start.min(self.len);
        View { source: self.source, start: self.start.saturating_add(start), len: len.min(self.len - start) }
    }

    pub(super) fn after(self, start: u64) -> Self {
        self.part(start, u64::MAX)
    }

    /// Reads as many bytes as there are at `offset`, at most the buffer.
    pub(super) fn read_at(self, offset: u64, buffer: &mut [u8]) -> usize {
        let rest = self.len.saturating_sub(offset);
        let length = usize::try_from(rest).unwrap_or(usize::MAX).min(buffer.len());
        let Some(wanted) = buffer.get_mut(..length).filter(|wanted| !wanted.is_empty()) else { return 0 };
        if self.source.pay(length).is_none() {
            return 0;
        }
        match self.source.bytes.read_at(self.start.saturating_add(offset), wanted) {
            Ok(()) => length,
            Err(error) => {
                self.source.failed.borrow_mut().get_or_insert(error);
                0
            }
        }
    }

    /// `length` bytes at `offset`, if there are so many.
    pub(super) fn take(self, offset: u64, length: usize) -> Option<Vec<u8>> {
        // Asked before the room for them is made.
        if u64::try_from(length).ok()? > self.len.saturating_sub(offset) {
            return None;
        }
        let mut bytes = vec![0; length];
        (self.read_at(offset, &mut bytes) == length).then_some(bytes)
    }

    /// The first bytes, `length` at most.
    pub(super) fn head(self, length: usize) -> Vec<u8> {
        let length = usize::try_from(self.len).unwrap_or(length).min(length);
        self.take(0, length).unwrap_or_default()
    }

    pub(super) fn reader(self) -> ViewReader<'a> {
        ViewReader { view: self, at: 0 }
    }
}

/// Reads a view from its start to its end.
pub(super) struct ViewReader<'a> {
    view: View<'a>,
    at: u64,
}

impl Read for ViewReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.view.read_at(self.at, buffer);
        self.at = self.at.saturating_add(u64::try_from(read).unwrap_or_default());
        Ok(read)
    }
}

/// How much may still be unpacked, in bytes.
#[derive(Debug)]
pub(super) struct Allowance(Cell<u64>);

impl Allowance {
    pub(super) fn new(bytes: u64) -> Self {
        Self(Cell::new(bytes))
    }
}

/// Unpacked bytes, which end where the allowance does.
pub(super) struct Metered<'a, R> {
    inner: R,
    total: &'a Allowance,
    left: u64,
    over: &'a Cell<bool>,
}

impl<'a, R: Read> Metered<'a, R> {
    /// At most `limit` bytes of `inner`, and no more than `total` still has; `over` becomes true when there were more.
    pub(super) fn new(inner: R, limit: u64, total: &'a Allowance, over: &'a Cell<bool>) -> Self {
        Self { inner, total, left: limit, over }
    }
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let read = self.inner.read(buffer)?;
        let count = u64::try_from(read).unwrap_or(u64::MAX);
        let total = self.total.0.get();
        if count > self.left || count > total {
            self.over.set(true);
            self.left = 0;
            return Ok(0);
        }
        self.left -= count;
        self.total.0.set(total - count);
        Ok(read)
    }
}

/// Reads bytes in order, a byte, a line or a stretch at a time.
pub(super) struct Tape<'a> {
    origin: Origin<'a>,
    buffer: Vec<u8>,
    at: usize,
}

enum Origin<'a> {
    Ranged(View<'a>, u64),
    Stream(&'a mut dyn Read),
}

impl<'a> Tape<'a> {
    pub(super) fn over(view: View<'a>) -> Self {
        Self { origin: Origin::Ranged(view, 0), buffer: Vec::new(), at: 0 }
    }

    /// What was read of a stream already, and its rest.
    pub(super) fn of_stream(head: Vec<u8>, rest: &'a mut dyn Read) -> Self {
        Self { origin: Origin::Stream(rest), buffer: head, at: 0 }
    }

    /// Whether there is another byte.
    fn fill(&mut self) -> bool {
        if self.at < self.buffer.len() {
            return true;
        }
        self.at = 0;
        self.buffer.resize(WINDOW, 0);
        let read = match &mut self.origin {
            Origin::Ranged(view, next) => {
                let read = view.read_at(*next, &mut self.buffer);
                *next = next.saturating_add(u64::try_from(read).unwrap_or_default());
                read
            }
            Origin::Stream(stream) => read_some(*stream, &mut self.buffer),
        };
        self.buffer.truncate(read);
        read > 0
    }

    pub(super) fn is_at_end(&mut self) -> bool {
        !self.fill()
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        if !self.fill() {
            return None;
        }
        let byte = self.buffer.get(self.at).copied();
        self.at += 1;
        byte
    }

    /// A little-endian number of `length` bytes, eight at most.
    pub(super) fn number(&mut self, length: usize) -> Option<u64> {
        (0..length).try_fold(0, |number, index| Some(number | u64::from(self.byte()?) << (8 * index)))
    }

    /// Goes over `length` bytes and keeps the first `kept` of them.
    pub(super) fn stretch(&mut self, length: u64, kept: usize) -> Option<Vec<u8>> {
        let mut prefix = Vec::new();
        let mut left = length;
        while left > 0 {
            if prefix.len() >= kept && self.jump(&mut left) {
                continue;
            }
            if !self.fill() {
                return None;
            }
            let there = self.buffer.get(self.at..).unwrap_or_default();
            let count = there.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            let wanted = kept.saturating_sub(prefix.len()).min(count);
            prefix.extend_from_slice(there.get(..wanted).unwrap_or_default());
            self.at += count;
            left -= u64::try_from(count).unwrap_or(left);
        }
        Some(prefix)
    }

    /// Skips what is not in the buffer of a view, without reading it. Says whether it did.
    fn jump(&mut self, left: &mut u64) -> bool {
        let Origin::Ranged(view, next) = &mut self.origin else { return false };
        if self.at < self.buffer.len() || *left <= u64::try_from(WINDOW).unwrap_or(u64::MAX) {
            return false;
        }
        let rest = view.len().saturating_sub(*next);
        let count = rest.min(*left);
        *next = next.saturating_add(count);
        *left -= count;
        count > 0
    }

    /// A line without its end, of which the first `kept` bytes are kept; none when no line ends.
    pub(super) fn line(&mut self, kept: usize) -> Option<Vec<u8>> {
        let mut prefix = Vec::new();
        loop {
            if !self.fill() {
                return None;
            }
            let there = self.buffer.get(self.at..).unwrap_or_default();
            let end = memchr::memchr(b'\n', there);
            let part = there.get(..end.unwrap_or(there.len())).unwrap_or_default();
            let wanted = kept.saturating_sub(prefix.len()).min(part.len());
            prefix.extend_from_slice(part.get(..wanted).unwrap_or_default());
            self.at += part.len() + usize::from(end.is_some());
            if end.is_some() {
                return Some(prefix);
            }
        }
    }
}

/// Reads some bytes; an error ends the data, as their end does.
pub(super) fn read_some(stream: &mut dyn Read, buffer: &mut [u8]) -> usize {
    loop {
        match stream.read(buffer) {
            Ok(read) => return read.min(buffer.len()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return 0,
        }
    }
}

/// Reads until the buffer has `length` bytes or the data end. Says whether they ended.
pub(super) fn fill_to(stream: &mut dyn Read, held: &mut Vec<u8>, length: usize) -> bool {
    while held.len() < length {
        let start = held.len();
        held.resize(length.min(start + WINDOW), 0);
        let read = read_some(stream, held.get_mut(start..).unwrap_or_default());
        held.truncate(start + read);
        if read == 0 {
            return true;
        }
    }
    false
}

impl Read for Tape<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.fill() {
            return Ok(0);
        }
        let there = self.buffer.get(self.at..).unwrap_or_default();
        let count = there.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), there.get(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}
