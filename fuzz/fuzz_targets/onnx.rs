//! The reader of ONNX models.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| registry_fuzz::formats::onnx(bytes));
