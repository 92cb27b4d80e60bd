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

/// A classifier with labels for the whole model, and for its two outputs.
fn labelled(model: Option<&str>, outputs: [Option<&str>; 2]) -> String {
    let labels = |labels: Option<&str>| labels.map(|labels| format!(r#", "labels": {labels}"#)).unwrap_or_default();
    let [y, z] = outputs.map(labels);
    format!(
        r#"{{"inputs": {{}}, "outputs": {{"y": {{"dtype": "f32", "shape": [2]{y}}}, "z": {{"dtype": "i64", "shape": []{z}}}}}{}}}"#,
        labels(model)
    )
}

#[test]
fn labels_that_move_are_compared_where_they_apply() {
    const PETS: Option<&str> = Some(r#"["cat", "dog"]"#);
    const SWAPPED: Option<&str> = Some(r#"["dog", "cat"]"#);
    let (model, outputs) = (labelled(PETS, [None, None]), labelled(None, [PETS, PETS]));
    assert_eq!(rules(&model, &outputs), []);
    assert_eq!(rules(&outputs, &model), []);
    let withdrawn = [Rule::FactWithdrawn];
    assert_eq!(rules(&model, &labelled(None, [PETS, None])), withdrawn, "`z` has none any more");
    assert_eq!(rules(&model, &labelled(SWAPPED, [PETS, PETS])), [], "the list of the model applies to no output");
    let reordered = [Rule::LabelsReordered];
    assert_eq!(rules(&model, &labelled(None, [SWAPPED, PETS])), reordered);
    assert_eq!(rules(&outputs, &labelled(SWAPPED, [None, None])), reordered, "told once");
    assert_eq!(rules(&model, &labelled(SWAPPED, [PETS, None])), reordered, "`z` has the list of the model");
    assert_eq!(rules(&model, &labelled(PETS, [SWAPPED, None])), reordered);
    assert_eq!(rules(&model, &labelled(None, [None, None])), withdrawn);
}

#[test]
fn ids_of_labels_are_a_fact_of_their_own() {
    let model = |labels: &str| format!(r#"{{"labels": {labels}}}"#);
    let texts = model(r#"["cat", "dog"]"#);
    let ids = |first: &str, second: &str| {
        model(&format!(r#"[{{"id": "1", "text": "{first}"}}, {{"id": "2", "text": "{second}"}}]"#))
    };
    assert_eq!(rules(&texts, &ids("cat", "dog")), [Rule::FactDeclared]);
    assert_eq!(rules(&ids("cat", "dog"), &texts), [Rule::FactWithdrawn]);
    assert_eq!(rules(&texts, &ids("dog", "cat")), [Rule::LabelsReordered]);
    assert_eq!(rules(&ids("dog", "cat"), &texts), [Rule::LabelsReordered]);
    assert_eq!(rules(&texts, &ids("cat", "wolf")), [Rule::LabelsRemoved, Rule::FactDeclared]);
    assert_eq!(rules(&ids("cat", "dog"), &ids("cat", "wolf")), [Rule::LabelsRenamed]);
    let more = model(r#"[{"id": "1", "text": "cat"}, {"id": "2", "text": "dog"}, "owl"]"#);
    assert_eq!(rules(&texts, &more), [Rule::LabelsAppended, Rule::FactDeclared]);
}

#[test]
fn fixed_axes_that_come_to_share_a_symbol() {
    let model = |x: &str, y: &str| {
        format!(
            r#"{{"inputs": {{"x": {{"dtype": "f32", "shape": [1, {x}]}}, "y": {{"dtype": "f32", "shape": [1, {y}]}}}}}}"#
        )
    };
    let shared = model(r#""N""#, r#""N""#);
    let freed = Rule::InputDimFixedToDynamic;
    assert_eq!(rules(&model("3", "3"), &shared), [freed, freed]);
    assert_eq!(rules(&model("3", r#""?""#), &shared), [freed, Rule::InputDimSymbolDeclared]);
    assert_eq!(rules(&model("3", "4"), &shared), [freed, freed, Rule::InputDimSymbolLinked]);
}
