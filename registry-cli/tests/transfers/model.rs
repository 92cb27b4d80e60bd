//! A model of one file, in a folder with its project file.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Child;

use registry_core::digest::Digest;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::server::Server;
use crate::{PART, wait_until};

/// What it is called.
pub(crate) const MODEL: &str = "acme/large";
const BLOCK: usize = 64 << 10;

pub(crate) struct Model {
    folder: TempDir,
    pub(crate) size: usize,
    pub(crate) sha256: Digest,
}

impl Model {
    /// A model of some 200 MiB: thirteen parts, the last one not full.
    pub(crate) fn new() -> Self {
        Self::of_size(200 << 20)
    }

    /// A model whose file has `size` bytes. No two blocks of it are alike, so parts in the wrong place are another file.
    pub(crate) fn of_size(size: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let weights = size - (1 << 10);
        let header = json!({"w": {"dtype": "U8", "shape": [weights], "data_offsets": [0, weights]}}).to_string();
        let mut file = BufWriter::new(File::create(folder.path().join("model.safetensors")).unwrap());
        let (mut hash, mut written) = (Sha256::new(), 0);
        let mut write = |bytes: &[u8]| {
            hash.update(bytes);
            written += bytes.len();
            file.write_all(bytes).unwrap();
        };
        write(&u64::try_from(header.len()).unwrap().to_le_bytes());
        write(header.as_bytes());
        let mut block: Vec<u8> = (0..BLOCK).map(|at| ((at * at) >> 7).to_le_bytes()[0]).collect();
        for start in (0..weights).step_by(BLOCK) {
            block[..8].copy_from_slice(&start.to_le_bytes());
            write(&block[..BLOCK.min(weights - start)]);
        }
        drop(file);
        let project = "files = [\"model.safetensors\"]\n[declared]\nconsumption = \"artifact\"\n";
        std::fs::write(folder.path().join("registry.toml"), project).unwrap();
        Self { folder, size: written, sha256: Digest::from_bytes(hash.finalize().into()) }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// How many parts, and how many ranges, the file has.
    pub(crate) fn parts(&self) -> usize {
        self.size.div_ceil(PART)
    }

    /// Where a pull puts the file, or what it has of it.
    pub(crate) fn pulled(&self, name: &str) -> PathBuf {
        self.folder.path().join("out").join(name)
    }

    /// The list of the ranges that a pull has so far.
    pub(crate) fn ranges(&self) -> PathBuf {
        self.pulled(&format!(".registry-{}.ranges", self.sha256.to_hex()))
    }

    fn count_ranges(&self) -> usize {
        std::fs::read_to_string(self.ranges()).map_or(0, |list| list.lines().count())
    }

    /// Waits until a pull has some ranges, and kills it.
    pub(crate) fn kill_with_ranges(&self, mut client: Child, enough: usize) {
        wait_until("some ranges", || self.count_ranges() >= enough);
        kill(&mut client);
        assert!(self.count_ranges() < self.parts(), "it was killed too late to prove anything");
    }

    /// Waits until a server has some parts, and kills the client that sends them.
    pub(crate) fn kill_with_parts(&self, server: &Server, mut client: Child, enough: usize) {
        wait_until("some parts", || server.parts(self) >= enough);
        kill(&mut client);
        assert!(server.parts(self) < self.parts(), "it was killed too late to prove anything");
    }

    /// The file is there, and nothing beside it.
    pub(crate) fn assert_pulled(&self) {
        assert_eq!(digest_of(&self.pulled("model.safetensors")), self.sha256);
        assert_eq!(std::fs::read_dir(self.pulled("")).unwrap().count(), 1);
    }

    /// Nothing is there.
    pub(crate) fn assert_nothing_pulled(&self) {
        assert_eq!(std::fs::read_dir(self.pulled("")).unwrap().count(), 0);
    }
}

fn kill(child: &mut Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

fn digest_of(path: &Path) -> Digest {
    let (mut file, mut hash, mut window) = (BufReader::new(File::open(path).unwrap()), Sha256::new(), vec![0; 1 << 20]);
    loop {
        let count = file.read(&mut window).unwrap();
        if count == 0 {
            return Digest::from_bytes(hash.finalize().into());
        }
        hash.update(&window[..count]);
    }
}
