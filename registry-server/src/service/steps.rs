//! The durable steps of an upload and of a publish, by name, so that a test can let each of them fail.
//!
//! In a build with the feature `failpoints`, `FAILPOINTS="blob.stored=return(ACTION)"` says what happens at a step:
//!
//! - `error`: what comes next fails, as it does when the database or the blobs do not answer.
//! - `hang`: the request goes no further until the process gets SIGUSR1. Nothing else of the server waits for it.
//! - `kill`: the process ends as `kill -9` ends it: nothing is flushed and no destructor runs.
//!
//! `1*return(ACTION)` does so the first time only. In any other build a step is nothing.

use super::Failure;

/// Says that the server is about to do a durable step, or has done it.
///
/// # Errors
/// When a test wants it.
#[cfg(feature = "failpoints")]
pub(crate) async fn reached(step: &str) -> Result<(), Failure> {
    match action(step).as_deref() {
        None => Ok(()),
        Some("error") => Err(registry_store::StoreError::Unavailable(format!("a test lets `{step}` fail")).into()),
        Some("hang") => hang(step).await,
        Some(_) => die(),
    }
}

/// Says that the server is about to do a durable step, or has done it; without the feature `failpoints` this is nothing.
#[cfg(not(feature = "failpoints"))]
#[inline]
pub(crate) fn reached(_step: &str) -> std::future::Ready<Result<(), Failure>> {
    std::future::ready(Ok(()))
}

/// What a test wants to happen here.
#[cfg(feature = "failpoints")]
fn action(step: &str) -> Option<String> {
    fail::fail_point!(step, |action| action);
    None
}

#[cfg(feature = "failpoints")]
async fn hang(step: &str) -> Result<(), Failure> {
    use tokio::signal::unix::{SignalKind, signal};
    let deaf = |error| Failure::new(super::Code::Internal, format!("no signal can be heard: {error}"));
    let mut released = signal(SignalKind::user_defined1()).map_err(deaf)?;
    tracing::info!("hangs at {step}; SIGUSR1 lets it go on");
    released.recv().await;
    Ok(())
}

#[cfg(feature = "failpoints")]
fn die() -> ! {
    let pid = std::process::id().to_string();
    // Whether it worked, the next line tells: nobody comes back from it.
    drop(std::process::Command::new("kill").args(["-9", &pid]).status());
    std::process::abort();
}
