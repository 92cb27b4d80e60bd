//! The grammar of the paths of files, said once more and otherwise than the code says it.

use unicode_normalization::UnicodeNormalization as _;

use crate::grammar::device;

/// A path that is relative, in normal form C, and means one file on every system.
pub(crate) fn file_path(text: &str) -> bool {
    let invisible = |c: char| {
        "\u{61c}\u{200e}\u{200f}\u{feff}".contains(c)
            || ('\u{2028}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    text.len() <= 1024
        && !text.chars().any(|c| c == '\\' || c == ':' || c.is_control() || invisible(c))
        && (text.is_ascii() || text.nfc().eq(text.chars()))
        && text.split('/').all(segment)
}

fn segment(text: &str) -> bool {
    let stem = text.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let names = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    (1..=255).contains(&text.len()) && !text.ends_with(['.', ' ']) && !device(&stem, &names, "123456789¹²³")
}
