//! The finder of unsafe files.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| registry_fuzz::formats::hazards(bytes));
