//! What the fuzz targets check. The test programs of the readers and parsers include these files, so the seeds also run
//! without a fuzzer: `registry-formats/tests/corpus.rs` and `registry-core/tests/corpus.rs`.
#![expect(dead_code, reason = "the reference reader is shared with tests that use more of it")]

#[path = "../../registry-formats/tests/common/mod.rs"]
mod common;
pub mod contracts;
pub mod formats;
pub mod manifest;
#[path = "../../registry-formats/tests/reference/mod.rs"]
mod reference;
pub mod texts;
