//! What holds of every contract and every manifest, wherever it comes from.

use std::fmt::Display;

use registry_core::canonical;
use registry_core::contract::validate::Violation;
use registry_core::contract::{Artifact, Contract, Signature};
use registry_core::digest::Digest;
use registry_core::manifest::{FileEntry, Lineage, Manifest, ManifestContract, ManifestError};

/// Checks a contract, and the manifest of a file that has it.
pub fn check(signature: &Signature, artifact: &Artifact) {
    check_signature(signature);
    assert_eq!(Signature::diff_facts(artifact, artifact), []);
    let valid = signature.validate();
    if let Err(invalid) = &valid {
        check_violations(&invalid.violations, invalid);
    }
    match manifest_of(signature, artifact) {
        Ok(manifest) => {
            assert_eq!(valid, Ok(()));
            check_manifest(&manifest);
        }
        Err(error) => check_violations(&error.violations, &error),
    }
}

/// Checks that a manifest is read back out of its own text.
pub fn check_manifest(manifest: &Manifest) {
    let text = manifest.canonical_bytes();
    assert_eq!(manifest.digest(), Digest::of(&text));
    let again = Manifest::from_json(&text);
    let again = again.unwrap_or_else(|error| panic!("what comes out must go in again: {error}"));
    assert_eq!(again.digest(), manifest.digest());
    assert_eq!(again.content_digest(), manifest.content_digest());
    assert_eq!(again.files(), manifest.files());
    assert_eq!(again.lineage(), manifest.lineage());
    let (old, new) = (&manifest.contract().signature, &again.contract().signature);
    assert_eq!(Signature::diff(old, new), []);
    assert_eq!(new.validate(), Ok(()));
}

/// Checks that an error lists what is wrong, and where.
pub fn check_violations(violations: &[Violation], error: &impl Display) {
    assert!(!violations.is_empty());
    for Violation { place, rule, hint } in violations {
        assert!(place.as_str().is_empty() || place.as_str().starts_with('/'), "{place:?}");
        assert!(!rule.is_empty() && !hint.is_empty(), "{place:?}");
    }
    assert!(!error.to_string().is_empty());
}

/// Checks that a contract equals itself in every form.
pub fn check_signature(signature: &Signature) {
    let normalized = signature.normalized();
    assert_eq!(Signature::diff(signature, signature), []);
    assert_eq!(Signature::diff(signature, &normalized), []);
    assert_eq!(Signature::diff(&normalized, signature), []);
    assert_eq!(normalized.normalized(), normalized);
    assert_eq!(normalized.canonical(), signature.canonical());
    assert_eq!(signature.digest(), canonical::digest(&signature.canonical()));
}

fn manifest_of(signature: &Signature, artifact: &Artifact) -> Result<Manifest, ManifestError> {
    let (Ok(path), Ok(media_type)) = ("model.bin".parse(), "application/octet-stream".parse()) else {
        panic!("path and media type are in the grammar");
    };
    let file = FileEntry { path, size: 3, sha256: Digest::of(b"abc"), media_type };
    Manifest::new(vec![file], ManifestContract::new(signature, artifact), Lineage::default())
}
