//! A large file in and out, beside `dd conv=fsync` and `cp`, in turns.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufWriter, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use registry_core::digest::Digest;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::client::head;
use crate::server::Server;
use crate::table::{self, Case};
use crate::{Effort, folder};

const MODEL: &str = "/api/v1/namespaces/acme/models/large";
const PIECE: usize = 1 << 20;
/// The header of the file, padded.
const HEADER: usize = 4088;
/// What the server may ever have held, in MiB.
const PEAK_MAX: f64 = 128.0;

const HASH: &str = "SHA-256 alone, one core";
const DD: &str = "dd bs=1M conv=fsync";
const CP: &str = "cp, no sync";

pub(crate) fn show(effort: Effort) {
    let folder = folder();
    let server = Server::start(&folder.path().join("data"));
    let (source, copy) = (folder.path().join("model.safetensors"), folder.path().join("copy"));
    write_model(&source, effort.large);
    let size = fs::metadata(&source).unwrap().len();
    let mut cases = [
        Case::new(HASH, None),
        Case::new(DD, None),
        Case::new("upload, verified and synced", Some(DD)),
        Case::new(CP, None),
        Case::new("download to a file, no sync", Some(CP)),
    ];
    for line in 1..=effort.transfers {
        let start = Instant::now();
        let digest = digest_of(&source);
        let hashing = start.elapsed();
        let dd = timed(&copy, |copy| run(Command::new("dd").args(dd_arguments(&source, copy))));
        // The same bytes every round, each time to the storage path of another line: nothing is there already.
        let (file, upload) = server.upload((MODEL, line), "model.safetensors", (&source, digest));
        let version = format!("{line}.0.0");
        server.done(&server.post(&format!("{MODEL}/versions"), &json!({"version": version, "files": [file]})));
        let cp = timed(&copy, |copy| run(Command::new("cp").arg(&source).arg(copy)));
        let request = head("GET", &format!("{MODEL}/versions/{version}/files/model.safetensors"), &[], 0);
        let mut connection = server.connect().unwrap();
        let download = timed(&copy, |copy| {
            assert_eq!(connection.fetch(&request, &mut File::create(copy).unwrap()).unwrap(), 200);
            assert_eq!(fs::metadata(copy).unwrap().len(), size);
        });
        for (case, took) in cases.iter_mut().zip([hashing, dd, upload, cp, download]) {
            case.figures.push(size as f64 / 1e6 / took.as_secs_f64());
        }
    }
    table::print(&format!("{} MiB in and out, MB a second", size >> 20), &cases);
    let peak = server.memory("VmHWM");
    println!("{:>40}  {peak:>8.0} of {PEAK_MAX:.0}", "peak memory of the server, MiB");
    assert!(peak <= PEAK_MAX, "the server held {peak:.0} MiB");
}

/// How long it takes to make a file, which is then removed.
fn timed(copy: &Path, work: impl FnOnce(&Path)) -> Duration {
    let start = Instant::now();
    work(copy);
    let took = start.elapsed();
    fs::remove_file(copy).unwrap();
    took
}

fn dd_arguments(from: &Path, to: &Path) -> [String; 4] {
    [format!("if={}", from.display()), format!("of={}", to.display()), "bs=1M".to_owned(), "conv=fsync".to_owned()]
}

fn run(command: &mut Command) {
    assert!(command.stderr(Stdio::null()).status().unwrap().success());
}

/// A safetensors file of exactly `size` bytes, one tensor that no disk can compress.
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

fn digest_of(path: &Path) -> Digest {
    let (mut file, mut piece, mut hash) = (File::open(path).unwrap(), vec![0; PIECE], Sha256::new());
    loop {
        let read = file.read(&mut piece).unwrap();
        let Some(bytes @ [_, ..]) = piece.get(..read) else { break };
        hash.update(black_box(bytes));
    }
    Digest::from_bytes(hash.finalize().into())
}
