//! Selectors, references and ranges.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| registry_fuzz::texts::selector(bytes));
