//! What the judge remembers of a line, case by case.

#![expect(clippy::unwrap_used, reason = "a case that cannot be read is a broken test")]

use jiff::Timestamp;
use registry_core::compat::{Judge, Policy};
use registry_core::contract::Signature;
use registry_core::model::{Candidate, Published, VersionId, VersionedModel};

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
