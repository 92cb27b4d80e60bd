//! The body of an answer, and what lasts until it is sent.

use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use bytes::Bytes;

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
