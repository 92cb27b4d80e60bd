//! The bytes of a file, from the server or from where it leads to.

use std::ops::Range;

use reqwest::header::{LOCATION, RANGE};
use reqwest::{StatusCode, Url};

use crate::{ByteStream, Client, ClientInfo as _, Error, ResponseValue, types};

/// Which bytes of which file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// The namespace.
    pub namespace: &'a str,
    /// The model.
    pub model: &'a str,
    /// The version: a number, a range, `latest`, a channel or a digest.
    pub version: &'a str,
    /// The path inside the version.
    pub path: &'a str,
    /// Which bytes, from the first to before the last; all of them without it.
    pub range: Option<Range<u64>>,
}

/// Why there are no bytes.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// The server says no, or is not there.
    #[error("{0}")]
    Server(Box<Error<types::Problem>>),
    /// The server leads elsewhere in a way that no client should follow.
    #[error("the server leads to an address that is not followed: neither https nor, from plain http, http")]
    Link,
    /// The object store that the server led to says no. Its address is a secret and not told.
    #[error("the object store answers {0}")]
    Store(StatusCode),
    /// The object store is not there.
    #[error("the object store cannot be asked: {0}")]
    Unreachable(reqwest::Error),
}

/// Asks for a file and follows the server to its object store, without the token.
///
/// The bytes are not checked: compare them with the digest of the file before you use them.
///
/// # Errors
/// As the variants say.
pub async fn open_file(client: &Client, wanted: &Wanted<'_>) -> Result<ResponseValue<ByteStream>, FileError> {
    let range = wanted.range.as_ref().map(|range| format!("bytes={}-{}", range.start, range.end.saturating_sub(1)));
    let mut request = client.download_file();
    request = request.namespace(wanted.namespace).model(wanted.model).version(wanted.version).path(wanted.path);
    if let Some(range) = &range {
        request = request.range(range.as_str());
    }
    match request.send().await {
        Ok(bytes) => Ok(bytes),
        Err(Error::UnexpectedResponse(answer)) if answer.status() == StatusCode::FOUND => {
            let link = answer.headers().get(LOCATION).and_then(|link| link.to_str().ok());
            follow(client, link.unwrap_or_default(), range.as_deref()).await
        }
        Err(error) => Err(FileError::Server(Box::new(error))),
    }
}

/// A client of its own, which has no token to give away.
async fn follow(client: &Client, link: &str, range: Option<&str>) -> Result<ResponseValue<ByteStream>, FileError> {
    let link = Url::parse(link).map_err(|_| FileError::Link)?;
    let is_plain = link.scheme() == "http" && client.baseurl().starts_with("http://");
    if link.scheme() != "https" && !is_plain {
        return Err(FileError::Link);
    }
    let stranger = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    let mut request = stranger.build().map_err(FileError::Unreachable)?.get(link);
    if let Some(range) = range {
        request = request.header(RANGE, range);
    }
    let answer = request.send().await.map_err(|error| FileError::Unreachable(error.without_url()))?;
    if answer.status().is_success() {
        Ok(ResponseValue::stream(answer))
    } else {
        Err(FileError::Store(answer.status()))
    }
}
