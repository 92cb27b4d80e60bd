//! Puts an assessment into words: the texts of the rule files, filled in.

use serde_json::Value;

use super::judge::{Against, Assessment, Finding};
use super::numbers::NumberFinding;
use super::policy::Policy;
use super::verdict::{Change, MAX_CHANGES, PolicyRef, Verdict};
use super::{Difference, Rule};
use crate::bump::RequiredBump;
use crate::contract::{Pointer, Source};
use crate::version::Version;

/// The longest value that a message quotes, in characters; the whole stands in `old` and `new`.
const QUOTE_LIMIT: usize = 80;

/// The words that fill the placeholders of one change.
struct Words<'a> {
    name: &'a str,
    axis: Option<usize>,
    old: &'a Value,
    new: &'a Value,
    base: String,
    requested: String,
    smallest: String,
}

impl Words<'_> {
    fn fill(&self, template: &str) -> String {
        let axis = self.axis.map(|axis| axis.to_string()).unwrap_or_default();
        template
            .replace("{name}", self.name)
            .replace("{axis}", &axis)
            .replace("{base}", &self.base)
            .replace("{requested}", &self.requested)
            .replace("{smallest}", &self.smallest)
            .replace("{old}", &quoted(self.old))
            .replace("{new}", &quoted(self.new))
    }
}

/// A value as a message quotes it: texts bare, lists of texts separated by commas, anything long cut.
pub fn quoted(value: &Value) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().all(|item| !item.is_object() && !item.is_array()) => {
            items.iter().map(quoted).collect::<Vec<_>>().join(",")
        }
        other => other.to_string(),
    };
    if text.chars().count() <= QUOTE_LIMIT {
        return text;
    }
    text.chars().take(QUOTE_LIMIT).chain(['…']).collect()
}

/// The verdict on an assessment.
pub(super) fn verdict(
    assessment: Assessment,
    requested: Option<&Version>,
    smallest: Option<Version>,
    policy: &Policy,
) -> Verdict {
    let required_bump = assessment.required_bump();
    let accepted = requested.map(|_| assessment.accepted());
    let of_base = || assessment.findings.iter().filter(|finding| finding.against == Against::Base);
    let retraining = of_base().map(|finding| finding.demand.retraining).max().unwrap_or_default();
    let consumer_change = of_base().map(|finding| finding.demand.consumer_change).max().unwrap_or_default();
    let scene = Scene { requested, smallest: smallest.as_ref(), required_bump };
    let mut changes: Vec<Change> = assessment.numbers.iter().map(|finding| scene.number_change(finding)).collect();
    let numbers = changes.len();
    changes.extend(assessment.findings.iter().map(|finding| scene.change(finding)));
    let mut rest = changes.split_off(numbers);
    rest.sort_by(|left, right| {
        let rank = |change: &Change| {
            (!change.refuses, std::cmp::Reverse(change.required_bump), std::cmp::Reverse(change.level))
        };
        rank(left)
            .cmp(&rank(right))
            .then_with(|| right.against.cmp(&left.against))
            .then_with(|| left.path.cmp(&right.path))
    });
    changes.append(&mut rest);
    let total = changes.len();
    changes.truncate(MAX_CHANGES);
    Verdict {
        accepted,
        requested: requested.map(ToString::to_string),
        base: assessment.base,
        compared_with: assessment.compared_with,
        required_bump,
        smallest_acceptable: smallest,
        retraining,
        consumer_change,
        policy: PolicyRef::of(policy),
        changes,
        changes_total: (total > MAX_CHANGES).then_some(total),
    }
}

/// The verdict on a text that is no version number.
pub(crate) fn not_semver(text: &str, reason: &str, policy: &Policy) -> Verdict {
    let finding = NumberFinding::new(Rule::VersionNotSemver, Value::Null, text, policy);
    let scene = Scene { requested: None, smallest: None, required_bump: RequiredBump::Patch };
    let change = Change { why: reason.to_owned(), ..scene.number_change(&finding) };
    let empty = verdict(Assessment::default(), None, None, policy);
    Verdict { accepted: Some(false), requested: Some(text.to_owned()), changes: vec![change], ..empty }
}

/// What all changes of one verdict share.
struct Scene<'a> {
    requested: Option<&'a Version>,
    smallest: Option<&'a Version>,
    required_bump: RequiredBump,
}

impl Scene<'_> {
    fn words<'w>(
        &self,
        name: &'w str,
        axis: Option<usize>,
        (old, new): (&'w Value, &'w Value),
        base: Option<&Version>,
    ) -> Words<'w> {
        let or = |version: Option<&Version>, otherwise: &str| {
            version.map_or_else(|| otherwise.to_owned(), ToString::to_string)
        };
        let next = format!("the next {} version", self.required_bump);
        Words {
            name,
            axis,
            old,
            new,
            base: or(base, "the old version"),
            requested: or(self.requested, "the new version"),
            smallest: or(self.smallest, &next),
        }
    }

    fn change(&self, finding: &Finding) -> Change {
        let Difference { rule, path, old, new, name, axis, remark, witness, source, when: _, normalized: _ } =
            &*finding.difference;
        // Against the successor the candidate is the older one.
        let base = if finding.against == Against::Successor { self.requested } else { finding.version.as_ref() };
        let words = self.words(name, *axis, (old, new), base);
        let spec = rule.spec();
        let message = words.fill(&spec.message);
        Change {
            rule: *rule,
            level: finding.demand.level,
            required_bump: finding.demand.required,
            path: path.clone(),
            old: old.clone(),
            new: new.clone(),
            against: finding.version.clone(),
            retraining: finding.demand.retraining,
            consumer_change: finding.demand.consumer_change,
            message: remark.as_ref().map_or_else(|| message.clone(), |remark| format!("{message}; {remark}")),
            why: words.fill(&spec.why),
            fix: words.fill(&spec.fix),
            // A witness shows what fails, so only a break has one.
            witness: witness.clone().filter(|_| finding.demand.required == RequiredBump::Major),
            source: *source,
            refuses: finding.refuses,
        }
    }

    fn number_change(&self, finding: &NumberFinding) -> Change {
        let base = self.requested;
        let words = self.words("version", None, (&finding.old, &finding.new), base);
        let spec = finding.rule.spec();
        Change {
            rule: finding.rule,
            level: finding.demand.level,
            required_bump: finding.demand.required,
            path: Pointer::root().join("version"),
            old: finding.old.clone(),
            new: finding.new.clone(),
            against: None,
            retraining: finding.demand.retraining,
            consumer_change: finding.demand.consumer_change,
            message: words.fill(&spec.message),
            why: words.fill(&spec.why),
            fix: words.fill(&spec.fix),
            witness: None,
            source: Source::Declared,
            refuses: finding.refuses,
        }
    }
}
