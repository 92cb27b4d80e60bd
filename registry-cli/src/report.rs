//! A verdict for people: grouped by bump, biggest first; always the place and old -> new; what fails, and the ways out.

use std::collections::BTreeSet;

use registry_core::bump::RequiredBump;
use registry_core::compat::render::quoted;
use registry_core::compat::{Change, Level, Rule, Verdict};
use registry_core::contract::Pointer;
use serde_json::Value;

use crate::error::CliError;
use crate::output::{ADDS, BREAKS, COMMAND, FINE, Output, QUIET, safe, styled};

/// The most notes and warnings that are shown; JSON has all of them.
const MAX_QUIET_ROWS: usize = 20;

/// The widest column of places; a longer one pushes its row out of line.
const MAX_PLACE: usize = 48;

/// The most versions that are named as compared with, beside the base.
const MAX_COMPARED: usize = 3;

/// What a verdict is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Question {
    /// May it be published under the number? A refusal is an error.
    May,
    /// What would come of it? Any answer is fine.
    WhatIf,
}

/// Prints a verdict.
pub(crate) fn print(verdict: &Verdict, question: Question, out: &mut Output) -> Result<(), CliError> {
    out.line(headline(verdict, question))?;
    let rows = rows(verdict);
    if !rows.is_empty() {
        out.line("")?;
    }
    let rule_width = rows.iter().map(|change| change.rule.id().len()).max().unwrap_or_default();
    let place_width = rows.iter().map(|change| place(&change.path).chars().count()).max().unwrap_or_default();
    let mut quiet = 0;
    for change in &rows {
        quiet += usize::from(!is_loud(change));
        if quiet > MAX_QUIET_ROWS && !is_loud(change) {
            continue;
        }
        print_row(change, rule_width, place_width.min(MAX_PLACE), out)?;
    }
    if quiet > MAX_QUIET_ROWS {
        out.line(format!("  … and {} more; -o json lists them", quiet - MAX_QUIET_ROWS))?;
    }
    if let Some(total) = verdict.changes_total {
        out.line(format!("  … {total} changes in all; the list is cut"))?;
    }
    print_numbers(verdict, out)?;
    print_ways_out(verdict, out)
}

fn headline(verdict: &Verdict, question: Question) -> String {
    let scope = scope(verdict);
    let Some(requested) = &verdict.requested else {
        return format!("{}{scope}", plain_headline(verdict));
    };
    let refusing = verdict.changes.iter().find(|change| change.refuses && is_about_number(change.rule));
    if let Some(change) = refusing {
        let word = if question == Question::May { "error:" } else { "would be refused:" };
        return format!("{} {}{scope}", styled(BREAKS, word), safe(&change.message));
    }
    let reason = match &verdict.base {
        Some(_) => needs(verdict.required_bump),
        None => "there is no lower version to compare it with",
    };
    format!("{} {} is acceptable: {reason}{scope}", styled(FINE, "ok:"), safe(requested))
}

fn plain_headline(verdict: &Verdict) -> String {
    let style = match verdict.required_bump {
        RequiredBump::Major => BREAKS,
        RequiredBump::Minor => ADDS,
        RequiredBump::Patch | RequiredBump::None => FINE,
    };
    styled(style, needs(verdict.required_bump))
}

fn needs(bump: RequiredBump) -> &'static str {
    match bump {
        RequiredBump::Major => "these changes need a major version",
        RequiredBump::Minor => "these changes need a minor version",
        RequiredBump::Patch => "nothing that a caller can see changed; a patch version is enough",
        RequiredBump::None => "nothing changed: the same files, the same contract",
    }
}

/// What it was compared with: one version for each distinct contract, so not every version stands there.
fn scope(verdict: &Verdict) -> String {
    let Some(base) = &verdict.base else { return String::new() };
    let others: Vec<String> =
        verdict.compared_with.iter().filter(|version| *version != base).map(ToString::to_string).collect();
    let (named, more) = others.split_at(others.len().min(MAX_COMPARED));
    let also = match (named.join(", "), more.len()) {
        (named, _) if named.is_empty() => String::new(),
        (named, 0) => format!(", also compared with {named}"),
        (named, more) => format!(", also compared with {named} and {more} more"),
    };
    styled(QUIET, format!("    (base {base}{also})"))
}

/// One row for each change, however many versions it was found against; rules about the number have their own place.
fn rows(verdict: &Verdict) -> Vec<&Change> {
    let mut seen = BTreeSet::new();
    let about_content = verdict.changes.iter().filter(|change| !is_about_number(change.rule));
    about_content
        .filter(|change| seen.insert((change.rule, &change.path, change.old.to_string(), change.new.to_string())))
        .collect()
}

fn is_about_number(rule: Rule) -> bool {
    rule.id().starts_with("version.") || rule == Rule::NothingChanged
}

/// Whether a change counts: denied and above a patch.
fn is_loud(change: &Change) -> bool {
    change.level == Level::Deny && change.required_bump >= RequiredBump::Minor
}

fn print_row(change: &Change, rule_width: usize, place_width: usize, out: &mut Output) -> Result<(), CliError> {
    let (label, style) = match (change.level, change.required_bump) {
        (Level::Allow, _) => ("note", QUIET),
        (Level::Warn, _) => ("warn", ADDS),
        (Level::Deny, RequiredBump::Major) => ("MAJOR", BREAKS),
        (Level::Deny, RequiredBump::Minor) => ("minor", ADDS),
        (Level::Deny, _) => ("patch", QUIET),
    };
    let (rule, place) = (change.rule.id(), place(&change.path));
    let label = styled(style, format!("{label:5}"));
    out.line(format!("  {label}  {rule:rule_width$}  {place:place_width$}  {}", arrow(&change.old, &change.new)))?;
    if !is_loud(change) || change.required_bump != RequiredBump::Major {
        return Ok(());
    }
    out.line(format!("         {}", safe(&change.why)))?;
    if let Some(witness) = &change.witness {
        out.line(format!("         fails now:  {}", safe(&witness.to_string())))?;
    }
    out.line(format!("         way out:    {}", safe(&change.fix)))
}

/// A pointer as people write places: `inputs.image.shape[2]`.
fn place(pointer: &Pointer) -> String {
    let is_index = |segment: &str| !segment.is_empty() && segment.chars().all(|character| character.is_ascii_digit());
    let segments = pointer.segments().enumerate().map(|(depth, segment)| match depth {
        0 => segment,
        _ if is_index(&segment) => format!("[{segment}]"),
        _ => format!(".{segment}"),
    });
    safe(&segments.collect::<String>())
}

fn arrow(old: &Value, new: &Value) -> String {
    let shown = |value: &Value| safe(&quoted(&short_digests(value)));
    match (old, new) {
        (Value::Null, new) => format!("(new) {}", shown(new)),
        (old, Value::Null) => format!("{} -> (gone)", shown(old)),
        (old, new) => format!("{} -> {}", shown(old), shown(new)),
    }
}

/// Twelve digits tell two digests apart on a terminal; JSON has all of them.
fn short_digests(value: &Value) -> Value {
    let Value::String(text) = value else { return value.clone() };
    let mut parts = text.split("sha256:");
    let mut short = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits: String = part.chars().take_while(char::is_ascii_hexdigit).collect();
        let rest = part.strip_prefix(digits.as_str()).unwrap_or_default();
        let kept: String = digits.chars().take(12).collect();
        let cut = if digits.len() > 12 { "…" } else { "" };
        short.extend(["sha256:", &kept, cut, rest]);
    }
    short.into()
}

/// What the rules about the number say, beside the one in the headline.
fn print_numbers(verdict: &Verdict, out: &mut Output) -> Result<(), CliError> {
    let mut numbers = verdict.changes.iter().filter(|change| is_about_number(change.rule));
    let headline = numbers.clone().find(|change| change.refuses).map(|change| change.rule);
    let rest: Vec<&Change> = numbers.by_ref().filter(|change| Some(change.rule) != headline).collect();
    if !rest.is_empty() {
        out.line("")?;
    }
    for change in rest {
        let label = if change.refuses { styled(BREAKS, "also:") } else { styled(QUIET, "note:") };
        out.line(format!("  {label} {} ({})", safe(&change.message), change.rule.id()))?;
    }
    Ok(())
}

fn print_ways_out(verdict: &Verdict, out: &mut Output) -> Result<(), CliError> {
    let refused = verdict.accepted == Some(false);
    if let Some(smallest) = verdict.smallest_acceptable.as_ref().filter(|_| refused) {
        let base_line = verdict.base.as_ref().map(registry_core::version::Version::line);
        let leaves = base_line.is_some_and(|line| line != smallest.line());
        let line = smallest.line();
        let hint = if leaves { format!("    (line {line}, stored under lines/{line})") } else { String::new() };
        out.line("")?;
        out.line(format!("  smallest acceptable version: {}{}", styled(FINE, smallest), styled(QUIET, hint)))?;
    }
    let number = verdict.changes.iter().find(|change| change.refuses && is_about_number(change.rule));
    if let Some(change) = number.filter(|change| change.rule != Rule::VersionTooSmall) {
        out.line("")?;
        out.line(format!("  why:      {}", safe(&change.why)))?;
        out.line(format!("  way out:  {}", safe(&change.fix)))?;
    }
    let explained = rows(verdict).into_iter().find(|change| change.required_bump == RequiredBump::Major);
    if let Some(change) = explained.or(number) {
        out.line("")?;
        let command = styled(COMMAND, format!("registry explain {}", change.rule.id()));
        out.line(format!("help:  {command}"))?;
    }
    Ok(())
}
