//! Resolution as data: every row of `cases/resolve.json`, and the words of the answers.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;

use registry_core::digest::Digest;
use registry_core::range::PreReleases;
use registry_core::resolve::{
    CacheClass, ChannelHead, Fallback, IndexEntry, Resolution, ResolveError, ResolveOptions, VersionIndex, Warning,
    WhyKind, resolve,
};
use registry_core::selector::Selector;
use registry_core::state::VersionState;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: u32,
    selector: String,
    versions: Vec<Published>,
    channels: BTreeMap<String, String>,
    fallback: Option<Fallback>,
    prerelease: Option<PreReleases>,
    expect: Expected,
    note: String,
}

#[derive(Deserialize)]
struct Published {
    version: String,
    state: VersionState,
}

#[derive(Deserialize, Debug, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
struct Expected {
    version: Option<String>,
    error: Option<String>,
    #[serde(default)]
    fallback: bool,
}

fn entry(version: &str, state: VersionState, reason: Option<&str>) -> IndexEntry {
    IndexEntry {
        version: version.parse().unwrap(),
        state,
        digest: Digest::of(version.as_bytes()),
        ordinal: 1,
        reason: reason.map(str::to_owned),
    }
}

impl Row {
    fn index(&self) -> VersionIndex {
        let entries = self.versions.iter().map(|published| entry(&published.version, published.state, None));
        let head = |version: &String| ChannelHead { version: Some(version.parse().unwrap()), revision: 7 };
        let channels = self.channels.iter().map(|(name, version)| (name.parse().unwrap(), head(version)));
        VersionIndex::new(entries.collect(), channels.collect())
    }

    fn answer(&self) -> Expected {
        let options = ResolveOptions {
            fallback: self.fallback.unwrap_or_default(),
            prereleases: self.prerelease.unwrap_or_default(),
        };
        match ask(&self.index(), &self.selector, options) {
            Ok(answer) => {
                assert_eq!(answer.digest, Digest::of(answer.version.to_string().as_bytes()), "row {}", self.id);
                Expected { version: Some(answer.version.to_string()), error: None, fallback: answer.fallback.is_some() }
            }
            Err(error) => Expected { version: None, error: Some(error.code().to_owned()), fallback: false },
        }
    }
}

fn ask(index: &VersionIndex, selector: &str, options: ResolveOptions) -> Result<Resolution, ResolveError> {
    resolve(index, &selector.parse()?, options)
}

#[test]
fn every_row_holds() {
    let rows: Vec<Row> = serde_json::from_str(include_str!("cases/resolve.json")).unwrap();
    assert_eq!(rows.len(), 74);
    for row in rows {
        assert_eq!(row.answer(), row.expect, "row {} ({}): {}", row.id, row.selector, row.note);
    }
}

/// A model with a version in every state and two channels, one of them cleared.
fn model() -> VersionIndex {
    let entries = vec![
        entry("1.0.0", VersionState::Deprecated, Some("use 1.2")),
        entry("1.1.0", VersionState::Yanked, Some("wrong labels")),
        entry("1.2.0", VersionState::Active, None),
        entry("1.3.0-rc.1", VersionState::Active, None),
        entry("2.0.0", VersionState::Disabled, Some("leaks data")),
        entry("3.0.0", VersionState::Deleted, None),
    ];
    let head = |version: Option<&str>| ChannelHead { version: version.map(|text| text.parse().unwrap()), revision: 3 };
    let channels = [("stable", Some("1.1.0")), ("hot", Some("2.0.0")), ("empty", None)];
    let channels = channels.map(|(name, version)| (name.parse().unwrap(), head(version)));
    VersionIndex::new(entries, channels.into())
}

fn answer(selector: &str) -> Resolution {
    ask(&model(), selector, ResolveOptions::default()).unwrap()
}

fn message(selector: &str) -> String {
    ask(&model(), selector, ResolveOptions::default()).unwrap_err().to_string()
}

#[test]
fn answers_say_how_they_were_chosen() {
    let range = answer(">=1.0.0 <2");
    assert_eq!((range.why.kind, range.why.candidates), (WhyKind::Range, 2));
    assert_eq!(range.why.selector, ">=1.0.0, <2");
    assert_eq!(range.cache, CacheClass::Short);

    let exact = answer("1.0.0");
    assert_eq!((exact.why.kind, exact.cache), (WhyKind::Exact, CacheClass::Immutable));
    assert_eq!(exact.warnings, [Warning::Deprecated { reason: Some("use 1.2".to_owned()) }]);

    let digest = answer(&Digest::of(b"1.2.0").to_string());
    assert_eq!((digest.why.kind, digest.cache), (WhyKind::Digest, CacheClass::Immutable));

    let channel = answer("stable");
    assert_eq!((channel.why.kind, channel.channel_revision), (WhyKind::Channel, Some(3)));
    assert_eq!(channel.warnings.first().unwrap().to_string(), "the version is yanked: wrong labels");

    assert_eq!((answer("latest").why.kind, answer("latest").why.candidates), (WhyKind::Latest, 2));
}

#[test]
fn errors_name_what_was_rejected_and_what_helps() {
    for (selector, text) in [
        ("1.1.5", "1.1.5 does not exist; the nearest are 1.0.0 and 1.2.0"),
        ("9.0.0", "9.0.0 does not exist; the nearest is 1.3.0-rc.1"),
        ("1.2.0+cu12", "1.2.0+cu12 does not exist, but 1.2.0 does; leave the build metadata out to get it"),
        ("~1.1", "nothing in ~1.1; 1.1.0 matches but is yanked: wrong labels; the highest is 1.2.0"),
        ("^1.2.1", "nothing in ^1.2.1; 1.3.0-rc.1 matches but is a pre-release; the highest is 1.2.0"),
        ("^4.0.0", "nothing in ^4.0.0; the highest is 1.2.0"),
        (">2.0.0, <1.0.0", "nothing can ever match >2.0.0, <1.0.0: its bounds contradict each other"),
        ("2.0.0", "2.0.0 is disabled: leaks data"),
        ("3.0.0", "3.0.0 is deleted"),
        ("hot", "channel `hot` points at 2.0.0, which is disabled: leaks data; roll it back"),
        ("empty", "channel `empty` is empty; promote a version to it, or roll it back"),
        ("prod", "there is no channel `prod`; the channels are empty, hot, stable"),
    ] {
        assert_eq!(message(selector), text, "{selector}");
    }
    assert!(message(&Digest::of(b"").to_string()).ends_with("does not exist"));
}

#[test]
fn errors_without_a_stable_version_tell_why() {
    let latest = |entries| {
        let index = VersionIndex::new(entries, BTreeMap::new());
        resolve(&index, &Selector::Latest, ResolveOptions::default()).unwrap_err().to_string()
    };
    assert_eq!(latest(Vec::new()), "the model has no version yet; publish one");
    assert_eq!(
        latest(vec![entry("1.0.0-rc.2", VersionState::Active, None)]),
        "there is no stable version; ask for the pre-release 1.0.0-rc.2 by its number"
    );
    assert_eq!(latest(vec![entry("1.0.0", VersionState::Deleted, None)]), "there is no stable version");
    let yanked = ["1.0.0", "1.0.1", "1.0.2", "1.0.3"].map(|text| entry(text, VersionState::Yanked, Some("bad")));
    assert_eq!(
        latest(yanked.to_vec()),
        "all stable versions are yanked: 1.0.3 (bad), 1.0.2 (bad), 1.0.1 (bad); and 1 more; \
         an exact version is still served"
    );
}

#[test]
fn a_fallback_carries_the_reason_and_is_never_immutable() {
    let options = ResolveOptions { fallback: Fallback::Latest, ..ResolveOptions::default() };
    let answer = ask(&model(), "2.0.0", options).unwrap();
    assert_eq!(answer.version.to_string(), "1.2.0");
    assert_eq!((answer.why.kind, answer.cache), (WhyKind::Latest, CacheClass::Short));
    let reason = answer.fallback.unwrap();
    assert_eq!((reason.code(), reason.is_gone()), ("version-disabled", true));
    assert_eq!(ask(&model(), "empty", options).unwrap_err().code(), "channel-empty");
}

#[test]
fn a_digest_names_the_best_of_the_versions_that_share_it() {
    use VersionState::{Active, Deleted, Deprecated, Disabled, Yanked};
    let named = |versions: &[(&str, VersionState)]| {
        let digest = Digest::of(b"one manifest");
        let entries = (1..).zip(versions).map(|(ordinal, (version, state))| IndexEntry {
            digest,
            ordinal,
            ..entry(version, *state, None)
        });
        let index = VersionIndex::new(entries.collect(), BTreeMap::new());
        index.get_by_digest(&digest).unwrap().version.to_string()
    };
    assert_eq!(named(&[("2.0.0", Active), ("1.0.0", Active), ("3.0.0", Active)]), "2.0.0", "the oldest");
    let states = [("5.0.0", Deleted), ("4.0.0", Disabled), ("3.0.0", Yanked), ("2.0.0", Deprecated), ("1.0.0", Active)];
    for better in 1..=states.len() {
        assert_eq!(named(&states[..better]), states[better - 1].0);
    }
}
