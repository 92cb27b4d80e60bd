//! How soon the server answers, what it holds when it has nothing to do, and how large it is.

use crate::server::{BINARY, Server};
use crate::table::Table;
use crate::{Effort, scratch};

pub(crate) fn show(effort: Effort) {
    let mut table = Table::new("from spawn to the first 200 of /healthz, ms");
    for _ in 0..effort.starts {
        let folder = scratch();
        table.push("first start, with new data", &[], milliseconds(&Server::start(folder.path())));
        let server = Server::start(folder.path());
        table.push("start again", &[], milliseconds(&server));
        table.push("idle memory, KiB", &[], server.memory("VmRSS") * 1024.0);
    }
    table.print();
    let size = std::fs::metadata(BINARY).unwrap().len();
    println!("{:>44}  {:.1}", "size of the binary, MiB", size as f64 / f64::from(1 << 20));
}

fn milliseconds(server: &Server) -> f64 {
    server.started_in.as_secs_f64() * 1000.0
}
