//! The durable steps of an upload and of a publish, by name, so that a test can kill the server at each of them.

/// Says that the server is about to do a durable step, or has done it.
///
/// In a build with the feature `failpoints`, `FAILPOINTS="blob.stored=return"` kills the process here, as `kill -9` does:
/// nothing is flushed and no destructor runs. In any other build this is nothing.
#[cfg(feature = "failpoints")]
pub(crate) fn reached(step: &str) {
    fail::fail_point!(step, |_| die());
}

/// Says that the server is about to do a durable step, or has done it; without the feature `failpoints` this is nothing.
#[cfg(not(feature = "failpoints"))]
#[inline]
pub(crate) fn reached(_step: &str) {}

#[cfg(feature = "failpoints")]
fn die() {
    let pid = std::process::id().to_string();
    // Whether it worked, the next line tells: nobody comes back from it.
    drop(std::process::Command::new("kill").args(["-9", &pid]).status());
    std::process::abort();
}
