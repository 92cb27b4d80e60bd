//! The reader of safetensors files, beside the reference reader.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| registry_fuzz::formats::safetensors(bytes));
