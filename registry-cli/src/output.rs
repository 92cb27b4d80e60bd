//! The only place that prints: data on standard output, talk on standard error.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use crate::error::CliError;

/// Bold red, for what breaks.
pub(crate) const BREAKS: Style = AnsiColor::Red.on_default().bold();
/// Yellow, for what adds.
pub(crate) const ADDS: Style = AnsiColor::Yellow.on_default();
/// Green, for what is fine.
pub(crate) const FINE: Style = AnsiColor::Green.on_default().bold();
/// Dimmed, for what may be passed over.
pub(crate) const QUIET: Style = Style::new().dimmed();
/// Cyan, for what can be typed.
pub(crate) const COMMAND: Style = AnsiColor::Cyan.on_default();

/// Standard output; colours disappear where nobody sees them.
pub(crate) struct Output {
    stdout: anstream::AutoStream<io::StdoutLock<'static>>,
}

impl Output {
    pub(crate) fn stdout() -> Self {
        Self { stdout: anstream::AutoStream::auto(io::stdout().lock()) }
    }

    pub(crate) fn line(&mut self, text: impl Display) -> Result<(), CliError> {
        writeln!(self.stdout, "{text}").map_err(CliError::Write)
    }

    /// A value as JSON, indented, as the API answers it.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> Result<(), CliError> {
        let text = serde_json::to_string_pretty(value).map_err(io::Error::other)?;
        self.line(text)
    }

    /// Bytes as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), CliError> {
        self.stdout.write_all(bytes).map_err(CliError::Write)
    }
}

/// A styled piece of text.
pub(crate) fn styled(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// Text out of a file, made safe for a terminal: control characters are shown, not obeyed.
pub(crate) fn safe(text: &str) -> String {
    text.chars()
        .flat_map(|character| {
            let shown: Vec<char> = if character.is_control() || is_bidi_control(character) {
                character.escape_unicode().collect()
            } else {
                vec![character]
            };
            shown
        })
        .collect()
}

/// Characters that reorder the line they stand in.
fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// Prints a failed command and gives its exit code.
pub(crate) fn failure(error: &CliError) -> ExitCode {
    if error.is_closed_pipe() {
        return ExitCode::SUCCESS;
    }
    talk(format_args!("{} {}", styled(BREAKS, "error:"), safe(&error.to_string())));
    error.code().into()
}

/// Prints what a user should know and is no data.
pub(crate) fn notice(text: impl Display) {
    talk(format_args!("{} {}", styled(QUIET, "note:"), safe(&text.to_string())));
}

fn talk(text: impl Display) {
    // When standard error is closed there is nobody left to tell.
    drop(writeln!(anstream::stderr(), "{text}"));
}

/// Prints what the argument parser answers: help, the version, or a usage error.
pub(crate) fn usage(answer: &clap::Error) -> ExitCode {
    drop(answer.print());
    if answer.use_stderr() { crate::error::Code::Invalid.into() } else { ExitCode::SUCCESS }
}
