//! Files to send, and the large one: a model that no disk can compress, with the digests of its parts.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufWriter, Read, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use registry_core::digest::Digest;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

const PIECE: usize = 1 << 20;
/// The header of the file, padded.
const HEADER: usize = 4088;
/// The size of a part, in bytes: that of the server for a file of this size.
const PART: u64 = 16 << 20;

/// A file with its digest.
#[derive(Debug)]
pub(crate) struct FileRef {
    pub(crate) path: PathBuf,
    pub(crate) size: u64,
    pub(crate) sha256: Digest,
}

impl FileRef {
    pub(crate) fn of(path: PathBuf) -> Self {
        let mut file = File::open(&path).unwrap();
        Self { size: file.metadata().unwrap().len(), sha256: digest_of(&mut file), path }
    }

    /// How a publish refers to it.
    pub(crate) fn named(&self, name: &str) -> Value {
        json!({"path": name, "sha256": self.sha256.to_hex(), "size": self.size})
    }
}

/// A part of a file.
#[derive(Debug)]
pub(crate) struct Part {
    /// From 1 on.
    pub(crate) number: usize,
    pub(crate) start: u64,
    pub(crate) length: u64,
    pub(crate) sha256: Digest,
}

impl Part {
    /// The header that asks for it.
    pub(crate) fn range(&self) -> String {
        format!("bytes={}-{}", self.start, self.start + self.length - 1)
    }

    /// The file, at its beginning.
    pub(crate) fn reader<'a>(&self, file: &'a mut File) -> &'a mut File {
        file.seek(SeekFrom::Start(self.start)).unwrap();
        file
    }
}

/// The large file.
#[derive(Debug)]
pub(crate) struct Large {
    pub(crate) file: FileRef,
    pub(crate) parts: Vec<Part>,
    /// How long one core took for its digest.
    pub(crate) hashing: Duration,
}

impl Large {
    pub(crate) fn make(folder: &Path, size: u64) -> Self {
        let path = folder.join("model.safetensors");
        write_model(&path, size);
        let parts = parts(&path, size);
        let start = Instant::now();
        Self { file: FileRef::of(path), parts, hashing: start.elapsed() }
    }

    /// MB a second.
    pub(crate) fn rate(&self, took: Duration) -> f64 {
        self.file.size as f64 / 1e6 / took.as_secs_f64()
    }

    pub(crate) fn mebibytes(&self) -> u64 {
        self.file.size >> 20
    }
}

/// How long it takes to make a file or a folder, which is then removed.
pub(crate) fn timed(made: &Path, work: impl FnOnce(&Path)) -> Duration {
    let took = elapsed(|| work(made));
    let removed = if made.is_dir() { fs::remove_dir_all(made) } else { fs::remove_file(made) };
    removed.unwrap();
    took
}

pub(crate) fn elapsed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// A safetensors file of exactly `size` bytes, one tensor.
fn write_model(path: &Path, size: u64) {
    let weight = size - 8 - HEADER as u64;
    let header = format!(r#"{{"weight":{{"dtype":"U8","shape":[{weight}],"data_offsets":[0,{weight}]}}}}"#);
    let mut file = BufWriter::with_capacity(PIECE, File::create(path).unwrap());
    file.write_all(&(HEADER as u64).to_le_bytes()).unwrap();
    write!(file, "{header:HEADER$}").unwrap();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for _ in 0..weight / 8 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        file.write_all(&state.to_le_bytes()).unwrap();
    }
    // Or its way to the disk would be on the clock of the first round.
    file.into_inner().unwrap().sync_all().unwrap();
}

fn parts(path: &Path, size: u64) -> Vec<Part> {
    let mut file = File::open(path).unwrap();
    let starts = (0..size).step_by(usize::try_from(PART).unwrap());
    let part = |(index, start): (usize, u64)| {
        let length = PART.min(size - start);
        let sha256 = digest_of(&mut (&mut file).take(length));
        Part { number: index + 1, start, length, sha256 }
    };
    starts.enumerate().map(part).collect()
}

fn digest_of(file: &mut impl Read) -> Digest {
    let (mut piece, mut hash) = (vec![0; PIECE], Sha256::new());
    loop {
        let read = file.read(&mut piece).unwrap();
        let Some(bytes @ [_, ..]) = piece.get(..read) else { break };
        hash.update(black_box(bytes));
    }
    Digest::from_bytes(hash.finalize().into())
}
