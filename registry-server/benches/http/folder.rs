//! A large file into a folder and out of it: beside `dd conv=fsync`, `cp` and Docker's registry, in turns.

use std::fs::File;
use std::io::sink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::docker::DockerRegistry;
use crate::large::{Large, elapsed, timed};
use crate::server::Server;
use crate::table::Table;
use crate::transfer::{fetch_ranges, fetch_whole, publish, send_parts};
use crate::{Effort, MODEL, scratch};

/// What the server may ever have held, in MiB.
const PEAK_MAX: f64 = 128.0;

const HASH: &str = "SHA-256 alone, one core";
const DD: &str = "dd bs=1M conv=fsync";
const PUSH: &str = "docker-registry: PUT";
const CP: &str = "cp, no sync";
const PULL: &str = "docker-registry: GET, discarded";

pub(crate) fn show(effort: Effort) {
    let folder = scratch();
    let large = Large::make(folder.path(), effort.large);
    let docker = DockerRegistry::start(folder.path());
    let mut rounds = Rounds {
        folder: folder.path(),
        large: &large,
        table: Table::new(format!("a folder, {} MiB: MB a second", large.mebibytes())),
        peak: 0.0,
    };
    for _ in 0..effort.transfers {
        rounds.take_turn(docker.as_ref());
    }
    rounds.table.print();
    if let Some(docker) = &docker {
        println!("{:>44}  {:.0}", "peak memory of docker-registry, MiB", docker.memory());
    }
    println!("{:>44}  {:.0} of {PEAK_MAX:.0}", "peak memory of the server, MiB", rounds.peak);
    assert!(rounds.peak <= PEAK_MAX, "the server held {:.0} MiB", rounds.peak);
}

struct Rounds<'a> {
    folder: &'a Path,
    large: &'a Large,
    table: Table,
    peak: f64,
}

impl Rounds<'_> {
    /// New data every round: nothing is there already.
    fn take_turn(&mut self, docker: Option<&DockerRegistry>) {
        let data = self.folder.join("data");
        let server = Server::start(&data);
        let (large, source) = (self.large, &self.large.file.path);
        self.push(HASH, &[], large.hashing);
        let copy = self.folder.join("copy");
        let dd = timed(&copy, |copy| run(Command::new("dd").args(dd_arguments(source, copy))));
        self.push(DD, &[], dd);
        let whole = server.upload((MODEL, 1), &large.file);
        self.push("PUT at once, verified and synced", &[DD, PUSH], whole);
        if let Some(docker) = docker {
            self.push(PUSH, &[DD], elapsed(|| docker.push(large)));
        }
        let parts = send_parts(&server, (MODEL, 2), large);
        self.push("PUT in 4 parts at a time, synced", &[DD, PUSH], parts.parts);
        self.push("the same, and the whole verified", &[DD, PUSH], parts.verified);
        self.reads(&server, docker);
        self.peak = self.peak.max(server.memory("VmHWM"));
        drop(server);
        std::fs::remove_dir_all(&data).unwrap();
        if let Some(docker) = docker {
            docker.clear();
        }
    }

    fn reads(&mut self, server: &Server, docker: Option<&DockerRegistry>) {
        let (large, copy) = (self.large, self.folder.join("copy"));
        let path = publish(server, (MODEL, 1), large);
        let cp = timed(&copy, |copy| run(Command::new("cp").arg(&large.file.path).arg(copy)));
        self.push(CP, &[], cp);
        let file = timed(&copy, |copy| fetch_whole(server, &path, large, &mut File::create(copy).unwrap()));
        self.push("GET to a file, no sync", &[CP], file);
        let ranges = timed(&copy, |copy| fetch_ranges(server, &path, large, copy));
        self.push("GET to a file, 4 ranges at a time", &[CP], ranges);
        if let Some(docker) = docker {
            self.push(PULL, &[], elapsed(|| docker.pull(large, &mut sink())));
        }
        self.push("GET, discarded", &[PULL], elapsed(|| fetch_whole(server, &path, large, &mut sink())));
    }

    fn push(&mut self, name: &str, beside: &[&str], took: Duration) {
        self.table.push(name, beside, self.large.rate(took));
    }
}

fn dd_arguments(from: &Path, to: &Path) -> [String; 4] {
    [format!("if={}", from.display()), format!("of={}", to.display()), "bs=1M".to_owned(), "conv=fsync".to_owned()]
}

fn run(command: &mut Command) {
    assert!(command.stderr(Stdio::null()).status().unwrap().success());
}
