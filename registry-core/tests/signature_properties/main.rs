//! Promises of the differ and the judge, for any signatures: what is equal differs in nothing, symbols are only names,
//! two small steps are no way round a big one, and a bump below major breaks no caller and no reader.
//!
//! Each exemption has a plain test with its smallest counterexample.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod calls;
mod change;
mod exemptions;
mod faults;
mod generate;
mod judging;
mod regressions;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use registry_core::bump::RequiredBump;
use registry_core::compat::{Difference, Level, Policy, PolicyLayer, Rule, compare};
use registry_core::contract::{Contract, Pointer, Signature, Size};
use registry_core::model::Candidate;
use serde_json::Value;

use calls::Completeness;
use change::{Change, change};
use faults::Fault;
use generate::signature;

/// `PROPTEST_CASES` may ask for more cases, never for fewer. A failure becomes a plain test, so none is stored.
fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: cases.max(default.cases), failure_persistence: None, ..default }
}

/// The signature of a JSON text.
fn parse(text: &str) -> Signature {
    serde_json::from_str(text).unwrap()
}

fn candidate(contract: &Signature) -> Candidate<Signature> {
    Candidate { contract: contract.clone(), facts: None, content_digest: None, manifest_digest: None }
}

fn tensor_policy() -> Policy {
    let layer = PolicyLayer::parse("[compat]\nprofile = \"serving-tensor\"").unwrap();
    Policy::effective(&[&layer], jiff::Timestamp::UNIX_EPOCH)
}

fn required(old: &Signature, new: &Signature, policy: &Policy) -> RequiredBump {
    compare(&candidate(old), &candidate(new), policy).required_bump
}

/// What a list of differences requires, as a differ that found no others would have it.
fn required_by(differences: &[Difference], policy: &Policy) -> RequiredBump {
    let demands = differences.iter().map(|difference| policy.demand(difference, None));
    let denied = demands.filter(|demand| demand.level == Level::Deny);
    denied.map(|demand| demand.required).max().unwrap_or_default()
}

/// The same signature after another exporter: every symbol has another name, in another alphabetical order.
fn renamed(signature: &Signature, suffix: &str) -> Signature {
    let names = BTreeMap::from([("N", "z"), ("M", "y"), ("K", "x"), ("F", "w"), ("G", "batch")]);
    let mut copy = signature.clone();
    for field in copy.inputs.values_mut().chain(copy.outputs.values_mut()) {
        field.for_each_dim_mut(&mut |dim| {
            if let Size::Symbol(name) = &mut dim.size {
                *name = format!("{}{suffix}", names.get(name.as_str()).unwrap_or(&name.as_str()));
            }
        });
    }
    copy
}

/// A difference without the texts that show names of symbols.
fn shape_of(difference: &Difference) -> (Rule, Option<String>, Pointer, Option<usize>) {
    let when = difference.when.map(|when| format!("{when:?}"));
    (difference.rule, when, difference.path.clone(), difference.axis)
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn equal_signatures_differ_in_nothing(a in signature()) {
        prop_assert_eq!(Signature::diff(&a, &a.clone()), []);
    }

    #[test]
    fn symbols_are_only_names(a in signature(), change in change()) {
        let b = change.of(&a);
        prop_assert_eq!(a.digest(), renamed(&a, "").digest());
        prop_assert_eq!(Signature::diff(&a, &renamed(&a, "1")), []);
        let shapes = |old: &Signature, new: &Signature| -> Vec<_> {
            Signature::diff(old, new).iter().map(shape_of).collect()
        };
        prop_assert_eq!(shapes(&a, &b), shapes(&renamed(&a, "1"), &renamed(&b, "2")));
        let pairs = Signature::diff(&a, &b).into_iter().zip(Signature::diff(&renamed(&a, "1"), &renamed(&b, "2")));
        for (one, other) in pairs {
            prop_assert!(one.is_same_as(&other), "{one:?}\n{other:?}");
        }
    }

    /// The judge compares nothing where the digests are equal.
    #[test]
    fn one_digest_means_no_difference(a in signature(), change in change()) {
        let b = change.of(&a);
        if a.digest() == b.digest() {
            prop_assert_eq!(Signature::diff(&a, &b), []);
        }
    }

    #[test]
    fn what_is_required_is_the_most_of_the_denied(a in signature(), change in change()) {
        let b = change.of(&a);
        for policy in [Policy::default(), tensor_policy()] {
            let most = required_by(&Signature::diff(&a, &b), &policy).max(RequiredBump::Patch);
            prop_assert_eq!(required(&a, &b, &policy), most);
        }
    }
}

/// The steps of a triangle, each with its differences.
struct Triangle<'a> {
    signatures: [&'a Signature; 3],
    first: Vec<Difference>,
    second: Vec<Difference>,
    both: Vec<Difference>,
}

impl<'a> Triangle<'a> {
    fn of(a: &'a Signature, b: &'a Signature, c: &'a Signature) -> Self {
        Self {
            signatures: [a, b, c],
            first: Signature::diff(a, b),
            second: Signature::diff(b, c),
            both: Signature::diff(a, c),
        }
    }

    /// The differences over both steps that require more than either step did, and that no exemption covers.
    fn gaps(&self, policy: &Policy) -> Vec<&Difference> {
        let steps = required_by(&self.first, policy).max(required_by(&self.second, policy));
        let more = |difference: &&Difference| {
            let demand = policy.demand(difference, None);
            demand.level == Level::Deny && demand.required > steps.max(RequiredBump::Patch)
        };
        self.both.iter().filter(more).filter(|difference| exemptions::triangle(self, difference).is_none()).collect()
    }
}

proptest! {
    #![proptest_config(config(1536))]

    #[test]
    fn two_steps_are_no_way_round_a_bigger_one(a in signature(), first in change(), second in change()) {
        let b = first.of(&a);
        let c = second.of(&b);
        let triangle = Triangle::of(&a, &b, &c);
        for policy in [Policy::default(), tensor_policy()] {
            let gaps = triangle.gaps(&policy);
            prop_assert!(
                gaps.is_empty(),
                "{:#?}\n{}\n{}\n{}\nfirst {:#?}\nsecond {:#?}",
                gaps, show(&a), show(&b), show(&c), triangle.first, triangle.second,
            );
        }
    }
}

fn show(signature: &Signature) -> Value {
    serde_json::to_value(signature).unwrap()
}

/// What the new server finds wrong with a request of an old caller, apart from the exemptions. None where the old
/// signature takes no request.
fn broken_request(old: &Signature, new: &Signature, differences: &[Difference], seed: u64) -> Option<Vec<Fault>> {
    let request = calls::request(old, seed, Completeness::Any)?;
    let (own, _) = faults::receive(old, &request);
    assert_eq!(own, [], "a sampled request is valid: {request:?}");
    let (mut faults, _) = faults::receive(new, &request);
    faults.retain(|fault| !exemptions::request(old, differences, fault));
    Some(faults)
}

/// What an old reader finds wrong with a response of the new server to a request that both take, apart from the
/// exemptions. None where there is no such request, or where the response is not determined.
fn broken_response(old: &Signature, new: &Signature, differences: &[Difference], seed: u64) -> Option<Vec<Fault>> {
    let request = calls::request(old, seed, Completeness::Complete)?;
    let (old_faults, old_sizes) = faults::receive(old, &request);
    let (new_faults, new_sizes) = faults::receive(new, &request);
    if !(old_faults.is_empty() && new_faults.is_empty()) {
        return None;
    }
    let response = calls::respond(new, &request, &new_sizes, seed)?;
    let mut faults = faults::read(old, &old_sizes, &response, exemptions::loose_axes(differences));
    faults.retain(|fault| !exemptions::response(old, differences, fault));
    Some(faults)
}

proptest! {
    #![proptest_config(config(1536))]

    #[test]
    fn below_major_every_old_request_is_taken(a in signature(), change in change(), seeds in any::<[u64; 4]>()) {
        let b = change.of(&a);
        let differences = Signature::diff(&a, &b);
        let is_major = required_by(&differences, &Policy::default()) == RequiredBump::Major;
        for seed in seeds.into_iter().filter(|_| !is_major) {
            let faults = broken_request(&a, &b, &differences, seed).unwrap_or_default();
            prop_assert!(faults.is_empty(), "{:?}\n{}\n{}\n{:#?}", faults, show(&a), show(&b), differences);
        }
    }

    #[test]
    fn below_major_every_new_response_is_read(a in signature(), change in change(), seeds in any::<[u64; 4]>()) {
        let b = change.of(&a);
        let differences = Signature::diff(&a, &b);
        let is_major = required_by(&differences, &Policy::default()) == RequiredBump::Major;
        for seed in seeds.into_iter().filter(|_| !is_major) {
            let faults = broken_response(&a, &b, &differences, seed).unwrap_or_default();
            prop_assert!(faults.is_empty(), "{:?}\n{}\n{}\n{:#?}", faults, show(&a), show(&b), differences);
        }
    }
}

/// Rules whose loss the checks above notice: without them a change looks smaller than major although a call breaks.
const CAUGHT: [Rule; 29] = [
    Rule::InputAddedRequired,
    Rule::InputBecameRequired,
    Rule::InputDimBoundsNarrowed,
    Rule::InputDimChanged,
    Rule::InputDimDynamicToFixed,
    Rule::InputDimSymbolLinked,
    Rule::InputDtypeChanged,
    Rule::InputDtypeNarrowed,
    Rule::InputEnumValueRemoved,
    Rule::InputNullableRemoved,
    Rule::InputOrderChanged,
    Rule::InputRankChanged,
    Rule::InputRankFixed,
    Rule::LabelsAppended,
    Rule::LabelsRemoved,
    Rule::OutputAddedPositional,
    Rule::OutputAliasRemoved,
    Rule::OutputBecameOptional,
    Rule::OutputDimChanged,
    Rule::OutputDimFixedToDynamic,
    Rule::OutputDtypeChanged,
    Rule::OutputDtypeWidened,
    Rule::OutputNullableAdded,
    Rule::OutputOrderChanged,
    Rule::OutputRankChanged,
    Rule::OutputRankFreed,
    Rule::OutputRemoved,
    Rule::ParamRemoved,
    Rule::ParamTypeChanged,
];

/// The one rule that makes the change major, when the checks notice that a differ does not know it.
fn caught(a: &Signature, b: &Signature, seed: u64) -> Option<Rule> {
    let policy = Policy::default();
    let is_major = |one: &Difference| required_by(std::slice::from_ref(one), &policy) == RequiredBump::Major;
    let (majors, rest): (Vec<_>, Vec<_>) = Signature::diff(a, b).into_iter().partition(is_major);
    let rule = majors.first()?.rule;
    let is_alone = majors.iter().all(|difference| difference.rule == rule);
    let faults = || [broken_request(a, b, &rest, seed), broken_response(a, b, &rest, seed)].into_iter().flatten();
    (is_alone && faults().any(|faults| !faults.is_empty())).then_some(rule)
}

/// The checks find something: a differ that is blind for one rule is caught. Every change is tried on every signature
/// of its round.
#[test]
fn a_blind_differ_is_caught() {
    let mut runner = TestRunner::deterministic();
    let (signatures, changes) = (signature(), change());
    let mut missed = BTreeSet::from(CAUGHT);
    for round in 0..80 {
        let old: Vec<_> = (0..12).map(|_| signatures.new_tree(&mut runner).unwrap().current()).collect();
        let changes: Vec<_> = (0..12).map(|_| changes.new_tree(&mut runner).unwrap().current()).collect();
        let pairs = old.iter().flat_map(|a| changes.iter().map(move |change| (a, change.of(a))));
        for rule in pairs.filter_map(|(a, b)| caught(a, &b, round)) {
            missed.remove(&rule);
        }
        if missed.is_empty() {
            return;
        }
    }
    assert_eq!(missed, BTreeSet::new());
}

#[test]
fn a_narrower_input_and_a_wider_output_are_caught() {
    let old = parse(
        r#"{"inputs": {"x": {"dtype": "f32", "shape": [224]}}, "outputs": {"y": {"dtype": "f32", "shape": [10]}}}"#,
    );
    let new = parse(
        r#"{"inputs": {"x": {"dtype": "f32", "shape": [256]}}, "outputs": {"y": {"dtype": "f32", "shape": [10]}}}"#,
    );
    let place = |side: &str, name: &str| calls::root(side).join(name).join("shape").join(0);
    assert_eq!(broken_request(&old, &new, &[], 1), Some(vec![Fault::Size(place("inputs", "x"))]));
    let new = parse(
        r#"{"inputs": {"x": {"dtype": "f32", "shape": [224]}}, "outputs": {"y": {"dtype": "f32", "shape": [11]}}}"#,
    );
    assert_eq!(broken_response(&old, &new, &[], 1), Some(vec![Fault::Size(place("outputs", "y"))]));
}

#[test]
fn changes_change() {
    let mut runner = TestRunner::deterministic();
    let mut sampled = || -> (Signature, Change) {
        (signature().new_tree(&mut runner).unwrap().current(), change().new_tree(&mut runner).unwrap().current())
    };
    let differ = (0..200).filter(|_| {
        let (a, change) = sampled();
        !Signature::diff(&a, &change.of(&a)).is_empty()
    });
    assert!(differ.count() > 100, "most changes are seen");
}
