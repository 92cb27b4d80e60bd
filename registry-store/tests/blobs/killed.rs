//! Kill -9 in the middle of uploads.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use futures_util::TryStreamExt as _;
use registry_store::blobs::{BlobKey, BlobPrefix, Blobs as _, Listed, LocalBlobs};

use crate::support::*;

const ROOT: &str = "BLOBS_KILLED_ROOT";
const KILLS: u32 = 25;

#[test]
fn what_was_acknowledged_is_whole_and_what_was_not_is_whole_or_absent() {
    if let Ok(root) = std::env::var(ROOT) {
        return store_without_end(Path::new(&root));
    }
    let folder = tempfile::tempdir().unwrap();
    let (mut acknowledged, mut left_behind) = (Vec::new(), 0);
    for kill in 0..KILLS {
        acknowledged.extend(run_and_kill(folder.path(), Duration::from_millis(u64::from(7 * kill))));
        left_behind += check(folder.path(), &acknowledged);
    }
    println!("{KILLS} kills: {} blobs acknowledged, {left_behind} staging files swept", acknowledged.len());
    assert!(acknowledged.len() >= 25 && left_behind > 0, "{} stored, {left_behind} swept", acknowledged.len());
}

/// Stores blobs of 1 to 8 MiB one after the other, two at a time, and prints the key of each that is acknowledged.
#[expect(clippy::print_stdout, reason = "the parent reads what was acknowledged")]
fn store_without_end(root: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
    let blobs = LocalBlobs::open(root).unwrap();
    let worker = async |offset: usize| {
        for round in 0_usize.. {
            let unique = usize::try_from(std::process::id()).unwrap() % 1000;
            let bytes = some_bytes((1 + round % 8) * MIB + unique * 1000 + round * 2 + offset);
            let key = put(&blobs, &bytes).await;
            println!("stored {key}");
        }
    };
    runtime.block_on(futures_util::future::join(worker(0), worker(1)));
}

/// Kills a child some time after its first blob, and answers what it said that it had stored.
fn run_and_kill(root: &Path, after: Duration) -> Vec<BlobKey> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--nocapture", "killed::what_was_acknowledged_is_whole_and_what_was_not_is_whole_or_absent"])
        .env(ROOT, root)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut text = String::new();
    while !text.contains("stored ") {
        assert_ne!(output.read_line(&mut text).unwrap(), 0, "the child died: {text}");
    }
    std::thread::sleep(after);
    child.kill().unwrap();
    output.read_to_string(&mut text).unwrap();
    child.wait().unwrap();
    // The last line may have been cut.
    let whole = text.rsplit_once('\n').map_or("", |(lines, _)| lines);
    whole.lines().filter_map(|line| line.split("stored ").nth(1)).map(|key| key.parse().unwrap()).collect()
}

/// Every blob that is visible is whole, every acknowledged one is visible, and the rest can be swept.
#[tokio::main(flavor = "current_thread")]
async fn check(root: &Path, acknowledged: &[BlobKey]) -> u64 {
    let blobs = LocalBlobs::open(root).unwrap();
    let found: Vec<Listed> = blobs.list(&BlobPrefix::Everything).try_collect().await.unwrap();
    let mut keys = Vec::new();
    for listed in found {
        match listed {
            Listed::Blob { key, .. } => keys.push(key),
            Listed::Stranger { path, .. } => assert_eq!(path, "", "a stranger"),
        }
    }
    for key in &keys {
        blobs.verify(key).await.unwrap();
    }
    assert!(acknowledged.iter().all(|key| keys.contains(key)));
    let swept = blobs.sweep_staging(Duration::ZERO).await.unwrap();
    staging_becomes_empty(root).await;
    swept
}
