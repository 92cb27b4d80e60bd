//! Where the promises do not hold, and why: every exemption with its smallest counterexample.

use std::collections::BTreeSet;

use registry_core::compat::{Difference, Rule, When};
use registry_core::contract::field::Label;
use registry_core::contract::{Field, Pointer, Signature};
use serde_json::Value;

use super::Triangle;
use super::calls::root;
use super::faults::Fault;

/// The exemption that covers a difference over two steps which neither step announced.
pub(crate) fn triangle(triangle: &Triangle<'_>, gap: &Difference) -> Option<&'static str> {
    let fires = |rules: &[Rule]| {
        let first = triangle.first.iter().filter(|one| one.path == old_place(&triangle.second, &gap.path));
        let second = triangle.second.iter().filter(|one| one.path == gap.path);
        first.chain(second).any(|one| rules.contains(&one.rule))
    };
    let anywhere = |rule: Rule| triangle.first.iter().chain(&triangle.second).any(|one| one.rule == rule);
    match gap.rule {
        Rule::InputDtypeChanged if fires(&[Rule::InputDtypeNarrowedFloat]) => Some("decimals are rounded anyway"),
        Rule::OutputDtypeChanged | Rule::OutputDtypeWidened if fires(&[Rule::OutputDtypeWidenedFloat]) => {
            Some("decimals have no width")
        }
        Rule::InputDimSymbolLinked if anywhere(Rule::InputDimSymbolDeclared) => Some("exporters name what was true"),
        Rule::OutputDimChanged | Rule::OutputDimFixedToDynamic | Rule::OutputDimDynamicToFixed
            if fires(&[Rule::OutputDimSymbolUnlinked]) =>
        {
            Some("exporters lose output names")
        }
        Rule::OutputDimChanged if parted(triangle, gap) => Some("equal axes parted before"),
        Rule::OutputDimChanged | Rule::OutputDimFixedToDynamic if is_bound_by_declared(triangle, gap) => {
            Some("exporters name what was true")
        }
        Rule::LabelsAppended if became_extensible(triangle) => Some("readers were told in between"),
        Rule::OutputDimChanged | Rule::OutputDimFixedToDynamic if is_unnamed_batch(triangle, gap) => {
            Some("an unnamed axis 0 follows the batch")
        }
        Rule::OutputDimChanged | Rule::OutputDimFixedToDynamic if is_bound_by_added(triangle, gap) => {
            Some("an input that may be left out binds nothing")
        }
        _ if withdrawn_and_declared(triangle, gap) => Some("nothing was known in between"),
        Rule::LabelsAppended | Rule::LabelsRemoved | Rule::LabelsReordered | Rule::LabelsRenamed
            if were_unlabelled(triangle) =>
        {
            Some("nothing was known in between")
        }
        _ if are_identified(triangle, gap) => Some("a class is told by what both sides state"),
        _ => None,
    }
}

/// Axis 0 of an output that one of the three signatures leaves unnamed.
fn is_unnamed_batch(triangle: &Triangle<'_>, gap: &Difference) -> bool {
    let in_b = old_place(&triangle.second, &gap.path);
    let in_a = old_place(&triangle.first, &in_b);
    let [a, b, c] = triangle.signatures;
    let is_first = gap.axis == Some(0) && gap.path.segments().count() == 4;
    is_first && (is_unnamed(a, &in_a) || is_unnamed(b, &in_b) || is_unnamed(c, &gap.path))
}

/// The middle signature ties the output to an input by a symbol that was only declared.
fn is_bound_by_declared(triangle: &Triangle<'_>, gap: &Difference) -> bool {
    let middle = super::show(triangle.signatures[1]);
    let place = old_place(&triangle.second, &gap.path);
    let symbol = middle.pointer(place.as_str()).and_then(symbol_of);
    let mut declared = triangle.first.iter().filter(|one| one.rule == Rule::InputDimSymbolDeclared);
    declared.any(|one| symbol_of(&one.new) == symbol)
}

/// The new size comes from an optional input that the first step added: the first signature knows nothing of it.
fn is_bound_by_added(triangle: &Triangle<'_>, gap: &Difference) -> bool {
    let [_, _, c] = triangle.signatures;
    let Some(symbol) = symbol_of(&gap.new) else { return false };
    let holds_symbol = |field: &Field| {
        let single = Signature { inputs: [(String::new(), field.clone())].into(), ..Signature::default() };
        single.symbol_uses().contains_key(symbol)
    };
    let mut holders = c.inputs.iter().filter(|(_, field)| holds_symbol(field));
    holders.any(|(name, _)| {
        let place = old_place(&triangle.second, &root("inputs").join(name));
        triangle.first.iter().any(|one| one.rule == Rule::InputAddedOptional && one.path == place)
    })
}

/// The first step fixed or lost one axis of a symbol that no input binds; what ties the others to it is gone.
fn parted(triangle: &Triangle<'_>, gap: &Difference) -> bool {
    let symbol = symbol_of(&gap.old);
    let mut parting = triangle
        .first
        .iter()
        .filter(|one| matches!(one.rule, Rule::OutputDimDynamicToFixed | Rule::OutputDimSymbolUnlinked));
    parting.any(|one| symbol_of(&one.old) == symbol)
}

/// The middle signature says that its labels are extensible, the first one does not.
fn became_extensible(triangle: &Triangle<'_>) -> bool {
    let appended = |differences: &[Difference]| {
        let mut appended = differences.iter().filter(|one| one.rule == Rule::LabelsAppended);
        appended.any(|one| one.when == Some(When::ExtensibleLabels))
    };
    appended(&triangle.second) && !appended(&triangle.both)
}

fn withdrawn_and_declared(triangle: &Triangle<'_>, gap: &Difference) -> bool {
    let mut declared =
        triangle.second.iter().filter(|one| one.rule == Rule::FactDeclared && one.path.covers(&gap.path));
    declared.any(|declared| {
        let place = old_place(&triangle.second, &declared.path);
        triangle.first.iter().any(|one| one.rule == Rule::FactWithdrawn && one.path == place)
    })
}

/// The middle signature lost labels that the last one states again, perhaps for another output.
fn were_unlabelled(triangle: &Triangle<'_>) -> bool {
    let fires = |differences: &[Difference], rule: Rule| {
        let is_labels = |place: &Pointer| place.segments().last().is_some_and(|last| last == "labels");
        differences.iter().any(|one| one.rule == rule && is_labels(&one.path))
    };
    fires(&triangle.first, Rule::FactWithdrawn) && fires(&triangle.second, Rule::FactDeclared)
}

/// A class is told by its text on one step, and by its identifier on the other.
fn are_identified(triangle: &Triangle<'_>, gap: &Difference) -> bool {
    let labels = |signature: &Signature| -> Vec<Label> {
        let own = signature.outputs.values().filter_map(|output| output.labels.as_ref());
        own.chain(&signature.labels).flatten().cloned().collect()
    };
    let lists = triangle.signatures.map(labels);
    let has = |identified: bool| lists.iter().flatten().any(|label| label.id().is_some() == identified);
    gap.name == "labels" && has(true) && has(false)
}

/// Whether the promise about requests exempts the fault.
pub(crate) fn request(old: &Signature, differences: &[Difference], fault: &Fault) -> bool {
    let Fault::Unequal(place, symbol) = fault else { return false };
    let declared = |difference: &&Difference| difference.rule == Rule::InputDimSymbolDeclared;
    let is_declared = differences.iter().filter(declared).any(|difference| symbol_of(&difference.new) == Some(symbol));
    is_declared || is_unnamed_in_list(old, &old_place(differences, place))
}

/// The symbol of an axis, as differences and JSON show it.
fn symbol_of(axis: &Value) -> Option<&str> {
    axis.get("size").unwrap_or(axis).as_str()?.split(' ').next()
}

fn is_unnamed_in_list(old: &Signature, place: &Pointer) -> bool {
    place.segments().any(|segment| segment == "list" || segment == "map") && is_unnamed(old, place)
}

/// Whether the axis is dynamic and has no symbol that stands elsewhere too.
fn is_unnamed(signature: &Signature, place: &Pointer) -> bool {
    let shown = super::show(signature);
    let symbol = shown.pointer(place.as_str()).and_then(symbol_of);
    let uses = signature.symbol_uses();
    symbol.is_some_and(|symbol| uses.get(symbol).is_none_or(|uses| *uses == 1))
}

/// The place under the name that the old signature has for it.
fn old_place(differences: &[Difference], place: &Pointer) -> Pointer {
    let is_rename = |difference: &&Difference| {
        matches!(difference.rule, Rule::InputRenamed | Rule::OutputRenamed) && difference.path.covers(place)
    };
    let Some(rename) = differences.iter().find(is_rename) else { return place.clone() };
    let old_name = rename.old.as_str().unwrap_or_default().to_owned();
    let segments = place.segments().enumerate();
    segments
        .fold(Pointer::root(), |pointer, (depth, segment)| pointer.join(if depth == 1 { &old_name } else { &segment }))
}

/// The output axes whose symbol the exporter lost, as the old signature names them.
pub(crate) fn loose_axes(differences: &[Difference]) -> BTreeSet<Pointer> {
    let unlinked = differences.iter().filter(|difference| difference.rule == Rule::OutputDimSymbolUnlinked);
    unlinked.map(|difference| old_place(differences, &difference.path)).collect()
}

/// Whether the promise about responses exempts the fault.
pub(crate) fn response(old: &Signature, differences: &[Difference], fault: &Fault) -> bool {
    match fault {
        Fault::Element(range) => {
            let mut withdrawn = differences.iter().filter(|difference| difference.rule == Rule::FactWithdrawn);
            withdrawn.any(|difference| old_place(differences, &difference.path) == *range)
        }
        Fault::Unequal(_, symbol) => is_partly_fixed(old, differences, symbol),
        _ => false,
    }
}

/// Some axes of a symbol got one fixed size, others did not.
fn is_partly_fixed(old: &Signature, differences: &[Difference], symbol: &str) -> bool {
    let fixed: Vec<&Value> = differences
        .iter()
        .filter(|one| one.rule == Rule::OutputDimDynamicToFixed && symbol_of(&one.old) == Some(symbol))
        .map(|one| &one.new)
        .collect();
    let uses = old.symbol_uses().get(symbol).copied().unwrap_or_default();
    fixed.windows(2).all(|pair| pair[0] == pair[1]) && !fixed.is_empty() && fixed.len() < uses
}

mod counterexamples {
    //! The smallest pairs and triples that the exemptions are for.

    use registry_core::bump::RequiredBump::{self, Major, Minor, Patch};
    use registry_core::compat::Policy;
    use registry_core::contract::{Contract, Dtype, Signature};

    use super::super::calls::{self, Completeness, root};
    use super::super::faults::{self, Fault};
    use super::super::{Triangle, parse, required};

    /// What each step requires, what both require, and why the differences over both are exempt.
    fn bumps(steps: [&str; 3]) -> ([RequiredBump; 3], Option<&'static str>) {
        let [a, b, c] = steps.map(parse);
        let policy = Policy::default();
        let steps = [(&a, &b), (&b, &c), (&a, &c)].map(|(old, new)| required(old, new, &policy));
        let triangle = Triangle::of(&a, &b, &c);
        let reasons: Vec<_> = triangle.both.iter().map(|gap| super::triangle(&triangle, gap)).collect();
        assert!(triangle.gaps(&policy).is_empty(), "{reasons:?}");
        (steps, reasons.into_iter().flatten().next())
    }

    /// Wraps the inputs and outputs of a signature.
    macro_rules! model {
        ($inputs:literal, $outputs:literal) => {
            concat!(r#"{"inputs": {"#, $inputs, r#"}, "outputs": {"#, $outputs, "}}")
        };
    }

    /// i32 -> f64 loses nothing, and f64 -> f32 only rounds decimals; yet not every i32 is an f32.
    #[test]
    fn decimals_are_rounded() {
        let inputs = [
            model!(r#""x": {"dtype": "i32", "shape": []}"#, ""),
            model!(r#""x": {"dtype": "f64", "shape": []}"#, ""),
            model!(r#""x": {"dtype": "f32", "shape": []}"#, ""),
        ];
        assert_eq!(bumps(inputs), ([Minor, Patch, Major], Some("decimals are rounded anyway")));
        let outputs = [
            model!("", r#""y": {"dtype": "f32", "shape": []}"#),
            model!("", r#""y": {"dtype": "f64", "shape": []}"#),
            model!("", r#""y": {"dtype": "i32", "shape": []}"#),
        ];
        assert_eq!(bumps(outputs), ([Patch, Minor, Major], Some("decimals have no width")));
    }

    /// An output axis that follows an input becomes fixed, by way of an exporter that lost its name.
    #[test]
    fn exporters_lose_output_names() {
        let steps = [
            model!(r#""x": {"dtype": "f32", "shape": [1, "N"]}"#, r#""y": {"dtype": "f32", "shape": [1, "N"]}"#),
            model!(r#""x": {"dtype": "f32", "shape": [1, "N"]}"#, r#""y": {"dtype": "f32", "shape": [1, "?"]}"#),
            model!(r#""x": {"dtype": "f32", "shape": [1, "N"]}"#, r#""y": {"dtype": "f32", "shape": [1, 7]}"#),
        ];
        assert_eq!(bumps(steps), ([Patch, Minor, Major], Some("exporters lose output names")));
    }

    /// An axis has one rule: that it lost its name hides that it got bounds.
    #[test]
    fn a_lost_output_name_hides_bounds() {
        let steps = [
            model!("", r#""y": {"dtype": "f32", "shape": [1, "F", "F"]}"#),
            model!("", r#""y": {"dtype": "f32", "shape": [1, "?", {"size": "?", "max": 4}]}"#),
            model!("", r#""y": {"dtype": "f32", "shape": [1, "F", {"size": "F", "max": 4}]}"#),
        ];
        assert_eq!(bumps(steps), ([Patch, Patch, Minor], Some("exporters lose output names")));
    }

    /// 2 and 3 become free, and then one symbol.
    #[test]
    fn exporters_name_what_was_true() {
        let steps = [
            model!(r#""x": {"dtype": "f32", "shape": [2, 3]}"#, ""),
            model!(r#""x": {"dtype": "f32", "shape": ["?", "?"]}"#, ""),
            model!(r#""x": {"dtype": "f32", "shape": ["N", "N"]}"#, ""),
        ];
        assert_eq!(bumps(steps), ([Minor, Patch, Major], Some("exporters name what was true")));
    }

    /// `y` has the 3 values of `b`, and so of `a`, if it was always true that both are equal.
    #[test]
    fn an_output_follows_what_was_only_named() {
        let steps = [
            model!(
                r#""a": {"dtype": "f32", "shape": [1, "?"]}, "b": {"dtype": "f32", "shape": [1, 3]}"#,
                r#""y": {"dtype": "f32", "shape": [1, 3]}"#
            ),
            model!(
                r#""a": {"dtype": "f32", "shape": [1, "N"]}, "b": {"dtype": "f32", "shape": [1, "N"]}"#,
                r#""y": {"dtype": "f32", "shape": [1, "N"]}"#
            ),
            model!(
                r#""a": {"dtype": "f32", "shape": [1, "N"]}, "b": {"dtype": "f32", "shape": [1, "?"]}"#,
                r#""y": {"dtype": "f32", "shape": [1, "N"]}"#
            ),
        ];
        assert_eq!(bumps(steps), ([Minor, Minor, Major], Some("exporters name what was true")));
    }

    /// A fixed axis 0 becomes unnamed, so it joins the batch; then it gets a name of its own.
    #[test]
    fn an_unnamed_axis_0_follows_the_batch() {
        let steps = [
            model!(
                r#""a": {"dtype": "f32", "shape": [1]}, "c": {"dtype": "f32", "shape": ["?"]}"#,
                r#""y": {"dtype": "f32", "shape": ["?"]}"#
            ),
            model!(
                r#""a": {"dtype": "f32", "shape": ["?"]}, "c": {"dtype": "f32", "shape": ["?"]}"#,
                r#""y": {"dtype": "f32", "shape": ["?"]}"#
            ),
            model!(
                r#""a": {"dtype": "f32", "shape": ["N"]}, "c": {"dtype": "f32", "shape": ["?"]}"#,
                r#""y": {"dtype": "f32", "shape": ["N"]}"#
            ),
        ];
        assert_eq!(bumps(steps), ([Minor, Patch, Major], Some("an unnamed axis 0 follows the batch")));
    }

    /// What ties the second and the third axis to the first is gone after one step.
    #[test]
    fn equal_axes_part() {
        let steps = [
            model!("", r#""y": {"dtype": "f32", "shape": ["F", "F", "F"]}"#),
            model!("", r#""y": {"dtype": "f32", "shape": [1, "F", "F"]}"#),
            model!("", r#""y": {"dtype": "f32", "shape": [1, 2, 2]}"#),
        ];
        assert_eq!(bumps(steps), ([Minor, Minor, Major], Some("equal axes parted before")));
    }

    #[test]
    fn nothing_is_known_in_between() {
        let steps = [r#"{"stateful": "none"}"#, r"{}", r#"{"stateful": "sequence"}"#];
        assert_eq!(bumps(steps), ([Patch, Patch, Major], Some("nothing was known in between")));
    }

    #[test]
    fn labels_come_back_elsewhere() {
        let steps = [
            r#"{"outputs": {"y": {"dtype": "f32", "shape": []}}, "labels": ["cat"]}"#,
            r#"{"outputs": {"y": {"dtype": "f32", "shape": []}}}"#,
            r#"{"outputs": {"y": {"dtype": "f32", "shape": [], "labels": ["dog"]}}}"#,
        ];
        assert_eq!(bumps(steps), ([Patch, Patch, Major], Some("nothing was known in between")));
    }

    /// A reader of the first version knows texts alone, and loses one.
    #[test]
    fn a_class_is_told_by_what_both_sides_state() {
        let steps = [
            r#"{"labels": ["cat"]}"#,
            r#"{"labels": [{"id": "1", "text": "cat"}]}"#,
            r#"{"labels": [{"id": "1", "text": "kitten"}]}"#,
        ];
        assert_eq!(bumps(steps), ([Patch, Minor, Major], Some("a class is told by what both sides state")));
    }

    /// The judge still compares the third version with the first one.
    #[test]
    fn readers_are_told_in_between() {
        let steps = [
            r#"{"labels": ["cat"]}"#,
            r#"{"labels": ["cat"], "extensible_labels": true}"#,
            r#"{"labels": ["cat", "dog"], "extensible_labels": true}"#,
        ];
        assert_eq!(bumps(steps), ([Patch, Minor, Major], Some("readers were told in between")));
    }

    /// N stands for 3 wherever the second signature is called with `b`; the first one is never called with it.
    #[test]
    fn an_added_input_binds_nothing_for_older_callers() {
        let steps = [
            model!("", r#""y": {"dtype": "f32", "shape": [3]}"#),
            model!(
                r#""b": {"dtype": "f32", "shape": [3], "optional": true}"#,
                r#""y": {"dtype": "f32", "shape": [3]}"#
            ),
            model!(
                r#""b": {"dtype": "f32", "shape": ["N"], "optional": true}"#,
                r#""y": {"dtype": "f32", "shape": ["N"]}"#
            ),
        ];
        assert_eq!(bumps(steps), ([Minor, Minor, Major], Some("an input that may be left out binds nothing")));
    }

    /// Why responses are sampled for complete requests only: a request without `b` leaves N open, so that an old
    /// reader of 3 values may get any number.
    #[test]
    fn a_request_without_the_input_leaves_its_symbol_open() {
        let old = parse(model!(
            r#""b": {"dtype": "f32", "shape": [3], "optional": true}"#,
            r#""y": {"dtype": "f32", "shape": [3]}"#
        ));
        let new = parse(model!(
            r#""b": {"dtype": "f32", "shape": ["N"], "optional": true}"#,
            r#""y": {"dtype": "f32", "shape": ["N"]}"#
        ));
        assert_eq!(required(&old, &new, &Policy::default()), Minor);
        let (faults, sizes) = faults::receive(&new, &calls::tensors(&[]));
        assert_eq!((faults.as_slice(), sizes.len()), (&[][..], 0));
        let complete = calls::request(&old, 1, Completeness::Complete).map(|request| faults::receive(&new, &request).1);
        assert_eq!(complete.and_then(|sizes| sizes.get("N").copied()), Some(3));
    }

    /// A symbol that stands once is any size, so the elements of a list may differ, until an input shares the symbol.
    #[test]
    fn an_added_input_ties_the_elements_of_a_list() {
        let list = model!(r#""l": {"list": {"dtype": "f32", "shape": ["N"]}}"#, "");
        let shared = model!(
            r#""l": {"list": {"dtype": "f32", "shape": ["N"]}}, "b": {"dtype": "f32", "shape": ["N"], "optional": true}"#,
            ""
        );
        let (old, new) = (parse(list), parse(shared));
        assert_eq!(required(&old, &new, &Policy::default()), Minor);
        let fault = Fault::Unequal(root("inputs").join("l").join("list").join("shape").join(0), "N".to_owned());
        assert!(super::request(&old, &Signature::diff(&old, &new), &fault));
        assert!(!super::request(&new, &[], &fault), "not where the symbol was shared before");
    }

    /// `x` and `y` had no name and now share one: a caller that sent two sizes is trusted not to exist.
    #[test]
    fn two_sizes_for_what_now_shares_a_name() {
        let old =
            parse(model!(r#""x": {"dtype": "f32", "shape": [1, "?"]}, "y": {"dtype": "f32", "shape": [1, "?"]}"#, ""));
        let new =
            parse(model!(r#""x": {"dtype": "f32", "shape": [1, "N"]}, "y": {"dtype": "f32", "shape": [1, "N"]}"#, ""));
        let (faults, _) =
            faults::receive(&new, &calls::tensors(&[("x", Dtype::F32, &[1, 2]), ("y", Dtype::F32, &[1, 3])]));
        let differences = Signature::diff(&old, &new);
        assert_eq!(faults.len(), 1);
        assert!(faults.iter().all(|fault| super::request(&old, &differences, fault)));
        assert!(!faults.iter().any(|fault| super::request(&old, &[], fault)));
    }
}
