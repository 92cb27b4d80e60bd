//! `cargo xtask fuzz`: every fuzz target for a number of runs.

use crate::run;

/// The targets; each is a file in `fuzz/fuzz_targets`, and each has a seed corpus in `fuzz/corpus`.
const TARGETS: &[&str] = &["onnx", "safetensors", "hazards", "version", "selector", "manifest"];

/// The longest input. Limits above it have tests of their own, and longer inputs take time from odd ones.
const MAX_LENGTH: &str = "-max_len=4096";

/// Runs every target; the coverage needs unstable compiler flags, which the stable compiler takes when it is told to.
///
/// No sanitizer of memory: the readers and parsers forbid `unsafe`, so it would slow every run to watch the libraries.
pub(crate) fn all(runs: u64) -> Result<(), String> {
    run::install("cargo-fuzz", "0.13.2")?;
    for target in TARGETS {
        println!("==> {target}: {runs} runs");
        let grown = run::root().join("fuzz/corpus-grown").join(target);
        std::fs::create_dir_all(&grown).map_err(|error| error.to_string())?;
        let seeds = run::root().join("fuzz/corpus").join(target);
        let mut fuzz = run::cargo_command(&["fuzz", "run", "--sanitizer", "none", target]);
        fuzz.arg(grown).arg(seeds).arg("--").arg(format!("-runs={runs}"));
        fuzz.args([MAX_LENGTH, "-rss_limit_mb=2048", "-timeout=10"]);
        run::command(fuzz.env("RUSTC_BOOTSTRAP", "1"))?;
    }
    Ok(())
}
