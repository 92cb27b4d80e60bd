//! `registry admin`: checks of the registry itself.

use std::collections::BTreeSet;
use std::process::ExitCode;

use registry_client::types::{FsckReport, Nothing};
use serde_json::json;

use crate::args::{AdminCommand, Format};
use crate::client::Patience;
use crate::client::context::Target;
use crate::error::{CliError, Code};
use crate::output::{BREAKS, FINE, Output, safe, styled};

pub(super) fn run(command: &AdminCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let AdminCommand::Fsck { deep, output } = command;
    let report = target.client()?.post_patiently(Patience::Endless, async |api, key| {
        api.check_registry().deep(*deep).idempotency_key(key).body(Nothing {}).send().await
    })?;
    match output {
        Format::Json => out.json(&json!(*report))?,
        Format::Table => print(&report, *deep, out)?,
    }
    Ok(if report.clean { ExitCode::SUCCESS } else { Code::Integrity.into() })
}

fn print(report: &FsckReport, deep: bool, out: &mut Output) -> Result<(), CliError> {
    let word = if report.clean { styled(FINE, "clean:") } else { styled(BREAKS, "not clean:") };
    let how = if deep { "every byte read" } else { "sizes only; --deep reads every byte" };
    let (versions, blobs) = (report.checked_versions, report.checked_blobs);
    out.line(format!("{word} {versions} versions, {blobs} blobs checked, {how}"))?;
    let found = [
        ("missing", &report.missing),
        ("wrong size", &report.wrong_size),
        ("wrong digest", &report.wrong_digest),
        ("unreadable", &report.unreadable),
        ("orphans", &report.orphans),
        ("leftovers", &report.leftovers),
    ];
    for (kind, entries) in found {
        for entry in entries {
            out.line(format!("  {kind}  {}", safe(entry)))?;
        }
    }
    let mut versions = BTreeSet::new();
    for file in &report.affected {
        out.line(format!("  affected  {}, {}", safe(&file.version), safe(&file.path)))?;
        versions.insert(file.version.as_str());
    }
    for (model, version) in versions.iter().filter_map(|version| version.split_once('@')) {
        let again = format!("registry publish --model {} --version {} FILES", safe(model), safe(version));
        out.line(format!("to repair it, publish the same files again: {again}"))?;
    }
    Ok(())
}
