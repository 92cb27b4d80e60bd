//! A large file into a bucket and out of it: by links past our server, beside `curl` at the store itself; and through our
//! server, beside the links.

use std::fs::File;
use std::path::Path;
use std::time::Duration;

use crate::curl::Curl;
use crate::large::{Large, elapsed, timed};
use crate::server::Server;
use crate::table::Table;
use crate::transfer::{fetch_ranges, fetch_whole, publish, send_parts};
use crate::{Effort, MODEL, scratch};

/// The model of the files that go at once.
const MODEL_AT_ONCE: &str = "/api/v1/namespaces/acme/models/at-once";

const CURL_PUT: &str = "curl: PUT, 4 parts at a time";
const LINKS_PUT: &str = "by links: PUT, 4 parts at a time";
const LINKS_VERIFIED: &str = "the same, and the whole verified";
const CURL_GET: &str = "curl: GET";
const LINKS_GET: &str = "by a link: GET";
const CURL_RANGES: &str = "curl: GET, 4 ranges at a time";
const LINKS_RANGES: &str = "by links: GET, 4 ranges at a time";

pub(crate) fn show(effort: Effort) {
    let Some(url) = test_s3::bucket() else { return };
    let folder = scratch();
    let large = Large::make(folder.path(), effort.object);
    let Some(curl) = Curl::find(&url, folder.path(), &large) else { return };
    let start = |name: &str, flags: &[&str]| {
        let blobs = format!("{url}/{name}");
        Server::start_with(&folder.path().join(name), &[&["--blobs", &blobs], flags].concat())
    };
    let servers = Servers { direct: start("direct", &[]), through: start("through", &["--proxy-transfers"]) };
    let title = format!("a bucket, {} MiB: MB a second", large.mebibytes());
    let mut rounds = Rounds { folder: folder.path(), large: &large, table: Table::new(title) };
    // The store makes its volumes by the first upload.
    curl.put("first", &large);
    for round in 1..=effort.transfers {
        rounds.take_turn((&curl, &servers), round);
    }
    rounds.table.print();
    for (name, server) in [("peak memory, by links, MiB", servers.direct), ("through the server, MiB", servers.through)]
    {
        println!("{name:>44}  {:.0}", server.memory("VmHWM"));
    }
}

struct Servers {
    direct: Server,
    through: Server,
}

struct Rounds<'a> {
    folder: &'a Path,
    large: &'a Large,
    table: Table,
}

impl Rounds<'_> {
    /// Each round goes to another object, and to another line of the model: nothing is there already.
    fn take_turn(&mut self, (curl, servers): (&Curl, &Servers), round: usize) {
        let (large, object) = (self.large, format!("curl-{round}"));
        self.push(CURL_PUT, &[], elapsed(|| curl.put(&object, large)));
        let links = send_parts(&servers.direct, (MODEL, round), large);
        self.push(LINKS_PUT, &[CURL_PUT], links.parts);
        self.push(LINKS_VERIFIED, &[CURL_PUT], links.verified);
        let through = send_parts(&servers.through, (MODEL, round), large);
        self.push("through the server: PUT, 4 parts at a time", &[LINKS_PUT], through.parts);
        self.push("through the server, and verified", &[LINKS_VERIFIED], through.verified);
        let whole = servers.through.upload((MODEL_AT_ONCE, round), &large.file);
        self.push("through the server: PUT at once, verified", &[LINKS_VERIFIED, LINKS_PUT], whole);
        let direct = publish(&servers.direct, (MODEL, round), large);
        let through = publish(&servers.through, (MODEL, round), large);
        self.reads((curl, &object), [(&servers.direct, &direct), (&servers.through, &through)]);
    }

    fn reads(&mut self, (curl, object): (&Curl, &str), [direct, through]: [(&Server, &str); 2]) {
        let (large, copy) = (self.large, self.folder.join("copy"));
        self.push(CURL_GET, &[], timed(&copy, |copy| curl.get(object, copy)));
        for (name, beside, (server, path)) in
            [(LINKS_GET, [CURL_GET].as_slice(), direct), ("through the server: GET", &[LINKS_GET, CURL_GET], through)]
        {
            let took = timed(&copy, |copy| fetch_whole(server, path, large, &mut File::create(copy).unwrap()));
            self.push(name, beside, took);
        }
        self.push(CURL_RANGES, &[], timed(&copy, |copy| curl.get_ranges(object, large, copy)));
        for (name, beside, (server, path)) in [
            (LINKS_RANGES, [CURL_RANGES].as_slice(), direct),
            ("through the server: 4 ranges at a time", &[LINKS_RANGES, CURL_RANGES], through),
        ] {
            let took = timed(&copy, |copy| fetch_ranges(server, path, large, copy));
            self.push(name, beside, took);
        }
    }

    fn push(&mut self, name: &str, beside: &[&str], took: Duration) {
        self.table.push(name, beside, self.large.rate(took));
    }
}
