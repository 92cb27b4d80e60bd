//! What the properties found, as plain tests.

use registry_core::compat::Rule;
use registry_core::contract::{Contract, Signature};

use super::parse;

fn rules(old: &str, new: &str) -> Vec<Rule> {
    Signature::diff(&parse(old), &parse(new)).into_iter().map(|difference| difference.rule).collect()
}

/// Outputs `p` and `q` with one axis each, of a model whose input `x` has the axes `N` and `M`.
fn outputs(p: &str, q: &str) -> String {
    format!(
        r#"{{"inputs": {{"x": {{"dtype": "f32", "shape": [2, "N", "M"]}}, "y": {{"dtype": "f32", "shape": [3, "N", "M"]}}}},
            "outputs": {{"p": {{"dtype": "f32", "shape": [1, {p}]}}, "q": {{"dtype": "f32", "shape": [1, {q}]}}}}}}"#
    )
}

#[test]
fn a_size_outside_the_declared_bounds_is_no_narrowing() {
    let old = outputs(r#"{"size": "?", "max": 4}"#, "1");
    assert_eq!(rules(&old, &outputs("4", "1")), [Rule::OutputDimDynamicToFixed]);
    assert_eq!(rules(&old, &outputs("5", "1")), [Rule::OutputDimChanged]);
}

#[test]
fn an_input_symbol_is_no_way_out_of_declared_bounds() {
    let old = outputs(r#"{"size": "?", "max": 4}"#, "1");
    assert_eq!(rules(&old, &outputs(r#""N""#, "1")), [Rule::OutputDimFixedToDynamic]);
    assert_eq!(rules(&old, &outputs(r#"{"size": "N", "max": 4}"#, "1")), [Rule::OutputDimSymbolLinked]);
}

#[test]
fn an_input_that_is_called_within_the_bounds_keeps_the_output_there() {
    let model = |x: &str, y: &str| {
        format!(
            r#"{{"inputs": {{"x": {{"dtype": "f32", "shape": [1, {x}]}}}},
                "outputs": {{"y": {{"dtype": "f32", "shape": [1, {y}]}}}}}}"#
        )
    };
    let (bounded, small) = (r#"{"size": "?", "max": 4}"#, r#"{"size": "N", "max": 4}"#);
    let found = rules(&model("3", bounded), &model(r#""N""#, r#""N""#));
    assert_eq!(found, [Rule::InputDimFixedToDynamic, Rule::OutputDimSymbolLinked]);
    assert_eq!(rules(&model(small, bounded), &model(small, r#""N""#)), [Rule::OutputDimSymbolLinked]);
    let found = rules(&model("5", bounded), &model(r#""N""#, r#""N""#));
    assert_eq!(found, [Rule::InputDimFixedToDynamic, Rule::OutputDimFixedToDynamic]);
}

#[test]
fn a_new_name_is_no_way_out_of_declared_bounds() {
    let bounded = r#"{"size": "?", "max": 4}"#;
    let found = rules(&outputs(bounded, bounded), &outputs(r#""F""#, r#""F""#));
    assert_eq!(found, [Rule::OutputDimFixedToDynamic, Rule::OutputDimFixedToDynamic]);
    let named = r#"{"size": "F", "max": 4}"#;
    let found = rules(&outputs(named, named), &outputs(r#""?""#, r#""?""#));
    assert_eq!(found, [Rule::OutputDimFixedToDynamic, Rule::OutputDimFixedToDynamic]);
}

#[test]
fn equal_output_axes_are_not_fixed_to_different_sizes() {
    let old = outputs(r#""F""#, r#""F""#);
    assert_eq!(rules(&old, &outputs("3", "3")), [Rule::OutputDimDynamicToFixed, Rule::OutputDimDynamicToFixed]);
    assert_eq!(rules(&old, &outputs("3", "4")), [Rule::OutputDimDynamicToFixed, Rule::OutputDimChanged]);
}

#[test]
fn equal_output_axes_that_follow_two_inputs_have_parted() {
    let old = outputs(r#""F""#, r#""F""#);
    assert_eq!(rules(&old, &outputs(r#""N""#, r#""N""#)), [Rule::OutputDimSymbolLinked, Rule::OutputDimSymbolLinked]);
    assert_eq!(rules(&old, &outputs(r#""N""#, r#""M""#)), [Rule::OutputDimSymbolLinked, Rule::OutputDimSymbolUnlinked]);
}

#[test]
fn the_batch_of_an_added_input_ties_no_outputs() {
    let free = |size: &str| {
        format!(r#""y": {{"dtype": "f32", "shape": [{size}]}}, "z": {{"dtype": "f32", "shape": [{size}]}}"#)
    };
    let old = format!(r#"{{"inputs": {{}}, "outputs": {{{}}}}}"#, free(r#""G""#));
    let added = r#""b": {"dtype": "f32", "shape": ["?"], "optional": true}"#;
    let new = format!(r#"{{"inputs": {{{added}}}, "outputs": {{{}}}}}"#, free(r#""?""#));
    let unlinked = Rule::OutputDimSymbolUnlinked;
    assert_eq!(rules(&old, &new), [Rule::InputAddedOptional, unlinked, unlinked]);
}

#[test]
fn an_output_that_follows_an_added_input_follows_another_symbol() {
    let old = r#"{"inputs": {"x": {"dtype": "f32", "shape": [2, "N"]}}, "outputs": {"y": {"dtype": "f32", "shape": [1, "N"]}}}"#;
    let new = r#"{"inputs": {"x": {"dtype": "f32", "shape": [2, "N"]}, "z": {"dtype": "f32", "shape": [2, "M"], "optional": true}},
                  "outputs": {"y": {"dtype": "f32", "shape": [1, "M"]}}}"#;
    assert_eq!(rules(old, new), [Rule::InputAddedOptional, Rule::OutputDimChanged]);
}
