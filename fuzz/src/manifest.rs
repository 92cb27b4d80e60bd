//! The parsers of manifests and of what publishers write: registry.toml, policies, declared facts.

use std::str::from_utf8;

use jiff::Timestamp;
use registry_core::canonical::value_of;
use registry_core::compat::catalogue::Rule;
use registry_core::compat::policy::{Policy, PolicyError, PolicyLayer};
use registry_core::contract::{Artifact, Dim, Dtype, Field, Signature};
use registry_core::declared::{Declared, ProjectFile, ProjectFileError, apply};
use registry_core::manifest::Manifest;

use crate::contracts;

/// Reads the same bytes as each of the documents.
pub fn manifest(bytes: &[u8]) {
    check_manifest(bytes);
    if let Ok(declared) = serde_json::from_slice::<Declared>(bytes) {
        check_declared(&declared);
    }
    let Ok(text) = from_utf8(bytes) else { return };
    check_project(text);
    check_policy(text);
}

fn check_manifest(bytes: &[u8]) {
    let read = Manifest::from_json(bytes);
    assert_eq!(serde_json::from_slice::<Manifest>(bytes).ok(), read.as_ref().ok().cloned());
    match read {
        Ok(manifest) => {
            contracts::check_signature(&manifest.contract().signature);
            contracts::check_manifest(&manifest);
        }
        Err(error) => contracts::check_violations(&error.violations, &error),
    }
}

fn check_project(text: &str) {
    match ProjectFile::from_toml(text) {
        Ok(project) => {
            check_declared(&project.declared);
            let (mut signature, mut artifact) = known();
            if project.apply(&mut signature, &mut artifact).is_ok() {
                contracts::check(&signature, &artifact);
            }
        }
        Err(ProjectFileError { position, reason, hint }) => {
            assert!(!reason.is_empty() && !hint.is_empty());
            let lines: Vec<&str> = text.split('\n').collect();
            let inside = position.is_none_or(|position| {
                let line = position.line.checked_sub(1).and_then(|line| lines.get(line));
                line.is_some_and(|line| (1..=line.chars().count() + 1).contains(&position.column))
            });
            assert!(inside, "{position:?}: {reason}");
        }
    }
}

fn check_policy(text: &str) {
    match PolicyLayer::parse(text) {
        Ok(layer) => {
            let written = toml::to_string(&layer).unwrap_or_default();
            assert_eq!(PolicyLayer::parse(&written), Ok(layer.clone()));
            let policy = Policy::effective(&[&layer], Timestamp::UNIX_EPOCH);
            assert_eq!(policy.digest(), Policy::effective(&[&layer, &layer], Timestamp::UNIX_EPOCH).digest());
            for rule in Rule::ALL {
                let demand = policy.demand_of(*rule);
                assert!(!rule.spec().locked || demand == Policy::default().demand_of(*rule));
            }
        }
        // Nothing but text that is nested too deep has no place of its own.
        Err(PolicyError::Syntax(reason)) => {
            assert!(reason.contains("at line ") || reason.trim() == "recursion limit", "{reason}");
        }
        Err(error) => assert!(error.to_string().starts_with("`compat.rules."), "{error}"),
    }
}

/// Checks that declared facts are read back out of their own text, and never make a contract that contradicts itself.
fn check_declared(declared: &Declared) {
    let value = value_of(declared);
    assert!(!value.is_null());
    let again: Declared = serde_json::from_value(value).unwrap_or_else(|error| panic!("{error}: {declared:?}"));
    assert_eq!(&again, declared);
    for (mut signature, mut artifact) in [known(), (Signature::default(), Artifact::default())] {
        match apply(declared, &mut signature, &mut artifact) {
            Ok(()) => contracts::check(&signature, &artifact),
            Err(mismatch) => assert!(!mismatch.to_string().is_empty()),
        }
    }
}

/// A contract of two fields, for facts to be declared about.
fn known() -> (Signature, Artifact) {
    let shape = [Dim::symbol("N"), Dim::fixed(4)];
    let field = |position| Field::tensor(Dtype::F32, shape.clone()).at(position);
    let mut signature = Signature::default();
    signature.inputs.extend([("x".to_owned(), field(0)), ("z".to_owned(), field(1))]);
    signature.outputs.insert("y".to_owned(), field(0));
    (signature, Artifact::default())
}
