//! A connection that does not wait for ever: not for the head of a request, nor for a client that does not take its answer.
//!
//! The HTTP library limits the first head of a connection and the time between requests, but neither a later head nor what
//! it writes; and it reads the rest of a refused body in chunks for as long as it comes. Bodies that a route reads have
//! their limit there (`http::pace`).

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep_until};
use tokio_rustls::server::TlsStream;

use crate::config::Patience;
use crate::http::pace::{Credit, Turn};

/// A connection, with or without TLS.
#[derive(Debug)]
pub(super) enum Line {
    Plain(Box<Patient>),
    Tls(Box<TlsStream<Patient>>),
}

/// The bytes of a connection, with their limits.
#[derive(Debug)]
pub(super) struct Patient {
    stream: TcpStream,
    patience: Patience,
    turn: Turn,
    /// When what is waited for must be there; none while a request is at work.
    deadline: Option<Deadline>,
    reading: Option<Pin<Box<Sleep>>>,
    credit: Credit,
    writing: Option<(Instant, Pin<Box<Sleep>>)>,
}

/// Until when the next head must be complete.
#[derive(Debug, Clone, Copy)]
struct Deadline {
    at: Instant,
    /// Whether some of it has come.
    begun: bool,
    /// Which turn of the client this is.
    turn: u64,
}

impl Line {
    /// The turn of this connection, for those who answer its requests.
    pub(super) fn turn(&self) -> Turn {
        match self {
            Self::Plain(patient) => patient.turn.clone(),
            Self::Tls(stream) => stream.get_ref().0.turn.clone(),
        }
    }
}

impl Patient {
    pub(super) fn new(stream: TcpStream, patience: Patience) -> Self {
        let credit = Credit::new(patience.silence, patience);
        let turn = Turn::default();
        Self { stream, patience, turn, deadline: None, reading: None, credit, writing: None }
    }

    /// The deadline of the head that is awaited; it begins anew with every turn.
    fn deadline(&mut self) -> Option<Deadline> {
        if self.turn.is_at_work() {
            self.deadline = None;
            return None;
        }
        let turn = self.turn.number();
        if self.deadline.is_none_or(|deadline| deadline.turn != turn) {
            self.reading = None;
            self.deadline = Some(Deadline { at: Instant::now() + self.patience.keep_alive, begun: false, turn });
        }
        self.deadline
    }

    fn poll_deadline(&mut self, cx: &mut Context<'_>) -> Poll<io::Error> {
        let Some(deadline) = self.deadline() else { return Poll::Pending };
        let sleep = self.reading.get_or_insert_with(|| Box::pin(sleep_until(deadline.at.into())));
        ready!(sleep.as_mut().poll(cx));
        Poll::Ready(io::Error::new(io::ErrorKind::TimedOut, "the request did not come in time"))
    }

    /// Some bytes of a head came.
    fn begun(&mut self) {
        if let Some(deadline) = self.deadline().filter(|deadline| !deadline.begun) {
            self.reading = None;
            self.deadline = Some(Deadline { at: Instant::now() + self.patience.head, begun: true, ..deadline });
        }
    }

    /// The client took some bytes.
    fn taken(&mut self, count: usize) {
        if let Some((since, _)) = self.writing.take() {
            self.credit.spend(since.elapsed());
        }
        self.credit.earn(count);
    }

    fn poll_credit(&mut self, cx: &mut Context<'_>) -> Poll<io::Error> {
        let Some(left) = self.credit.left() else { return Poll::Pending };
        let begin = || (Instant::now(), Box::pin(sleep_until((Instant::now() + left).into())));
        let (_, sleep) = self.writing.get_or_insert_with(begin);
        ready!(sleep.as_mut().poll(cx));
        Poll::Ready(io::Error::new(io::ErrorKind::TimedOut, "the client does not take its answer"))
    }
}

impl AsyncRead for Patient {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        match Pin::new(&mut self.stream).poll_read(cx, buffer) {
            Poll::Ready(Ok(())) if buffer.filled().len() > before => {
                self.begun();
                // Bytes that come one by one do not put the end off.
                let late = self.deadline.is_some_and(|deadline| deadline.at <= Instant::now());
                Poll::Ready(if late { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) })
            }
            Poll::Pending => self.poll_deadline(cx).map(Err),
            ended @ Poll::Ready(_) => ended,
        }
    }
}

impl AsyncWrite for Patient {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.stream).poll_write(cx, bytes) {
            Poll::Ready(Ok(count)) => {
                self.taken(count);
                Poll::Ready(Ok(count))
            }
            Poll::Pending => self.poll_credit(cx).map(Err),
            failed @ Poll::Ready(Err(_)) => failed,
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl AsyncRead for Line {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_read(cx, buffer),
            Self::Tls(stream) => Pin::new(stream).poll_read(cx, buffer),
        }
    }
}

impl AsyncWrite for Line {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_write(cx, bytes),
            Self::Tls(stream) => Pin::new(stream).poll_write(cx, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_flush(cx),
            Self::Tls(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_shutdown(cx),
            Self::Tls(stream) => Pin::new(stream).poll_shutdown(cx),
        }
    }
}
