//! `cases/publish.json`: the definition of what a publish may be called, as data.

#![expect(clippy::unwrap_used, reason = "a case that cannot be read is a broken test")]

use std::collections::BTreeMap;

use jiff::Timestamp;
use registry_core::compat::{Digit, Policy};
use registry_core::contract::field::Label;
use registry_core::contract::{Artifact, Field, Pointer, Signature, Source};
use registry_core::digest::Digest;
use registry_core::model::{Candidate, Published, VersionId, VersionedModel};
use registry_core::publish::{Decision, Requested, Snapshot, decide, possible_bases};
use registry_core::state::VersionState;
use registry_core::version::{Line, Version};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    id: String,
    existing: Vec<Existing>,
    publish: Asked,
    expect: Expected,
    note: String,
}

#[derive(Deserialize)]
struct Existing {
    version: String,
    state: VersionState,
    contract: Shorthand,
}

#[derive(Deserialize)]
struct Asked {
    version: String,
    contract: Shorthand,
}

#[derive(Deserialize)]
struct Expected {
    accepted: bool,
    rules: Vec<String>,
    smallest_acceptable: Option<Version>,
}

/// The short form of a contract that the cases use: the fields of a signature, with `weights` as a name that stands for
/// the bytes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shorthand {
    inputs: BTreeMap<String, Field>,
    outputs: BTreeMap<String, Field>,
    weights: String,
    #[serde(default)]
    declared: Declared,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Declared {
    license: Option<String>,
    labels: Option<Vec<Label>>,
}

fn candidate(short: &Shorthand) -> Candidate<Signature> {
    let mut contract = Signature {
        inputs: short.inputs.clone(),
        outputs: short.outputs.clone(),
        license: short.declared.license.clone(),
        labels: short.declared.labels.clone(),
        ..Signature::default()
    };
    for fact in ["license", "labels"] {
        contract.sources.insert(Pointer::root().join(fact), Source::Declared);
    }
    let mut facts = Artifact::default();
    facts.weights.digest = Some(Digest::of(short.weights.as_bytes()));
    let content = serde_json::to_vec(&(&contract, &short.weights)).unwrap();
    Candidate { contract, facts: Some(facts), content_digest: Some(Digest::of(&content)), manifest_digest: None }
}

fn published(existing: &Existing) -> Published<Signature> {
    let Candidate { contract, facts, content_digest, .. } = candidate(&existing.contract);
    let id = VersionId::new(existing.version.as_str());
    let model = VersionedModel::new(id, &existing.version, contract, Timestamp::UNIX_EPOCH).unwrap();
    Published { state: existing.state, content_digest, facts, ..Published::new(model) }
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("cases/publish.json")).unwrap()
}

fn snapshot(case: &Case) -> Snapshot<Signature> {
    Snapshot { revision: 7, versions: case.existing.iter().map(published).collect() }
}

#[test]
fn every_case_is_decided_as_defined() {
    let cases = cases();
    assert_eq!(cases.len(), 30);
    for case in &cases {
        let requested = Requested::Version(case.publish.version.clone());
        let decision = decide(&snapshot(case), &requested, &candidate(&case.publish.contract), &Policy::default());
        let (accepted, verdict) = match &decision {
            Ok(Decision::Publish(publication)) => (true, &publication.verdict),
            Ok(Decision::Replay { .. }) => panic!("{}: replayed", case.id),
            Err(refusal) => (false, &refusal.verdict),
        };
        let context = format!("{} ({}): {verdict:#?}", case.id, case.note);
        assert_eq!(accepted, case.expect.accepted, "{context}");
        assert_eq!(verdict.accepted, Some(accepted), "{context}");
        assert_eq!(accepted, verdict.violations().next().is_none(), "{context}");
        for rule in &case.expect.rules {
            assert!(verdict.changes.iter().any(|change| change.rule.id() == rule), "no {rule}: {context}");
        }
        if let Some(smallest) = &case.expect.smallest_acceptable {
            assert_eq!(verdict.smallest_acceptable.as_ref(), Some(smallest), "{context}");
        }
    }
}

#[test]
fn the_smallest_acceptable_number_is_accepted() {
    for case in cases() {
        let snapshot = snapshot(&case);
        let candidate = candidate(&case.publish.contract);
        let asked = |text: String| decide(&snapshot, &Requested::Version(text), &candidate, &Policy::default());
        let verdict = match asked(case.publish.version.clone()) {
            Ok(Decision::Publish(publication)) => publication.verdict,
            Ok(Decision::Replay { .. }) => continue,
            Err(refusal) => refusal.verdict,
        };
        if let Some(smallest) = verdict.smallest_acceptable {
            let again = asked(smallest.to_string());
            assert!(matches!(again, Ok(Decision::Publish(_))), "{}: {smallest}: {again:?}", case.id);
        }
    }
}

#[test]
fn facts_of_the_possible_bases_are_enough() {
    for case in cases() {
        let requests = [
            Requested::Version(case.publish.version.clone()),
            Requested::Auto { line: None },
            Requested::Bump { digit: Digit::Major, line: None },
            Requested::Auto { line: Some(Line::Major(1)) },
            Requested::Bump { digit: Digit::Minor, line: Some(Line::Major(1)) },
        ];
        let candidate = candidate(&case.publish.contract);
        for requested in requests {
            let all = snapshot(&case);
            let mut needed = all.clone();
            let bases = possible_bases(&all.versions, &requested);
            for published in needed.versions.iter_mut().filter(|published| !bases.contains(published.version())) {
                published.facts = None;
            }
            let decided = |snapshot| decide(snapshot, &requested, &candidate, &Policy::default());
            assert_eq!(decided(&needed), decided(&all), "{} {requested:?}", case.id);
        }
    }
}

#[test]
fn auto_starts_at_the_highest_live_stable_version() {
    let auto = |id: &str, line: Option<&str>| {
        let case = cases().into_iter().find(|case| case.id == id).unwrap();
        let requested = Requested::Auto { line: line.map(|line| line.parse().unwrap()) };
        match decide(&snapshot(&case), &requested, &candidate(&case.publish.contract), &Policy::default()) {
            Ok(Decision::Publish(publication)) => publication.version.to_string(),
            Ok(Decision::Replay { version, .. }) => format!("{version} again"),
            Err(refusal) => refusal.code.to_owned(),
        }
    };
    assert_eq!(auto("b30", None), "2.0.1");
    assert_eq!(auto("b30", Some("1")), "1.4.1");
    assert_eq!(auto("b6", None), "1.2.3 again");
    assert_eq!(auto("b7", None), "0.3.0");
    assert_eq!(auto("b4", Some("2")), "version-too-small");
}

#[test]
fn the_first_version_is_free() {
    let case = cases().into_iter().next().unwrap();
    let empty = Snapshot { revision: 0, versions: Vec::new() };
    let candidate = candidate(&case.publish.contract);
    let publish = |requested: Requested| match decide(&empty, &requested, &candidate, &Policy::default()) {
        Ok(Decision::Publish(publication)) => *publication,
        other => panic!("{other:?}"),
    };
    assert_eq!(publish(Requested::Auto { line: None }).version.to_string(), "1.0.0");
    let asked = publish(Requested::Version("0.3.1-rc.1".to_owned()));
    assert_eq!((asked.ordinal, asked.line.to_string()), (1, "0.3".to_owned()));
    assert!(asked.verdict.changes.is_empty());
}

#[test]
fn a_number_that_is_not_semver_is_refused_with_a_hint() {
    let case = cases().into_iter().next().unwrap();
    let candidate = candidate(&case.publish.contract);
    let refusal =
        decide(&snapshot(&case), &Requested::Version("v1.3".to_owned()), &candidate, &Policy::default()).unwrap_err();
    assert_eq!(refusal.code, "invalid-version");
    assert!(refusal.verdict.changes[0].why.contains("write `1.3.0`"), "{:?}", refusal.verdict);
}

#[test]
fn the_same_manifest_again_is_replayed() {
    let case = cases().into_iter().next().unwrap();
    let mut snapshot = snapshot(&case);
    let manifest_digest = Some(Digest::of(b"manifest"));
    snapshot.versions[0].manifest_digest = manifest_digest;
    let candidate = Candidate { manifest_digest, ..candidate(&case.existing[0].contract) };
    let decision = decide(&snapshot, &Requested::Version("1.2.0".to_owned()), &candidate, &Policy::default());
    let Decision::Replay { id, version } = decision.unwrap() else { panic!("it is there already") };
    assert_eq!((id.as_str(), version.to_string().as_str()), ("1.2.0", "1.2.0"));
}

fn image(size: u64) -> Candidate<Signature> {
    let short = serde_json::json!({
        "inputs": {"x": {"dtype": "f32", "shape": ["N", size]}},
        "outputs": {"y": {"dtype": "f32", "shape": ["N", 10]}},
        "weights": format!("w{size}"),
    });
    candidate(&serde_json::from_value(short).unwrap())
}

fn history(versions: &[(&str, VersionState, u64)]) -> Snapshot<Signature> {
    let record = |(version, state, size): &(&str, VersionState, u64)| {
        let Candidate { contract, facts, content_digest, .. } = image(*size);
        let model = VersionedModel::new(VersionId::new(*version), version, contract, Timestamp::UNIX_EPOCH).unwrap();
        Published { state: *state, content_digest, facts, ..Published::new(model) }
    };
    Snapshot { revision: 1, versions: versions.iter().map(record).collect() }
}

#[test]
fn a_base_in_another_line_excuses_no_backport() {
    use VersionState::{Active, Yanked};
    let asked = |versions: &[(&str, VersionState, u64)], number: &str| {
        let requested = Requested::Version(number.to_owned());
        decide(&history(versions), &requested, &image(224), &Policy::default()).map_err(|refusal| refusal.code)
    };
    let yanked = [("1.5.0", Active, 224), ("2.0.0", Yanked, 256), ("2.1.0", Active, 256)];
    assert_eq!(asked(&yanked, "2.0.1"), Err("backport-conflict"));
    assert_eq!(asked(&[("1.5.0", Active, 224), ("2.1.0", Active, 256)], "2.0.0"), Err("backport-conflict"));
}

#[test]
fn a_named_line_is_never_left_in_silence() {
    use VersionState::{Active, Yanked};
    let number = |versions: &[(&str, VersionState, u64)], requested: &Requested| match decide(
        &history(versions),
        requested,
        &image(7),
        &Policy::default(),
    ) {
        Ok(Decision::Publish(publication)) => publication.version.to_string(),
        other => panic!("{other:?}"),
    };
    let line = |line: &str| Some(line.parse().unwrap());
    let bump = |digit: Digit, line| Requested::Bump { digit, line };
    let two = [("2.0.0", Active, 224)];
    assert_eq!(number(&two, &Requested::Auto { line: line("5") }), "5.0.0");
    assert_eq!(number(&two, &bump(Digit::Minor, line("5"))), "5.0.0");
    let gone = [("2.0.0", Yanked, 7), ("1.2.0", Yanked, 7), ("1.2.1", Yanked, 7)];
    assert_eq!(number(&gone, &bump(Digit::Patch, None)), "2.0.1");
    assert_eq!(number(&gone, &bump(Digit::Patch, line("1"))), "1.2.2");
}
