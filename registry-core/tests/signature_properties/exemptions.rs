//! Where the promises do not hold, and why: every exemption with its smallest counterexample.

use std::collections::BTreeSet;

use registry_core::compat::{Difference, Rule, When};
use registry_core::contract::{Pointer, Signature};
use serde_json::Value;

use super::Triangle;
use super::calls::Fault;

/// The exemption that covers a difference over two steps which neither step announced.
pub(crate) fn triangle(triangle: &Triangle, gap: &Difference) -> Option<&'static str> {
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
        Rule::OutputDimChanged | Rule::OutputDimFixedToDynamic if fires(&[Rule::OutputDimSymbolUnlinked]) => {
            Some("exporters lose output names")
        }
        Rule::OutputDimChanged if parted(triangle, gap) => Some("equal axes parted before"),
        Rule::LabelsAppended if became_extensible(triangle) => Some("readers were told in between"),
        _ if withdrawn_and_declared(triangle, gap) => Some("nothing was known in between"),
        _ => None,
    }
}

/// The first step fixed or lost one axis of a symbol that no input binds; what ties the others to it is gone.
fn parted(triangle: &Triangle, gap: &Difference) -> bool {
    let symbol = symbol_of(&gap.old);
    let mut parting = triangle.first.iter().filter(|one| {
        matches!(one.rule, Rule::OutputDimDynamicToFixed | Rule::OutputDimSymbolUnlinked)
    });
    parting.any(|one| symbol_of(&one.old) == symbol)
}

/// The middle signature says that its labels are extensible, the first one does not.
fn became_extensible(triangle: &Triangle) -> bool {
    let appended = |differences: &[Difference]| {
        let mut appended = differences.iter().filter(|one| one.rule == Rule::LabelsAppended);
        appended.any(|one| one.when == Some(When::ExtensibleLabels))
    };
    appended(&triangle.second) && !appended(&triangle.both)
}

fn withdrawn_and_declared(triangle: &Triangle, gap: &Difference) -> bool {
    let mut declared = triangle.second.iter().filter(|one| one.rule == Rule::FactDeclared && one.path.covers(&gap.path));
    declared.any(|declared| {
        let place = old_place(&triangle.second, &declared.path);
        triangle.first.iter().any(|one| one.rule == Rule::FactWithdrawn && one.path == place)
    })
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
    let is_repeated = place.segments().any(|segment| segment == "list" || segment == "map");
    let signature = super::show(old);
    let axis = signature.pointer(place.as_str()).unwrap_or(&Value::Null);
    let uses = old.symbol_uses();
    is_repeated && !uses.iter().any(|(symbol, uses)| *uses > 1 && symbol_of(axis) == Some(*symbol))
}

/// The place under the name that the old signature has for it.
fn old_place(differences: &[Difference], place: &Pointer) -> Pointer {
    let is_rename = |difference: &&Difference| {
        matches!(difference.rule, Rule::InputRenamed | Rule::OutputRenamed) && difference.path.covers(place)
    };
    let Some(rename) = differences.iter().find(is_rename) else { return place.clone() };
    let old_name = rename.old.as_str().unwrap_or_default().to_owned();
    let segments = place.segments().enumerate();
    segments.fold(Pointer::root(), |pointer, (depth, segment)| {
        pointer.join(if depth == 1 { &old_name } else { &segment })
    })
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
