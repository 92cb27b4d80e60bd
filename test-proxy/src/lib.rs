//! A line between a client and a server, for tests: it counts what goes through, keeps it waiting, flips a byte
//! of it, and loses the answer.
//!
//! It speaks as much HTTP/1.1 as clients and servers of these tests do: requests one after the other on a connection, with
//! bodies that have a length, or come in chunks from a server.
#![forbid(unsafe_code)]

mod message;

use std::fmt;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::Duration;

use message::Message;

/// How often a request that waits looks whether it may go on.
const TICK: Duration = Duration::from_millis(5);

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// `GET`, `PUT`…
    pub method: String,
    /// The path with its query.
    pub target: String,
}

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// It goes through.
    Pass,
    /// It goes through when [`Proxy::release`] was called.
    Hold,
    /// One bit of this byte of its body is another.
    SpoilRequest(u64),
    /// One bit of this byte of the body that answers it is another.
    SpoilAnswer(u64),
    /// The server answers, and the client sees only that the connection ends.
    LoseAnswer,
}

type Rule = Box<dyn Fn(&Asked) -> Deed + Send + Sync>;

/// What all connections share.
struct Shared {
    upstream: Mutex<SocketAddr>,
    rule: Mutex<Rule>,
    asked: Mutex<Vec<Asked>>,
    released: AtomicBool,
    ended: AtomicBool,
}

/// The line. It ends when it is dropped.
pub struct Proxy {
    address: SocketAddr,
    shared: Arc<Shared>,
    listener: Option<JoinHandle<()>>,
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proxy").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Proxy {
    /// A line to a server, through which everything passes as it is.
    ///
    /// # Errors
    /// When no port is free.
    pub fn start(upstream: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            upstream: Mutex::new(upstream),
            rule: Mutex::new(Box::new(|_| Deed::Pass)),
            asked: Mutex::default(),
            released: AtomicBool::new(false),
            ended: AtomicBool::new(false),
        });
        let serving = Arc::clone(&shared);
        let listener = spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if serving.ended.load(Ordering::Relaxed) {
                    return;
                }
                let shared = Arc::clone(&serving);
                // A connection that breaks is the matter of its two ends.
                let _detached = spawn(move || shared.serve(&client));
            }
        });
        Ok(Self { address, shared, listener: Some(listener) })
    }

    /// Where clients find it.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Leads connections that are made from now on to another server.
    pub fn lead_to(&self, upstream: SocketAddr) {
        *lock(&self.shared.upstream) = upstream;
    }

    /// Says what happens to requests from now on.
    pub fn rule(&self, rule: impl Fn(&Asked) -> Deed + Send + Sync + 'static) {
        self.shared.released.store(false, Ordering::Relaxed);
        *lock(&self.shared.rule) = Box::new(rule);
    }

    /// Does this to the first request that is meant, and to no other.
    pub fn once(&self, deed: Deed, is_meant: impl Fn(&Asked) -> bool + Send + Sync + 'static) {
        let done = AtomicBool::new(false);
        self.rule(move |asked| if is_meant(asked) && !done.swap(true, Ordering::Relaxed) { deed } else { Deed::Pass });
    }

    /// Lets those go on that wait, and all that come.
    pub fn release(&self) {
        self.shared.released.store(true, Ordering::Relaxed);
    }

    /// How many requests of a kind have come, whatever became of them.
    pub fn count(&self, is_meant: impl Fn(&Asked) -> bool) -> usize {
        lock(&self.shared.asked).iter().filter(|asked| is_meant(asked)).count()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::Relaxed);
        // Wakes the listener.
        drop(TcpStream::connect(self.address));
        if let Some(listener) = self.listener.take() {
            drop(listener.join());
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    fn serve(&self, client: &TcpStream) -> io::Result<()> {
        let server = TcpStream::connect(*lock(&self.upstream))?;
        for stream in [client, &server] {
            stream.set_nodelay(true)?;
        }
        let served = self.exchange(client, &server);
        // Whatever ended it, both sides must learn of it.
        let _closed = (client.shutdown(Shutdown::Both), server.shutdown(Shutdown::Both));
        served
    }

    fn exchange(&self, client: &TcpStream, server: &TcpStream) -> io::Result<()> {
        let (mut from_client, mut from_server) = (BufReader::new(client), BufReader::new(server));
        let (mut to_client, mut to_server) = (client, server);
        while !from_client.fill_buf()?.is_empty() {
            let request = Message::read(&mut from_client)?;
            let [method, target] = request.first_words();
            let asked = Asked { method, target };
            let deed = lock(&self.rule)(&asked);
            lock(&self.asked).push(asked.clone());
            self.wait(deed);
            to_server.write_all(request.head())?;
            let spoilt = if let Deed::SpoilRequest(at) = deed { Some(at) } else { None };
            match request.pass_body(&mut from_client, &mut to_server, spoilt) {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(error),
                // A server that refuses may answer before it has read the whole, and hang up.
                Err(_) | Ok(()) => {}
            }
            let answer = Message::read(&mut from_server)?;
            if deed == Deed::LoseAnswer {
                return answer.pass_body(&mut from_server, &mut io::sink(), None);
            }
            to_client.write_all(answer.head())?;
            let spoilt = if let Deed::SpoilAnswer(at) = deed { Some(at) } else { None };
            if asked.method != "HEAD" {
                answer.pass_body(&mut from_server, &mut to_client, spoilt)?;
            }
            if answer.ends_connection() {
                return Ok(());
            }
        }
        Ok(())
    }

    fn wait(&self, deed: Deed) {
        while deed == Deed::Hold && !self.released.load(Ordering::Relaxed) && !self.ended.load(Ordering::Relaxed) {
            sleep(TICK);
        }
    }
}
