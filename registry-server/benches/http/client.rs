//! A client that costs little: requests are rendered once, answers are read up to their length and looked at no further.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What moves at once between a file and a connection.
const PIECE: usize = 256 << 10;
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// One connection, kept alive, and opened again when an answer has said that it was the last one.
#[derive(Debug)]
pub(crate) struct Connection {
    address: SocketAddr,
    stream: BufReader<TcpStream>,
    is_over: bool,
}

/// An answer with its body.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) etag: Option<String>,
    pub(crate) location: Option<String>,
    /// Whether it says how long to wait.
    pub(crate) retry_after: bool,
    pub(crate) body: Vec<u8>,
}

/// What stands above a body.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub(crate) status: u16,
    pub(crate) length: Option<u64>,
    etag: Option<String>,
    pub(crate) location: Option<String>,
    retry_after: bool,
    is_last: bool,
}

impl Connection {
    pub(crate) fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { address, stream: BufReader::with_capacity(PIECE, stream), is_over: false })
    }

    /// Where the next request goes.
    fn sender(&mut self) -> io::Result<&mut TcpStream> {
        if self.is_over {
            *self = Self::open(self.address)?;
        }
        Ok(self.stream.get_mut())
    }

    /// Sends a rendered request and reads the whole answer.
    pub(crate) fn exchange(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.sender()?.write_all(request)?;
        self.answer()
    }

    /// Sends a rendered head and so many bytes as the body.
    pub(crate) fn send(&mut self, head: &[u8], mut body: impl Read, length: u64) -> io::Result<Answer> {
        let sender = self.sender()?;
        sender.write_all(head)?;
        pump(&mut body, sender, length)?;
        self.answer()
    }

    /// Sends a rendered request and writes the body of the answer somewhere.
    pub(crate) fn fetch(&mut self, request: &[u8], to: &mut impl Write) -> io::Result<Head> {
        self.sender()?.write_all(request)?;
        let head = self.head()?;
        pump(&mut self.stream, to, head.length.ok_or(io::ErrorKind::InvalidData)?)?;
        Ok(head)
    }

    fn answer(&mut self) -> io::Result<Answer> {
        let Head { status, length, etag, location, retry_after, .. } = self.head()?;
        let length = length.ok_or(io::ErrorKind::InvalidData)?;
        let mut body = vec![0; usize::try_from(length).map_err(io::Error::other)?];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { status, etag, location, retry_after, body })
    }

    fn head(&mut self) -> io::Result<Head> {
        let (mut line, mut head) = (String::new(), Head::default());
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|text| text.parse().ok());
        head.status = status.ok_or(io::ErrorKind::InvalidData)?;
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "content-length" => head.length = value.parse().ok(),
                "etag" => head.etag = Some(value.to_owned()),
                "retry-after" => head.retry_after = true,
                "connection" => head.is_last = value.eq_ignore_ascii_case("close"),
                "location" => head.location = Some(value.to_owned()),
                _ => {}
            }
        }
        self.is_over = head.is_last;
        Ok(head)
    }
}

/// Copies exactly so many bytes.
fn pump(from: &mut impl Read, to: &mut impl Write, length: u64) -> io::Result<()> {
    let mut piece = vec![0; PIECE];
    let mut from = from.take(length);
    let mut left = length;
    while left > 0 {
        let read = from.read(&mut piece)?;
        let bytes = piece.get(..read).filter(|bytes| !bytes.is_empty()).ok_or(io::ErrorKind::UnexpectedEof)?;
        to.write_all(bytes)?;
        left -= read as u64;
    }
    Ok(())
}

/// The head of a request to this machine, with its empty line. The length is that of the body to come.
pub(crate) fn head(method: &str, path: &str, headers: &[(&str, &str)], length: u64) -> Vec<u8> {
    render("127.0.0.1", (method, path), headers, length)
}

fn render(host: &str, (method, path): (&str, &str), headers: &[(&str, &str)], length: u64) -> Vec<u8> {
    let lines: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let lines = lines.concat();
    let length = if method == "GET" { String::new() } else { format!("content-length: {length}\r\n") };
    format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n{lines}{length}\r\n").into_bytes()
}

/// An absolute URL of this machine.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) address: SocketAddr,
    path: String,
}

impl Link {
    pub(crate) fn parse(url: &str) -> Self {
        let (authority, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).unwrap();
        Self { address: authority.parse().unwrap(), path: format!("/{path}") }
    }

    /// The head of a request to it.
    pub(crate) fn head(&self, method: &str, headers: &[(&str, &str)], length: u64) -> Vec<u8> {
        render(&self.address.to_string(), (method, &self.path), headers, length)
    }
}

/// Connections to whoever is asked, opened when they are first needed.
#[derive(Debug, Default)]
pub(crate) struct Connections(Vec<(SocketAddr, Connection)>);

impl Connections {
    pub(crate) fn to(&mut self, address: SocketAddr) -> &mut Connection {
        let known = self.0.iter().position(|(to, _)| *to == address);
        let at = known.unwrap_or_else(|| {
            self.0.push((address, Connection::open(address).unwrap()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }
}

/// Does something with every item, several at a time, each thread with connections and a handle of the file of its own.
pub(crate) fn side_by_side<T: Sync>(
    threads: usize,
    items: &[T],
    open: impl Fn() -> File + Sync,
    work: impl Fn(&mut Connections, &mut File, &T) + Sync,
) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let (mut connections, mut file) = (Connections::default(), open());
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(&mut connections, &mut file, item);
                }
            });
        }
    });
}

/// How many requests a second are answered with `status`, each connection sending one after the other.
pub(crate) fn rate(
    address: SocketAddr,
    connections: &[impl Fn() -> Vec<u8> + Sync],
    (status, turn): (u16, Duration),
) -> f64 {
    let (good, start) = (AtomicU64::new(0), Instant::now());
    std::thread::scope(|scope| {
        for request in connections {
            let good = &good;
            scope.spawn(move || {
                let mut connection = Connection::open(address).unwrap();
                let mut mine = 0;
                while start.elapsed() < turn {
                    mine += u64::from(connection.exchange(&request()).unwrap().status == status);
                }
                good.fetch_add(mine, Ordering::Relaxed);
            });
        }
    });
    good.into_inner() as f64 / start.elapsed().as_secs_f64()
}
