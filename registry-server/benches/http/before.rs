//! Another build of the server, such as the one of the release before, beside this one: what a change has cost.
//! `BENCH_BEFORE` names its binary; without it nothing is measured.

use std::path::Path;
use std::time::Duration;

use crate::client::{head, rate};
use crate::publishers::{Publishers, resolve};
use crate::server::{BINARY, Server};
use crate::table::Table;
use crate::{Effort, scratch};

const READERS: usize = 32;
const PUBLISHERS: usize = 8;
const MODEL: &str = "acme/few";

/// The cases of both builds, the one before first: it is the yardstick.
const CASES: [[&str; 2]; 5] = [
    ["before: resolve, no token", "now: resolve, no token"],
    ["before: resolve, with a token", "now: resolve, with a token"],
    ["before: publish, 1 connection", "now: publish, 1 connection"],
    ["before: publish, 8 connections, 8 models", "now: publish, 8 connections, 8 models"],
    ["before: healthz", "now: healthz"],
];

pub(crate) fn show(effort: Effort) {
    let Some(before) = std::env::var_os("BENCH_BEFORE") else { return };
    let folder = scratch();
    let servers = [Path::new(&before), Path::new(BINARY)]
        .map(|binary| (folder.path().join(format!("data-{}", usize::from(binary == Path::new(BINARY)))), binary))
        .map(|(data, binary)| Server::start_of(binary, &data));
    let both = servers.each_ref().map(|server| Publishers::new(server, folder.path()));
    for publishers in &both {
        publishers.make(MODEL, 3);
    }
    let turn = Duration::from_millis(effort.turn_ms);
    let mut table = Table::new("SQLite, two builds in turns: requests a second".to_owned());
    for round in 0..effort.rounds {
        for (build, publishers) in both.iter().enumerate() {
            for (case, figure) in figures(publishers, round, turn).into_iter().enumerate() {
                let beside = if build == 0 { vec![] } else { vec![CASES[case][0]] };
                table.push(CASES[case][build], &beside, figure);
            }
        }
    }
    table.print();
}

fn figures(publishers: &Publishers<'_>, round: usize, turn: Duration) -> [f64; 5] {
    let server = publishers.server;
    let reads = |request: Vec<u8>| rate(server.address, &vec![|| request.clone(); READERS], (200, turn));
    let models: Vec<_> = (0..=PUBLISHERS).map(|number| format!("acme/model-{round}-{number}")).collect();
    for model in &models {
        publishers.make(model, 1);
    }
    let (alone, apart) = models.split_at(1);
    let path = "/api/v1/namespaces/acme/models/few/resolve?ref=^1";
    [
        reads(resolve(MODEL, "^1")),
        reads(server.head("GET", path, &[], 0)),
        publishers.rate(alone, turn),
        publishers.rate(apart, turn),
        reads(head("GET", "/healthz", &[], 0)),
    ]
}
