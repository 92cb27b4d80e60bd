//! The readers of model files.

use registry_formats::{Extraction, FormatError, NamedFile, ReadOptions, find_hazards, read_contract};

use crate::contracts;
use crate::reference::agree;

/// Reads an ONNX model, beside a file in which its external weights may stand.
pub fn onnx(bytes: &[u8]) {
    let weights = vec![0_u8; 64];
    let bytes = bytes.to_vec();
    let model = NamedFile { path: "model.onnx", bytes: &bytes };
    check(&[model, NamedFile { path: "w.bin", bytes: &weights }]);
}

/// Reads a safetensors file, which the reference reader must judge alike.
pub fn safetensors(bytes: &[u8]) {
    let file = bytes.to_vec();
    check(&[NamedFile { path: "model.safetensors", bytes: &file }]);
    if let Err(difference) = agree(bytes) {
        panic!("{difference}");
    }
}

/// Looks for what is unsafe in a file. A finding names its file and says why, whatever the file holds.
pub fn hazards(bytes: &[u8]) {
    let file = bytes.to_vec();
    let found = find_hazards(&[NamedFile { path: "model.bin", bytes: &file }]).expect("memory can be read");
    for hazard in found {
        assert_eq!(hazard.file(), "model.bin");
        assert!(!hazard.reason.is_empty() && hazard.imports.len() <= 32, "{hazard:?}");
        let texts = [&hazard.path, &hazard.reason];
        assert!(!texts.into_iter().chain(&hazard.imports).any(|text| text.chars().any(char::is_control)), "{hazard:?}");
    }
}

/// Reads a bundle; whether with digests, the last byte of the first file says.
fn check(files: &[NamedFile<'_>]) {
    let read = read(files, false);
    if let Some(extraction) = &read {
        contracts::check(&extraction.signature, &extraction.artifact);
        assert!(extraction.notices.iter().all(|notice| !notice.is_empty()));
    }
    if is_odd(files) {
        check_digests(read.as_ref(), files);
    }
}

/// Checks that reading every byte adds digests and changes nothing else. It may find a fault in the bytes.
fn check_digests(without: Option<&Extraction>, files: &[NamedFile<'_>]) {
    let Some(mut with) = read(files, true) else { return };
    contracts::check(&with.signature, &with.artifact);
    assert!(with.artifact.content.take().is_some());
    with.artifact.weights.digest = None;
    assert_eq!(Some(&with), without);
}

fn read(files: &[NamedFile<'_>], digests: bool) -> Option<Extraction> {
    let read = read_contract(files, &ReadOptions { digests });
    read.map_err(|error| check_error(&error, files)).ok()
}

/// Checks that an error names a place inside a file, what was expected there and what was found.
fn check_error(error: &FormatError, files: &[NamedFile<'_>]) {
    match error {
        FormatError::Malformed { file, offset, expected, found } => {
            let named = files.iter().find(|known| known.path == file);
            let size = named.and_then(|file| file.bytes.size().ok());
            assert!(size.is_some_and(|size| *offset <= size), "{error}");
            assert!(!expected.is_empty() && !found.is_empty(), "{error}");
            assert!(error.to_string().contains(&format!("{file}: at byte {offset}: ")), "{error}");
        }
        FormatError::Unrecognized { file, reason } => {
            assert!(!file.is_empty() && !reason.is_empty(), "{error}");
        }
        FormatError::Contradiction { file, place, found, other_file, expected } => {
            let parts = [file, place, found, other_file, expected];
            assert!(parts.iter().all(|part| !part.is_empty()), "{error}");
        }
        FormatError::PathTwice { .. } | FormatError::Io { .. } => {
            panic!("paths are distinct and memory can be read: {error}");
        }
    }
}

fn is_odd(files: &[NamedFile<'_>]) -> bool {
    let mut last = [0];
    let read = files.first().map(|file| {
        let size = file.bytes.size().unwrap_or_default();
        file.bytes.read_at(size.saturating_sub(1), &mut last)
    });
    read.is_some_and(|read| read.is_ok()) && last[0] % 2 == 1
}
