//! A feature-view schema as a second contract type: judge, policy, decision and verdict take it as they are.
//!
//! Features are what readers get, so they are covariant; entity keys are what callers send, so they are contravariant.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;

use jiff::Timestamp;
use registry_core::bump::RequiredBump;
use registry_core::canonical::value_of;
use registry_core::compat::{ConsumerChange, Difference, Judge, Policy, PolicyLayer, Rule, Verdict, compare};
use registry_core::contract::{Contract, Dtype, Pointer, Signature};
use registry_core::model::{Candidate, Published, VersionId, VersionedModel};
use registry_core::publish::{Decision, Requested, Snapshot, decide};
use registry_core::version::Version;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FeatureView {
    entity_keys: BTreeMap<String, Dtype>,
    features: BTreeMap<String, Feature>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Feature {
    dtype: Dtype,
    nullable: bool,
    /// The value that stands for a missing row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    default: Option<Value>,
}

impl Contract for FeatureView {
    type Facts = ();

    fn canonical(&self) -> Value {
        value_of(self)
    }

    fn diff(old: &Self, new: &Self) -> Vec<Difference> {
        let keys = matched(&old.entity_keys, &new.entity_keys).filter_map(|(name, old, new)| diff_key(name, old, new));
        let features = matched(&old.features, &new.features);
        keys.chain(features.flat_map(|(name, old, new)| diff_feature(name, old, new))).collect()
    }

    fn diff_facts((): &(), (): &()) -> Vec<Difference> {
        Vec::new()
    }
}

type Matched<'a, V> = (&'a str, Option<&'a V>, Option<&'a V>);

/// Every name of both sides, with what it stands for before and after.
fn matched<'a, V>(old: &'a BTreeMap<String, V>, new: &'a BTreeMap<String, V>) -> impl Iterator<Item = Matched<'a, V>> {
    let added = new.keys().filter(|name| !old.contains_key(*name));
    old.keys().chain(added).map(|name| (name.as_str(), old.get(name), new.get(name)))
}

fn diff_key(name: &str, old: Option<&Dtype>, new: Option<&Dtype>) -> Option<Difference> {
    let rule = match (old, new) {
        (None, _) => Rule::InputAddedRequired,
        (_, None) => Rule::InputRemovedRequired,
        (Some(old), Some(new)) if old == new => return None,
        (Some(old), Some(new)) if old.is_narrower_than(*new) => Rule::InputDtypeWidened,
        (Some(old), Some(new)) if new.is_narrower_than(*old) => Rule::InputDtypeNarrowed,
        _ => Rule::InputDtypeChanged,
    };
    let path = Pointer::root().join("entity_keys").join(name);
    Some(Difference::new(rule, path, value_of(&old), value_of(&new)))
}

fn diff_feature(name: &str, old: Option<&Feature>, new: Option<&Feature>) -> Vec<Difference> {
    let path = Pointer::root().join("features").join(name);
    let (Some(before), Some(after)) = (old, new) else {
        let rule = if old.is_none() { Rule::OutputAdded } else { Rule::OutputRemoved };
        return vec![Difference::new(rule, path, value_of(&old), value_of(&new))];
    };
    let dtype = match (before.dtype, after.dtype) {
        (old, new) if old == new => None,
        (old, new) if new.is_narrower_than(old) => Some(Rule::OutputDtypeNarrowed),
        (old, new) if old.is_narrower_than(new) => Some(Rule::OutputDtypeWidened),
        _ => Some(Rule::OutputDtypeChanged),
    };
    let nullable = match (before.nullable, after.nullable) {
        (false, true) => Some(Rule::OutputNullableAdded),
        (true, false) => Some(Rule::OutputNullableRemoved),
        _ => None,
    };
    // The value is filled in behind the endpoint.
    let default = (before.default != after.default).then_some(Rule::PostprocessChanged);
    let attributes = [
        (dtype, "dtype", value_of(&before.dtype), value_of(&after.dtype)),
        (nullable, "nullable", before.nullable.into(), after.nullable.into()),
        (default, "default", value_of(&before.default), value_of(&after.default)),
    ];
    let changed = attributes
        .into_iter()
        .filter_map(|(rule, attribute, old, new)| Some(Difference::new(rule?, path.join(attribute), old, new)));
    changed.collect()
}

/// One entity key and one feature.
fn plain() -> FeatureView {
    view(json!({
        "entity_keys": {"customer": "i32"},
        "features": {"age": {"dtype": "i32", "nullable": false, "default": 0}},
    }))
}

fn view(value: Value) -> FeatureView {
    serde_json::from_value(value).unwrap()
}

fn with_key(name: &str, dtype: Dtype) -> FeatureView {
    let mut view = plain();
    view.entity_keys.insert(name.to_owned(), dtype);
    view
}

fn with_feature(name: &str, feature: Feature) -> FeatureView {
    let mut view = plain();
    view.features.insert(name.to_owned(), feature);
    view
}

fn feature(dtype: Dtype, nullable: bool) -> Feature {
    Feature { dtype, nullable, default: Some(json!(0)) }
}

fn candidate(contract: &FeatureView) -> Candidate<FeatureView> {
    let content_digest = Some(contract.digest());
    Candidate { contract: contract.clone(), facts: Some(()), content_digest, manifest_digest: None }
}

fn published(version: &str, contract: &FeatureView) -> Published<FeatureView> {
    let id = VersionId::new(version);
    let model = VersionedModel::new(id, version, contract.clone(), Timestamp::UNIX_EPOCH).unwrap();
    Published { content_digest: Some(contract.digest()), facts: Some(()), ..Published::new(model) }
}

fn change(new: &FeatureView) -> (RequiredBump, Vec<Rule>) {
    let verdict = compare(&candidate(&plain()), &candidate(new), &Policy::default());
    (verdict.required_bump, verdict.changes.iter().map(|change| change.rule).collect())
}

fn publish(asked: &Requested, contract: &FeatureView, policy: &Policy) -> Result<Version, Box<Verdict>> {
    let versions = vec![published("1.0.0", &plain()), published("1.0.1", &plain())];
    let snapshot = Snapshot { revision: 1, versions };
    match decide(&snapshot, asked, &candidate(contract), policy) {
        Ok(Decision::Publish(publication)) => Ok(publication.version),
        Ok(Decision::Replay { version, .. }) => Ok(version),
        Err(refusal) => Err(Box::new(refusal.verdict)),
    }
}

fn version(text: &str) -> Version {
    text.parse().unwrap()
}

#[test]
fn equal_views_differ_in_nothing() {
    assert_eq!(FeatureView::diff(&plain(), &plain()), []);
    assert_eq!(change(&plain()), (RequiredBump::None, vec![]));
}

#[test]
fn features_are_covariant() {
    let added = with_feature("income", feature(Dtype::F64, true));
    assert_eq!(change(&added), (RequiredBump::Minor, vec![Rule::OutputAdded]));
    let removed = FeatureView { features: BTreeMap::new(), ..plain() };
    assert_eq!(change(&removed), (RequiredBump::Major, vec![Rule::OutputRemoved]));
    let nullable = with_feature("age", feature(Dtype::I32, true));
    assert_eq!(change(&nullable), (RequiredBump::Major, vec![Rule::OutputNullableAdded]));
    let wider = with_feature("age", feature(Dtype::I64, false));
    assert_eq!(change(&wider), (RequiredBump::Major, vec![Rule::OutputDtypeWidened]));
    let narrower = with_feature("age", feature(Dtype::I16, false));
    assert_eq!(change(&narrower), (RequiredBump::Minor, vec![Rule::OutputDtypeNarrowed]));
}

#[test]
fn entity_keys_are_contravariant() {
    let added = with_key("shop", Dtype::String);
    assert_eq!(change(&added), (RequiredBump::Major, vec![Rule::InputAddedRequired]));
    let removed = FeatureView { entity_keys: BTreeMap::new(), ..plain() };
    assert_eq!(change(&removed), (RequiredBump::Major, vec![Rule::InputRemovedRequired]));
    let wider = with_key("customer", Dtype::I64);
    assert_eq!(change(&wider), (RequiredBump::Minor, vec![Rule::InputDtypeWidened]));
    let narrower = with_key("customer", Dtype::I16);
    assert_eq!(change(&narrower), (RequiredBump::Major, vec![Rule::InputDtypeNarrowed]));
}

#[test]
fn another_default_is_listed_and_not_counted() {
    let other = with_feature("age", Feature { default: Some(json!(-1)), ..feature(Dtype::I32, false) });
    assert_eq!(change(&other), (RequiredBump::Patch, vec![Rule::PostprocessChanged]));
}

#[test]
fn a_removed_feature_is_refused_with_the_smallest_number() {
    let removed = FeatureView { features: BTreeMap::new(), ..plain() };
    let verdict = publish(&Requested::Version("1.1.0".to_owned()), &removed, &Policy::default()).unwrap_err();
    assert_eq!((verdict.accepted, verdict.required_bump), (Some(false), RequiredBump::Major));
    assert_eq!((verdict.base, verdict.smallest_acceptable), (Some(version("1.0.1")), Some(version("2.0.0"))));
    assert_eq!(verdict.consumer_change, ConsumerChange::Required);
    let refusing = verdict.changes.iter().find(|change| change.rule == Rule::OutputRemoved).unwrap();
    assert_eq!(refusing.path.as_str(), "/features/age");
    assert_eq!(refusing.message, "output `age` is gone");
}

#[test]
fn the_smallest_number_follows_the_change() {
    let auto = |contract: &FeatureView| {
        publish(&Requested::Auto { line: None }, contract, &Policy::default()).unwrap().to_string()
    };
    assert_eq!(auto(&plain()), "1.0.1", "nothing changed: the version that is there");
    assert_eq!(auto(&with_feature("age", Feature { default: None, ..feature(Dtype::I32, false) })), "1.0.2");
    assert_eq!(auto(&with_feature("income", feature(Dtype::F64, true))), "1.1.0");
    assert_eq!(auto(&with_key("shop", Dtype::String)), "2.0.0");
}

#[test]
fn a_policy_decides_otherwise() {
    let layer = PolicyLayer::parse(
        "[compat.rules.\"output.nullable.added\"]\nrequired = \"minor\"\nreason = \"every reader handles missing rows\"",
    );
    let policy = Policy::effective(&[&layer.unwrap()], Timestamp::UNIX_EPOCH);
    let nullable = with_feature("age", feature(Dtype::I32, true));
    let asked = || Requested::Version("1.1.0".to_owned());
    assert!(publish(&asked(), &nullable, &Policy::default()).is_err());
    assert_eq!(publish(&asked(), &nullable, &policy).unwrap(), version("1.1.0"));
}

#[test]
fn binary_clients_are_judged_by_their_profile() {
    let tensors = PolicyLayer::parse("[compat]\nprofile = \"serving-tensor\"").unwrap();
    let policy = Policy::effective(&[&tensors], Timestamp::UNIX_EPOCH);
    let wider = with_key("customer", Dtype::I64);
    let verdict = compare(&candidate(&plain()), &candidate(&wider), &policy);
    assert_eq!(verdict.required_bump, RequiredBump::Major);
}

#[test]
fn a_back_port_leaves_the_next_version_compatible() {
    let more = with_feature("income", feature(Dtype::F64, true));
    let other = with_feature("balance", feature(Dtype::F64, true));
    let versions = vec![published("1.0.0", &plain()), published("1.2.0", &more)];
    let (candidate, policy) = (candidate(&other), Policy::default());
    let judge = Judge::new(&versions, &candidate, &policy);
    let verdict = judge.verdict(&version("1.1.0"));
    assert!(verdict.fires(Rule::VersionBackportConflict), "{verdict:#?}");
    assert_eq!(verdict.smallest_acceptable, Some(version("2.0.0")));
}

#[test]
fn a_number_that_is_not_semver_makes_no_version_of_either_type() {
    let id = || VersionId::new("v");
    let text = "is not a version number";
    let error = VersionedModel::new(id(), "v1", plain(), Timestamp::UNIX_EPOCH).unwrap_err().to_string();
    assert!(error.contains(text) && error.contains("write `1.0.0`"), "{error}");
    let error = VersionedModel::new(id(), "1.2", Signature::default(), Timestamp::UNIX_EPOCH).unwrap_err().to_string();
    assert!(error.contains(text) && error.contains("write `1.2.0`"), "{error}");
}
