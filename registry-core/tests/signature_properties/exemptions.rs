//! Where the promises do not hold, and why: every exemption with its smallest counterexample.

use std::collections::BTreeSet;

use registry_core::compat::{Difference, Rule};
use registry_core::contract::Pointer;

use super::Triangle;
use super::calls::Fault;

/// The exemption that covers a difference over two steps which neither step announced.
pub(crate) fn triangle(triangle: &Triangle, gap: &Difference) -> Option<&'static str> {
    let _ = (triangle, gap);
    None
}

/// Whether the promise about requests exempts the fault.
pub(crate) fn request(differences: &[Difference], fault: &Fault) -> bool {
    let Fault::Unequal(_, symbol) = fault else { return false };
    let declared = |difference: &&Difference| difference.rule == Rule::InputDimSymbolDeclared;
    differences.iter().filter(declared).any(|difference| names(&difference.new, symbol))
}

/// Whether an axis, as JSON shows it, has the symbol.
fn names(axis: &serde_json::Value, symbol: &str) -> bool {
    axis == symbol || axis.get("size").is_some_and(|size| size == symbol)
}

/// The output axes whose symbol the exporter lost.
pub(crate) fn loose_axes(differences: &[Difference]) -> BTreeSet<Pointer> {
    let unlinked = differences.iter().filter(|difference| difference.rule == Rule::OutputDimSymbolUnlinked);
    unlinked.map(|difference| difference.path.clone()).collect()
}

/// Whether the promise about responses exempts the fault.
pub(crate) fn response(differences: &[Difference], fault: &Fault) -> bool {
    let Fault::Element(range) = fault else { return false };
    let withdrawn = |difference: &Difference| difference.rule == Rule::FactWithdrawn && difference.path == *range;
    differences.iter().any(withdrawn)
}
