//! Manifests, registry.toml, policies and declared facts.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| registry_fuzz::manifest::manifest(bytes));
