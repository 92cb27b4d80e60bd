//! Changes of signatures: an old and a new one that have nothing in common teach little.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use registry_core::contract::{Dim, Field, Kind, Signature, Size};

use super::generate::{BOUND, FREE, NAMES, Side, is_bound, signature, symbol, well_formed};

/// A change of a signature: single facts are taken from a fresh one, and whole sizes and names move together.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    fresh: Signature,
    /// The facts are counted in turn: those with one of these numbers are the fresh ones.
    taken: BTreeSet<u32>,
    moves: Vec<Move>,
}

/// A change that touches several places at once.
#[derive(Debug, Clone)]
enum Move {
    /// Every axis of one size gets another, in inputs and outputs.
    Resize(Size, Size),
    /// A value gets another name, with or without an alias.
    Rename(Side, Index, bool),
    /// Two values change places.
    Swap(Side, Index, Index),
}

fn size() -> impl Strategy<Value = Size> {
    prop_oneof![
        2 => (1..4_u64).prop_map(Size::Fixed),
        2 => symbol(&BOUND),
        1 => symbol(&FREE),
        1 => Just(Size::Any),
    ]
}

fn a_move() -> impl Strategy<Value = Move> {
    let side = || select(vec![Side::Input, Side::Output]);
    let index = any::<Index>;
    prop_oneof![
        4 => (size(), size()).prop_map(|(from, to)| Move::Resize(from, to)),
        1 => (side(), index(), proptest::bool::weighted(0.8))
            .prop_map(|(side, index, alias)| Move::Rename(side, index, alias)),
        1 => (side(), index(), index()).prop_map(|(side, one, other)| Move::Swap(side, one, other)),
    ]
}

/// Changes of a few facts, most of them seen: a signature has some 50.
pub(crate) fn change() -> impl Strategy<Value = Change> {
    let taken = proptest::collection::btree_set(0..60_u32, 0..8);
    let moves = proptest::collection::vec(a_move(), 0..3);
    (signature(), taken, moves).prop_map(|(fresh, taken, moves)| Change { fresh, taken, moves })
}

impl Change {
    pub(crate) fn of(&self, old: &Signature) -> Signature {
        let mut coins = Coins { taken: &self.taken, next: 0 };
        let mut new = old.clone();
        let fresh = &self.fresh;
        coins.mix_fields(&mut new.inputs, &fresh.inputs, true);
        coins.mix_fields(&mut new.outputs, &fresh.outputs, true);
        coins.take(&mut new.params, &fresh.params);
        coins.take(&mut new.labels, &fresh.labels);
        coins.take(&mut new.extensible_labels, &fresh.extensible_labels);
        coins.take(&mut new.content, &fresh.content);
        coins.take(&mut new.stateful, &fresh.stateful);
        coins.take(&mut new.license, &fresh.license);
        coins.take(&mut new.architecture, &fresh.architecture);
        coins.take(&mut new.max_batch, &fresh.max_batch);
        coins.take(&mut new.context_length, &fresh.context_length);
        coins.take(&mut new.streaming, &fresh.streaming);
        coins.take(&mut new.assets, &fresh.assets);
        coins.take(&mut new.entrypoints, &fresh.entrypoints);
        for step in &self.moves {
            step.apply(&mut new);
        }
        coins.take(&mut new.binding, &fresh.binding);
        well_formed(new)
    }
}

struct Coins<'a> {
    taken: &'a BTreeSet<u32>,
    next: u32,
}

impl Coins<'_> {
    fn toss(&mut self) -> bool {
        self.next += 1;
        self.taken.contains(&(self.next - 1))
    }

    fn take<V: Clone>(&mut self, old: &mut V, fresh: &V) {
        if self.toss() {
            *old = fresh.clone();
        }
    }

    fn mix_fields(&mut self, old: &mut BTreeMap<String, Field>, fresh: &BTreeMap<String, Field>, top: bool) {
        let taken: BTreeSet<String> = old.values().flat_map(|field| field.alias_of.clone()).collect();
        let removed: BTreeSet<String> = old.keys().filter(|_| self.toss()).cloned().collect();
        old.retain(|name, _| !removed.contains(name));
        for (name, field) in fresh.iter().filter(|(name, _)| !taken.contains(*name)) {
            if let Some(known) = old.get_mut(name) {
                self.mix(known, field);
            } else if self.toss() {
                let last = old.values().filter_map(|field| field.position).max();
                let position = top.then(|| last.map_or(0, |last| last + 1));
                old.insert(name.clone(), Field { position, alias_of: BTreeSet::new(), ..field.clone() });
            }
        }
    }

    fn mix(&mut self, old: &mut Field, fresh: &Field) {
        match (&mut old.kind, &fresh.kind) {
            (Kind::Tensor { dtype, shape }, Kind::Tensor { dtype: fresh_dtype, shape: fresh_shape }) => {
                self.take(dtype, fresh_dtype);
                self.take(shape, fresh_shape);
                let axes = shape.iter_mut().flatten().zip(fresh_shape.iter().flatten());
                axes.for_each(|(dim, fresh)| self.take(dim, fresh));
            }
            (Kind::List(element), Kind::List(fresh)) => self.mix(element, fresh),
            (Kind::Map { value, .. }, Kind::Map { value: fresh, .. }) => self.mix(value, fresh),
            (Kind::Object(properties), Kind::Object(fresh)) => self.mix_fields(properties, fresh, false),
            (kind, fresh) => self.take(kind, fresh),
        }
        self.take(&mut old.optional, &fresh.optional);
        self.take(&mut old.nullable, &fresh.nullable);
        self.take(&mut old.default, &fresh.default);
        self.take(&mut old.categories, &fresh.categories);
        self.take(&mut old.range, &fresh.range);
        self.take(&mut old.semantics, &fresh.semantics);
        self.take(&mut old.space_id, &fresh.space_id);
        self.take(&mut old.labels, &fresh.labels);
        self.take(&mut old.deprecated, &fresh.deprecated);
        self.take(&mut old.alias_of, &BTreeSet::new());
    }
}

impl Move {
    fn apply(&self, signature: &mut Signature) {
        match self {
            Self::Resize(from, to) => {
                // A symbol of outputs alone stays one.
                let is_free = |size: &Size| matches!(size, Size::Symbol(name) if !is_bound(name));
                let mut resize = |dim: &mut Dim| {
                    if dim.size == *from {
                        dim.size = to.clone();
                    }
                };
                if !is_free(to) {
                    signature.inputs.values_mut().for_each(|input| input.for_each_dim_mut(&mut resize));
                }
                signature.outputs.values_mut().for_each(|output| output.for_each_dim_mut(&mut resize));
            }
            Self::Rename(side, index, alias) => rename(side_of(signature, *side), *index, *alias),
            Self::Swap(side, one, other) => swap(side_of(signature, *side), *one, *other),
        }
    }
}

fn side_of(signature: &mut Signature, side: Side) -> &mut BTreeMap<String, Field> {
    match side {
        Side::Input => &mut signature.inputs,
        Side::Output => &mut signature.outputs,
    }
}

fn rename(fields: &mut BTreeMap<String, Field>, index: Index, alias: bool) {
    let names: Vec<String> = fields.keys().cloned().collect();
    let taken: BTreeSet<&String> = fields.values().flat_map(|field| &field.alias_of).chain(&names).collect();
    let Some(unused) = NAMES.iter().find(|name| !taken.contains(&(**name).to_owned())) else { return };
    if names.is_empty() {
        return;
    }
    let name = index.get(&names);
    if let Some(mut field) = fields.remove(name) {
        if alias {
            field.alias_of.insert(name.clone());
        }
        fields.insert((*unused).to_owned(), field);
    }
}

fn swap(fields: &mut BTreeMap<String, Field>, one: Index, other: Index) {
    let names: Vec<String> = fields.keys().cloned().collect();
    if names.is_empty() {
        return;
    }
    let position = |name: &String| fields.get(name).and_then(|field| field.position);
    let (one, other) = (one.get(&names).clone(), other.get(&names).clone());
    let (first, second) = (position(&one), position(&other));
    for (name, position) in [(one, second), (other, first)] {
        if let Some(field) = fields.get_mut(&name) {
            field.position = position;
        }
    }
}
