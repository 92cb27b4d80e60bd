//! Every durable step of an upload and of a publish, failing, hanging and killed: the whole version is there or none of it,
//! nobody else is held up, and the retry has its effect once.
//!
//! Built with the feature `failpoints` only: `cargo test -p registry-server --features failpoints --test faults`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[path = "../common/mod.rs"]
mod common;
mod matrix;
mod release;
mod world;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use common::Installation;
use release::{Sending, release};
use world::World;

/// The steps that the source names, in its folder and in those below.
fn steps_in(folder: &Path) -> BTreeSet<String> {
    let mut steps = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            steps.extend(steps_in(&path));
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let mut pieces = text.split("reached(\"").skip(1);
        steps.extend(pieces.by_ref().map(|piece| piece.split('"').next().unwrap().to_owned()));
    }
    steps
}

#[test]
fn every_step_of_the_source_is_tried() {
    let tried: BTreeSet<String> = matrix::STEPS.iter().map(|(step, _)| (*step).to_owned()).collect();
    assert_eq!(tried, steps_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn every_step_may_fail_hang_or_be_killed_on_sqlite_and_a_folder() {
    matrix::run(World::on_sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn every_step_may_fail_hang_or_be_killed_on_postgres_and_a_bucket() {
    if test_postgres::Server::find().is_some() && test_s3::bucket().is_some() {
        matrix::run(World::on_postgres).await;
    }
}

#[tokio::test]
async fn killed_at_any_time_the_version_is_whole_or_absent() {
    for delay in (0..48).step_by(4) {
        let world = World::prepared(Installation::sqlite()).await;
        let mut server = world.start();
        let client = server.client.clone();
        let running = tokio::spawn(async move { release(&client, Sending::AtOnce).await });
        tokio::time::sleep(Duration::from_millis(delay)).await;
        server.kill();
        let _answer_or_broken_connection = running.await;
        let server = world.start();
        world.assert_whole_or_none(&server).await;
        world.assert_retry_has_one_effect(&server, Sending::AtOnce).await;
    }
}
