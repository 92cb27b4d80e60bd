//! How soon the server answers, what it holds when it has nothing to do, and how large it is.

use crate::server::{BINARY, Server};
use crate::table::{self, Case};
use crate::{Effort, folder};

pub(crate) fn show(effort: Effort) {
    let mut cases = [
        Case::new("first start, with new data", None),
        Case::new("start again", None),
        Case::new("idle memory, KiB", None),
    ];
    for _ in 0..effort.starts {
        let folder = folder();
        let [first, again, idle] = &mut cases;
        first.figures.push(milliseconds(&Server::start(folder.path())));
        let server = Server::start(folder.path());
        again.figures.push(milliseconds(&server));
        idle.figures.push(server.memory("VmRSS") * 1024.0);
    }
    table::print("from spawn to the first 200 of /healthz, ms", &cases);
    let size = std::fs::metadata(BINARY).unwrap().len();
    println!("{:>40}  {:>8.1}", "size of the binary, MiB", size as f64 / f64::from(1 << 20));
}

fn milliseconds(server: &Server) -> f64 {
    server.started_in.as_secs_f64() * 1000.0
}
