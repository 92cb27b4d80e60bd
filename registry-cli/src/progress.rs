//! Progress on standard error; it hides itself where that is no terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar for so many bytes of a file: what happens to them, in four letters, and the name of the file.
pub(crate) fn bar(what: &'static str, name: &str, size: u64) -> ProgressBar {
    let bar = ProgressBar::new(size);
    let template = "{prefix:4} {msg} [{bar:30}] {bytes}/{total_bytes} {bytes_per_sec}";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_prefix(what);
    bar.set_message(crate::output::safe(name));
    bar
}
