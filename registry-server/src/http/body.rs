//! The body of an answer, and what lasts until it is sent; and that of a request which is not looked at.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::http::header;
use actix_web::{HttpMessage as _, HttpRequest};
use bytes::Bytes;
use futures_util::StreamExt as _;

/// The largest body that is read of a request which is refused, and how long it may take to come.
const SMALL: u64 = 64 << 10;
const PROMPT: Duration = Duration::from_millis(250);

/// The body of a request that was refused without it.
pub(super) struct Unread(Payload);

/// Leaves the body of a refused request for later, if it is small: whoever holds a place among the requests at work must
/// give it back first.
pub(super) fn leave(request: &mut ServiceRequest) {
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: u64| (1..=SMALL).contains(&length)) {
        let payload = request.take_payload();
        request.extensions_mut().insert(Unread(payload));
    }
}

/// The body that was left.
pub(super) fn left(request: &HttpRequest) -> Option<Unread> {
    request.extensions_mut().remove()
}

impl Unread {
    /// Reads the body, if it comes at once. With a body unread the connection is closed, and whoever is told to try again
    /// opens another one, just when there is too much to do.
    pub(super) async fn skip(mut self) {
        let end = async { while self.0.next().await.is_some_and(|piece| piece.is_ok()) {} };
        // What comes later closes the connection.
        let _late = tokio::time::timeout(PROMPT, end).await;
    }
}

/// A body that keeps something until it has been handed on whole, or is dropped.
#[derive(Debug)]
pub(super) struct Until<G> {
    body: BoxBody,
    kept: G,
}

impl<G: Unpin> Until<G> {
    pub(super) fn sent(body: BoxBody, kept: G) -> Self {
        Self { body, kept }
    }
}

impl<G: Unpin> MessageBody for Until<G> {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.body).poll_next(cx)
    }

    fn try_into_bytes(self) -> Result<Bytes, Self> {
        let Self { body, kept } = self;
        body.try_into_bytes().map_err(|body| Self { body, kept })
    }
}
