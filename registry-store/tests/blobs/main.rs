//! What every blob store must do, and what the folder must do besides.
#![expect(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod bucket;
mod conformance;
mod faults;
#[cfg(unix)]
mod folder;
mod killed;
#[cfg(target_os = "linux")]
mod memory;
mod support;

/// Runs the suite on each backend.
macro_rules! on_every_backend {
    ($($test:ident)*) => {
        mod in_a_folder {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                let folder = tempfile::tempdir().unwrap();
                let blobs = registry_store::blobs::LocalBlobs::open(folder.path()).unwrap();
                crate::conformance::$test(std::sync::Arc::new(blobs)).await;
                crate::support::staging_becomes_empty(folder.path()).await;
            })*
        }

        mod in_a_bucket {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                if let Some(blobs) = crate::support::bucket() {
                    crate::conformance::$test(std::sync::Arc::new(blobs)).await;
                }
            })*
        }

        mod in_memory {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                crate::conformance::$test(std::sync::Arc::new(registry_store::blobs::MemoryBlobs::new())).await;
            })*
        }
    };
}

on_every_backend! {
    blobs_of_every_size_come_back
    wrong_bodies_are_named_and_leave_nothing
    a_body_that_breaks_off_leaves_nothing
    a_put_that_is_dropped_leaves_nothing
    storing_again_is_no_error_and_still_checks
    sixteen_may_store_one_blob_at_a_time
    ranges_are_exact
    a_blob_that_is_not_there
    copies_live_on_their_own
    a_listing_shows_one_part
    readers_that_block_see_the_same_bytes
    a_body_may_come_through_a_channel
}
