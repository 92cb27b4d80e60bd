//! The seeds of the fuzz targets for texts and documents, without a fuzzer.
#![expect(unreachable_pub, reason = "what the fuzz targets check is a library there")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may panic as tests do")]

#[path = "../../fuzz/src/contracts.rs"]
mod contracts;
#[path = "../../fuzz/src/corpus.rs"]
mod corpus;
#[path = "../../fuzz/src/manifest.rs"]
mod manifest;
#[path = "../../fuzz/src/texts.rs"]
mod texts;

#[test]
fn version_seeds() {
    corpus::run("version", texts::version);
}

#[test]
fn selector_seeds() {
    corpus::run("selector", texts::selector);
}

#[test]
fn manifest_seeds() {
    corpus::run("manifest", manifest::manifest);
}
