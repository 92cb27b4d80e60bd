use serde_json::json;

use super::super::{Bounds, Dim, Dtype, Kind};
use super::*;
use crate::contract::Field;

fn violations(signature: serde_json::Value) -> Vec<String> {
    let signature: Signature = serde_json::from_value(signature).unwrap();
    match signature.validate() {
        Ok(()) => Vec::new(),
        Err(invalid) => invalid.violations.iter().map(|found| format!("{} {}", found.place, found.rule)).collect(),
    }
}

#[test]
fn a_contract_that_uses_everything_is_valid() {
    let found = violations(json!({
        "inputs": {
            "image": {"position": 0, "dtype": "f32", "shape": [{"size": "N", "min": 1, "max": 8}, 3]},
            "mask": {"position": 1, "dtype": "u8", "shape": ["N", 4], "optional": true, "default": null},
            "bias": {"dtype": "f32", "shape": [2], "default": [0, 0.5], "alias_of": ["offset"]},
            "kind": {"dtype": "string", "shape": [], "enum": ["a", "b"], "default": "a"},
            "rows": {"list": {"object": {"id": {"position": 0, "dtype": "i64", "shape": []}}}, "default": [{"id": 1}]},
        },
        "outputs": {
            "class": {"position": 0, "dtype": "f32", "shape": ["N", 2], "range": {"min": 0, "max": 1},
                      "labels": [{"id": "1", "text": "cat"}, {"id": "2", "text": "cat"}]},
            "vector": {"position": 1, "dtype": "f32", "shape": ["N", 8], "space_id": "e5"},
        },
        "params": {
            "temperature": {"dtype": "f32", "default": 1, "range": {"min": 0, "max": 2}},
            "stop": {"dtype": "string", "list": true, "default": ["."]},
            "seed": {"dtype": "i64", "default": null, "range": {"min": 0}},
            "mode": {"dtype": "i32", "default": 1.0, "enum": [1, 2]},
        },
        "labels": ["crane", "crane"],
    }));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn names_aliases_and_positions_are_unambiguous() {
    let found = violations(json!({
        "inputs": {
            "": {"dtype": "f32"},
            "a": {"dtype": "f32", "position": 0, "alias_of": ["b", "old"]},
            "b": {"dtype": "f32", "position": 0, "alias_of": ["old", ""]},
        },
        "outputs": {"a": {"dtype": "f32", "position": 0, "alias_of": ["b", "old"]}},
        "entrypoints": {"": {}},
    }));
    assert_eq!(
        found,
        [
            "/inputs/ the name is empty",
            "/inputs/a/alias_of the alias `b` is the name of a field",
            "/inputs/b/alias_of an alias is empty",
            "/inputs/b/alias_of the alias `old` already leads to `a`",
            "/inputs/b/position position 0 is already taken by `a`",
            "/entrypoints/ the name is empty",
        ]
    );
}

#[test]
fn attributes_stand_on_their_side() {
    let found = violations(json!({
        "inputs": {"a": {"dtype": "f32", "range": {}, "space_id": "s", "labels": []}},
        "outputs": {"b": {"object": {"c": {"dtype": "f32", "enum": [1], "default": 1}}}},
    }));
    assert_eq!(
        found,
        [
            "/inputs/a/range `range` means something on an output only",
            "/inputs/a/space_id `space_id` means something on an output only",
            "/inputs/a/labels `labels` means something on an output only",
            "/outputs/b/object/c/enum `enum` means something on an input only",
            "/outputs/b/object/c/default `default` means something on an input only",
        ]
    );
}

#[test]
fn defaults_are_values_that_the_contract_accepts() {
    let found = violations(json!({
        "inputs": {
            "a": {"dtype": "f32", "shape": [], "default": "x"},
            "b": {"dtype": "string", "shape": [], "enum": ["x", 1], "default": "y"},
            "c": {"object": {"d": {"dtype": "bool"}}, "default": {"e": true}},
        },
        "params": {
            "p": {"dtype": "f32", "default": 3, "range": {"min": 0, "max": 2}},
            "q": {"dtype": "i64", "default": 1, "enum": [2, "x"]},
            "r": {"dtype": "bool", "default": 1},
            "s": {"dtype": "i64", "list": true, "default": 1},
            "t": {"dtype": "f32", "default": 1, "range": {"min": 2, "max": 1}},
        },
    }));
    assert_eq!(
        found,
        [
            "/inputs/a/default the default \"x\" is no f32[]",
            "/inputs/b/enum the value 1 is no string[]",
            "/inputs/b/default the default \"y\" is none of the values of its enum",
            "/inputs/c/default the default {\"e\":true} is no {d: bool[…]}",
            "/params/p/default the default 3 is outside of its range [0, 2]",
            "/params/q/enum the value \"x\" is no i64",
            "/params/q/default the default 1 is none of the values of its enum",
            "/params/r/default the default 1 is no bool",
            "/params/s/default the default 1 is no list of i64",
            "/params/t/range the range is empty: min 2 is above max 1",
            "/params/t/default the default 1 is outside of its range [2, 1]",
        ]
    );
}

#[test]
fn label_ids_and_bounds_are_checked() {
    let mut dim = Dim::symbol("N");
    dim.bounds = Bounds { min: 2, max: Some(1) };
    let mut signature = Signature::default();
    signature.inputs.insert("x".to_owned(), Field::tensor(Dtype::F32, [dim]));
    let label = |text: &str| Label::Identified { id: "1".to_owned(), text: text.to_owned() };
    signature.labels = Some(vec![label("cat"), label("dog")]);
    let error = signature.validate().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`/inputs/x/shape/0`: the bounds are empty: min 2 is above max 1; swap them\n\
         `/labels/1/id`: the label id `1` is used twice; give every class an id of its own"
    );
}

#[test]
fn size_and_depth_are_bounded() {
    let nested = |depth: usize| {
        let leaf = Field::tensor(Dtype::F32, []);
        (1..depth).fold(leaf, |field, _| Field::new(Kind::List(Box::new(field))))
    };
    let mut signature = Signature::default();
    signature.inputs.insert("x".to_owned(), nested(MAX_NESTING));
    assert!(signature.validate().is_ok());
    signature.inputs.insert("x".to_owned(), nested(MAX_NESTING + 1));
    assert!(signature.validate().unwrap_err().to_string().contains("nested deeper than 32 levels"));

    let mut signature = Signature::default();
    let field = || Field::tensor(Dtype::F32, []);
    signature.outputs = (0..MAX_FIELDS).map(|index| (format!("f{index}"), field())).collect();
    assert!(signature.validate().is_ok());
    signature.outputs.insert("one more".to_owned(), field());
    let violations = signature.validate().unwrap_err().violations;
    assert_eq!(violations.len(), 1);
    assert!(violations[0].rule.contains("more than 10000 fields"));
}

#[test]
fn long_lists_are_cut_in_the_text_only() {
    let inputs: serde_json::Map<_, _> =
        (0..30).map(|index| (format!("x{index}"), json!({"dtype": "f32", "range": {}}))).collect();
    let signature: Signature = serde_json::from_value(json!({"inputs": inputs})).unwrap();
    let error = signature.validate().unwrap_err();
    assert_eq!(error.violations.len(), 30);
    assert!(error.to_string().ends_with("and 10 more"));
}

/// A rule may be broken a million times, by long values in long fields: the findings stay few and short.
#[test]
fn findings_are_few_and_short() {
    let (short, long) = ("x".repeat(1000), "x".repeat(100_000));
    let many = |value: &serde_json::Value| vec![value.clone(); 20_000];
    let labels: Vec<_> = (0..20_000).map(|_| json!({"id": short, "text": "t"})).collect();
    for signature in [
        json!({"inputs": {"a": {"dtype": "i4", "shape": vec![1; 60], "enum": many(&json!("x"))}}}),
        json!({"inputs": {"a": {"dtype": "i4", "shape": vec![&short; 60], "enum": many(&json!("x"))}}}),
        json!({"inputs": {"a": {"object": {&long: {"dtype": "i4"}}, "enum": many(&json!(1))}}}),
        json!({"inputs": {"a": {"list": {"opaque": long}, "enum": many(&json!(1))}}}),
        json!({"params": {&long: {"dtype": "i4", "default": 1, "enum": many(&json!("x"))}}}),
        json!({"params": {"a": {"dtype": "i4", "list": true, "default": many(&json!(1)), "enum": (2..8).collect::<Vec<_>>()}}}),
        json!({"labels": labels}),
    ] {
        let signature: Signature = serde_json::from_value(signature).unwrap();
        let invalid = signature.validate().unwrap_err();
        let last = invalid.violations.last().unwrap();
        assert!(invalid.violations.len() <= MAX_FINDINGS + 1);
        assert!(last.place == Pointer::root() && last.rule.contains("there are more than these"), "{last:?}");
        let length = serde_json::to_string(&invalid.violations).unwrap().len();
        // The bound, and the one finding with a long place that goes beyond it.
        assert!(length < (256 << 10) + 2 * long.len(), "{length}");
        assert!(invalid.to_string().len() < (256 << 10) + 2 * long.len());
    }
}

/// Each value of one long list is looked up in another: comparing each with each would take hours.
#[test]
fn long_lists_of_defaults_are_looked_up() {
    let numbers: Vec<u32> = (0..100_000).rev().collect();
    let signature: Signature = serde_json::from_value(json!({
        "inputs": {"a": {"dtype": "i64", "shape": [], "enum": numbers, "default": 0}},
        "params": {"p": {"dtype": "i64", "list": true, "default": numbers, "enum": numbers}},
    }))
    .unwrap();
    assert_eq!(signature.validate(), Ok(()));
}

#[test]
fn names_and_ranks_are_bounded() {
    let found = |name: usize, rank: usize| {
        violations(json!({"outputs": {"x".repeat(name): {"dtype": "f32", "shape": vec![1; rank]}}}))
    };
    assert_eq!(found(MAX_NAME, MAX_RANK), Vec::<String>::new());
    let long = found(MAX_NAME + 1, MAX_RANK);
    assert_eq!(long, [format!("/outputs the name `{}…` has 1025 bytes, the limit is 1024", "x".repeat(120))]);
    assert_eq!(found(1, MAX_RANK + 1), ["/outputs/x/shape there are 65 axes, the limit is 64"]);
    for part in ["params", "entrypoints"] {
        let value = if part == "params" { json!({"dtype": "f32", "default": 1}) } else { json!({}) };
        assert_eq!(violations(json!({part: {"x".repeat(MAX_NAME + 1): value}})).len(), 1, "{part}");
    }
}
