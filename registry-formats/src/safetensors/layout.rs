//! Where the tensors of one file lie: one behind the other, without holes, from the end of the header to the end of
//! the file, each as long as its type and shape say.

use super::header::{Info, Row};
use crate::bundle::NamedFile;
use crate::error::FormatError;
use crate::json::{Quoted, Span};

/// Checks all tensors of a file against each other and against its size.
pub(super) fn check(file: NamedFile<'_>, header: Span, rows: &mut [Row]) -> Result<(), FormatError> {
    check_names(file, rows)?;
    rows.sort_by_key(|row| row.info.data_offsets);
    let mut next = 0;
    for row in &*rows {
        let (begin, end) = row.info.data_offsets;
        if begin != next {
            let what = if begin < next { "an overlap" } else { "a hole" };
            let found = format!("{what}: {begin}");
            return Err(file.malformed(row.at, format!("tensor {} to begin at {next}", Quoted(&row.name)), found));
        }
        check_length(&row.info).map_err(|(expected, found)| {
            file.malformed(row.at, format!("tensor {} to {expected}", Quoted(&row.name)), found)
        })?;
        next = end;
    }
    check_end(file, header, next)
}

/// Every name once. Rows come out sorted by name.
fn check_names(file: NamedFile<'_>, rows: &mut [Row]) -> Result<(), FormatError> {
    rows.sort_by(|a, b| (&a.name, a.at).cmp(&(&b.name, b.at)));
    let twice = rows.windows(2).find_map(|pair| match pair {
        [first, second] if first.name == second.name => Some(second),
        _ => None,
    });
    match twice {
        None => Ok(()),
        Some(row) => {
            Err(file.malformed(row.at, "every tensor name once", format!("{} a second time", Quoted(&row.name))))
        }
    }
}

/// The length that type and shape ask for is the length that the offsets give.
fn check_length(info: &Info) -> Result<(), (String, String)> {
    let (begin, end) = info.data_offsets;
    let Some(length) = end.checked_sub(begin) else {
        return Err(("end behind its begin".to_owned(), format!("{begin} to {end}")));
    };
    let (dtype, bits) = info.element.dtype();
    let elements = info.shape.iter().try_fold(1_u64, |product, size| product.checked_mul(*size));
    let Some(bits) = elements.and_then(|elements| elements.checked_mul(bits)) else {
        return Err(("have fewer than 2^64 bits".to_owned(), "a shape that is larger".to_owned()));
    };
    if bits % 8 != 0 {
        return Err(("end with a whole byte".to_owned(), format!("{bits} bits of {dtype}")));
    }
    if bits / 8 != length {
        return Err((format!("have the {} bytes of its type and shape", bits / 8), format!("{length} bytes")));
    }
    Ok(())
}

/// The tensors end where the file ends.
fn check_end(file: NamedFile<'_>, header: Span, length: u64) -> Result<(), FormatError> {
    let size = file.size()?;
    let end = header.start.saturating_add(header.length).saturating_add(length);
    if end == size {
        return Ok(());
    }
    let found = if size < end { "the end of the file".to_owned() } else { format!("{} more bytes", size - end) };
    Err(file.malformed(size.min(end), format!("the tensors to end with the file, at {end}"), found))
}
