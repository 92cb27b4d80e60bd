//! What the judge remembers of a line, case by case.

#![expect(clippy::unwrap_used, reason = "a case that cannot be read is a broken test")]

use jiff::Timestamp;
use registry_core::compat::{Judge, Policy, PolicyLayer, Rule};
use registry_core::contract::Signature;
use registry_core::model::{Candidate, Published, VersionId, VersionedModel};
use registry_core::publish::bring_back;
use registry_core::state::VersionState;

fn contract(json: &str) -> Signature {
    serde_json::from_str(json).unwrap()
}

/// A model with one input and one output of these shapes.
fn model(input: &str, output: &str) -> Signature {
    contract(&format!(
        r#"{{"inputs": {{"x": {{"dtype": "f32", "shape": {input}}}}},
             "outputs": {{"y": {{"dtype": "f32", "shape": {output}}}}}}}"#
    ))
}

fn published(version: &str, contract: Signature) -> Published<Signature> {
    let id = VersionId::new(version);
    Published::new(VersionedModel::new(id, version, contract, Timestamp::UNIX_EPOCH).unwrap())
}

fn candidate(contract: Signature) -> Candidate<Signature> {
    Candidate { contract, facts: None, content_digest: None, manifest_digest: None }
}

/// What was allowed once and is denied now does not block the line: whatever the exporter calls its axes today.
#[test]
fn a_renamed_symbol_is_no_new_change() {
    let breaks = [
        (model("[4, 8]", "[4]"), ("[4]", "[4]"), ("[4]", "[4]")),
        (model("[4, 8]", "[4]"), (r#"["batch", "batch", 3]"#, "[4]"), (r#"["N", "N", 3]"#, "[4]")),
        (model("[4, 8]", "[4]"), (r#"["batch", 9]"#, r#"["batch"]"#), (r#"["N", 9]"#, r#"["N"]"#)),
        (model("[4, 8]", "[4]"), ("[4, 8]", r#"["batch"]"#), ("[4, 8]", r#"["N"]"#)),
        (model("[4, 8]", "[4]"), ("[4, 8]", r#"["batch", "batch"]"#), ("[4, 8]", r#"["N", "N"]"#)),
    ];
    for (first, judged, renamed) in breaks {
        let line = [published("1.0.0", first), published("1.1.0", model(judged.0, judged.1))];
        let mut next = model(renamed.0, renamed.1);
        next.license = Some("MIT".to_owned());
        let (next, policy) = (candidate(next), Policy::default());
        let verdict = Judge::new(&line, &next, &policy).verdict(&"1.1.1".parse().unwrap());
        assert_eq!(verdict.accepted, Some(true), "{judged:?}: {verdict:#?}");
    }
}

#[test]
fn another_structure_is_a_new_change() {
    let line = [published("1.0.0", model("[4, 8]", "[4]")), published("1.1.0", model("[4, 8]", r#"["A", "A"]"#))];
    let (next, policy) = (candidate(model("[4, 8]", r#"["A", "B"]"#)), Policy::default());
    assert!(!Judge::new(&line, &next, &policy).accepts(&"1.1.1".parse().unwrap()));
}

/// Why a version that is yanked may not come back to the others of its line.
fn conflict(line: &[(&str, Signature)], returning: &str, policy: &Policy) -> Option<(Rule, Option<String>)> {
    let mut versions: Vec<_> = line.iter().map(|(version, contract)| published(version, contract.clone())).collect();
    let away = versions.iter_mut().find(|one| one.version().to_string() == returning).unwrap();
    away.state = VersionState::Yanked;
    let away = away.clone();
    let refusal = bring_back(&versions, &away, policy).err()?;
    assert_eq!(refusal.code, "return-conflict");
    let smallest = refusal.verdict.smallest_acceptable.as_ref().map(ToString::to_string);
    Some((refusal.verdict.violations().next().unwrap().rule, smallest))
}

#[test]
fn a_version_comes_back_only_where_no_number_lies() {
    let with_inputs = |names: &[&str]| {
        let input = |name: &&str| format!(r#""{name}": {{"dtype": "f32", "shape": [4], "optional": true}}"#);
        let inputs: Vec<String> = names.iter().map(input).collect();
        contract(&format!(r#"{{"inputs": {{{}}}, "outputs": {{}}}}"#, inputs.join(", ")))
    };
    let (one, two, other) = (with_inputs(&["a"]), with_inputs(&["a", "b"]), with_inputs(&["a", "c"]));
    let policy = Policy::default();
    // 1.3.0 was published while 1.2.0 was away: it never had `b`.
    let line = [("1.1.0", one.clone()), ("1.2.0", two.clone()), ("1.3.0", other.clone())];
    let refused = Some((Rule::VersionBackportConflict, Some("2.0.0".to_owned())));
    assert_eq!(conflict(&line, "1.2.0", &policy), refused);
    // 1.2.1 is the same as 1.2.0 but not as 1.1.0, which came first and went.
    let line = [("1.1.0", one.clone()), ("1.1.1", two.clone())];
    assert_eq!(conflict(&line, "1.1.1", &policy), Some((Rule::VersionTooSmall, Some("1.2.0".to_owned()))));
    let line = [("1.1.0", one.clone()), ("1.2.0", two.clone()), ("1.3.0", two.clone())];
    assert_eq!(conflict(&line, "1.2.0", &policy), None);
    assert_eq!(conflict(&line, "1.1.0", &policy), None);
    assert_eq!(
        conflict(&[("1.0.0", two.clone()), ("1.1.0", two)], "1.1.0", &policy),
        None,
        "no new number is asked for"
    );
    let off = PolicyLayer::parse("[compat]\nmode = \"none\"").unwrap();
    let off = Policy::effective(&[&off], Timestamp::UNIX_EPOCH);
    assert_eq!(conflict(&[("1.1.0", one), ("1.1.1", other)], "1.1.1", &off), None);
}
