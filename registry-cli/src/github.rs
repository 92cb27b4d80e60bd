//! A verdict as annotations of a pull request. Format: the workflow commands `::error`, `::warning` and `::notice` of
//! GitHub Actions.

use std::path::Path;

use registry_core::bump::RequiredBump;
use registry_core::compat::{Change, Level, Verdict};

use crate::error::CliError;
use crate::output::{Output, safe};

/// Prints one annotation for each change, on the file that was judged.
pub(crate) fn print(verdict: &Verdict, file: &Path, out: &mut Output) -> Result<(), CliError> {
    let file = property(&file.display().to_string());
    for change in &verdict.changes {
        let title = property(&format!("registry: {}", change.rule.id()));
        let message = message(&format!("{}: {}; {}", change.message, change.why, change.fix));
        out.line(format!("::{} file={file},title={title}::{message}", kind(change)))?;
    }
    let smallest = verdict.smallest_acceptable.as_ref();
    if let (Some(false), Some(smallest)) = (verdict.accepted, smallest) {
        out.line(format!("::notice file={file},title=registry::smallest acceptable version: {smallest}"))?;
    }
    Ok(())
}

fn kind(change: &Change) -> &'static str {
    match (change.refuses, change.level, change.required_bump) {
        (true, _, _) => "error",
        (_, Level::Deny, RequiredBump::Major) | (_, Level::Warn, _) => "warning",
        _ => "notice",
    }
}

/// Escapes what would end the message or start another command, and what a terminal would obey.
fn message(text: &str) -> String {
    safe(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"))
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
