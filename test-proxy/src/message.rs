//! One message of HTTP/1.1: a head, and a body whose end the head tells.

use std::io::{self, BufRead, Read, Write};

/// Where a body ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Body {
    Length(u64),
    Chunked,
    /// With its connection.
    Rest,
}

/// A head that was read, as it came.
#[derive(Debug)]
pub(crate) struct Message {
    head: Vec<u8>,
    text: String,
    body: Body,
}

impl Message {
    /// Reads a head, and passes over those that only say that more is to come.
    pub(crate) fn read(from: &mut impl BufRead) -> io::Result<Self> {
        loop {
            let message = Self::read_one(from)?;
            if !message.text.starts_with("HTTP/1.1 100") {
                return Ok(message);
            }
        }
    }

    fn read_one(from: &mut impl BufRead) -> io::Result<Self> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            if from.read_until(b'\n', &mut head)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let text = String::from_utf8_lossy(&head).into_owned();
        let mut message = Self { head, text, body: Body::Length(0) };
        let is_answer = message.text.starts_with("HTTP/");
        let is_empty = is_answer && ["204", "304"].contains(&message.first_words()[1].as_str());
        message.body = match (message.header("content-length"), message.header("transfer-encoding")) {
            _ if is_empty => Body::Length(0),
            (Some(length), _) => Body::Length(length.parse().map_err(io::Error::other)?),
            (None, Some(_)) => Body::Chunked,
            (None, None) if is_answer => Body::Rest,
            (None, None) => Body::Length(0),
        };
        Ok(message)
    }

    pub(crate) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The first two words: of a request its method and target.
    pub(crate) fn first_words(&self) -> [String; 2] {
        let mut words = self.text.split(' ');
        [(); 2].map(|()| words.next().unwrap_or_default().to_owned())
    }

    pub(crate) fn ends_connection(&self) -> bool {
        self.body == Body::Rest || self.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"))
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.text.lines().filter_map(|line| line.split_once(':'));
        lines.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    /// Passes the body on, with one bit of the byte at `spoilt` flipped.
    pub(crate) fn pass_body(
        &self,
        from: &mut impl BufRead,
        to: &mut impl Write,
        spoilt: Option<u64>,
    ) -> io::Result<()> {
        match self.body {
            Body::Length(length) if copy(&mut from.take(length), to, spoilt)? < length => {
                Err(io::ErrorKind::UnexpectedEof.into())
            }
            Body::Length(_) => Ok(()),
            Body::Rest => copy(from, to, spoilt).map(drop),
            Body::Chunked => copy_chunks(from, to, spoilt),
        }
    }
}

/// Copies to the end, and answers how much that was.
fn copy(from: &mut impl Read, to: &mut impl Write, spoilt: Option<u64>) -> io::Result<u64> {
    let (mut buffer, mut at) = (vec![0; 256 << 10], 0);
    loop {
        let count = from.read(&mut buffer).map_err(|error| io::Error::new(io::ErrorKind::UnexpectedEof, error))?;
        let Some(bytes) = buffer.get_mut(..count).filter(|bytes| !bytes.is_empty()) else { return Ok(at) };
        let place = spoilt.and_then(|spoilt| spoilt.checked_sub(at)).and_then(|place| usize::try_from(place).ok());
        if let Some(byte) = place.and_then(|place| bytes.get_mut(place)) {
            *byte ^= 1;
        }
        to.write_all(bytes)?;
        at += u64::try_from(count).unwrap_or(0);
    }
}

/// Chunks, each behind a line with its size; the last is empty. None of these servers sends trailers.
fn copy_chunks(from: &mut impl BufRead, to: &mut impl Write, spoilt: Option<u64>) -> io::Result<()> {
    let mut at = 0;
    loop {
        let mut line = Vec::new();
        from.read_until(b'\n', &mut line)?;
        to.write_all(&line)?;
        let text = String::from_utf8_lossy(&line);
        let size = text.trim().split(';').next().unwrap_or_default();
        let size = u64::from_str_radix(size, 16).map_err(io::Error::other)?;
        let here = spoilt.and_then(|spoilt| spoilt.checked_sub(at));
        copy(&mut from.take(size), to, here.filter(|here| *here < size))?;
        copy(&mut from.take(2), to, None)?;
        at += size;
        if size == 0 {
            return Ok(());
        }
    }
}
