//! Compares axes: input axes by what they accept, output axes under the substitution that the old inputs force.
//!
//! Exporters invent symbol names, so a symbol means nothing by itself; it says which axes are equal. Every axis is put
//! into a *class* inside its own signature. Two signatures are then compared through the axes that both have.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::super::dim::{Bounds, Dim, Size};
use super::super::dtype::Dtype;
use super::super::{Kind, Signature, symbols};
use super::place::{Place, Side};
use super::{Findings, witness};
use crate::canonical::value_of;
use crate::compat::{Difference, Rule};

/// A tensor that both signatures have, with the same rank.
pub(super) struct TensorPair<'a> {
    pub(super) place: Place<'a>,
    pub(super) dtype: Dtype,
    pub(super) old: &'a [Dim],
    pub(super) new: &'a [Dim],
}

/// What is known of the size of an axis inside one signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class<'a> {
    /// A fixed size.
    Fixed(u64),
    /// A symbol that stands at least twice.
    Named(&'a str),
    /// The unnamed axis 0 that all inputs share.
    Batch,
    /// Any size, unrelated to every other axis.
    Alone,
}

impl Class<'_> {
    fn is_known(self) -> bool {
        matches!(self, Self::Fixed(_) | Self::Named(_))
    }
}

/// The classes of one signature.
struct Classes<'a> {
    /// Symbols that stand at least twice.
    names: BTreeSet<&'a str>,
    /// Symbols of `names` that stand in an input.
    bound: BTreeSet<&'a str>,
    /// What the inputs hold on axis 0, where all that are dynamic agree.
    batch: Option<Class<'a>>,
}

impl<'a> Classes<'a> {
    fn of(signature: &'a Signature) -> Self {
        let uses = signature.symbol_uses();
        let names: BTreeSet<&str> = uses.into_iter().filter(|(_, uses)| *uses > 1).map(|(name, _)| name).collect();
        let mut classes = Self { names, bound: BTreeSet::new(), batch: None };
        let mut inputs_only = BTreeMap::new();
        for input in signature.inputs.values() {
            symbols::count_symbols(input, &mut inputs_only);
        }
        classes.bound = inputs_only.into_keys().filter(|name| classes.names.contains(name)).collect();
        classes.batch = classes.common_batch(signature);
        classes
    }

    /// Exporters often leave the batch unnamed. Where every dynamic axis 0 of the inputs is the same symbol, or none of
    /// them has a name, that is the batch.
    fn common_batch(&self, signature: &'a Signature) -> Option<Class<'a>> {
        let first_axes = signature.inputs.values().filter_map(|input| match &input.kind {
            Kind::Tensor { shape: Some(shape), .. } => shape.first(),
            _ => None,
        });
        let mut dynamic = first_axes.map(|dim| self.plain(dim)).filter(|class| !matches!(class, Class::Fixed(_)));
        let first = dynamic.next()?;
        dynamic.all(|class| class == first).then_some(if first == Class::Alone { Class::Batch } else { first })
    }

    fn plain(&self, dim: &'a Dim) -> Class<'a> {
        match &dim.size {
            Size::Fixed(size) => Class::Fixed(*size),
            Size::Symbol(name) if self.names.contains(name.as_str()) => Class::Named(name),
            Size::Symbol(_) | Size::Any => Class::Alone,
        }
    }

    /// The class of an axis; an unnamed axis 0 follows the batch.
    fn class(&self, dim: &'a Dim, is_first: bool) -> Class<'a> {
        match (self.plain(dim), self.batch) {
            (Class::Alone, Some(batch)) if is_first => batch,
            (class, _) => class,
        }
    }

    /// Whether an input says what an output axis of this class is.
    fn is_bound(&self, class: Class<'_>) -> bool {
        match class {
            Class::Named(name) => self.bound.contains(name),
            Class::Batch => true,
            Class::Fixed(_) | Class::Alone => false,
        }
    }
}

/// One axis that both signatures have.
struct AxisPair<'p, 'a> {
    pair: &'p TensorPair<'a>,
    axis: usize,
    old: &'a Dim,
    new: &'a Dim,
    old_class: Class<'a>,
    new_class: Class<'a>,
}

impl AxisPair<'_, '_> {
    fn difference(&self, rule: Rule) -> Difference {
        let path = self.pair.place.attribute("shape").join(self.axis);
        let difference = Difference::new(rule, path, shown(self.old), shown(self.new)).on_axis(self.axis);
        difference.normalized_as(value_of(&symbols::normalized_shape(std::slice::from_ref(self.new))))
    }

    /// A call that passes today and fails tomorrow: its size on this axis is good for `old` only.
    fn witness(&self) -> Value {
        let mut shape = witness::Sampler::default().shape(self.pair.old);
        if let (Some(size), Size::Symbol(_) | Size::Any) = (shape.get_mut(self.axis), &self.old.size) {
            *size = self.size_good_for_old_only();
        }
        witness::tensor(self.pair.place.name, self.pair.dtype, &shape)
    }

    fn size_good_for_old_only(&self) -> u64 {
        let old = self.old.bounds;
        let candidates = match self.new.size {
            Size::Fixed(size) => [size.saturating_add(1), size.saturating_sub(1)],
            _ => [self.new.bounds.max.map_or(old.min, |max| max.saturating_add(1)), old.min],
        };
        candidates.into_iter().find(|size| old.contains(*size)).unwrap_or(old.min)
    }
}

/// A fixed size as a number, anything else as people write it.
fn shown(dim: &Dim) -> Value {
    match dim.size {
        Size::Fixed(size) => size.into(),
        Size::Symbol(_) | Size::Any => dim.to_string().into(),
    }
}

/// Compares every axis of every tensor that both signatures have.
pub(super) fn diff_dims<'a>(old: &'a Signature, new: &'a Signature, findings: &mut Findings<'a>) {
    let tensors = std::mem::take(&mut findings.tensors);
    let (old_classes, new_classes) = (Classes::of(old), Classes::of(new));
    let axes_of = |side: Side| -> Vec<AxisPair<'_, 'a>> {
        let pairs = tensors.iter().filter(|pair| pair.place.side == side);
        pairs.flat_map(|pair| axis_pairs(pair, &old_classes, &new_classes)).collect()
    };
    let (inputs, outputs) = (axes_of(Side::Input), axes_of(Side::Output));
    for axis in &inputs {
        let difference = |rule| axis.difference(rule).with_witness(axis.witness());
        findings.differences.extend(input_rule(axis).map(difference));
    }
    diff_links(&inputs, findings);
    let substitution = Substitution::forced_by(&inputs);
    let mut free = FreeNames::default();
    for axis in &outputs {
        let rule = output_rule(axis, (&old_classes, &new_classes), &substitution, &mut free);
        findings.differences.extend(rule.map(|rule| axis.difference(rule)));
    }
    findings.tensors = tensors;
}

fn axis_pairs<'p, 'a>(
    pair: &'p TensorPair<'a>,
    old_classes: &'p Classes<'a>,
    new_classes: &'p Classes<'a>,
) -> impl Iterator<Item = AxisPair<'p, 'a>> {
    pair.old.iter().zip(pair.new).enumerate().map(move |(axis, (old, new))| {
        let is_first = axis == 0 && pair.place.is_top();
        let (old_class, new_class) = (old_classes.class(old, is_first), new_classes.class(new, is_first));
        AxisPair { pair, axis, old, new, old_class, new_class }
    })
}

/// What one input axis accepts, before and after. Equalities between axes are a matter of [`diff_links`].
fn input_rule(axis: &AxisPair<'_, '_>) -> Option<Rule> {
    match (&axis.old.size, &axis.new.size) {
        (Size::Fixed(old), Size::Fixed(new)) => (old != new).then_some(Rule::InputDimChanged),
        (Size::Fixed(old), _) if axis.new.bounds.contains(*old) => Some(Rule::InputDimFixedToDynamic),
        (Size::Fixed(_), _) => Some(Rule::InputDimChanged),
        (_, Size::Fixed(new)) if axis.old.bounds.contains(*new) => Some(Rule::InputDimDynamicToFixed),
        (_, Size::Fixed(_)) => Some(Rule::InputDimChanged),
        _ if axis.old.bounds == axis.new.bounds => None,
        _ if axis.new.bounds.includes(axis.old.bounds) => Some(Rule::InputDimBoundsWidened),
        _ => Some(Rule::InputDimBoundsNarrowed),
    }
}

/// Input axes that must now be equal, or no longer.
fn diff_links(inputs: &[AxisPair<'_, '_>], findings: &mut Findings<'_>) {
    for group in groups(inputs, |axis| axis.new_class) {
        let old: Vec<Class<'_>> = group.iter().map(|axis| axis.old_class).collect();
        let known: BTreeSet<Class<'_>> = old.iter().copied().filter(|class| class.is_known()).collect();
        let unnamed = old.iter().filter(|class| !class.is_known()).count();
        let rule = match (known.len(), unnamed) {
            (2.., _) => Rule::InputDimSymbolLinked,
            (1, 1..) | (0, 2..) => Rule::InputDimSymbolDeclared,
            _ => continue,
        };
        report_link(rule, &group, findings);
    }
    for group in groups(inputs, |axis| axis.old_class) {
        let dynamic: Vec<Class<'_>> =
            group.iter().map(|axis| axis.new_class).filter(|class| !matches!(class, Class::Fixed(_))).collect();
        let named: BTreeSet<Class<'_>> = dynamic.iter().copied().filter(|class| class.is_known()).collect();
        let unnamed = dynamic.len() - dynamic.iter().filter(|class| class.is_known()).count();
        if named.len() + unnamed > 1 {
            report_link(Rule::InputDimSymbolUnlinked, &group, findings);
        }
    }
}

/// The axes that share a symbol, at least two of them.
fn groups<'p, 'a>(
    axes: &'p [AxisPair<'p, 'a>],
    class: impl Fn(&AxisPair<'p, 'a>) -> Class<'a>,
) -> Vec<Vec<&'p AxisPair<'p, 'a>>> {
    let mut by_name: BTreeMap<&str, Vec<&AxisPair<'p, 'a>>> = BTreeMap::new();
    for axis in axes {
        if let Class::Named(name) = class(axis) {
            by_name.entry(name).or_default().push(axis);
        }
    }
    // Groups are reported in the order of their axes, so that a renamed symbol changes nothing.
    let mut groups: Vec<_> = by_name.into_values().filter(|group| group.len() > 1).collect();
    groups.sort_by_key(|group| group.first().map(|axis| axis.pair.place.pointer().join(axis.axis)));
    groups
}

/// One difference for the whole group, at the first axis that does not agree with the first one.
fn report_link(rule: Rule, group: &[&AxisPair<'_, '_>], findings: &mut Findings<'_>) {
    let class = |axis: &AxisPair<'_, '_>| match rule {
        Rule::InputDimSymbolUnlinked => format!("{:?}", axis.new_class),
        _ => format!("{:?}", axis.old_class),
    };
    let Some((first, others)) = group.split_first() else { return };
    let odd = others.iter().find(|axis| class(axis) != class(first)).or(others.first()).unwrap_or(first);
    let mut difference = odd.difference(rule);
    let other = first.pair.place.attribute("shape").join(first.axis);
    difference.remark = Some(format!("the other axis is {other}"));
    if rule == Rule::InputDimSymbolLinked {
        difference.witness = Some(two_sizes(first, odd));
    }
    findings.push(difference);
}

/// A call in which the two axes differ.
fn two_sizes(first: &AxisPair<'_, '_>, odd: &AxisPair<'_, '_>) -> Value {
    let mut sampler = witness::Sampler::default();
    let mut request = Map::new();
    for axis in [first, odd] {
        let shape = sampler.shape(axis.pair.old);
        if let Value::Object(part) = witness::tensor(axis.pair.place.name, axis.pair.dtype, &shape) {
            request.extend(part);
        }
    }
    request.into()
}

/// What the old inputs force upon the symbols of the new signature.
#[derive(Default)]
struct Substitution<'a>(BTreeMap<Class<'a>, Forced<'a>>);

/// What a new class is wherever the old inputs are sent.
#[derive(Default)]
struct Forced<'a> {
    /// The old classes that it meets.
    met: BTreeSet<Class<'a>>,
    /// The sizes that both signatures accept there.
    sizes: Bounds,
}

impl<'a> Substitution<'a> {
    fn forced_by(inputs: &[AxisPair<'_, 'a>]) -> Self {
        let mut substitution = Self::default();
        for axis in inputs {
            let forced = substitution.0.entry(axis.new_class).or_default();
            forced.met.insert(axis.old_class);
            forced.sizes = forced.sizes.and(axis.old.sizes()).and(axis.new.sizes());
        }
        substitution
    }

    /// None where the class meets only inputs that are new.
    fn of(&self, class: Class<'a>) -> Option<&Forced<'a>> {
        self.0.get(&class)
    }
}

/// What became of the symbols that no input binds: matched one to one between old and new.
#[derive(Default)]
struct FreeNames<'a> {
    forward: BTreeMap<&'a str, Class<'a>>,
    backward: BTreeMap<Class<'a>, &'a str>,
    fixed: BTreeMap<&'a str, u64>,
}

impl<'a> FreeNames<'a> {
    fn rule(&mut self, old: Class<'a>, new: Class<'a>) -> Option<Rule> {
        match (old, new) {
            (Class::Named(_), Class::Alone) => Some(Rule::OutputDimSymbolUnlinked),
            (Class::Named(name), _) => {
                let there = *self.forward.entry(name).or_insert(new);
                let back = *self.backward.entry(new).or_insert(name);
                match (there == new, back == name) {
                    (true, true) => None,
                    (false, _) => Some(Rule::OutputDimSymbolUnlinked),
                    (true, false) => Some(Rule::OutputDimSymbolLinked),
                }
            }
            (_, Class::Named(_)) => Some(Rule::OutputDimSymbolLinked),
            _ => None,
        }
    }

    /// Whether an axis of the same symbol, so of the same size, was fixed to another size.
    fn is_fixed_elsewhere(&mut self, old: Class<'a>, size: u64) -> bool {
        matches!(old, Class::Named(name) if *self.fixed.entry(name).or_insert(size) != size)
    }
}

fn output_rule<'a>(
    axis: &AxisPair<'_, 'a>,
    (old_classes, new_classes): (&Classes<'a>, &Classes<'a>),
    substitution: &Substitution<'a>,
    free: &mut FreeNames<'a>,
) -> Option<Rule> {
    let (old, new) = (axis.old_class, axis.new_class);
    let old_is_bound = old_classes.is_bound(old);
    let forced = if new_classes.is_bound(new) { substitution.of(new) } else { None };
    let meets_old = || forced.is_none_or(|forced| forced.met.contains(&old));
    match (old, new, forced) {
        (Class::Fixed(old), Class::Fixed(new), _) => (old != new).then_some(Rule::OutputDimChanged),
        (Class::Fixed(_), _, Some(_)) => (!meets_old()).then_some(Rule::OutputDimChanged),
        (Class::Fixed(_), _, None) => Some(Rule::OutputDimFixedToDynamic),
        (_, Class::Fixed(_), _) if old_is_bound => Some(Rule::OutputDimChanged),
        (_, Class::Fixed(size), _) if !axis.old.bounds.contains(size) || free.is_fixed_elsewhere(old, size) => {
            Some(Rule::OutputDimChanged)
        }
        (_, Class::Fixed(_), _) => Some(Rule::OutputDimDynamicToFixed),
        (_, _, Some(_)) if old_is_bound => (!meets_old()).then_some(Rule::OutputDimChanged),
        // A symbol that only an added input binds is another input's symbol to whoever knew the old one.
        (_, _, None) if old_is_bound && new_classes.is_bound(new) => Some(Rule::OutputDimChanged),
        (_, _, None) if old_is_bound => {
            bounds_rule(axis.old.bounds, axis.new.bounds, Some(Rule::OutputDimSymbolUnlinked))
        }
        _ => {
            // A batch that only added inputs have is unknown to old callers.
            let new = if forced.is_none() && new == Class::Batch { Class::Alone } else { new };
            let link = free.rule(old, new).or(forced.map(|_| Rule::OutputDimSymbolLinked));
            let sizes = axis.new.bounds.and(forced.map(|forced| forced.sizes).unwrap_or_default());
            bounds_rule(axis.old.bounds, sizes, link)
        }
    }
}

/// An old axis that no input binds keeps inside its declared bounds, whatever it is called now: more sizes are as good
/// as a fixed size given up.
fn bounds_rule(old: Bounds, new: Bounds, link: Option<Rule>) -> Option<Rule> {
    if !old.includes(new) {
        return Some(Rule::OutputDimFixedToDynamic);
    }
    link.or((old != new).then_some(Rule::OutputDimDynamicToFixed))
}
