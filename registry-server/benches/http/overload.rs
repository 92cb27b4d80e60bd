//! More than the server can do, and clients that are slow on purpose: what good clients still get.

use std::io::{self, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::{Connection, head};
use crate::large::Large;
use crate::publishers::{Publishers, address, resolve};
use crate::server::Server;
use crate::{Effort, scratch};

/// The model that good clients read.
const MODEL: (&str, u64) = ("acme/few", 3);
/// Places at work, fewer than connections of the open loop, so that what is too much is shed.
const PLACES: usize = 8;
/// Connections of an open loop, each with a model of its own.
const OPEN: usize = 64;
/// Good clients beside slow ones, and slow ones of each kind.
const GOOD: usize = 8;
const SLOW: usize = 150;
/// What slow clients do not read: more than any buffer on the way takes.
const UNREAD: u64 = 64 << 20;
/// How often the slow ones that were cut off are replaced.
const RENEW: Duration = Duration::from_millis(100);

pub(crate) fn show(effort: Effort) {
    let folder = scratch();
    let server = Server::start_with(&folder.path().join("data"), &["--max-requests", &PLACES.to_string()]);
    let publishers = Publishers::new(&server, folder.path());
    publishers.make(MODEL.0, MODEL.1);
    let models: Vec<String> = (0..OPEN).map(|number| format!("acme/model-{number}")).collect();
    for model in &models {
        publishers.make(model, 1);
    }
    let large = Large::make(folder.path(), UNREAD).file;
    server.upload((&address("acme/large"), 1), &large);
    let first = json!({"version": "1.0.0", "files": [large.named("model.safetensors")]});
    server.done(&server.post(&format!("{}/versions", address("acme/large")), &first));
    let turn = Duration::from_millis(effort.turn_ms * 4);
    println!("\nOverload: publishes of an open loop over {OPEN} connections; {PLACES} places");
    for round in 0..effort.rounds.min(3) {
        let capacity = publishers.rate(&models[..PLACES], turn);
        println!("{:>44}  {capacity:.0} a second", format!("round {round}: what it can do"));
        for times in [1.0, 3.0] {
            let before = versions(&server, &models);
            let seen = open_loop(&publishers, &models, capacity * times, turn);
            let kept = versions(&server, &models) - before;
            println!("{:>44}  {}", format!("{times} times as many"), seen.told(turn, capacity, kept));
        }
    }
    drop(publishers);
    drop(server);
    beside_slow_ones(&folder.path().join("data"), &resolve(MODEL.0, "^1"), turn * 5);
}

/// How many versions the models have.
fn versions(server: &Server, models: &[String]) -> usize {
    let count = |model: &String| {
        let shown = server.done(&server.head("GET", &address(model), &[], 0));
        usize::try_from(shown["versions"].as_u64().unwrap()).unwrap()
    };
    models.iter().map(count).sum()
}

/// What came of an open loop.
struct Seen {
    good: usize,
    shed: usize,
    told: usize,
    other: usize,
}

impl Seen {
    fn told(&self, turn: Duration, capacity: f64, kept: usize) -> String {
        let Self { good, shed, told, other } = self;
        let rate = |count: usize| count as f64 / turn.as_secs_f64();
        format!(
            "{:.0} sent and {:.0} good a second, {:.0} % of what it can do; {shed} shed, {told} of them with Retry-After; \
             {other} other; {good} acknowledged, {kept} there",
            rate(good + shed + other),
            rate(*good),
            rate(*good) / capacity * 100.0,
        )
    }
}

/// Publishes so often a second whether or not answers come: each connection has its share of the moments, and whoever is
/// late sends at once.
fn open_loop(publishers: &Publishers<'_>, models: &[String], per_second: f64, turn: Duration) -> Seen {
    let (good, shed, told, other) = <(AtomicUsize, AtomicUsize, AtomicUsize, AtomicUsize)>::default();
    let (next, start) = (AtomicUsize::new(0), Instant::now());
    std::thread::scope(|scope| {
        for model in models {
            let (good, shed, told, other, next) = (&good, &shed, &told, &other, &next);
            scope.spawn(move || {
                let mut connection = publishers.server.connect().unwrap();
                loop {
                    let due = Duration::from_secs_f64(next.fetch_add(1, Ordering::Relaxed) as f64 / per_second);
                    if due.max(start.elapsed()) >= turn {
                        return;
                    }
                    std::thread::sleep(due.saturating_sub(start.elapsed()));
                    let answer = connection.exchange(&publishers.patch(model)).unwrap();
                    match answer.status {
                        201 => good,
                        503 => shed,
                        _ => other,
                    }
                    .fetch_add(1, Ordering::Relaxed);
                    told.fetch_add(usize::from(answer.retry_after), Ordering::Relaxed);
                }
            });
        }
    });
    let [good, shed, told, other] = [good, shed, told, other].map(AtomicUsize::into_inner);
    Seen { good, shed, told, other }
}

/// The answers' 99th percentile for good clients, alone and beside slow ones, in turns.
fn beside_slow_ones(data: &std::path::Path, request: &[u8], turn: Duration) {
    let server = Server::start_with(data, &[]);
    println!("\nSlow clients: {SLOW} each that send a head, send a body, and read slowly; {GOOD} good ones");
    for round in 0..3 {
        let alone = percentile(server.address, request, turn);
        let is_over = &AtomicBool::new(false);
        let (beside, cut) = std::thread::scope(|scope| {
            let mut slow = Slow::attack(&server);
            let attack = scope.spawn(move || {
                while !is_over.load(Ordering::Relaxed) {
                    std::thread::sleep(RENEW);
                    slow.renew();
                }
                slow.cut
            });
            let beside = percentile(server.address, request, turn);
            is_over.store(true, Ordering::Relaxed);
            (beside, attack.join().unwrap())
        });
        let ratio = beside.as_secs_f64() / alone.as_secs_f64();
        println!(
            "{:>44}  p99 {alone:.1?} alone, {beside:.1?} beside {}: {ratio:.2} x; {cut} were cut off and came again",
            format!("round {round}"),
            SLOW * KINDS
        );
    }
}

fn percentile(address: SocketAddr, request: &[u8], turn: Duration) -> Duration {
    let start = Instant::now();
    let mut took: Vec<Duration> = std::thread::scope(|scope| {
        let good = || {
            let (mut connection, mut took) = (Connection::open(address).unwrap(), Vec::new());
            while start.elapsed() < turn {
                let asked = Instant::now();
                assert_eq!(connection.exchange(request).unwrap().status, 200);
                took.push(asked.elapsed());
            }
            took
        };
        let threads: Vec<_> = (0..GOOD).map(|_| scope.spawn(good)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    took.sort_unstable();
    took[took.len() * 99 / 100]
}

/// What they do: a head that does not end, a body that does not come, an answer that is not read.
const KINDS: usize = 3;

/// Connections that are held open, each with a request that does not get on.
struct Slow {
    address: SocketAddr,
    kinds: [Vec<u8>; KINDS],
    held: Vec<(usize, TcpStream)>,
    cut: usize,
}

impl Slow {
    fn attack(server: &Server) -> Self {
        let file = "/api/v1/namespaces/acme/models/large/versions/1.0.0/files/model.safetensors";
        let body = server.head("POST", "/api/v1/namespaces", &[("content-type", "application/json")], 9999);
        let kinds = [b"GET /healthz HTTP/1.1\r\nX: ".to_vec(), body, head("GET", file, &[], 0)];
        let mut slow = Self { address: server.address, kinds, held: Vec::new(), cut: 0 };
        slow.held = (0..SLOW * KINDS).map(|number| number % KINDS).map(|kind| (kind, slow.open(kind))).collect();
        slow
    }

    fn open(&self, kind: usize) -> TcpStream {
        let mut connection = TcpStream::connect(self.address).unwrap();
        connection.write_all(&self.kinds[kind]).unwrap();
        connection.set_nonblocking(true).unwrap();
        connection
    }

    /// Whoever was cut off comes again.
    fn renew(&mut self) {
        for at in 0..self.held.len() {
            let (kind, connection) = &self.held[at];
            let (kind, mut byte) = (*kind, [0]);
            let is_open = match connection.peek(&mut byte) {
                Ok(count) => count > 0 && kind == KINDS - 1,
                Err(error) => error.kind() == io::ErrorKind::WouldBlock,
            };
            if !is_open {
                self.cut += 1;
                self.held[at] = (kind, self.open(kind));
            }
        }
    }
}
