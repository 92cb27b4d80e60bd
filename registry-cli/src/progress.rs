//! Progress on standard error; it hides itself where that is no terminal.

use std::fs::File;
use std::io;

use indicatif::{ProgressBar, ProgressStyle};
use registry_formats::RangeRead;

/// A bar for so many bytes of a file: what happens to them, in four letters, and the name of the file.
pub(crate) fn bar(what: &'static str, name: &str, size: u64) -> ProgressBar {
    styled(ProgressBar::new(size), "[{bar:30}] {bytes}/{total_bytes}", what, name)
}

/// The same where nobody knows how many bytes there will be.
pub(crate) fn count(what: &'static str, name: &str) -> ProgressBar {
    styled(ProgressBar::no_length(), "{bytes}", what, name)
}

fn styled(bar: ProgressBar, amount: &str, what: &'static str, name: &str) -> ProgressBar {
    if let Ok(style) = ProgressStyle::with_template(&format!("{{prefix:4}} {{msg}} {amount} {{bytes_per_sec}}")) {
        bar.set_style(style);
    }
    bar.set_prefix(what);
    bar.set_message(crate::output::safe(name));
    bar
}

/// A file whose reads are shown.
#[derive(Debug)]
pub(crate) struct Watched<'a> {
    pub(crate) file: File,
    pub(crate) bar: &'a ProgressBar,
}

impl RangeRead for Watched<'_> {
    fn size(&self) -> io::Result<u64> {
        self.file.size()
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        RangeRead::read_at(&self.file, offset, buffer)?;
        self.bar.inc(u64::try_from(buffer.len()).unwrap_or(u64::MAX));
        Ok(())
    }
}
