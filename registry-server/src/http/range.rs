//! The `Range` header: one range of bytes, as RFC 9110 section 14 has it.

use std::ops::Range;

use crate::service::{Code, Failure};

/// What a request wants of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// All of it. Several ranges at once get that, too: nobody who asks for a file needs a multipart answer.
    Whole,
    /// These bytes.
    Part(Range<u64>),
}

/// Reads the header for a file of `size` bytes. Units that nobody knows are passed over, as the RFC asks.
pub(crate) fn wanted(header: Option<&str>, size: u64) -> Result<Wanted, Failure> {
    let Some(header) = header else { return Ok(Wanted::Whole) };
    let Some((unit, ranges)) = header.split_once('=') else { return Err(malformed(header)) };
    if !unit.trim().eq_ignore_ascii_case("bytes") || ranges.contains(',') {
        return Ok(Wanted::Whole);
    }
    let (first, last) = ranges.trim().split_once('-').ok_or_else(|| malformed(header))?;
    let number = |text: &str| match text.trim() {
        "" => Ok(None),
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => Ok(Some(digits.parse().unwrap_or(u64::MAX))),
        _ => Err(malformed(header)),
    };
    let part = match (number(first)?, number(last)?) {
        (Some(first), Some(last)) if first > last => return Err(malformed(header)),
        (Some(first), last) => first..last.map_or(size, |last| last.saturating_add(1).min(size)),
        (None, Some(suffix)) => size.saturating_sub(suffix)..size,
        (None, None) => return Err(malformed(header)),
    };
    if part.start >= size || part.is_empty() {
        let detail = format!("`{header}` lies outside of the file, which has {size} bytes");
        return Err(Failure::new(Code::RangeNotSatisfiable, detail).with_detail("size", size));
    }
    Ok(Wanted::Part(part))
}

fn malformed(header: &str) -> Failure {
    let shown: String = header.chars().take(100).flat_map(char::escape_default).collect();
    let detail = format!("`Range: {shown}` is no range; write `bytes=0-499`, `bytes=500-` or `bytes=-500`");
    Failure::new(Code::InvalidHeader, detail).with_detail("header", "range")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(header: &str) -> Result<Range<u64>, Code> {
        match wanted(Some(header), 1000) {
            Ok(Wanted::Part(part)) => Ok(part),
            Ok(Wanted::Whole) => Ok(0..1000),
            Err(failure) => Err(failure.code),
        }
    }

    #[test]
    fn one_range_is_served() {
        assert_eq!(part("bytes=0-0"), Ok(0..1));
        assert_eq!(part("bytes=0-499"), Ok(0..500));
        assert_eq!(part("bytes=500-"), Ok(500..1000));
        assert_eq!(part("Bytes = 500-99999"), Ok(500..1000));
        assert_eq!(part("bytes=-1"), Ok(999..1000));
        assert_eq!(part("bytes=-5000"), Ok(0..1000));
        assert_eq!(part("bytes=5-99999999999999999999999"), Ok(5..1000));
    }

    #[test]
    fn several_ranges_and_other_units_get_the_whole() {
        assert_eq!(part("bytes=0-1,5-6"), Ok(0..1000));
        assert_eq!(part("lines=1-2"), Ok(0..1000));
        assert_eq!(wanted(None, 0).unwrap(), Wanted::Whole);
    }

    #[test]
    fn what_lies_outside_cannot_be_satisfied() {
        for header in ["bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=99999999999999999999999-"] {
            assert_eq!(part(header), Err(Code::RangeNotSatisfiable), "{header}");
        }
        assert_eq!(wanted(Some("bytes=0-"), 0).unwrap_err().code, Code::RangeNotSatisfiable);
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for header in ["bytes", "bytes=", "bytes=-", "bytes=5-4", "bytes=a-b", "bytes=+1-2", "bytes=1"] {
            assert_eq!(part(header), Err(Code::InvalidHeader), "{header}");
        }
    }
}
