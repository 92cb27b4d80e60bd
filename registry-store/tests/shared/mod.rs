//! What the tests of all engines share. Each has a function `engine`, with databases to test.

mod faults;

use registry_store::conformance::{Engine, run_all};

/// Runs the suite, and reports what failed.
pub(crate) async fn assert_passes(engine: &dyn Engine) {
    let failed = run_all(engine).await;
    let lines = failed.iter().map(|failed| format!("\n- {}: {}", failed.sentence, failed.reason));
    assert!(failed.is_empty(), "{}", lines.collect::<String>());
}
