//! A client that costs little: requests are rendered once, answers are read up to their length and looked at no further.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// What moves at once between a file and a connection.
const PIECE: usize = 256 << 10;
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// One connection, kept alive.
#[derive(Debug)]
pub(crate) struct Connection(BufReader<TcpStream>);

/// An answer with its body.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

impl Connection {
    pub(crate) fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self(BufReader::with_capacity(PIECE, stream)))
    }

    /// Sends a rendered request and reads the whole answer.
    pub(crate) fn exchange(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.0.get_mut().write_all(request)?;
        self.answer()
    }

    /// Sends a rendered head and a file as the body.
    pub(crate) fn send(&mut self, head: &[u8], mut file: File) -> io::Result<Answer> {
        self.0.get_mut().write_all(head)?;
        let length = file.metadata()?.len();
        pump(&mut file, self.0.get_mut(), length)?;
        self.answer()
    }

    /// Sends a rendered request and writes the body of the answer to a file.
    pub(crate) fn fetch(&mut self, request: &[u8], file: &mut File) -> io::Result<u16> {
        self.0.get_mut().write_all(request)?;
        let (status, length) = self.head()?;
        pump(&mut self.0, file, length)?;
        Ok(status)
    }

    fn answer(&mut self) -> io::Result<Answer> {
        let (status, length) = self.head()?;
        let mut body = vec![0; usize::try_from(length).map_err(io::Error::other)?];
        self.0.read_exact(&mut body)?;
        Ok(Answer { status, body })
    }

    /// The status of the next answer and the length of its body.
    fn head(&mut self) -> io::Result<(u16, u64)> {
        let malformed = || io::Error::from(io::ErrorKind::InvalidData);
        let (mut line, mut length) = (String::new(), None);
        self.0.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|text| text.parse().ok()).ok_or_else(malformed)?;
        loop {
            line.clear();
            self.0.read_line(&mut line)?;
            match line.trim_end().split_once(':') {
                None => return length.map(|length| (status, length)).ok_or_else(malformed),
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().ok();
                }
                Some(_) => {}
            }
        }
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

/// The head of a request, with its empty line. The length is that of the body to come.
pub(crate) fn head(method: &str, path: &str, headers: &[(&str, &str)], length: u64) -> Vec<u8> {
    let lines: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let lines = lines.concat();
    let length = if method == "GET" { String::new() } else { format!("content-length: {length}\r\n") };
    format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{lines}{length}\r\n").into_bytes()
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
