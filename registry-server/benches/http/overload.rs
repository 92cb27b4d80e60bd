//! More than the server can do, and clients that are slow on purpose: what good clients still get.

use std::io::Write as _;
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::client::{Connection, head, rate};
use crate::publishers::{Publishers, resolve};
use crate::server::Server;
use crate::{Effort, scratch};

const MODEL: (&str, u64) = ("acme/few", 3);
/// Connections that measure what the server can do.
const CAPACITY: usize = 64;
/// Connections of an open loop; more than there are places.
const OPEN: usize = 96;
/// Places at work, fewer than connections, so that overload is shed.
const PLACES: &str = "16";
/// Good clients beside slow ones, and slow ones of each kind.
const GOOD: usize = 8;
const SLOW: usize = 150;

pub(crate) fn show(effort: Effort) {
    let folder = scratch();
    let server = Server::start_with(&folder.path().join("data"), &["--max-requests", PLACES]);
    Publishers::new(&server, folder.path()).make(MODEL.0, MODEL.1);
    let request = resolve(MODEL.0, "^1");
    let turn = Duration::from_millis(effort.turn_ms * 4);
    println!("\nOverload: an open loop of resolves over {OPEN} connections, {PLACES} places");
    let capacity = rate(server.address, &vec![|| request.clone(); CAPACITY], (200, turn));
    println!("{:>44}  {capacity:.0} a second", "what it can do, 64 connections, some shed");
    for times in [1.0, 3.0] {
        let seen = open_loop(server.address, &request, capacity * times, turn);
        println!(
            "{:>44}  {:.0} good a second, {:.0} % of capacity; {} shed, {} of them with Retry-After; {} other",
            format!("{times} times as many"),
            seen.good as f64 / turn.as_secs_f64(),
            seen.good as f64 / turn.as_secs_f64() / capacity * 100.0,
            seen.shed,
            seen.told,
            seen.other
        );
    }
    drop(server);
    beside_slow_ones(&folder.path().join("data"), &request, turn);
}

/// What came of an open loop.
struct Seen {
    good: usize,
    shed: usize,
    told: usize,
    other: usize,
}

/// Sends so many a second whether or not answers come: each connection has its share of the moments, and whoever is late
/// sends at once.
fn open_loop(address: SocketAddr, request: &[u8], per_second: f64, turn: Duration) -> Seen {
    let (good, shed, told, other) = <(AtomicUsize, AtomicUsize, AtomicUsize, AtomicUsize)>::default();
    let (next, start) = (AtomicUsize::new(0), Instant::now());
    std::thread::scope(|scope| {
        for _ in 0..OPEN {
            scope.spawn(|| {
                let mut connection = Connection::open(address).unwrap();
                loop {
                    let due = Duration::from_secs_f64(next.fetch_add(1, Ordering::Relaxed) as f64 / per_second);
                    if due.max(start.elapsed()) >= turn {
                        return;
                    }
                    std::thread::sleep(due.saturating_sub(start.elapsed()));
                    let answer = connection.exchange(request).unwrap();
                    match answer.status {
                        200 => &good,
                        503 => &shed,
                        _ => &other,
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
        let slow = Slow::attack(&server);
        let beside = percentile(server.address, request, turn);
        let ratio = beside.as_secs_f64() / alone.as_secs_f64();
        println!(
            "{:>44}  p99 {alone:.1?} alone, {beside:.1?} beside {}: {ratio:.2} x",
            format!("round {round}"),
            slow.0.len()
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

/// Connections that are held open, each with a request that does not get on.
struct Slow(Vec<TcpStream>);

impl Slow {
    fn attack(server: &Server) -> Self {
        let file = "/api/v1/namespaces/acme/models/few/versions/1.0.0/files/model.onnx";
        let body = server.head("POST", "/api/v1/namespaces", &[("content-type", "application/json")], 9999);
        let kinds = [b"GET /healthz HTTP/1.1\r\nX: ".to_vec(), body, head("GET", file, &[], 0).repeat(64)];
        let open = |bytes: &Vec<u8>| {
            let mut connection = TcpStream::connect(server.address).unwrap();
            connection.write_all(bytes).unwrap();
            connection
        };
        Self(kinds.iter().cycle().take(SLOW * kinds.len()).map(open).collect())
    }
}
