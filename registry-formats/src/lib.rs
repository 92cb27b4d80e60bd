//! Reads the contract of a model out of its files: ranged reads, bounded memory, no execution, no unwrap.
#![forbid(unsafe_code)]

mod bundle;
mod companion;
mod error;
mod hazards;
mod json;
mod onnx;
pub mod read;
mod safetensors;
mod sniff;
mod weights;

pub use bundle::{EXTRACTOR, Extraction, NamedFile, ReadOptions, read_contract};
pub use error::FormatError;
pub use hazards::find_hazards;
pub use read::RangeRead;
