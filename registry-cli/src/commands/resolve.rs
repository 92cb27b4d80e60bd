//! `registry resolve`: the one version that a reference means, on a server or in a list of versions.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use registry_core::digest::Digest;
use registry_core::name::ChannelName;
use registry_core::range::PreReleases;
use registry_core::reference::Reference;
use registry_core::resolve::{
    ChannelHead, Fallback, IndexEntry, Resolution, ResolveError, ResolveOptions, VersionIndex, resolve,
};
use registry_core::selector::Selector;
use registry_core::state::VersionState;
use registry_core::version::Version;
use serde::Deserialize;
use serde_json::json;

use crate::args::{Format, Resolve};
use crate::client::context::Target;
use crate::client::reference::about;
use crate::error::CliError;
use crate::files::read_text;
use crate::output::{Output, notice};
use crate::parse;

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

pub(super) fn run(args: &Resolve, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    match &args.versions {
        Some(list) => resolve_in(list, args, out)?,
        None => ask(args, target, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn ask(args: &Resolve, target: &Target, out: &mut Output) -> Result<(), CliError> {
    let reference: Reference = args.reference.parse().map_err(|error| CliError::Argument(format!("{error}")))?;
    let selector = reference.selector_or_latest().to_string();
    let found = target.client()?.get(async |api| {
        let mut request = about!(api.resolve_version(), reference).ref_(&selector);
        if args.fallback_latest {
            request = request.fallback("latest");
        }
        if args.prereleases {
            request = request.prerelease("include");
        }
        request.send().await
    })?;
    if args.output == Format::Json {
        return out.json(&json!(*found));
    }
    for warning in &found.warnings {
        let reason = warning.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
        notice(format_args!("the version is {}{reason}", warning.code));
    }
    if found.fallback {
        let reason = found.fallback_reason.as_ref().map(|reason| reason.detail.as_str()).unwrap_or_default();
        notice(format_args!("fell back to the latest version: {reason}"));
    }
    out.line(format!("{}  {}", found.version, found.digest))
}

fn resolve_in(list: &Path, args: &Resolve, out: &mut Output) -> Result<(), CliError> {
    let selector: Selector =
        args.reference.parse().map_err(|error| CliError::Resolve(ResolveError::InvalidSelector(error)))?;
    let versions = read_list(list, &read_text(list)?)?;
    let options = ResolveOptions {
        fallback: if args.fallback_latest { Fallback::Latest } else { Fallback::Error },
        prereleases: if args.prereleases { PreReleases::Include } else { PreReleases::Named },
    };
    let resolution = resolve(&index(versions), &selector, options).map_err(CliError::Resolve)?;
    print(&resolution, args.output, out)
}

/// JSON, or text with one version a line.
fn read_list(path: &Path, text: &str) -> Result<VersionList, CliError> {
    if text.trim_start().starts_with('{') {
        return parse::json(path, text, "a list of versions");
    }
    let mut versions = Vec::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line): &(u64, &str)| !line.trim().is_empty()) {
        let refused = |error| CliError::Content { path: path.to_owned(), reason: format!("line {number}: {error}") };
        let version = line.trim().parse::<Version>().map_err(refused)?;
        versions.push(ListedVersion { version, state: VersionState::Active, digest: None, reason: None });
    }
    Ok(VersionList { versions, channels: BTreeMap::new() })
}

fn index(list: VersionList) -> VersionIndex {
    let entry = |(ordinal, listed): (u64, ListedVersion)| IndexEntry {
        // A plain list has no manifests; a digest that no manifest has keeps the entries apart.
        digest: listed.digest.unwrap_or_else(|| Digest::of(listed.version.to_string().as_bytes())),
        version: listed.version,
        state: listed.state,
        ordinal,
        reason: listed.reason,
    };
    let head = |version| ChannelHead { version: Some(version), revision: 1 };
    let channels = list.channels.into_iter().map(|(name, version)| (name, head(version))).collect();
    VersionIndex::new((1..).zip(list.versions).map(entry).collect(), channels)
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
