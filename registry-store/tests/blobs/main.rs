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
mod repair;
mod sessions;
mod support;

/// Runs the suite on each backend.
macro_rules! on_every_backend {
    ($suite:ident in $folder:ident $bucket:ident $memory:ident: $($test:ident)*) => {
        mod $folder {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                let folder = tempfile::tempdir().unwrap();
                let blobs = registry_store::blobs::LocalBlobs::open(folder.path()).unwrap();
                crate::$suite::$test(std::sync::Arc::new(blobs)).await;
                crate::support::staging_becomes_empty(folder.path()).await;
            })*
        }

        mod $bucket {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                if let Some(blobs) = crate::support::bucket() {
                    crate::$suite::$test(std::sync::Arc::new(blobs)).await;
                }
            })*
        }

        mod $memory {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                crate::$suite::$test(std::sync::Arc::new(registry_store::blobs::MemoryBlobs::new())).await;
            })*
        }
    };
}

on_every_backend! {
    conformance in in_a_folder in_a_bucket in_memory:
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

on_every_backend! {
    sessions in in_parts_in_a_folder in_parts_in_a_bucket in_parts_in_memory:
    parts_in_any_order_become_a_blob
    wrong_parts_are_named_and_not_kept
    a_part_may_come_again
    a_whole_that_is_not_what_was_promised_leaves_nothing
    completing_again_comes_to_the_same
    a_blob_that_is_there_stays
    what_is_removed_takes_no_part
    a_sweep_leaves_sessions_alone
}
