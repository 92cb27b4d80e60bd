//! The only place that prints: data on standard output, talk on standard error.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use crate::client::advice;
use crate::client::problem::Problem;
use crate::error::{CliError, Code};

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
        self.line(safe_json(&text))
    }

    /// A value as JSON on one line.
    pub(crate) fn json_line(&mut self, value: &impl Serialize) -> Result<(), CliError> {
        let text = serde_json::to_string(value).map_err(io::Error::other)?;
        self.line(safe_json(&text))
    }

    /// Rows in columns under their titles; nothing but the titles when there is no row.
    pub(crate) fn table(&mut self, titles: &[&str], rows: &[Vec<String>]) -> Result<(), CliError> {
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
            cells.chain(titles.get(column).map(|title| title.chars().count())).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..titles.len()).map(width).collect();
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            let padded = cells.zip(&widths).map(|(cell, &width)| format!("{cell:width$}"));
            padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        self.line(styled(QUIET, line(&mut titles.iter().copied())))?;
        for row in rows {
            self.line(line(&mut row.iter().map(String::as_str)))?;
        }
        Ok(())
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
    escape(text, |character| Some(character.escape_unicode().to_string()))
}

/// JSON made safe for a terminal, and the same JSON: but for the ends of lines, what a terminal obeys can only stand
/// inside a text, where there is an escape for it.
fn safe_json(text: &str) -> String {
    escape(text, |character| (character != '\n').then(|| format!("\\u{:04x}", u32::from(character))))
}

/// Replaces the characters that a terminal obeys; where there is nothing to put in place of one, it stays.
fn escape(text: &str, replace: impl Fn(char) -> Option<String>) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        let replacement = if is_obeyed(character) { replace(character) } else { None };
        match replacement {
            Some(replacement) => escaped.push_str(&replacement),
            None => escaped.push(character),
        }
    }
    escaped
}

fn is_obeyed(character: char) -> bool {
    character.is_control() || is_bidi_control(character)
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
    talk(format_args!("{} {}", styled(BREAKS, "error:"), safe(error.to_string().trim_end())));
    match error {
        CliError::Problem(problem) => more_of(problem),
        CliError::Integrity { .. } => help(
            "fetch it again; if it comes the same again, it is damaged where the server keeps it: `registry admin fsck --deep` \
             marks it, and publishing the same file again replaces it",
        ),
        CliError::TokenMissing { .. } | CliError::TokenRefused { .. } => help("registry login --token-file FILE"),
        _ => {}
    }
    error.code().into()
}

/// What a problem says beside its one line: single faults, unless they are that line, and what to do.
fn more_of(problem: &Problem) {
    let advice = advice::help(problem);
    for fault in problem.said.errors.iter().filter(|fault| !problem.said.detail.contains(&fault.reason)) {
        // What the server advises is said in our own words where we have some.
        let hint = fault.hint.as_ref().filter(|_| advice.is_none());
        let hint = hint.map(|hint| format!("; {hint}")).unwrap_or_default();
        talk(safe(&format!("  {}: {}{hint}", fault.place, fault.reason)));
    }
    if let Some(advice) = advice {
        help(&advice);
    }
    if let Some(wait) = problem.retry_after {
        help(&format!("the server asks to wait {} s before the next attempt", wait.as_secs()));
    }
    if problem.exit_code() == Code::Unexpected && !problem.said.request_id.is_empty() {
        help(&format!("the server's log has more under request {}", problem.said.request_id));
    }
}

/// Prints what to do about an error.
pub(crate) fn help(text: &str) {
    talk(format_args!("help:  {}", styled(COMMAND, safe(text))));
}

/// Asks on a terminal; without one only `yes` goes on.
pub(crate) fn confirm(question: &str, yes: bool) -> Result<(), CliError> {
    use std::io::{BufRead as _, IsTerminal as _};
    if yes {
        return Ok(());
    }
    if !io::stdin().is_terminal() {
        return Err(CliError::Argument("nobody is there to be asked; say --yes".to_owned()));
    }
    drop(write!(anstream::stderr(), "{question} [y/N] "));
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).map_err(CliError::Write)?;
    if matches!(answer.trim(), "y" | "Y" | "yes") { Ok(()) } else { Err(CliError::Declined) }
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
    // The parser repeats an argument as it is. One that a terminal would obey costs the answer its colours.
    if std::env::args_os().any(|argument| argument.to_string_lossy().contains(is_obeyed)) {
        answer.render().to_string().lines().for_each(|line| talk(safe(line)));
    } else {
        drop(answer.print());
    }
    if let Some(meant) = meant(answer) {
        help(meant);
    }
    if answer.use_stderr() { Code::Invalid.into() } else { ExitCode::SUCCESS }
}

/// The command that an unknown one is another name of. Only the first word: the commands below it have help enough.
fn meant(answer: &clap::Error) -> Option<&'static str> {
    let word = std::env::args_os().nth(1)?.into_string().ok()?;
    (answer.kind() == clap::error::ErrorKind::InvalidSubcommand).then(|| crate::args::meant_by(&word))?
}
