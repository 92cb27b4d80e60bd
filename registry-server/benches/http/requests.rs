//! Requests a second with the metadata in SQLite: reads beside a bare handler, publishes beside a bare transaction.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use crate::client::{head, rate};
use crate::publishers::{Publishers, resolve};
use crate::server::Server;
use crate::table::Table;
use crate::yardsticks::{BareDatabase, bare_handler};
use crate::{Effort, scratch};

const READERS: usize = 32;
const PUBLISHERS: usize = 8;
/// The models that are read, and how many versions they have.
const FEW: (&str, u64) = ("acme/few", 3);
const MANY: (&str, u64) = ("acme/many", 300);

const BARE: &str = "bare handler, as many bytes";
const TWO_INSERTS: &str = "bare transaction of two inserts";

pub(crate) fn show(effort: Effort) {
    let folder = scratch();
    let server = Server::start(&folder.path().join("data"));
    let publishers = Publishers::new(&server, folder.path());
    let turn = Duration::from_millis(effort.turn_ms);

    let mut reads = Reads::new(&publishers);
    let mut commits = Commits::new(&folder.path().join("bare.db"));
    for round in 0..effort.rounds {
        reads.take_turns(turn);
        commits.take_turns(&publishers, round, turn);
    }
    reads.table.print();
    commits.table.print();
    println!("{:>44}  {:.0}", "peak memory of the server, MiB", server.memory("VmHWM"));
}

/// Reads, each with who answers it.
struct Reads {
    table: Table,
    cases: Vec<(&'static str, &'static [&'static str], SocketAddr, Vec<u8>)>,
}

impl Reads {
    fn new(publishers: &Publishers<'_>) -> Self {
        for (model, versions) in [FEW, MANY] {
            publishers.make(model, versions);
        }
        let (server, range) = (publishers.server, resolve(FEW.0, "^1"));
        let answer = server.connect().and_then(|mut connection| connection.exchange(&range)).unwrap();
        assert_eq!(answer.status, 200);
        let case = |name, request| (name, [BARE].as_slice(), server.address, request);
        let cases = vec![
            (BARE, [].as_slice(), bare_handler(answer.body), range.clone()),
            case("healthz: no database", head("GET", "/healthz", &[], 0)),
            case("readyz: one read of the database", head("GET", "/readyz", &[], 0)),
            case("resolve a range", range),
            case("resolve a number", resolve(FEW.0, "1.0.0")),
            case("resolve a range among 300 versions", resolve(MANY.0, "^1")),
        ];
        Self { table: Table::new(format!("SQLite: requests a second, {READERS} connections")), cases }
    }

    fn take_turns(&mut self, turn: Duration) {
        for (name, beside, address, request) in &self.cases {
            let connections = vec![|| request.clone(); READERS];
            self.table.push(name, beside, rate(*address, &connections, (200, turn)));
        }
    }
}

/// Publishes, and the bare transactions beside them.
struct Commits {
    table: Table,
    database: BareDatabase,
}

impl Commits {
    fn new(path: &Path) -> Self {
        Self { table: Table::new("SQLite: commits a second"), database: BareDatabase::create(path) }
    }

    fn take_turns(&mut self, publishers: &Publishers<'_>, round: usize, turn: Duration) {
        // New models every round: what a publish costs depends on how many versions there are.
        let models: Vec<_> = (0..PUBLISHERS + 2).map(|number| format!("acme/model-{round}-{number}")).collect();
        for model in &models {
            publishers.make(model, 1);
        }
        let ([alone, shared], apart) = models.split_first_chunk::<2>().unwrap();
        self.table.push(TWO_INSERTS, &[], self.database.rate(turn));
        for (name, models) in [
            ("publish, 1 connection", std::slice::from_ref(alone)),
            ("publish, 8 connections to 8 models", apart),
            ("publish, 8 connections to 1 model", &vec![shared.clone(); PUBLISHERS]),
        ] {
            self.table.push(name, &[TWO_INSERTS], publishers.rate(models, turn));
        }
    }
}
