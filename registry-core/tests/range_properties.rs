//! Ranges against another implementation of node-semver, the index against a plain scan, and round trips.
//!
//! Differences from node-semver that the texts here leave out: a bare full triple is an exact selector, and `||` is
//! refused.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use registry_core::digest::Digest;
use registry_core::range::{PreReleases, Range};
use registry_core::resolve::{IndexEntry, ResolveOptions, VersionIndex, resolve};
use registry_core::selector::Selector;
use registry_core::state::VersionState;

const IDENTIFIERS: [&str; 9] = ["0", "1", "rc.1", "rc.2", "rc.10", "alpha", "alpha.1", "x-1", "a-b.0"];

fn numbers() -> impl Strategy<Value = (u64, u64, u64)> {
    (0..3_u64, 0..4_u64, 0..4_u64)
}

fn suffix() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        2 => proptest::sample::select(&IDENTIFIERS[..]).prop_map(|pre| format!("-{pre}")),
    ]
}

fn version_text() -> impl Strategy<Value = String> {
    (numbers(), suffix()).prop_map(|((major, minor, patch), suffix)| format!("{major}.{minor}.{patch}{suffix}"))
}

fn partial_text() -> impl Strategy<Value = String> {
    numbers().prop_flat_map(|(major, minor, _)| {
        proptest::sample::select(vec![
            format!("{major}"),
            format!("{major}.{minor}"),
            format!("{major}.x"),
            format!("{major}.*"),
            format!("{major}.{minor}.x"),
            format!("{major}.{minor}.*"),
        ])
    })
}

fn comparator_text() -> impl Strategy<Value = String> {
    let operator = || proptest::sample::select(vec!["^", "~", ">", ">=", "<", "<=", "="]);
    let gap = || proptest::sample::select(vec!["", " "]);
    prop_oneof![
        4 => (operator(), gap(), version_text()).prop_map(|(operator, gap, number)| format!("{operator}{gap}{number}")),
        3 => (operator(), gap(), partial_text()).prop_map(|(operator, gap, number)| format!("{operator}{gap}{number}")),
        2 => partial_text(),
    ]
}

/// Comparators joined by a separator that we read; `None` is a comma.
fn range_text() -> impl Strategy<Value = String> {
    let joined = (proptest::collection::vec(comparator_text(), 1..4), any::<bool>())
        .prop_map(|(comparators, comma)| comparators.join(if comma { ", " } else { " " }));
    prop_oneof![20 => joined, 1 => Just("*".to_owned())]
}

/// npm has no commas: it joins with spaces.
fn node(range: &str) -> nodejs_semver::Range {
    nodejs_semver::Range::parse(range.replace(',', " ")).unwrap()
}

/// Where the crate differs from npm: it reads contradicting bounds as alternatives, and `<2` as `<2.0.0`, so that
/// `2.0.0-rc.1` satisfies `^2.0.0-rc.1 <2`, which is empty.
fn crate_strays(ours: &Range, theirs: &nodejs_semver::Range, version: &str) -> bool {
    theirs.to_string().contains("||") || (ours.is_empty() && version.contains('-'))
}

/// Compares one answer of ours with the crate's.
fn compare(text: &str, version: &str, prereleases: PreReleases) -> Result<(), TestCaseError> {
    let (range, theirs) = (text.parse::<Range>().unwrap(), node(text));
    let ours = range.matches(&version.parse().unwrap(), prereleases);
    if crate_strays(&range, &theirs, version) {
        prop_assert!(!ours, "{} has contradicting bounds", text);
    } else {
        let include = prereleases == PreReleases::Include;
        let expected = theirs.satisfies_with_prerelease(&version.parse().unwrap(), include);
        prop_assert_eq!(ours, expected, "{} and {}", text, version);
    }
    Ok(())
}

fn entries(versions: &[String], states: &[VersionState]) -> Vec<IndexEntry> {
    let entry = |(text, state): (&String, &VersionState)| IndexEntry {
        version: text.parse().unwrap(),
        state: *state,
        digest: Digest::of(text.as_bytes()),
        ordinal: 1,
        reason: None,
    };
    let mut entries: Vec<_> = versions.iter().zip(states.iter().cycle()).map(entry).collect();
    entries.sort_by(|a, b| a.version.cmp(&b.version));
    entries.dedup_by(|a, b| a.version == b.version);
    entries
}

fn states() -> impl Strategy<Value = Vec<VersionState>> {
    let state = proptest::sample::select(vec![
        VersionState::Active,
        VersionState::Active,
        VersionState::Deprecated,
        VersionState::Yanked,
        VersionState::Disabled,
        VersionState::Deleted,
    ]);
    proptest::collection::vec(state, 1..12)
}

fn prereleases() -> impl Strategy<Value = PreReleases> {
    proptest::sample::select(vec![PreReleases::Named, PreReleases::Include])
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct NodeAnswers {
    source: String,
    versions: Vec<String>,
    rows: Vec<NodeRow>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct NodeRow {
    range: String,
    named: Vec<String>,
    include: Vec<String>,
}

/// What npm's own implementation answers, with and without `includePrerelease`.
#[test]
fn ranges_match_what_npm_recorded() {
    let answers: NodeAnswers = serde_json::from_str(include_str!("cases/node_ranges.json")).unwrap();
    assert_eq!(answers.source, "node-semver 7.8.5");
    assert_eq!(answers.rows.len(), 40);
    for row in answers.rows {
        let range: Range = row.range.parse().unwrap();
        let matching = |prereleases| {
            let matches = |text: &&String| range.matches(&text.parse().unwrap(), prereleases);
            answers.versions.iter().filter(matches).cloned().collect::<Vec<_>>()
        };
        assert_eq!(matching(PreReleases::Named), row.named, "{}", row.range);
        assert_eq!(matching(PreReleases::Include), row.include, "{} with pre-releases", row.range);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn ranges_match_what_node_matches(text in range_text(), version in version_text()) {
        compare(&text, &version, PreReleases::Named)?;
    }

    /// Where all numbers are full: npm starts a partial one at `-0` when pre-releases are included, the crate does
    /// not. `cases/node_ranges.json` has npm's own answers for those.
    #[test]
    fn included_prereleases_match_what_node_matches(
        operator in proptest::sample::select(vec!["^", "~", ">", ">=", "<", "<=", "="]),
        number in version_text(),
        other in version_text(),
        version in version_text(),
    ) {
        compare(&format!("{operator}{number} >={other}"), &version, PreReleases::Include)?;
    }

    #[test]
    fn an_empty_range_matches_nothing(text in range_text(), version in version_text(), mode in prereleases()) {
        let range: Range = text.parse().unwrap();
        prop_assert!(!(range.is_empty() && range.matches(&version.parse().unwrap(), mode)));
    }

    #[test]
    fn the_index_finds_what_a_scan_finds(
        text in range_text(),
        versions in proptest::collection::vec(version_text(), 0..40),
        states in states(),
        prereleases in prereleases(),
    ) {
        let selector = text.parse::<Range>().map(Selector::Range).unwrap();
        let Selector::Range(range) = &selector else { unreachable!() };
        let entries = entries(&versions, &states);
        let matching: Vec<_> = entries
            .iter()
            .filter(|entry| entry.state.is_live() && range.matches(&entry.version, prereleases))
            .map(|entry| entry.version.clone())
            .collect();
        let index = VersionIndex::new(entries, BTreeMap::new());
        let options = ResolveOptions { prereleases, ..ResolveOptions::default() };
        match resolve(&index, &selector, options) {
            Ok(answer) => {
                prop_assert_eq!(Some(&answer.version), matching.last());
                prop_assert_eq!(answer.why.candidates, matching.len());
            }
            Err(error) => {
                prop_assert!(matching.is_empty());
                prop_assert_eq!(error.code(), "no-match");
            }
        }
    }

    #[test]
    fn selectors_come_out_as_they_went_in(
        text in prop_oneof![
            range_text(),
            version_text(),
            version_text().prop_map(|version| format!("={version}+cu12")),
            "[a-z][a-z0-9-]{0,62}",
            Just("latest".to_owned()),
            any::<[u8; 32]>().prop_map(|bytes| Digest::from_bytes(bytes).to_string()),
        ],
    ) {
        let Ok(selector) = text.parse::<Selector>() else { return Ok(()) };
        let canonical = selector.to_string();
        let again: Selector = canonical.parse().unwrap();
        // Equality ignores build metadata, the text does not.
        prop_assert_eq!(again.to_string(), canonical);
        prop_assert_eq!(again, selector);
    }

    #[test]
    fn any_text_is_answered_and_suggestions_are_selectors(text in "[ -~é]{0,24}") {
        if let Err(error) = text.parse::<Selector>()
            && let Some(suggestion) = error.suggestion
        {
            prop_assert!(suggestion.parse::<Selector>().is_ok(), "{}", suggestion);
        }
    }
}
