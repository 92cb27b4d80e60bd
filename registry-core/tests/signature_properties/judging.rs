//! Promises of the judge and of the decision, for any history of any contracts.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use registry_core::bump::Step;
use registry_core::compat::{Difference, Digit, Judge, Level, Policy, Rule, Verdict};
use registry_core::contract::{Contract, Signature};
use registry_core::digest::Digest;
use registry_core::model::{Candidate, Published, VersionId, VersionedModel};
use registry_core::publish::{Decision, Requested, Snapshot, decide};
use registry_core::state::VersionState;
use registry_core::version::{Line, Version};

use super::change::{Change, change};
use super::config;
use super::generate::signature;

fn number() -> impl Strategy<Value = String> {
    let triple = (0..3_u64, 0..3_u64, 0..3_u64);
    let pre = select(vec!["", "", "", "-rc.1", "-rc.2"]);
    (triple, pre).prop_map(|((major, minor, patch), pre)| format!("{major}.{minor}.{patch}{pre}"))
}

fn state() -> impl Strategy<Value = VersionState> {
    use VersionState::{Active, Deleted, Deprecated, Disabled, Yanked};
    select(vec![Active, Active, Active, Deprecated, Yanked, Disabled, Deleted])
}

#[derive(Debug, Clone)]
struct History {
    versions: Vec<Published<Signature>>,
    candidate: Candidate<Signature>,
}

fn history() -> impl Strategy<Value = History> {
    let changed = || proptest::option::weighted(0.7, change());
    // Each changes an earlier contract, or repeats it.
    let release = (number(), state(), any::<Index>(), changed());
    let releases = proptest::collection::vec(release, 0..6);
    (signature(), releases, any::<Index>(), changed()).prop_map(|(first, releases, index, change)| {
        let mut contracts = vec![first];
        let mut versions: BTreeMap<Version, Published<Signature>> = BTreeMap::new();
        for (text, state, index, change) in releases {
            let contract = derived(&contracts, index, change.as_ref());
            contracts.push(contract.clone());
            let version = published(&text, contract, state);
            versions.entry(version.version().clone()).or_insert(version);
        }
        let candidate = candidate(derived(&contracts, index, change.as_ref()));
        History { versions: versions.into_values().collect(), candidate }
    })
}

fn derived(contracts: &[Signature], index: Index, change: Option<&Change>) -> Signature {
    let parent = index.get(contracts);
    change.map_or_else(|| parent.clone(), |change| change.of(parent))
}

/// The contract stands for the whole content.
fn candidate(contract: Signature) -> Candidate<Signature> {
    let content_digest = Some(contract.digest());
    Candidate { contract, facts: None, content_digest, manifest_digest: None }
}

fn published(version: &str, contract: Signature, state: VersionState) -> Published<Signature> {
    let content_digest = Some(contract.digest());
    let model = VersionedModel::new(VersionId::new(version), version, contract, Timestamp::UNIX_EPOCH).unwrap();
    Published { state, content_digest, ..Published::new(model) }
}

/// The candidates that compatibility.md lists, for a publisher who asked for `asked`.
fn candidates(versions: &[Published<Signature>], asked: &Version) -> BTreeSet<Version> {
    let live = || versions.iter().filter(|one| one.is_live_stable()).map(Published::version);
    let floor = live().filter(|version| *version < asked).max();
    let follows =
        |version: &Version| version > asked && version.line() == asked.line() && version.triple() != asked.triple();
    // A live version under the very number follows its predecessor too.
    let has_successor = live().any(|version| version == asked || follows(version));
    let mut tips: BTreeMap<Line, &Version> = BTreeMap::new();
    for version in versions.iter().map(Published::version) {
        let tip = tips.entry(version.line()).or_insert(version);
        *tip = (*tip).max(version);
    }
    let after = tips.into_values().chain(floor.filter(|_| has_successor));
    let next = after.flat_map(|version| {
        [Digit::Major, Digit::Minor, Digit::Patch].into_iter().filter_map(|digit| digit.next_after(version))
    });
    next.filter(|version| floor.is_none_or(|floor| version > floor)).collect()
}

/// Acceptance as compatibility.md words it, pair by pair and without any memory.
fn is_accepted_by_the_text(history: &History, number: &Version, policy: &Policy) -> bool {
    let History { versions, candidate } = history;
    let live: Vec<&Published<Signature>> = versions.iter().filter(|one| one.is_live_stable()).collect();
    let in_line = || live.iter().filter(|one| one.version().line() == number.line());
    let base = live.iter().filter(|one| one.version() < number).max_by_key(|one| one.version());
    let successor = in_line()
        .filter(|one| one.version() > number && one.version().triple() != number.triple())
        .min_by_key(|one| one.version());
    let refuses = |difference: &Difference, old: &Signature, step: Step| {
        let demand = policy.demand(difference, old.consumption());
        demand.level == Level::Deny && !step.announces(demand.required)
    };
    let stands = |known: &[Difference], difference: &Difference| known.iter().any(|one| one.is_same_as(difference));
    let exists = versions.iter().any(|one| one.version() == number);
    let nothing_changed = base
        .is_some_and(|base| base.version().line() == number.line() && base.content_digest == candidate.content_digest);
    let too_small = in_line().filter(|one| one.version() < number).any(|predecessor| {
        let old = &predecessor.model.payload;
        let base = base.filter(|base| base.version() != predecessor.version());
        let stood = base.map(|base| Signature::diff(old, &base.model.payload)).unwrap_or_default();
        let step = Step::between(predecessor.version(), number);
        let differences = Signature::diff(old, &candidate.contract);
        differences.iter().any(|difference| !stands(&stood, difference) && refuses(difference, old, step))
    });
    let reuses = base.filter(|base| base.version().line() == number.line()).is_some_and(|base| {
        let mut earlier = versions.iter().filter(|one| one.version() < number && one.version().line() == number.line());
        earlier.any(|one| {
            !Signature::reused_names(&one.model.payload, &base.model.payload, &candidate.contract).is_empty()
        })
    });
    let conflicts = successor.is_some_and(|successor| {
        // A base in another line excuses nothing: across lines everything may differ.
        let base = base.filter(|base| base.version().line() == number.line());
        let stood = base.map(|base| Signature::diff(&base.model.payload, &successor.model.payload)).unwrap_or_default();
        let differences = Signature::diff(&candidate.contract, &successor.model.payload);
        let step = Step::between(number, successor.version());
        differences
            .iter()
            .filter(|difference| !matches!(difference.rule, Rule::FactDeclared | Rule::FactWithdrawn))
            .any(|difference| !stands(&stood, difference) && refuses(difference, &candidate.contract, step))
    });
    !(exists || nothing_changed || too_small || reuses || conflicts)
}

fn is_consistent(verdict: &Verdict) -> bool {
    let refused = verdict.changes.iter().any(|change| change.refuses);
    verdict.accepted == Some(!refused) && refused == verdict.violations().next().is_some()
}

fn decision(history: &History, asked: &Requested) -> Result<Decision, Box<Verdict>> {
    let snapshot = Snapshot { revision: 1, versions: history.versions.clone() };
    decide(&snapshot, asked, &history.candidate, &Policy::default()).map_err(|refusal| Box::new(refusal.verdict))
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_number_is_accepted_as_the_text_says(history in history(), asked in number()) {
        let (asked, policy): (Version, _) = (asked.parse().unwrap(), Policy::default());
        let verdict = Judge::new(&history.versions, &history.candidate, &policy).verdict(&asked);
        prop_assert!(is_consistent(&verdict), "{:#?}", verdict);
        let expected = is_accepted_by_the_text(&history, &asked, &policy);
        prop_assert_eq!(verdict.accepted, Some(expected), "{:#?}", verdict);
    }

    #[test]
    fn the_smallest_acceptable_number_is_accepted_and_is_the_smallest(history in history(), asked in number()) {
        let (asked, policy): (Version, _) = (asked.parse().unwrap(), Policy::default());
        let judge = Judge::new(&history.versions, &history.candidate, &policy);
        let verdict = judge.verdict(&asked);
        let smallest = verdict.smallest_acceptable.clone();
        if let Some(smallest) = &smallest {
            let published = decision(&history, &Requested::Version(smallest.to_string()));
            prop_assert!(matches!(&published, Ok(Decision::Publish(one)) if one.version == *smallest), "{:#?}", published);
            prop_assert_eq!(smallest.is_prerelease(), asked.is_prerelease());
        }
        if verdict.fires(Rule::NothingChanged) {
            prop_assert_eq!(smallest, None);
        } else if !asked.is_prerelease() {
            let accepted = candidates(&history.versions, &asked).into_iter().find(|version| judge.accepts(version));
            prop_assert_eq!(smallest, accepted);
        }
    }

    #[test]
    fn the_order_of_the_versions_decides_nothing(
        (history, shuffled) in history().prop_flat_map(|history| {
            let versions = Just(history.versions.clone()).prop_shuffle();
            (Just(history), versions)
        }),
        asked in number(),
    ) {
        let shuffled = History { versions: shuffled, ..history.clone() };
        let requests = [Requested::Version(asked), Requested::Auto { line: None }, Requested::Bump { digit: Digit::Minor, line: None }];
        for asked in requests {
            let first = decision(&history, &asked);
            prop_assert_eq!(&first, &decision(&history, &asked));
            prop_assert_eq!(&first, &decision(&shuffled, &asked));
        }
    }

    /// `--bump auto` is never refused in the whole model: there is always a line of its own.
    #[test]
    fn auto_finds_a_number(history in history()) {
        let decision = decision(&history, &Requested::Auto { line: None });
        prop_assert!(decision.is_ok(), "{:#?}", decision);
    }

    /// Whatever differences an override once let through: they were judged with the base, and a patch of the base
    /// passes after the override is gone.
    #[test]
    fn what_stood_in_the_base_blocks_no_patch(
        first in signature(),
        changes in proptest::collection::vec(change(), 1..4),
        state in select(vec![VersionState::Active, VersionState::Deprecated]),
    ) {
        let mut contracts = vec![first];
        for change in &changes {
            contracts.extend(contracts.last().map(|last| change.of(last)));
        }
        let last = contracts.last().cloned().unwrap();
        let line = contracts.into_iter().zip(0..);
        let versions: Vec<_> = line.map(|(contract, minor): (_, u64)| published(&format!("1.{minor}.0"), contract, state)).collect();
        let content_digest = Some(Digest::of(b"other weights"));
        let history = History { versions, candidate: Candidate { content_digest, ..candidate(last) } };
        let asked = format!("1.{}.1", changes.len());
        let published = decision(&history, &Requested::Version(asked));
        prop_assert!(matches!(&published, Ok(Decision::Publish(_))), "{:#?}", published);
    }
}

/// The check of acceptance finds something: without the successor, a back-port that breaks it would pass.
#[test]
fn a_judge_that_forgets_the_successor_is_caught() {
    let plain = super::parse(r#"{"inputs": {}, "outputs": {"y": {"dtype": "f32", "shape": []}}}"#);
    let more = super::parse(
        r#"{"inputs": {}, "outputs": {"y": {"dtype": "f32", "shape": []}, "z": {"dtype": "f32", "shape": []}}}"#,
    );
    let active = |version: &str, contract: &Signature| published(version, contract.clone(), VersionState::Active);
    let mut history =
        History { versions: vec![active("1.0.0", &plain), active("1.1.0", &plain)], candidate: candidate(more) };
    let (asked, policy): (Version, _) = ("1.0.1".parse().unwrap(), Policy::default());
    assert!(!is_accepted_by_the_text(&history, &asked, &policy));
    let asked: Version = "1.2.0".parse().unwrap();
    assert!(is_accepted_by_the_text(&history, &asked, &policy));
    history.versions.push(active("1.3.0", &plain));
    assert!(!is_accepted_by_the_text(&history, &asked, &policy), "1.3.0 removes the output again");
}
