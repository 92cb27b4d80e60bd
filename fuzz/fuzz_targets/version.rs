//! Version numbers and lines.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| registry_fuzz::texts::version(bytes));
