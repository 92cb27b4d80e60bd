//! The judge: which pairs of versions are compared, and what refuses a number. See "Which pairs are judged" in
//! `docs/compatibility.md`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::numbers::{self, NumberFinding};
use super::policy::Policy;
use super::rule::{Demand, Level};
use super::verdict::Verdict;
use super::{Difference, Rule, render};
use crate::bump::{RequiredBump, Step};
use crate::contract::{Contract, Pointer};
use crate::digest::Digest;
use crate::model::{Candidate, Published};
use crate::version::{Line, Version};

type Differences = Rc<[Rc<Difference>]>;

/// Differences that stood already, by rule and place: there may be thousands of them.
struct Stood<'a>(BTreeMap<(Rule, &'a Pointer), Vec<&'a Difference>>);

impl<'a> Stood<'a> {
    fn of(differences: &'a [Rc<Difference>]) -> Self {
        let mut by_place: BTreeMap<_, Vec<&Difference>> = BTreeMap::new();
        for difference in differences {
            by_place.entry((difference.rule, &difference.path)).or_default().push(difference);
        }
        Self(by_place)
    }

    fn has(&self, difference: &Difference) -> bool {
        let known = self.0.get(&(difference.rule, &difference.path));
        known.is_some_and(|known| known.iter().any(|known| known.is_same_as(difference)))
    }
}

/// Which version a difference was found against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Against {
    /// The base of the report.
    Base,
    /// Another live predecessor in the line.
    Predecessor,
    /// The next live version in the line.
    Successor,
}

/// A difference with what the policy asks for it.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) difference: Rc<Difference>,
    pub(super) demand: Demand,
    pub(super) against: Against,
    /// The version it was compared with; none for an old file without a number.
    pub(super) version: Option<Version>,
    pub(super) refuses: bool,
}

/// Everything that is found out about one number, before it is put into words.
#[derive(Debug, Default)]
pub(super) struct Assessment {
    pub(super) base: Option<Version>,
    pub(super) compared_with: Vec<Version>,
    pub(super) same_content: bool,
    pub(super) findings: Vec<Finding>,
    pub(super) numbers: Vec<NumberFinding>,
}

impl Assessment {
    pub(super) fn accepted(&self) -> bool {
        !self.numbers.iter().any(|finding| finding.refuses)
    }

    /// The semantic class of what changed since the base: the same bytes need no version, and anything else is at least
    /// a patch.
    pub(super) fn required_bump(&self) -> RequiredBump {
        if self.same_content {
            return RequiredBump::None;
        }
        let backwards = self.findings.iter().filter(|finding| finding.against != Against::Successor);
        let denied = backwards.filter(|finding| finding.demand.level == Level::Deny);
        denied.map(|finding| finding.demand.required).max().unwrap_or_default().max(RequiredBump::Patch)
    }
}

/// Judges one candidate against the versions of its model, under any number.
#[derive(Debug)]
pub struct Judge<'a, T: Contract> {
    /// In ascending order.
    versions: Vec<&'a Published<T>>,
    candidate: &'a Candidate<T>,
    candidate_digest: Digest,
    policy: &'a Policy,
    /// Differences by the digests of the older and the newer contract: a line has few distinct contracts, and the
    /// search for the smallest number asks for the same pairs again and again.
    compared: RefCell<BTreeMap<(Digest, Digest), Differences>>,
}

impl<'a, T: Contract> Judge<'a, T> {
    /// A judge over these versions, in any order and any state.
    pub fn new(versions: &'a [Published<T>], candidate: &'a Candidate<T>, policy: &'a Policy) -> Self {
        let mut sorted: Vec<&Published<T>> = versions.iter().collect();
        sorted.sort_by(|left, right| left.version().cmp(right.version()));
        Self {
            versions: sorted,
            candidate,
            candidate_digest: candidate.contract.digest(),
            policy,
            compared: RefCell::default(),
        }
    }

    /// The verdict on a number.
    pub fn verdict(&self, requested: &Version) -> Verdict {
        let assessment = self.assess(requested);
        let nothing_changed = assessment.numbers.iter().any(|finding| finding.rule == Rule::NothingChanged);
        let smallest = if nothing_changed { None } else { self.smallest_for(requested) };
        render::verdict(assessment, Some(requested), smallest, self.policy)
    }

    /// The verdict on a version that comes back under the number it has: whether it and the live versions of its line
    /// still keep what their numbers promise. That the number is taken, and what else is said of new numbers, is no matter.
    pub(crate) fn verdict_on_return(&self, number: &Version) -> Verdict {
        let mut assessment = self.assess(number);
        let is_promise = |rule: Rule| matches!(rule, Rule::VersionTooSmall | Rule::VersionBackportConflict);
        assessment.numbers.retain(|finding| is_promise(finding.rule));
        let smallest = if assessment.accepted() { None } else { self.smallest_for(number) };
        render::verdict(assessment, Some(number), smallest, self.policy)
    }

    /// Whether the number is acceptable.
    pub fn accepts(&self, requested: &Version) -> bool {
        self.assess(requested).accepted()
    }

    /// The lowest acceptable number for a publisher who asked for `requested`; it keeps a pre-release suffix.
    pub fn smallest_for(&self, requested: &Version) -> Option<Version> {
        let floor = self.base(requested);
        // A live version under the very number follows its predecessor too.
        let is_taken = self.versions.iter().any(|live| live.version() == requested && live.is_live_stable());
        let successor_exists = is_taken || self.successor(requested).is_some();
        let after = floor.filter(|_| successor_exists).map(Published::version);
        let candidates = numbers::candidates(self.versions.iter().copied().map(Published::version), after);
        self.lowest(candidates, floor.map(Published::version), requested.pre())
    }

    /// The lowest acceptable number for a publisher who asked for none: above the highest live stable version, or above
    /// the highest one of `line`.
    pub fn smallest(&self, line: Option<Line>) -> Option<Version> {
        let tip = self.highest_live_stable(line).map(Published::version);
        let in_line = |version: &Version| line.is_none_or(|line| version.line() == line);
        let numbers = self.versions.iter().copied().map(Published::version);
        let candidates = numbers::candidates(numbers, None).into_iter().filter(|version| in_line(version));
        self.lowest(candidates.collect(), tip, "")
    }

    /// The highest live stable version, in the whole model or in one line.
    pub fn highest_live_stable(&self, line: Option<Line>) -> Option<&'a Published<T>> {
        let mut live = self.versions.iter().rev().filter(|published| published.is_live_stable());
        live.find(|published| line.is_none_or(|line| published.version().line() == line)).copied()
    }

    fn lowest(&self, candidates: BTreeSet<Version>, floor: Option<&Version>, pre: &str) -> Option<Version> {
        let all = || self.versions.iter().copied().map(Published::version);
        let mut suffixed: BTreeSet<Version> =
            candidates.into_iter().filter_map(|version| numbers::with_free_suffix(&version, pre, all())).collect();
        suffixed.retain(|version| floor.is_none_or(|floor| version > floor));
        suffixed.into_iter().find(|version| self.accepts(version))
    }

    /// The nearest lower live stable version, in any line.
    fn base(&self, number: &Version) -> Option<&'a Published<T>> {
        let below = self.versions.iter().rev().filter(|published| published.version() < number);
        below.copied().find(|published| published.is_live_stable())
    }

    /// The next live stable version in the line; the stable version of the same triple does not follow its
    /// pre-releases.
    fn successor(&self, number: &Version) -> Option<&'a Published<T>> {
        let above = self.versions.iter().filter(|published| published.version() > number && published.is_live_stable());
        let mut in_line = above.filter(|published| published.version().line() == number.line());
        in_line.find(|published| published.version().triple() != number.triple()).copied()
    }

    fn assess(&self, number: &Version) -> Assessment {
        let base = self.base(number);
        let mut assessment = Assessment {
            base: base.map(|base| base.version().clone()),
            same_content: base.is_some_and(|base| self.has_same_content(base)),
            ..Assessment::default()
        };
        if let Some(base) = base {
            assessment.compared_with.push(base.version().clone());
            self.find_against_base(base, number, &mut assessment);
            self.find_against_others(base, number, &mut assessment);
        }
        let too_small = assessment.findings.iter().any(|finding| finding.refuses);
        self.find_against_successor(number, &mut assessment);
        let conflict =
            assessment.findings.iter().any(|finding| finding.refuses && finding.against == Against::Successor);
        let facts = numbers::Facts {
            number,
            versions: &self.versions.iter().copied().map(Published::version).collect::<Vec<_>>(),
            base: base.map(Published::version),
            successor: self.successor(number).map(Published::version),
            required: assessment.required_bump(),
            same_content_in_line: assessment.same_content
                && base.is_some_and(|base| base.version().line() == number.line()),
            too_small,
            conflict,
        };
        assessment.numbers = numbers::check(&facts, self.policy);
        assessment
    }

    fn has_same_content(&self, published: &Published<T>) -> bool {
        self.candidate.content_digest.is_some() && self.candidate.content_digest == published.content_digest
    }

    /// The base is always compared, facts and all; it can refuse only in its own line.
    fn find_against_base(&self, base: &Published<T>, number: &Version, assessment: &mut Assessment) {
        let mut differences: Vec<Rc<Difference>> = self.differences_to_candidate(base).to_vec();
        if let (Some(old), Some(new)) = (&base.facts, &self.candidate.facts) {
            differences.extend(T::diff_facts(old, new).into_iter().map(Rc::new));
        }
        differences.extend(self.reused_names(base, number).into_iter().map(Rc::new));
        let step = Step::between(base.version(), number);
        differences.retain(|difference| !difference.rule.spec().patch_only || step == Step::Patch);
        let findings = differences.into_iter().map(|difference| self.finding(difference, base, Against::Base, step));
        assessment.findings.extend(findings);
    }

    /// The other live predecessors in the line, one for each distinct contract. The highest of those that share a
    /// contract is the nearest, so it leaves the smallest step.
    fn find_against_others(&self, base: &Published<T>, number: &Version, assessment: &mut Assessment) {
        let mut seen = BTreeSet::from([base.contract_digest]);
        let below = self.versions.iter().rev().filter(|published| published.version() < base.version());
        let in_line = below.take_while(|published| published.version().line() == number.line());
        for published in in_line.filter(|published| published.is_live_stable()) {
            if !seen.insert(published.contract_digest) {
                continue;
            }
            assessment.compared_with.push(published.version().clone());
            let step = Step::between(published.version(), number);
            let stood = self.differences(published, base);
            let fresh = self.differences_to_candidate(published);
            let stood = Stood::of(&stood);
            let fresh = fresh.iter().filter(|difference| !stood.has(difference));
            let findings =
                fresh.map(|difference| self.finding(Rc::clone(difference), published, Against::Predecessor, step));
            assessment.findings.extend(findings.filter(|finding| {
                finding.demand.level == Level::Deny && finding.demand.required > RequiredBump::Patch
            }));
        }
    }

    /// A back-port must leave the next version a compatible replacement. What already stood between a base in this line
    /// and the successor is no fault of the back-port, nor is a fact that it declares. A base in another line excuses
    /// nothing: across lines everything may differ.
    fn find_against_successor(&self, number: &Version, assessment: &mut Assessment) {
        let Some(successor) = self.successor(number) else { return };
        assessment.compared_with.push(successor.version().clone());
        let in_line = self.base(number).filter(|base| base.version().line() == number.line());
        let stood = in_line.map(|base| self.differences(base, successor));
        let stood = Stood::of(stood.as_deref().unwrap_or_default());
        let step = Step::between(number, successor.version());
        let consumption = self.candidate.contract.consumption();
        let differences = self.compare(self.candidate_digest, &self.candidate.contract, successor);
        for difference in differences.iter().filter(|difference| !difference.rule.id().starts_with("fact.")) {
            let demand = self.policy.demand(difference, consumption);
            let refuses = demand.level == Level::Deny && !step.announces(demand.required);
            if refuses && !stood.has(difference) {
                assessment.findings.push(Finding {
                    difference: Rc::clone(difference),
                    demand,
                    against: Against::Successor,
                    version: Some(successor.version().clone()),
                    refuses,
                });
            }
        }
    }

    fn finding(&self, difference: Rc<Difference>, published: &Published<T>, against: Against, step: Step) -> Finding {
        let demand = self.policy.demand(&difference, published.model.payload.consumption());
        let refuses = demand.level == Level::Deny && !step.announces(demand.required);
        Finding { difference, demand, against, version: Some(published.version().clone()), refuses }
    }

    /// Names that come back with another meaning; what is gone still counts, because old clients may still send it.
    fn reused_names(&self, base: &Published<T>, number: &Version) -> Vec<Difference> {
        let mut seen = BTreeSet::from([base.contract_digest]);
        let mut reused: Vec<Difference> = Vec::new();
        let earlier = self.versions.iter().filter(|published| published.version() < number);
        for published in earlier.filter(|published| published.version().line() == number.line()) {
            if seen.insert(published.contract_digest) {
                let found = T::reused_names(&published.model.payload, &base.model.payload, &self.candidate.contract);
                reused.extend(found.into_iter().map(|difference| {
                    difference.with_remark(format!("{} used the name for something else", published.version()))
                }));
            }
        }
        reused.dedup_by(|left, right| left.is_same_as(right));
        reused
    }

    fn differences_to_candidate(&self, old: &Published<T>) -> Differences {
        let key = (old.contract_digest, self.candidate_digest);
        self.cached(key, || T::diff(&old.model.payload, &self.candidate.contract))
    }

    fn differences(&self, old: &Published<T>, new: &Published<T>) -> Differences {
        self.compare(old.contract_digest, &old.model.payload, new)
    }

    fn compare(&self, old_digest: Digest, old: &T, new: &Published<T>) -> Differences {
        self.cached((old_digest, new.contract_digest), || T::diff(old, &new.model.payload))
    }

    fn cached(&self, key: (Digest, Digest), diff: impl FnOnce() -> Vec<Difference>) -> Differences {
        if key.0 == key.1 {
            return Rc::default();
        }
        if let Some(known) = self.compared.borrow().get(&key) {
            return Rc::clone(known);
        }
        let differences: Differences = diff().into_iter().map(Rc::new).collect();
        self.compared.borrow_mut().insert(key, Rc::clone(&differences));
        differences
    }
}

/// The verdict on two contracts of which neither needs a number: what changed, and which bump that requires.
pub fn compare<T: Contract>(old: &Candidate<T>, new: &Candidate<T>, policy: &Policy) -> Verdict {
    let mut differences = T::diff(&old.contract, &new.contract);
    if let (Some(before), Some(after)) = (&old.facts, &new.facts) {
        differences.extend(T::diff_facts(before, after));
    }
    let consumption = old.contract.consumption();
    let findings = differences.into_iter().map(|difference| Finding {
        demand: policy.demand(&difference, consumption),
        difference: Rc::new(difference),
        against: Against::Base,
        version: None,
        refuses: false,
    });
    let assessment = Assessment {
        same_content: old.content_digest.is_some() && old.content_digest == new.content_digest,
        findings: findings.collect(),
        ..Assessment::default()
    };
    render::verdict(assessment, None, None, policy)
}
