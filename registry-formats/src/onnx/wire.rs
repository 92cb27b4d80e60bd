//! The protobuf wire format, walked over ranged reads: one small window, offsets in 64 bits, and nothing decoded that
//! nobody asks for. A payload is skipped by moving on, not by reading.

use crate::bundle::NamedFile;
use crate::error::FormatError;

/// The first read after a jump: about the header of one tensor, so that a file of many large tensors costs little.
const WINDOW_MIN: usize = 1024;
/// The read that a sequential walk grows to.
const WINDOW_MAX: usize = 64 * 1024;
/// Messages inside messages; a graph inside a node costs three levels.
const DEPTH_MAX: u8 = 64;
/// The longest name, domain or other text that is kept.
pub(super) const TEXT_MAX: u64 = 64 * 1024;
/// Seven bits a byte, 64 bits in all.
const VARINT_BYTES: u32 = 10;

/// A file with a window on it.
pub(super) struct Wire<'a> {
    file: NamedFile<'a>,
    size: u64,
    window: Vec<u8>,
    window_start: u64,
    stride: usize,
}

/// A message that is being walked: where the walk stands and where the message ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Message {
    at: u64,
    end: u64,
    depth: u8,
}

impl Message {
    /// Where the walk stands.
    pub(super) fn at(self) -> u64 {
        self.at
    }
}

/// Bytes of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) start: u64,
    pub(super) length: u64,
}

#[derive(Debug, Clone, Copy)]
enum Payload {
    Varint(u64),
    Fixed32([u8; 4]),
    Fixed64([u8; 8]),
    Span(Span),
}

/// One field of a message: its number, the offset of its tag and what follows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub(super) number: u32,
    pub(super) at: u64,
    payload: Payload,
    depth: u8,
}

impl<'a> Wire<'a> {
    pub(super) fn open(file: NamedFile<'a>) -> Result<Self, FormatError> {
        let size = file.size()?;
        Ok(Self { file, size, window: Vec::new(), window_start: 0, stride: WINDOW_MIN })
    }

    /// The whole file as one message.
    pub(super) fn root(&self) -> Message {
        Message { at: 0, end: self.size, depth: 0 }
    }

    /// An error that names this file and a place in it.
    pub(super) fn malformed(&self, offset: u64, expected: impl Into<String>, found: impl Into<String>) -> FormatError {
        self.file.malformed(offset, expected, found)
    }

    /// The next field of a message; none at its end.
    pub(super) fn next(&mut self, message: &mut Message) -> Result<Option<Field>, FormatError> {
        if message.at >= message.end {
            return Ok(None);
        }
        let at = message.at;
        let tag = self.varint(&mut message.at, message.end)?;
        let number = u32::try_from(tag >> 3).ok().filter(|number| (1..1 << 29).contains(number));
        let number =
            number.ok_or_else(|| self.malformed(at, "a field number from 1 to 536870911", (tag >> 3).to_string()))?;
        let payload = match tag & 7 {
            0 => Payload::Varint(self.varint(&mut message.at, message.end)?),
            1 => Payload::Fixed64(self.array(message)?),
            2 => Payload::Span(self.length_delimited(message)?),
            5 => Payload::Fixed32(self.array(message)?),
            other => {
                let found = format!("wire type {other}{}", if other == 3 || other == 4 { ", a group" } else { "" });
                return Err(self.malformed(at, "wire type 0, 1, 2 or 5", found));
            }
        };
        Ok(Some(Field { number, at, payload, depth: message.depth }))
    }

    fn length_delimited(&mut self, message: &mut Message) -> Result<Span, FormatError> {
        let at = message.at;
        let length = self.varint(&mut message.at, message.end)?;
        let start = message.at;
        let end = start.checked_add(length).filter(|end| *end <= message.end);
        let Some(end) = end else {
            let left = message.end.saturating_sub(start);
            return Err(self.malformed(
                at,
                format!("{length} more bytes"),
                format!("{left} before the end of the message"),
            ));
        };
        message.at = end;
        Ok(Span { start, length })
    }

    fn array<const N: usize>(&mut self, message: &mut Message) -> Result<[u8; N], FormatError> {
        let at = message.at;
        let mut bytes = [0; N];
        for byte in &mut bytes {
            if message.at >= message.end {
                return Err(self.malformed(at, format!("{N} bytes"), "the end of the message"));
            }
            *byte = self.byte(message.at)?;
            message.at = message.at.saturating_add(1);
        }
        Ok(bytes)
    }

    fn varint(&mut self, at: &mut u64, end: u64) -> Result<u64, FormatError> {
        let start = *at;
        let mut value = 0;
        for index in 0..VARINT_BYTES {
            if *at >= end {
                return Err(self.malformed(start, "a varint", "the end of the message inside it"));
            }
            let byte = self.byte(*at)?;
            *at = at.saturating_add(1);
            if index + 1 == VARINT_BYTES && byte > 1 {
                break;
            }
            value |= u64::from(byte & 0x7f) << (7 * index);
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(self.malformed(start, "a varint of at most 64 bits", "a longer one"))
    }

    fn byte(&mut self, at: u64) -> Result<u8, FormatError> {
        if let Some(byte) = self.peek(at) {
            return Ok(byte);
        }
        self.refill(at)?;
        self.peek(at).ok_or_else(|| self.malformed(at, "a byte", "the end of the file"))
    }

    fn peek(&self, at: u64) -> Option<u8> {
        self.window_from(at).first().copied()
    }

    fn window_from(&self, at: u64) -> &[u8] {
        let index = at.checked_sub(self.window_start).and_then(|index| usize::try_from(index).ok());
        index.and_then(|index| self.window.get(index..)).unwrap_or_default()
    }

    /// Moves the window. Reads grow while the walk is sequential, and start small after a jump over a payload.
    fn refill(&mut self, at: u64) -> Result<(), FormatError> {
        let window_end = u64::try_from(self.window.len()).ok().and_then(|length| self.window_start.checked_add(length));
        self.stride = if window_end == Some(at) { self.stride.saturating_mul(2).min(WINDOW_MAX) } else { WINDOW_MIN };
        let left = usize::try_from(self.size.saturating_sub(at)).unwrap_or(usize::MAX);
        self.window.resize(self.stride.min(left), 0);
        self.window_start = at;
        let read = self.file.read_at(at, &mut self.window);
        if read.is_err() {
            self.window.clear();
        }
        read
    }

    fn wrong_type(&self, field: &Field, expected: &str) -> FormatError {
        let found = match field.payload {
            Payload::Varint(_) => "a varint",
            Payload::Fixed32(_) => "four bytes",
            Payload::Fixed64(_) => "eight bytes",
            Payload::Span(_) => "length-delimited bytes",
        };
        self.malformed(field.at, expected, found)
    }

    /// The field as bytes.
    pub(super) fn span(&self, field: &Field, what: &str) -> Result<Span, FormatError> {
        match field.payload {
            Payload::Span(span) => Ok(span),
            _ => Err(self.wrong_type(field, what)),
        }
    }

    /// The field as a message.
    pub(super) fn message(&self, field: &Field, what: &str) -> Result<Message, FormatError> {
        let span = self.span(field, what)?;
        let depth = field.depth.saturating_add(1);
        if depth > DEPTH_MAX {
            let expected = format!("at most {DEPTH_MAX} messages inside one another");
            return Err(self.malformed(field.at, expected, "one more"));
        }
        Ok(Message { at: span.start, end: span.start.saturating_add(span.length), depth })
    }

    /// The field as an unsigned number.
    pub(super) fn unsigned(&self, field: &Field, what: &str) -> Result<u64, FormatError> {
        match field.payload {
            Payload::Varint(value) => Ok(value),
            _ => Err(self.wrong_type(field, what)),
        }
    }

    /// The field as a signed number.
    pub(super) fn signed(&self, field: &Field, what: &str) -> Result<i64, FormatError> {
        self.unsigned(field, what).map(u64::cast_signed)
    }

    /// The field as text, for names and the like.
    pub(super) fn text(&mut self, field: &Field, what: &str) -> Result<String, FormatError> {
        let span = self.span(field, what)?;
        if span.length > TEXT_MAX {
            let expected = format!("{what} of at most {TEXT_MAX} bytes");
            return Err(self.malformed(field.at, expected, format!("{} bytes", span.length)));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(span.length).unwrap_or_default());
        self.feed(span, &mut |piece| bytes.extend_from_slice(piece))?;
        String::from_utf8(bytes).map_err(|error| {
            let valid = u64::try_from(error.utf8_error().valid_up_to()).unwrap_or_default();
            self.malformed(span.start.saturating_add(valid), format!("{what} in UTF-8"), "other bytes")
        })
    }

    /// Hands the bytes of a span on, piece by piece.
    pub(super) fn feed(&mut self, span: Span, sink: &mut dyn FnMut(&[u8])) -> Result<(), FormatError> {
        let (mut at, mut left) = (span.start, span.length);
        while left > 0 {
            self.byte(at)?;
            let window = self.window_from(at);
            let step = window.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            sink(window.get(..step).unwrap_or_default());
            let step = u64::try_from(step).unwrap_or(u64::MAX);
            (at, left) = (at.saturating_add(step), left.saturating_sub(step));
        }
        Ok(())
    }

    /// Every number of a repeated varint field, packed or not.
    pub(super) fn each_varint(
        &mut self,
        field: &Field,
        what: &str,
        sink: &mut dyn FnMut(u64),
    ) -> Result<(), FormatError> {
        match field.payload {
            Payload::Varint(value) => sink(value),
            Payload::Span(span) => {
                let (mut at, end) = (span.start, span.start.saturating_add(span.length));
                while at < end {
                    sink(self.varint(&mut at, end)?);
                }
            }
            _ => return Err(self.wrong_type(field, what)),
        }
        Ok(())
    }

    /// The bytes of a repeated field of fixed width, packed or not, as they stand: little-endian.
    pub(super) fn each_fixed(
        &mut self,
        field: &Field,
        width: u64,
        what: &str,
        sink: &mut dyn FnMut(&[u8]),
    ) -> Result<(), FormatError> {
        match (field.payload, width) {
            (Payload::Fixed32(bytes), 4) => sink(&bytes),
            (Payload::Fixed64(bytes), 8) => sink(&bytes),
            (Payload::Span(span), _) if span.length.is_multiple_of(width) => self.feed(span, sink)?,
            (Payload::Span(span), _) => {
                let expected = format!("{what}: a multiple of {width} bytes");
                return Err(self.malformed(field.at, expected, format!("{} bytes", span.length)));
            }
            _ => return Err(self.wrong_type(field, what)),
        }
        Ok(())
    }
}
