//! The seeds of a fuzz target as plain test cases.

use std::path::Path;

/// Runs a target on every one of its seeds; that there are some is part of the test.
pub fn run(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut seeds: Vec<_> = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>().unwrap();
    seeds.sort();
    assert!(!seeds.is_empty(), "{} is empty", folder.display());
    for seed in seeds {
        let bytes = std::fs::read(&seed).unwrap();
        let passed = std::panic::catch_unwind(|| check(&bytes)).is_ok();
        assert!(passed, "{} breaks the target `{target}`", seed.display());
    }
}
