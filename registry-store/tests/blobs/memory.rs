//! A blob takes a few MiB of memory, however large it is.

use std::path::Path;
use std::process::Command;

use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use registry_core::digest::Digest;
use registry_store::blobs::{Blobs as _, LocalBlobs};
use sha2::{Digest as _, Sha256};

use crate::support::*;

const WORK: &str = "BLOBS_MEMORY_WORK";
const PIECES: usize = 8192;
const PIECE: usize = 64 << 10;
/// What a transfer may take beside what the program takes without one. It holds some 6 MiB itself; the rest is what the
/// allocator keeps of windows that are already free, in one pool a thread.
const TRANSFER_MAX: u64 = 48 << 20;

#[test]
fn half_a_gib_goes_in_and_out_in_a_few_mib() {
    if let Ok(work) = std::env::var(WORK) {
        let (work, root) = work.split_once(' ').unwrap();
        transfer(work, Path::new(root));
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        return println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap());
    }
    let folder = tempfile::tempdir().unwrap();
    let idle = peak_of("nothing", folder.path());
    let putting = peak_of("put", folder.path());
    let working = peak_of("transfer", folder.path());
    let hoarding = peak_of("hoard", folder.path());
    println!("peak: {idle} bytes idle, {putting} with 512 MiB in, {working} with 512 MiB in and out");
    assert!(working < idle + TRANSFER_MAX, "{working} bytes, {idle} without a transfer");
    assert!(hoarding > idle + TRANSFER_MAX, "the measure sees no difference: {hoarding} bytes");
}

#[tokio::main]
async fn transfer(work: &str, root: &Path) {
    let blobs = LocalBlobs::open(root).unwrap();
    let piece = |index: usize| Bytes::from(vec![u8::try_from(index % 251).unwrap(); PIECE]);
    let hash = (0..PIECES).fold(Sha256::new(), |hash, index| hash.chain_update(piece(index)));
    let key = key_in("fraud", "2", Digest::from_bytes(hash.finalize().into()));
    let size = u64::try_from(PIECES * PIECE).unwrap();
    if work == "nothing" {
        return;
    }
    if work == "transfer" || work == "put" {
        let body = stream::iter(0..PIECES).map(move |index| Ok(piece(index))).boxed();
        blobs.put(&key, any_size(), body).await.unwrap();
        blobs.verify(&key).await.unwrap();
    }
    if work == "put" {
        return;
    }
    let stream = blobs.read(&key, 0..size).await.unwrap();
    if work == "hoard" {
        let first: Vec<Bytes> = stream.take(128).try_collect().await.unwrap();
        return assert_eq!(std::hint::black_box(first).len(), 128);
    }
    let read = stream.try_fold(0, |sum, piece| async move { Ok(sum + size_of(&piece)) }).await.unwrap();
    assert_eq!(read, size);
}

fn peak_of(work: &str, root: &Path) -> u64 {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--nocapture", "memory::half_a_gib_goes_in_and_out_in_a_few_mib"])
        .env(WORK, format!("{work} {}", root.display()))
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    let peak = text.split("VmHWM:").nth(1).unwrap().split_whitespace().next().unwrap();
    peak.parse::<u64>().unwrap() * 1024
}
