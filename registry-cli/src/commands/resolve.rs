//! `registry resolve`: the one version that a selector means, in a list of versions.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;

use registry_core::digest::Digest;
use registry_core::name::ChannelName;
use registry_core::range::PreReleases;
use registry_core::resolve::{
    ChannelHead, Fallback, IndexEntry, Resolution, ResolveError, ResolveOptions, VersionIndex, resolve,
};
use registry_core::selector::Selector;
use registry_core::state::VersionState;
use registry_core::version::Version;
use serde::Deserialize;
use serde_json::json;

use crate::args::{Format, Resolve};
use crate::error::CliError;
use crate::output::{Output, notice};

/// A list of versions as JSON.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VersionList {
    versions: Vec<ListedVersion>,
    #[serde(default)]
    channels: BTreeMap<ChannelName, Version>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListedVersion {
    version: Version,
    #[serde(default)]
    state: VersionState,
    #[serde(default)]
    digest: Option<Digest>,
    #[serde(default)]
    reason: Option<String>,
}

pub(super) fn run(args: &Resolve, out: &mut Output) -> Result<ExitCode, CliError> {
    let selector: Selector =
        args.selector.parse().map_err(|error| CliError::Resolve(ResolveError::InvalidSelector(error)))?;
    let list =
        parse(&read(&args.versions)?).map_err(|reason| CliError::Content { path: args.versions.clone(), reason })?;
    let options = ResolveOptions {
        fallback: if args.fallback_latest { Fallback::Latest } else { Fallback::Error },
        prereleases: if args.prereleases { PreReleases::Include } else { PreReleases::Named },
    };
    let resolution = resolve(&index(list), &selector, options).map_err(CliError::Resolve)?;
    print(&resolution, args.output, out)?;
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> Result<String, CliError> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().read_to_string(&mut text).map(drop)
    } else {
        std::fs::read_to_string(path).map(|content| text = content)
    };
    read.map(|()| text).map_err(|source| CliError::Read { path: path.to_owned(), source })
}

/// JSON, or text with one version a line.
fn parse(text: &str) -> Result<VersionList, String> {
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(text).map_err(|error| error.to_string());
    }
    let mut versions = Vec::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line): &(u64, &str)| !line.trim().is_empty()) {
        let version = line.trim().parse().map_err(|error| format!("line {number}: {error}"))?;
        versions.push(ListedVersion { version, state: VersionState::Active, digest: None, reason: None });
    }
    Ok(VersionList { versions, channels: BTreeMap::new() })
}

fn index(list: VersionList) -> VersionIndex {
    let entry = |listed: ListedVersion| IndexEntry {
        // A plain list has no manifests; a digest that no manifest has keeps the entries apart.
        digest: listed.digest.unwrap_or_else(|| Digest::of(listed.version.to_string().as_bytes())),
        version: listed.version,
        state: listed.state,
        reason: listed.reason,
    };
    let head = |version| ChannelHead { version: Some(version), revision: 1 };
    let channels = list.channels.into_iter().map(|(name, version)| (name, head(version))).collect();
    VersionIndex::new(list.versions.into_iter().map(entry).collect(), channels)
}

fn print(resolution: &Resolution, format: Format, out: &mut Output) -> Result<(), CliError> {
    if format == Format::Json {
        return out.json(&json!({
            "version": resolution.version,
            "state": resolution.state,
            "why": resolution.why,
            "warnings": resolution.warnings,
            "fallback": resolution.fallback.is_some(),
            "fallback_reason": resolution.fallback.as_ref().map(ToString::to_string),
        }));
    }
    if let Some(reason) = &resolution.fallback {
        notice(format_args!("fell back to the latest version: {reason}"));
    }
    for warning in &resolution.warnings {
        notice(warning);
    }
    out.line(&resolution.version)
}
