//! Symbols of axes: how often each stands, and the form in which the names that exporters invent no longer show.

use std::collections::BTreeMap;

use super::dim::{Dim, Size};
use super::field::{Field, Kind};

/// The numbers that stand for the names of symbols: a symbol that stands once is any size, the others are numbered in
/// the order in which they are met.
#[derive(Debug)]
pub(super) struct SymbolNumbers {
    names: BTreeMap<String, Option<usize>>,
    next: usize,
}

impl SymbolNumbers {
    /// Numbers for symbols that stand this often.
    pub(super) fn over(uses: BTreeMap<&str, usize>) -> Self {
        let shared = uses.into_iter().filter(|(_, uses)| *uses > 1);
        Self { names: shared.map(|(name, _)| (name.to_owned(), None)).collect(), next: 0 }
    }

    /// Puts the number of the symbol in the place of its name.
    pub(super) fn rename(&mut self, dim: &mut Dim) {
        let Size::Symbol(name) = &dim.size else { return };
        dim.size = match self.names.get_mut(name) {
            None => Size::Any,
            Some(number) => {
                let number = *number.get_or_insert_with(|| {
                    self.next += 1;
                    self.next - 1
                });
                Size::Symbol(format!("d{number}"))
            }
        };
    }
}

/// One value without invented names: only which of its own axes are equal.
pub(super) fn normalized_field(field: &Field) -> Field {
    let mut uses = BTreeMap::new();
    count_symbols(field, &mut uses);
    let mut numbers = SymbolNumbers::over(uses);
    let mut copy = field.clone();
    copy.for_each_dim_mut(&mut |dim| numbers.rename(dim));
    copy
}

/// The axes of one tensor without invented names.
pub(super) fn normalized_shape(shape: &[Dim]) -> Vec<Dim> {
    let mut uses = BTreeMap::new();
    count_in_shape(shape, &mut uses);
    let mut numbers = SymbolNumbers::over(uses);
    let mut copy = shape.to_vec();
    for dim in &mut copy {
        numbers.rename(dim);
    }
    copy
}

/// Counts the symbols of one value and the values nested in it.
pub(super) fn count_symbols<'a>(field: &'a Field, uses: &mut BTreeMap<&'a str, usize>) {
    match &field.kind {
        Kind::Tensor { shape, .. } => count_in_shape(shape.as_deref().unwrap_or_default(), uses),
        Kind::List(element) | Kind::Map { value: element, .. } => count_symbols(element, uses),
        Kind::Object(properties) => properties.values().for_each(|property| count_symbols(property, uses)),
        Kind::Opaque(_) => {}
    }
}

fn count_in_shape<'a>(shape: &'a [Dim], uses: &mut BTreeMap<&'a str, usize>) {
    for dim in shape {
        if let Size::Symbol(name) = &dim.size {
            *uses.entry(name).or_default() += 1;
        }
    }
}
