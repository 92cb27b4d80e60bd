//! `registry admin`: checks of the registry itself.

use std::collections::BTreeSet;
use std::process::ExitCode;

use serde_json::{Value, json};
use ureq::http::Method;

use super::list::text;
use crate::args::{AdminCommand, Format};
use crate::client::context::Target;
use crate::client::{Headers, Patience};
use crate::error::{CliError, Code};
use crate::output::{BREAKS, FINE, Output, safe, styled};

pub(super) fn run(command: &AdminCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let AdminCommand::Fsck { deep, output } = command;
    let query = if *deep { "?deep=true" } else { "" };
    let path = format!("/api/v1/admin/fsck{query}");
    let (call, body) = ((&Method::POST, path.as_str()), json!({}));
    let report = target.client()?.send_patiently(call, Some(&body), &Headers::default(), Patience::Endless)?.value;
    match output {
        Format::Json => out.json(&report)?,
        Format::Table => print(&report, *deep, out)?,
    }
    Ok(if report["clean"] == Value::Bool(true) { ExitCode::SUCCESS } else { Code::Integrity.into() })
}

fn print(report: &Value, deep: bool, out: &mut Output) -> Result<(), CliError> {
    let word = if report["clean"] == Value::Bool(true) { styled(FINE, "clean:") } else { styled(BREAKS, "not clean:") };
    let how = if deep { "every byte read" } else { "sizes only; --deep reads every byte" };
    let (versions, blobs) = (&report["checked_versions"], &report["checked_blobs"]);
    out.line(format!("{word} {versions} versions, {blobs} blobs checked, {how}"))?;
    for kind in ["missing", "wrong_size", "wrong_digest", "orphans", "leftovers"] {
        for entry in report[kind].as_array().into_iter().flatten() {
            let shown = entry.as_str().map_or_else(|| entry.to_string(), str::to_owned);
            out.line(format!("  {}  {}", kind.replace('_', " "), safe(&shown)))?;
        }
    }
    let mut versions = BTreeSet::new();
    for file in report["affected"].as_array().into_iter().flatten() {
        let (version, path) = (text(file, "version"), text(file, "path"));
        out.line(format!("  affected  {}, {}", safe(&version), safe(&path)))?;
        versions.insert(version);
    }
    for (model, version) in versions.iter().filter_map(|version| version.split_once('@')) {
        let again = format!("registry publish --model {} --version {} FILES", safe(model), safe(version));
        out.line(format!("to repair it, publish the same files again: {again}"))?;
    }
    Ok(())
}
