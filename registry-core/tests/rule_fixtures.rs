//! Every rule has a file of fixtures, `fixtures/rules/<id>.json`: changes that fire it, and near misses that do not.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use jiff::Timestamp;
use registry_core::bump::RequiredBump;
use registry_core::canonical;
use registry_core::compat::rule::{Demand, PLACEHOLDERS};
use registry_core::compat::{
    Change, ConsumerChange, Difference, Level, Policy, Profile, Retraining, Rule, When, compare,
};
use registry_core::contract::signature::Vocabulary;
use registry_core::contract::{Artifact, Consumption, Contract, Signature};
use registry_core::digest::Digest;
use registry_core::model::{Candidate, Published, VersionId, VersionedModel};
use registry_core::publish::{Decision, Requested, Snapshot, decide};
use registry_core::state::VersionState;
use registry_core::version::Version;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture<T> {
    positive: Vec<T>,
    negative: Vec<T>,
}

/// Two contracts, and what a rule of the differ says about them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    note: String,
    #[serde(default)]
    profile: Profile,
    #[serde(default)]
    consumption: Consumption,
    /// Contracts that the line had before `old`.
    #[serde(default)]
    earlier: Vec<Signature>,
    old: Side,
    new: Side,
    expect: Option<ExpectedChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Side {
    contract: Signature,
    artifact: Option<Artifact>,
    /// The tokens of the tokenizer in the order of their ids; no contract carries them.
    vocabulary: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedChange {
    required_bump: RequiredBump,
    level: Level,
    retraining: Option<Retraining>,
    consumer_change: Option<ConsumerChange>,
    when: Option<When>,
    path: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    old: Option<Value>,
    #[serde(default, deserialize_with = "stated")]
    new: Option<Value>,
}

/// A stated null is not the same as nothing stated.
fn stated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// A publish, and what a rule about the number says about it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Publish {
    note: String,
    existing: Vec<Existing>,
    #[serde(rename = "publish")]
    asked: Asked,
    expect: ExpectedDecision,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Existing {
    version: String,
    state: VersionState,
    contract: Signature,
    /// Stands for the bytes.
    content: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    version: String,
    contract: Signature,
    /// Stands for the bytes.
    content: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedDecision {
    accepted: bool,
    smallest_acceptable: Option<Version>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules")
}

fn fixture<T: DeserializeOwned>(rule: Rule) -> Fixture<T> {
    let text = fs::read_to_string(folder().join(rule.id()).with_added_extension("json")).unwrap();
    let fixture = serde_json::from_str(&text);
    fixture.unwrap_or_else(|error| unreachable!("{}: {error}", rule.id()))
}

/// Whether the rule is about the number, so that it takes a publish to fire it.
fn is_about_numbers(rule: Rule) -> bool {
    rule.id().starts_with("version.") || rule == Rule::NothingChanged
}

fn pairs() -> impl Iterator<Item = (Rule, Fixture<Pair>)> {
    Rule::ALL.iter().copied().filter(|rule| !is_about_numbers(*rule)).map(|rule| (rule, fixture(rule)))
}

fn publishes() -> impl Iterator<Item = (Rule, Fixture<Publish>)> {
    Rule::ALL.iter().copied().filter(|rule| is_about_numbers(*rule)).map(|rule| (rule, fixture(rule)))
}

impl Side {
    fn signature(&self) -> Signature {
        let mut signature = self.contract.clone();
        if let (Some(tokens), Some(tokenizer)) = (&self.vocabulary, &mut signature.assets.tokenizer) {
            tokenizer.vocab = Some(Vocabulary::new((0..).zip(tokens.iter().cloned()).collect()));
        }
        signature
    }

    fn candidate(&self) -> Candidate<Signature> {
        Candidate {
            contract: self.signature(),
            facts: self.artifact.clone(),
            content_digest: None,
            manifest_digest: None,
        }
    }
}

impl Pair {
    fn policy(&self) -> Policy {
        let mut policy = Policy::default();
        policy.profile = self.profile;
        policy.consumption = self.consumption;
        policy
    }

    fn differences(&self) -> Vec<Difference> {
        let (old, new) = (self.old.signature(), self.new.signature());
        let mut differences = Signature::diff(&old, &new);
        if let (Some(before), Some(after)) = (&self.old.artifact, &self.new.artifact) {
            differences.extend(Signature::diff_facts(before, after));
        }
        for earlier in &self.earlier {
            differences.extend(Signature::reused_names(earlier, &old, &new));
        }
        differences
    }

    /// The differences under `rule`, with what the rule asks for them.
    fn found(&self, rule: Rule) -> Vec<(Difference, Demand)> {
        let (policy, consumption) = (self.policy(), self.old.contract.consumption());
        let fired = self.differences().into_iter().filter(|difference| difference.rule == rule);
        fired.map(|difference| (difference.clone(), policy.demand(&difference, consumption))).collect()
    }
}

impl ExpectedChange {
    fn is_met_by(&self, (difference, demand): &(Difference, Demand)) -> bool {
        demand.required == self.required_bump
            && demand.level == self.level
            && self.retraining.is_none_or(|retraining| retraining == demand.retraining)
            && self.consumer_change.is_none_or(|change| change == demand.consumer_change)
            && difference.when == self.when
            && self.path.as_ref().is_none_or(|path| path == difference.path.as_str())
            && self.old.as_ref().is_none_or(|old| *old == difference.old)
            && self.new.as_ref().is_none_or(|new| *new == difference.new)
    }
}

impl Publish {
    /// The decision and the changes that it lists.
    fn decide(&self) -> (bool, Vec<Change>, Option<Version>) {
        let versions = self.existing.iter().map(Existing::published).collect();
        let candidate = candidate(&self.asked.contract, &self.asked.content);
        let requested = Requested::Version(self.asked.version.clone());
        match decide(&Snapshot { revision: 1, versions }, &requested, &candidate, &Policy::default()) {
            Ok(Decision::Publish(publication)) => {
                (true, publication.verdict.changes, publication.verdict.smallest_acceptable)
            }
            Ok(Decision::Replay { version, .. }) => unreachable!("{}: replayed {version}", self.note),
            Err(refusal) => (false, refusal.verdict.changes, refusal.verdict.smallest_acceptable),
        }
    }
}

impl Existing {
    fn published(&self) -> Published<Signature> {
        let Candidate { contract, content_digest, .. } = candidate(&self.contract, &self.content);
        let id = VersionId::new(self.version.as_str());
        let model = VersionedModel::new(id, &self.version, contract, Timestamp::UNIX_EPOCH).unwrap();
        Published { state: self.state, content_digest, ..Published::new(model) }
    }
}

/// The content digest covers files and contract.
fn candidate(contract: &Signature, content: &str) -> Candidate<Signature> {
    let content = canonical::digest(&json!({ "files": content, "contract": contract.canonical() }));
    Candidate {
        contract: contract.clone(),
        facts: None,
        content_digest: Some(content),
        manifest_digest: Some(Digest::of(format!("{content} from this publish").as_bytes())),
    }
}

fn assert_none(failures: &[String]) {
    assert!(failures.is_empty(), "{} fixtures fail:\n\n{}", failures.len(), failures.join("\n\n"));
}

#[test]
fn every_rule_has_a_file_and_every_file_a_rule() {
    let ids: BTreeSet<String> = Rule::ALL.iter().map(|rule| format!("{}.json", rule.id())).collect();
    let entries = fs::read_dir(folder()).unwrap();
    let files: BTreeSet<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files, ids);
}

#[test]
fn every_rule_has_a_change_that_fires_it_and_a_near_miss() {
    for (rule, fixture) in pairs() {
        assert!(!fixture.positive.is_empty() && !fixture.negative.is_empty(), "{}", rule.id());
        assert!(fixture.positive.iter().all(|pair| pair.expect.is_some()), "{}", rule.id());
    }
    for (rule, fixture) in publishes() {
        assert!(!fixture.positive.is_empty() && !fixture.negative.is_empty(), "{}", rule.id());
    }
}

#[test]
fn every_case_of_a_rule_has_a_change_that_fires_it() {
    for (rule, fixture) in pairs() {
        for case in &rule.spec().cases {
            let covered = fixture.positive.iter().any(|pair| {
                case.profile.is_none_or(|profile| profile == pair.profile)
                    && case.consumption.is_none_or(|consumption| consumption == pair.consumption)
                    && case.when.is_none_or(|when| pair.expect.as_ref().is_some_and(|expect| expect.when == Some(when)))
            });
            assert!(covered, "{}: no fixture for {case:?}", rule.id());
        }
    }
}

#[test]
fn what_should_fire_fires_as_expected() {
    let mut failures = Vec::new();
    for (rule, fixture) in pairs() {
        for pair in &fixture.positive {
            let found = pair.found(rule);
            let Some(expect) = &pair.expect else { continue };
            if !found.iter().any(|found| expect.is_met_by(found)) {
                let others: Vec<&str> = pair.differences().iter().map(|difference| difference.rule.id()).collect();
                failures.push(format!("{}: {}: found {found:?} among {others:?}", rule.id(), pair.note));
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn near_misses_do_not_fire() {
    let mut failures = Vec::new();
    for (rule, fixture) in pairs() {
        let missed = |pair: &&Pair| !pair.found(rule).is_empty();
        failures.extend(fixture.negative.iter().filter(missed).map(|pair| format!("{}: {}", rule.id(), pair.note)));
    }
    assert_none(&failures);
}

#[test]
fn rules_about_numbers_decide_as_expected() {
    let mut failures = Vec::new();
    for (rule, fixture) in publishes() {
        let positive = fixture.positive.iter().map(|publish| (true, publish));
        for (fires, publish) in positive.chain(fixture.negative.iter().map(|publish| (false, publish))) {
            let (accepted, changes, smallest) = publish.decide();
            let listed: Vec<&str> = changes.iter().map(|change| change.rule.id()).collect();
            let expect = &publish.expect;
            let as_expected = listed.contains(&rule.id()) == fires
                && accepted == expect.accepted
                && (expect.smallest_acceptable.is_none() || expect.smallest_acceptable == smallest);
            if !as_expected {
                let answer = format!("accepted: {accepted}, smallest: {smallest:?}, listed: {listed:?}");
                failures.push(format!("{}: {}: {answer}", rule.id(), publish.note));
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn no_contract_differs_from_itself() {
    for (rule, fixture) in pairs() {
        for pair in fixture.positive.iter().chain(&fixture.negative) {
            for side in [&pair.old, &pair.new] {
                let signature = side.signature();
                let itself = Signature::diff(&signature, &signature);
                assert!(itself.is_empty(), "{}: {}: {itself:?}", rule.id(), pair.note);
                let artifact = side.artifact.clone().unwrap_or_default();
                let itself = Signature::diff_facts(&artifact, &artifact);
                assert!(itself.is_empty(), "{}: {}: {itself:?}", rule.id(), pair.note);
            }
        }
    }
}

/// The text of the change that has a placeholder left, or a gap where nothing filled one.
fn gap(change: &Change) -> Option<&str> {
    let left = PLACEHOLDERS.iter().map(|placeholder| format!("{{{placeholder}}}"));
    let gaps: Vec<String> = left.chain(["``", "  ", " ,", " ;"].map(str::to_owned)).collect();
    let has_gap = |text: &&str| text.ends_with(' ') || gaps.iter().any(|gap| text.contains(gap));
    [change.message.as_str(), &change.why, &change.fix].into_iter().find(has_gap)
}

#[test]
fn no_text_has_a_gap() {
    let mut failures = Vec::new();
    let mut check = |rule: Rule, note: &str, changes: &[Change]| {
        let gaps = changes.iter().filter(|change| change.rule == rule).filter_map(gap);
        failures.extend(gaps.map(|text| format!("{}: {note}: {text}", rule.id())));
    };
    for (rule, fixture) in pairs() {
        for pair in &fixture.positive {
            let verdict = compare(&pair.old.candidate(), &pair.new.candidate(), &pair.policy());
            check(rule, &pair.note, &verdict.changes);
        }
    }
    for (rule, fixture) in publishes() {
        for publish in &fixture.positive {
            check(rule, &publish.note, &publish.decide().1);
        }
    }
    assert_none(&failures);
}
