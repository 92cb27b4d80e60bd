//! Requests a second: reads beside a bare handler, publishes beside a bare transaction.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use registry_core::digest::Digest;
use serde_json::{Value, json};

use crate::client::{head, rate};
use crate::server::Server;
use crate::table::{self, Case};
use crate::yardsticks::{BareDatabase, bare_handler};
use crate::{Effort, folder};

const READERS: usize = 32;
const PUBLISHERS: usize = 8;
const NAMESPACE: &str = "/api/v1/namespaces/acme/models";
/// The models that are read, and how many versions they have.
const FEW: (&str, u64) = ("few", 3);
const MANY: (&str, u64) = ("many", 300);

const BARE: &str = "bare handler, as many bytes";
const TWO_INSERTS: &str = "bare transaction of two inserts";

pub(crate) fn show(effort: Effort) {
    let folder = folder();
    let server = Server::start(&folder.path().join("data"));
    let publishers = Publishers::new(&server, folder.path());
    let turn = Duration::from_millis(effort.turn_ms);

    let mut reads = Reads::new(&publishers);
    let mut commits = Commits::new(&folder.path().join("bare.db"));
    for round in 0..effort.rounds {
        reads.take_turns(turn);
        commits.take_turns(&publishers, round, turn);
    }
    let reads: Vec<Case> = reads.0.into_iter().map(|(case, ..)| case).collect();
    table::print("requests a second, 32 connections", &reads);
    table::print("commits a second", &commits.cases);
    println!("{:>40}  {:>8.0}", "peak memory of the server, MiB", server.memory("VmHWM"));
}

/// Reads, each with who answers it.
struct Reads(Vec<(Case, std::net::SocketAddr, Vec<u8>)>);

impl Reads {
    fn new(publishers: &Publishers<'_>) -> Self {
        for (model, versions) in [FEW, MANY] {
            publishers.make(model, versions);
        }
        let (server, range) = (publishers.server, resolve(FEW.0, "^1"));
        let answer = server.connect().and_then(|mut connection| connection.exchange(&range)).unwrap();
        assert_eq!(answer.status, 200);
        let case = |name, request| (Case::new(name, Some(BARE)), server.address, request);
        Self(vec![
            (Case::new(BARE, None), bare_handler(answer.body), range.clone()),
            case("healthz: no database", head("GET", "/healthz", &[], 0)),
            case("readyz: one read of the database", head("GET", "/readyz", &[], 0)),
            case("resolve a range", range),
            case("resolve a number", resolve(FEW.0, "1.0.0")),
            case("resolve a range among 300 versions", resolve(MANY.0, "^1")),
        ])
    }

    fn take_turns(&mut self, turn: Duration) {
        for (case, address, request) in &mut self.0 {
            let connections: Vec<_> = (0..READERS).map(|_| || request.clone()).collect();
            case.figures.push(rate(*address, &connections, (200, turn)));
        }
    }
}

/// Publishes, and the bare transactions beside them.
struct Commits {
    database: BareDatabase,
    cases: [Case; 4],
}

impl Commits {
    fn new(path: &Path) -> Self {
        let cases = [
            Case::new(TWO_INSERTS, None),
            Case::new("publish, 1 connection", Some(TWO_INSERTS)),
            Case::new("publish, 8 connections to 8 models", Some(TWO_INSERTS)),
            Case::new("publish, 8 connections to 1 model", Some(TWO_INSERTS)),
        ];
        Self { database: BareDatabase::create(path), cases }
    }

    fn take_turns(&mut self, publishers: &Publishers<'_>, round: usize, turn: Duration) {
        // New models every round: what a publish costs depends on how many versions there are.
        let models: Vec<_> = (0..PUBLISHERS + 2).map(|number| format!("model-{round}-{number}")).collect();
        for model in &models {
            publishers.make(model, 1);
        }
        let ([alone, shared], apart) = models.split_first_chunk::<2>().unwrap();
        let figures = [
            self.database.rate(turn),
            publishers.rate(std::slice::from_ref(alone), turn),
            publishers.rate(apart, turn),
            publishers.rate(&vec![shared.clone(); PUBLISHERS], turn),
        ];
        self.cases.iter_mut().zip(figures).for_each(|(case, figure)| case.figures.push(figure));
    }
}

/// Publishes patch versions. Each differs from all before by the path of a note, so the server reads each anew.
struct Publishers<'a> {
    server: &'a Server,
    model: (PathBuf, Digest),
    note: (PathBuf, Digest),
    published: AtomicU64,
}

impl<'a> Publishers<'a> {
    fn new(server: &'a Server, folder: &Path) -> Self {
        let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/iris/1.0.0.onnx");
        let note = folder.join("note.txt");
        std::fs::write(&note, "trained again").unwrap();
        Self { server, model: with_digest(model), note: with_digest(note), published: AtomicU64::new(0) }
    }

    /// A model with so many versions: 1.0.0, 1.0.1…
    fn make(&self, model: &str, versions: u64) {
        for (path, digest) in [&self.model, &self.note] {
            self.server.upload((&format!("{NAMESPACE}/{model}"), 1), "file", (path, *digest));
        }
        let first = json!({"version": "1.0.0", "files": self.files()});
        self.server.done(&self.server.post(&format!("{NAMESPACE}/{model}/versions"), &first));
        for _ in 1..versions {
            self.server.done(&self.patch(model));
        }
    }

    fn patch(&self, model: &str) -> Vec<u8> {
        let body = json!({"bump": "patch", "line": "1", "files": self.files()});
        self.server.post(&format!("{NAMESPACE}/{model}/versions"), &body)
    }

    fn files(&self) -> [Value; 2] {
        let note = format!("notes/{}.txt", self.published.fetch_add(1, Ordering::Relaxed));
        [("model.onnx", &self.model), (&note, &self.note)].map(|(name, (path, digest))| {
            json!({"path": name, "sha256": digest.to_hex(), "size": std::fs::metadata(path).unwrap().len()})
        })
    }

    fn rate(&self, models: &[String], turn: Duration) -> f64 {
        let connections: Vec<_> = models.iter().map(|model| || self.patch(model)).collect();
        rate(self.server.address, &connections, (201, turn))
    }
}

fn resolve(model: &str, selector: &str) -> Vec<u8> {
    head("GET", &format!("{NAMESPACE}/{model}/resolve?ref={selector}"), &[], 0)
}

fn with_digest(path: PathBuf) -> (PathBuf, Digest) {
    let digest = Digest::of(&std::fs::read(&path).unwrap());
    (path, digest)
}
