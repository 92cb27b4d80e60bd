//! What a blob costs beside what the machine can do: the same bytes through `dd conv=fsync` and `cp`, in turns.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and has nobody to hand an error to")]
#![expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "speeds are rounded")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use registry_core::digest::Digest;
use registry_store::blobs::{BlobKey, Blobs as _, LocalBlobs, SizeRule};

const SIZE: usize = 256 << 20;
/// What a request body comes in.
const PIECE: usize = 64 << 10;
const ROUNDS: usize = 9;

#[tokio::main]
async fn main() {
    // `cargo bench -- --test`, as `cargo test --benches` runs it: once, to see that it works.
    let rounds = if std::env::args().any(|argument| argument == "--test") { 1 } else { ROUNDS };
    let folder = tempfile::tempdir_in(std::env::var_os("BENCH_FOLDER").unwrap_or_else(|| ".".into())).unwrap();
    let (blobs, source) = (LocalBlobs::open(folder.path()).unwrap(), folder.path().join("source"));
    let bytes = some_bytes();
    fs::write(&source, &bytes).unwrap();
    let key = key_of(&bytes);

    let mut speeds = [const { Vec::new() }; 6];
    for _ in 0..rounds {
        let row = [
            timed(async || dd(&source, &folder.path().join("dd"))).await,
            timed(async || put(&blobs, &key, &bytes).await).await,
            timed(async || put(&blobs, &key, &bytes).await).await,
            timed(async || assert!(fs::copy(&source, folder.path().join("copy")).is_ok())).await,
            timed(async || get(&blobs, &key).await).await,
            timed(async || drop(black_box(fs::read(&source).unwrap()))).await,
        ];
        speeds.iter_mut().zip(row).for_each(|(column, speed)| column.push(speed));
        // Not on the clock: the next round writes new files again.
        blobs.delete(&key).await.unwrap();
        for name in ["dd", "copy"] {
            fs::remove_file(folder.path().join(name)).unwrap();
        }
    }
    let names = ["dd conv=fsync", "put", "put again", "std::fs::copy, no sync", "get", "std::fs::read"];
    println!("256 MiB, {rounds} rounds in turns, MB/s: median (lowest to highest)");
    for (name, mut column) in names.into_iter().zip(speeds) {
        column.sort_by(f64::total_cmp);
        let [low, .., high] = column.as_slice() else { continue };
        println!("{name:>24}  {:>6.0} ({low:.0} to {high:.0})", column[column.len() / 2]);
    }
}

async fn timed(work: impl AsyncFnOnce()) -> f64 {
    let start = Instant::now();
    work().await;
    SIZE as f64 / 1e6 / start.elapsed().as_secs_f64()
}

fn dd(from: &Path, to: &Path) {
    let arguments = [format!("if={}", from.display()), format!("of={}", to.display())];
    let status =
        Command::new("dd").args(arguments).args(["bs=1M", "conv=fsync"]).stderr(Stdio::null()).status().unwrap();
    assert!(status.success());
}

async fn put(blobs: &LocalBlobs, key: &BlobKey, bytes: &Bytes) {
    let pieces: Vec<_> = (0..SIZE / PIECE).map(|at| Ok(bytes.slice(at * PIECE..(at + 1) * PIECE))).collect();
    let sizes = SizeRule { expected: Some(SIZE as u64), limit: SIZE as u64 };
    blobs.put(key, sizes, stream::iter(pieces).boxed()).await.unwrap();
}

async fn get(blobs: &LocalBlobs, key: &BlobKey) {
    let stream = blobs.read(key, 0..SIZE as u64).await.unwrap();
    let add = |sum, piece: Bytes| async move { Ok(sum + black_box(piece).len()) };
    assert_eq!(stream.try_fold(0, add).await.unwrap(), SIZE);
}

fn some_bytes() -> Bytes {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let words = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    });
    words.take(SIZE / 8).flatten().collect::<Vec<u8>>().into()
}

fn key_of(bytes: &Bytes) -> BlobKey {
    let (namespace, model, line) = ("acme".parse().unwrap(), "fraud".parse().unwrap(), "2".parse().unwrap());
    BlobKey { namespace, model, line, sha256: Digest::of(bytes) }
}
