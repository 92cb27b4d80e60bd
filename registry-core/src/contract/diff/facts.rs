//! Compares declared facts: what a caller cannot see in types, but was told.

use serde_json::Value;

use super::super::signature::{Binding, Content, PreprocessingKind};
use super::super::{Pointer, Signature};
use super::{Findings, license};
use crate::canonical::value_of;
use crate::compat::{Difference, Rule, When};

/// A fact that became known or unknown. Honesty is not punished; taking a promise back is noted.
pub(super) fn known(path: Pointer, (old, new): (Option<Value>, Option<Value>)) -> Option<Difference> {
    let rule = match (&old, &new) {
        (None, Some(_)) => Rule::FactDeclared,
        (Some(_), None) => Rule::FactWithdrawn,
        _ => return None,
    };
    let name = path.as_str().trim_start_matches('/').replace('/', ".");
    let difference = Difference::new(rule, path, old.unwrap_or_default(), new.unwrap_or_default());
    Some(Difference { name, ..difference })
}

/// As [`known`], into the findings.
pub(super) fn diff_known(path: Pointer, facts: (Option<Value>, Option<Value>), findings: &mut Findings<'_>) {
    findings.differences.extend(known(path, facts));
}

/// A fact whose two values differ, or that became known or unknown.
pub(super) fn diff_fact<T: PartialEq + serde::Serialize>(
    path: impl FnOnce() -> Pointer,
    (old, new): (Option<&T>, Option<&T>),
    changed: impl FnOnce(&T, &T) -> Option<Rule>,
    findings: &mut Findings<'_>,
) {
    match (old, new) {
        (None, None) => {}
        (Some(old), Some(new)) if old == new => {}
        (Some(old), Some(new)) => {
            let rule = changed(old, new);
            findings.differences.extend(rule.map(|rule| Difference::new(rule, path(), value_of(old), value_of(new))));
        }
        (old, new) => diff_known(path(), (old.map(value_of), new.map(value_of)), findings),
    }
}

/// A declared text whose change falls under one rule.
pub(super) fn diff_text(
    changed: Rule,
    path: impl FnOnce() -> Pointer,
    (old, new): (Option<&str>, Option<&str>),
    findings: &mut Findings<'_>,
) {
    if old != new {
        diff_fact(path, (old.as_ref(), new.as_ref()), |_, _| Some(changed), findings);
    }
}

/// Compares the declared facts of two signatures.
pub(super) fn diff_facts(old: &Signature, new: &Signature, findings: &mut Findings<'_>) {
    let at = |name: &str| Pointer::root().join(name);
    diff_calling(old, new, findings);
    diff_entrypoints(old, new, findings);
    diff_processing(old, new, findings);
    diff_limits(old, new, findings);
    diff_license(old, new, findings);
    let consumption = (old.consumption.as_ref(), new.consumption.as_ref());
    diff_fact(|| at("consumption"), consumption, |_, _| Some(Rule::ConsumptionChanged), findings);
    let architecture = (old.architecture.as_deref(), new.architecture.as_deref());
    diff_text(Rule::ArchitectureChanged, || at("architecture"), architecture, findings);
}

/// How calls are made: what is not stated has a default, so these are never unknown.
fn diff_calling(old: &Signature, new: &Signature, findings: &mut Findings<'_>) {
    let at = |name: &str| Pointer::root().join(name);
    let binding = |signature: &Signature| signature.binding.unwrap_or_default();
    if binding(old) != binding(new) {
        let shown = |binding: Binding| value_of(&binding);
        findings.push(Difference::new(Rule::BindingChanged, at("binding"), shown(binding(old)), shown(binding(new))));
    }
    let content = |signature: &Signature| signature.content.unwrap_or_default();
    let rule = match (content(old), content(new)) {
        (Content::Open, Content::Closed) => Rule::InputContentClosed,
        (Content::Closed, Content::Open) => Rule::InputContentOpened,
        _ => return,
    };
    findings.push(Difference::new(rule, at("content"), value_of(&content(old)), value_of(&content(new))));
}

fn diff_entrypoints(old: &Signature, new: &Signature, findings: &mut Findings<'_>) {
    let root = Pointer::root().join("entrypoints");
    let names = |signature: &Signature| value_of(&signature.entrypoints.keys().collect::<Vec<_>>());
    if old.entrypoints.is_empty() && !new.entrypoints.is_empty() {
        return diff_known(root, (None, Some(names(new))), findings);
    }
    for (name, entrypoint) in &old.entrypoints {
        let Some(after) = new.entrypoints.get(name) else {
            findings.push(Difference::new(Rule::EntrypointRemoved, root.join(name), name.as_str(), Value::Null));
            continue;
        };
        let takes = (entrypoint.takes.as_ref(), after.takes.as_ref());
        diff_fact(|| root.join(name).join("takes"), takes, |_, _| Some(Rule::InputSemanticsChanged), findings);
    }
    for name in new.entrypoints.keys().filter(|name| !old.entrypoints.contains_key(*name)) {
        findings.push(Difference::new(Rule::EntrypointAdded, root.join(name), Value::Null, name.as_str()));
    }
}

fn diff_processing(old: &Signature, new: &Signature, findings: &mut Findings<'_>) {
    let at = |name: &str| Pointer::root().join("assets").join(name);
    let preprocessing = (old.assets.preprocessing.as_ref(), new.assets.preprocessing.as_ref());
    let rule = |old: PreprocessingKind, new: PreprocessingKind| match (old, new) {
        (PreprocessingKind::Internal, PreprocessingKind::Internal) => Rule::PreprocessInternalChanged,
        _ => Rule::PreprocessExternalChanged,
    };
    diff_fact(|| at("preprocessing"), preprocessing, |old, new| Some(rule(old.kind, new.kind)), findings);
    let postprocessing = (old.assets.postprocessing.as_ref(), new.assets.postprocessing.as_ref());
    diff_fact(|| at("postprocessing"), postprocessing, |_, _| Some(Rule::PostprocessChanged), findings);
}

fn diff_limits(old: &Signature, new: &Signature, findings: &mut Findings<'_>) {
    let at = |name: &str| Pointer::root().join(name);
    let either =
        |raised: Rule, lowered: Rule| move |old: &u64, new: &u64| Some(if new > old { raised } else { lowered });
    let batch = (old.max_batch.as_ref(), new.max_batch.as_ref());
    diff_fact(|| at("max_batch"), batch, either(Rule::BatchingMaxRaised, Rule::BatchingMaxLowered), findings);
    let context = (old.context_length.as_ref(), new.context_length.as_ref());
    let rule = either(Rule::ContextLengthRaised, Rule::ContextLengthLowered);
    diff_fact(|| at("context_length"), context, rule, findings);
    let streaming = (old.streaming.as_ref(), new.streaming.as_ref());
    diff_fact(|| at("streaming"), streaming, |_, _| Some(Rule::StreamingChanged), findings);
    let stateful = (old.stateful.as_deref(), new.stateful.as_deref());
    diff_text(Rule::StatefulChanged, || at("stateful"), stateful, findings);
}

fn diff_license(old: &Signature, new: &Signature, findings: &mut Findings<'_>) {
    let path = || Pointer::root().join("license");
    let licenses = (old.license.as_deref(), new.license.as_deref());
    diff_fact(path, (licenses.0.as_ref(), licenses.1.as_ref()), |old, new| Some(license::rule(old, new)), findings);
    if let (Some(_), None) = licenses
        && let Some(withdrawn) = findings.differences.last_mut()
    {
        withdrawn.when = Some(When::License);
    }
}
