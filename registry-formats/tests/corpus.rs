//! The seeds of the fuzz targets for model files, without a fuzzer.
#![expect(dead_code, reason = "builders and checks are shared with the fuzz targets and other tests")]
#![expect(unreachable_pub, reason = "what the fuzz targets check is a library there")]
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests may panic as tests do")]

mod common;
#[path = "../../fuzz/src/contracts.rs"]
mod contracts;
#[path = "../../fuzz/src/corpus.rs"]
mod corpus;
#[path = "../../fuzz/src/formats.rs"]
mod formats;
mod reference;

#[test]
fn onnx_seeds() {
    corpus::run("onnx", formats::onnx);
}

#[test]
fn hazards_seeds() {
    corpus::run("hazards", formats::hazards);
}

#[test]
fn safetensors_seeds() {
    corpus::run("safetensors", formats::safetensors);
}
