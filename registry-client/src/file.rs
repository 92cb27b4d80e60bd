//! The bytes of a file, from the server or from where it leads to.

use std::ops::Range;

use reqwest::header::{HeaderMap, LOCATION, RANGE};
use reqwest::{RequestBuilder, StatusCode, Url};

use crate::connect::without_redirects;
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
    Store(StatusCode, Box<HeaderMap>),
    /// The object store is not there.
    #[error("the object store cannot be asked: {0}")]
    Unreachable(reqwest::Error),
}

/// Asks for a file and follows the server to its object store, without the token.
///
/// The bytes are not checked: compare them with the digest of the file before you use them.
///
/// Each call makes an HTTP client, and so a connection, of its own for the object store: one that was kept here would outlive
/// the runtime that its connections belong to. Who opens many files keeps one and calls [`open_file_by`].
///
/// # Errors
/// As the variants say.
pub async fn open_file(client: &Client, wanted: &Wanted<'_>) -> Result<ResponseValue<ByteStream>, FileError> {
    open_file_by(client, || without_redirects(reqwest::Client::builder()), wanted).await
}

/// The same with an HTTP client of your making for the object store, which is asked for only when there is one. It must
/// have no token to give away; see [`without_redirects`].
///
/// # Errors
/// As the variants say.
pub async fn open_file_by(
    client: &Client,
    stranger: impl FnOnce() -> reqwest::Result<reqwest::Client>,
    wanted: &Wanted<'_>,
) -> Result<ResponseValue<ByteStream>, FileError> {
    let range = wanted.range.as_ref().map(|range| format!("bytes={}-{}", range.start, range.end.saturating_sub(1)));
    let mut request = client.download_file();
    request = request.namespace(wanted.namespace).model(wanted.model).version(wanted.version).path(wanted.path);
    if let Some(range) = &range {
        request = request.range(range.as_str());
    }
    match request.send().await {
        Ok(bytes) => Ok(bytes),
        Err(Error::UnexpectedResponse(answer)) if answer.status() == StatusCode::FOUND => {
            let link = followed(client, answer.headers()).ok_or(FileError::Link)?;
            fetch(stranger().map_err(FileError::Unreachable)?.get(link), range.as_deref()).await
        }
        Err(error) => Err(FileError::Server(Box::new(error))),
    }
}

/// The link of an answer, if it is one to follow.
fn followed(client: &Client, headers: &HeaderMap) -> Option<Url> {
    let link = Url::parse(headers.get(LOCATION)?.to_str().ok()?).ok()?;
    let is_plain = link.scheme() == "http" && client.baseurl().starts_with("http://");
    (link.scheme() == "https" || is_plain).then_some(link)
}

async fn fetch(mut request: RequestBuilder, range: Option<&str>) -> Result<ResponseValue<ByteStream>, FileError> {
    if let Some(range) = range {
        request = request.header(RANGE, range);
    }
    let answer = request.send().await.map_err(|error| FileError::Unreachable(error.without_url()))?;
    if answer.status().is_success() {
        Ok(ResponseValue::stream(answer))
    } else {
        Err(FileError::Store(answer.status(), Box::new(answer.headers().clone())))
    }
}
