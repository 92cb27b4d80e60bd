//! Bodies of requests.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Frame, SizeHint};
use reqwest::Body;

/// A body of `size` bytes that come out of a stream. The server wants to know the length of a file before its bytes, and
/// [`Body::wrap_stream`] does not say it.
pub fn sized_body<S, E>(size: u64, stream: S) -> Body
where
    S: Stream<Item = Result<Bytes, E>> + Unpin + Send + Sync + 'static,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
{
    Body::wrap(Sized { size, stream })
}

struct Sized<S> {
    /// How many bytes are still to come.
    size: u64,
    stream: S,
}

impl<S, E> http_body::Body for Sized<S>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
{
    type Data = Bytes;
    type Error = E;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, E>>> {
        let polled = Pin::new(&mut self.stream).poll_next(context);
        if let Poll::Ready(Some(Ok(chunk))) = &polled {
            self.size = self.size.saturating_sub(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        }
        polled.map_ok(Frame::data)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.size)
    }
}
