//! Tar archives: old, ustar, GNU and PAX. Members are looked at where they stand.

use std::io::Read;

use super::content::{Tape, View, read_some};
use super::{Scan, inside};

const BLOCK: usize = 512;
/// The longest name, or set of PAX records, that is read.
const LONGEST_NAME: u64 = 64 << 10;

/// Where the blocks of an archive come from.
pub(super) enum Blocks<'a> {
    Ranged(View<'a>, u64),
    Stream(Tape<'a>),
}

/// What stands in a header.
struct Header {
    name: Vec<u8>,
    size: u64,
    kind: u8,
}

/// What headers before a member say about it.
#[derive(Default)]
struct Extended {
    name: Option<Vec<u8>>,
    size: Option<u64>,
}

/// Whether a block is the header of a member: its checksum tells.
pub(super) fn is_header(head: &[u8]) -> bool {
    let Some(block) = head.get(..BLOCK) else { return false };
    let Some(stored) = block.get(148..156).and_then(octal) else { return false };
    let sum: u64 =
        block.iter().enumerate().map(|(at, byte)| if (148..156).contains(&at) { 32 } else { u64::from(*byte) }).sum();
    // Old programs summed signed bytes.
    let high = block.iter().enumerate().filter(|(at, byte)| !(148..156).contains(at) && **byte >= 0x80).count();
    let signed = sum.checked_sub(256 * u64::try_from(high).unwrap_or_default());
    (stored == sum || Some(stored) == signed) && block.first().is_some_and(|first| *first != 0)
}

fn octal(field: &[u8]) -> Option<u64> {
    let text = field.split(|byte| *byte == 0).next()?.trim_ascii();
    if text.is_empty() {
        return None;
    }
    text.iter().try_fold(0_u64, |number, digit| {
        matches!(digit, b'0'..=b'7').then_some(())?;
        number.checked_mul(8)?.checked_add(u64::from(digit - b'0'))
    })
}

/// A size in octal digits or, with its first bit set, as a large number.
fn size_of(field: &[u8]) -> u64 {
    match field {
        [first, rest @ ..] if first & 0x80 != 0 => rest
            .iter()
            .fold(u64::from(first & 0x7f), |number, byte| number.saturating_mul(256).saturating_add(u64::from(*byte))),
        _ => octal(field).unwrap_or_default(),
    }
}

fn until_nul(field: &[u8]) -> &[u8] {
    field.split(|byte| *byte == 0).next().unwrap_or_default()
}

impl Header {
    fn parse(block: &[u8]) -> Option<Self> {
        if !is_header(block) {
            return None;
        }
        let mut name = until_nul(block.get(..100)?).to_vec();
        let prefix = until_nul(block.get(345..500)?);
        if block.get(257..263) == Some(b"ustar\0") && !prefix.is_empty() {
            name = [prefix, b"/", &name].concat();
        }
        Some(Self { name, size: size_of(block.get(124..136)?), kind: *block.get(156)? })
    }

    /// Links, devices and folders have no content, whatever size they state.
    fn has_content(&self) -> bool {
        !matches!(self.kind, b'1'..=b'6')
    }
}

impl Blocks<'_> {
    fn block(&mut self) -> Option<Vec<u8>> {
        self.take(u64::try_from(BLOCK).ok()?)
    }

    /// Bytes, without the filling up to the next block.
    fn take(&mut self, length: u64) -> Option<Vec<u8>> {
        let count = usize::try_from(length).ok()?;
        match self {
            Self::Ranged(view, at) => {
                let bytes = view.take(*at, count)?;
                *at = at.saturating_add(length);
                Some(bytes)
            }
            Self::Stream(tape) => tape.stretch(length, count),
        }
    }

    fn skip(&mut self, length: u64) -> Option<()> {
        match self {
            Self::Ranged(view, at) => {
                *at = at.saturating_add(length);
                (*at <= view.len()).then_some(())
            }
            Self::Stream(tape) => tape.stretch(length, 0).map(drop),
        }
    }
}

fn filling(size: u64) -> u64 {
    let block = u64::try_from(BLOCK).unwrap_or(1);
    (block - size % block) % block
}

impl Scan {
    /// Looks at every member of a tar archive.
    pub(super) fn tar(&mut self, mut blocks: Blocks<'_>, path: &str, depth: u8) {
        let mut extended = Extended::default();
        while let Some(block) = blocks.block() {
            if block.iter().all(|byte| *byte == 0) {
                continue;
            }
            let Some(header) = Header::parse(&block) else { return };
            let read = match header.kind {
                b'L' | b'x' => self.extend(&mut blocks, &header, &mut extended, path),
                b'g' | b'K' => blocks.skip(header.size.saturating_add(filling(header.size))),
                _ => self.tar_member(&mut blocks, &header, &std::mem::take(&mut extended), (path, depth)),
            };
            if read.is_none() {
                return;
            }
        }
    }

    /// Reads a long name, or PAX records.
    fn extend(&mut self, blocks: &mut Blocks<'_>, header: &Header, extended: &mut Extended, path: &str) -> Option<()> {
        if header.size > LONGEST_NAME {
            self.opaque(path, "a tar archive with a header of more than 64 KiB");
            return None;
        }
        let content = blocks.take(header.size)?;
        if header.kind == b'L' {
            extended.name = Some(until_nul(&content).to_vec());
        } else {
            extended.read_records(&content);
        }
        blocks.skip(filling(header.size))
    }

    fn tar_member(
        &mut self,
        blocks: &mut Blocks<'_>,
        header: &Header,
        extended: &Extended,
        (path, depth): (&str, u8),
    ) -> Option<()> {
        if !self.count(path) {
            return None;
        }
        let member = inside(path, extended.name.as_ref().unwrap_or(&header.name));
        if header.kind == b'S' {
            self.opaque(&member, "a sparse member of a tar archive");
        }
        let size = match extended.size {
            Some(size) if size != header.size && header.size != 0 => {
                // One reader believes the header and another the records, so they see different members.
                self.opaque(&member, "a member that states two different sizes");
                size
            }
            Some(size) => size,
            None => header.size,
        };
        if !header.has_content() {
            return Some(());
        }
        match blocks {
            Blocks::Ranged(view, at) => self.look(view.part(*at, size), &member, depth.saturating_add(1)),
            Blocks::Stream(tape) => {
                let mut content = Content { tape, left: size };
                self.look_at_stream(&mut content, &member, depth.saturating_add(1));
                let left = content.left;
                return blocks.skip(left.saturating_add(filling(size)));
            }
        }
        blocks.skip(size.saturating_add(filling(size)))
    }
}

impl Extended {
    /// PAX records: `length key=value` and a line end each.
    fn read_records(&mut self, mut records: &[u8]) {
        while let Some(space) = records.iter().position(|byte| *byte == b' ') {
            let length =
                records.get(..space).and_then(|digits| std::str::from_utf8(digits).ok()?.parse::<usize>().ok());
            let Some((record, rest)) = length.and_then(|length| records.split_at_checked(length)) else { return };
            let Some(pair) = record.get(space + 1..record.len().saturating_sub(1)) else { return };
            if let Some(name) = pair.strip_prefix(b"path=") {
                self.name = Some(name.to_vec());
            } else if let Some(size) = pair.strip_prefix(b"size=") {
                self.size = std::str::from_utf8(size).ok().and_then(|digits| digits.parse().ok());
            }
            records = rest;
        }
    }
}

/// The content of a member in a stream.
struct Content<'a, 'b> {
    tape: &'a mut Tape<'b>,
    left: u64,
}

impl Read for Content<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let read = read_some(self.tape, buffer.get_mut(..length).unwrap_or_default());
        self.left -= u64::try_from(read).unwrap_or(self.left);
        Ok(read)
    }
}
