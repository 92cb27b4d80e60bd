//! Builders that the test programs share.

use registry_formats::{Extraction, FormatError, NamedFile, ReadOptions, read_contract};

/// A bundle in memory.
pub(crate) type Files<'a> = &'a [(&'a str, Vec<u8>)];

pub(crate) fn read_with(files: Files<'_>, options: &ReadOptions) -> Result<Extraction, FormatError> {
    let named: Vec<NamedFile<'_>> = files.iter().map(|(path, bytes)| NamedFile { path, bytes }).collect();
    read_contract(&named, options)
}

pub(crate) fn read(files: Files<'_>) -> Result<Extraction, FormatError> {
    read_with(files, &ReadOptions::default())
}

/// The error of a bundle that must have one, as text.
pub(crate) fn error(files: Files<'_>) -> String {
    read(files).expect_err("an error").to_string()
}

/// A safetensors file of this header and this many zero bytes behind it.
pub(crate) fn safetensors(header: &str, data: usize) -> Vec<u8> {
    let mut file = u64::try_from(header.len()).unwrap().to_le_bytes().to_vec();
    file.extend(header.as_bytes());
    file.resize(file.len() + data, 0);
    file
}

/// A file of one small tensor.
pub(crate) fn one(name: &str) -> Vec<u8> {
    safetensors(&format!(r#"{{"{name}":{{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}}}"#), 8)
}
