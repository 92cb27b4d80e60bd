//! What a handler takes out of a request: who asks, and what for. Everything that is wrong here is a [`Failure`].

use std::io;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::{Method, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use bytes::{Bytes, BytesMut};
use futures_util::future::{LocalBoxFuture, Ready, ready};
use registry_core::digest::Digest;
use registry_core::text::{TextError, nul_in};
use registry_store::rows::IdempotencyKey;
use serde::de::DeserializeOwned;

use super::json;
use super::limits::Limits;
use super::observe::request_id;
use super::pace::Paced;
use crate::service::access::{Authority, Visitor};
use crate::service::{Answer, Caller, Code, Failure, Fault, Registry};

/// The largest JSON body of most routes: a description and labels of the longest kind, every character of them escaped.
pub(crate) const SMALL: usize = 256 << 10;

/// The largest JSON body of a route that takes contracts, lists of files or parts, or policies: a contract with the tensor
/// table of a large model, or the tokens of a large vocabulary.
pub(crate) const LARGE: usize = 16 << 20;

/// The largest JSON body that is read by the worker itself, which answers nobody else meanwhile.
const AT_ONCE: usize = 64 << 10;

/// The longest idempotency key.
const MAX_KEY: usize = 255;

/// Whoever was let in: what they may do, the guard of the route has decided.
#[derive(Debug, Clone)]
pub(crate) struct Let(pub(crate) Visitor);

/// A request of somebody who is known.
#[derive(Debug, Clone)]
pub(crate) struct Write {
    /// Who asks, and what they were let do.
    pub(crate) authority: Arc<Authority>,
    /// The id of the request.
    pub(crate) request_id: String,
    /// The idempotency key of a POST, with the route that it belongs to.
    key: Option<IdempotencyKey>,
}

impl Write {
    fn of(request: &HttpRequest) -> Result<Self, Failure> {
        let Visitor::Known(authority) = visitor(request)? else {
            return Err(Failure::new(Code::Internal, "a route that needs a token let somebody in without"));
        };
        let key = idempotency_key(request, authority.principal.as_str())?;
        Ok(Self { authority, request_id: request_id(request), key })
    }

    /// The caller of a use case. `body_sha256` is the digest of the bytes of the body.
    pub(crate) fn caller(&self, body_sha256: Digest) -> Caller {
        Caller {
            authority: Arc::clone(&self.authority),
            request_id: self.request_id.clone(),
            idempotency: self.key.clone().map(|key| (key, body_sha256)),
        }
    }
}

/// A change that is asked for, by someone who may write, in a JSON body of at most so many bytes. An empty body reads as
/// `{}`.
#[derive(Debug, Clone)]
pub(crate) struct Command<T, const MOST: usize = SMALL> {
    registry: web::Data<Registry>,
    caller: Caller,
    wanted: T,
}

impl<T, const MOST: usize> Command<T, MOST> {
    /// Runs a use case once for each idempotency key: a retry gets the stored answer.
    pub(crate) async fn run(
        self,
        use_case: impl AsyncFnOnce(&Registry, &Caller, T) -> Result<Answer, Failure>,
    ) -> Result<HttpResponse, Failure> {
        let Self { registry, caller, wanted } = self;
        if let Some(replayed) = replayed(&registry, &caller).await? {
            return Ok(replayed);
        }
        match use_case(&registry, &caller, wanted).await {
            Ok(answer) => Ok(answer.into()),
            // The same request may have run meanwhile on another connection, and is why this one found no room.
            Err(failure) => replayed(&registry, &caller).await?.ok_or(failure),
        }
    }
}

/// A query string.
#[derive(Debug, Clone)]
pub(crate) struct Query<T>(pub(crate) T);

/// The revision in `If-Match`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IfMatch(pub(crate) Option<u64>);

impl IfMatch {
    /// The revision, where the request must say one.
    pub(crate) fn required(self) -> Result<u64, Failure> {
        let missing = "send `If-Match` with the `ETag` of what you read, such as `If-Match: \"3\"`";
        self.0.ok_or_else(|| Failure::new(Code::PreconditionRequired, missing))
    }
}

impl FromRequest for Let {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(visitor(request).map(Self))
    }
}

impl FromRequest for Write {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

impl<T: DeserializeOwned + Send + 'static, const MOST: usize> FromRequest for Command<T, MOST> {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            let write = Write::of(&request)?;
            let waiting = data::<Limits>(&request)?.wait_for_body(&write.authority.principal)?;
            let bytes = read(&request, payload, MOST).await?;
            drop(waiting);
            let (digest, wanted) = understood(&request, bytes).await?;
            Ok(Self { registry: data(&request)?, caller: write.caller(digest), wanted })
        })
    }
}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        if request.query_string().contains("%00") {
            return ready(Err(Failure::new(Code::InvalidQuery, TextError::Nul.to_string())));
        }
        let query = web::Query::<T>::from_query(request.query_string());
        ready(query.map(|query| Self(query.into_inner())).map_err(|error| match error {
            actix_web::error::QueryPayloadError::Deserialize(error) => {
                Failure::new(Code::InvalidQuery, error.to_string())
            }
            other => Failure::new(Code::InvalidQuery, other.to_string()),
        }))
    }
}

impl FromRequest for IfMatch {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(header_text(request, header::IF_MATCH.as_str()).and_then(|text| match text {
            None => Ok(Self(None)),
            Some(text) => revision(&text).map(|revision| Self(Some(revision))),
        }))
    }
}

/// The stored answer of a request that was answered before.
async fn replayed(registry: &Registry, caller: &Caller) -> Result<Option<HttpResponse>, Failure> {
    let answer = registry.replay(caller).await?;
    Ok(answer.map(|answer| {
        let mut response = HttpResponse::from(answer);
        response.headers_mut().insert(super::answer::IDEMPOTENCY_REPLAYED, header::HeaderValue::from_static("true"));
        response
    }))
}

fn visitor(request: &HttpRequest) -> Result<Visitor, Failure> {
    let unguarded = || Failure::new(Code::Internal, "the route has no guard");
    request.extensions().get::<Visitor>().cloned().ok_or_else(unguarded)
}

pub(super) fn data<T: 'static>(request: &HttpRequest) -> Result<web::Data<T>, Failure> {
    let missing = || Failure::new(Code::Internal, "the server is not set up");
    request.app_data::<web::Data<T>>().cloned().ok_or_else(missing)
}

fn idempotency_key(request: &HttpRequest, principal: &str) -> Result<Option<IdempotencyKey>, Failure> {
    if request.method() != Method::POST {
        return Ok(None);
    }
    let Some(key) = header_text(request, super::answer::IDEMPOTENCY_KEY.as_str())? else {
        return Ok(None);
    };
    if key.is_empty() || key.len() > MAX_KEY || key.bytes().any(|byte| !(b' '..=b'~').contains(&byte)) {
        let detail = format!("`Idempotency-Key` takes 1 to {MAX_KEY} printable ASCII characters");
        return Err(Failure::new(Code::InvalidHeader, detail));
    }
    // With the query: a dry run is another request than the run.
    let route = format!("{} {}", request.method(), request.uri());
    Ok(Some(IdempotencyKey { principal: principal.to_owned(), route, key }))
}

pub(super) fn header_text(request: &HttpRequest, name: &str) -> Result<Option<String>, Failure> {
    let Some(value) = request.headers().get(name) else {
        return Ok(None);
    };
    let unreadable = |_| Failure::new(Code::InvalidHeader, format!("`{name}` holds other than printable ASCII"));
    value.to_str().map(|text| Some(text.to_owned())).map_err(unreadable)
}

fn revision(text: &str) -> Result<u64, Failure> {
    let inner = text.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.and_then(|digits| digits.parse().ok()).ok_or_else(|| {
        let detail = format!("`If-Match: {text}` is no revision; send the `ETag` of what you read, such as `\"3\"`");
        Failure::new(Code::InvalidHeader, detail)
    })
}

/// The bytes of a JSON body, of which there may be so many.
async fn read(request: &HttpRequest, payload: Payload, most: usize) -> Result<Bytes, Failure> {
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if announced.and_then(|text| text.parse::<usize>().ok()).is_some_and(|length| length > most) {
        return Err(too_large(most));
    }
    let (mut bytes, mut payload) = (BytesMut::new(), Paced::new(payload, data::<Limits>(request)?.patience));
    while let Some(chunk) = payload.next().await {
        let broken = |error: io::Error| match error.kind() {
            io::ErrorKind::TimedOut => Failure::new(Code::RequestTimeout, error.to_string()),
            _ => Failure::new(Code::InvalidBody, format!("the body broke off: {error}")),
        };
        let chunk = chunk.map_err(broken)?;
        if bytes.len() + chunk.len() > most {
            return Err(too_large(most));
        }
        bytes.extend_from_slice(&chunk);
    }
    if !bytes.is_empty() && !is_json(request) {
        return Err(Failure::new(Code::UnsupportedMediaType, "send the body as `Content-Type: application/json`"));
    }
    Ok(bytes.freeze())
}

fn too_large(most: usize) -> Failure {
    Failure::new(Code::TooLarge, format!("a JSON body of this route may have {most} bytes"))
        .with_detail("max_bytes", u64::try_from(most).unwrap_or(u64::MAX))
}

fn is_json(request: &HttpRequest) -> bool {
    let essence = request.content_type();
    essence.eq_ignore_ascii_case("application/json") || essence.to_ascii_lowercase().ends_with("+json")
}

/// The digest of a body, and what it says.
async fn understood<T>(request: &HttpRequest, bytes: Bytes) -> Result<(Digest, T), Failure>
where
    T: DeserializeOwned + Send + 'static,
{
    let is_large = bytes.len() > AT_ONCE;
    let understand = move || Ok((Digest::of(&bytes), parsed(&bytes)?));
    if !is_large {
        return understand();
    }
    let limits = data::<Limits>(request)?;
    let _turn = limits.large_bodies.acquire().await;
    let broken_off = |error| Failure::new(Code::Internal, format!("reading the body broke off: {error}"));
    tokio::task::spawn_blocking(understand).await.map_err(broken_off)?
}

fn parsed<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    let text: &[u8] = if bytes.is_empty() { b"{}" } else { bytes };
    json::check(text)?;
    refuse_nul(text)?;
    let mut reader = serde_json::Deserializer::from_slice(text);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let place = pointer(error.path());
        let reason = error.into_inner().to_string();
        let shown = if place.is_empty() { String::new() } else { format!(" at `{place}`") };
        Failure::new(Code::InvalidBody, format!("the body is not what the route takes{shown}: {reason}"))
            .with_faults(vec![Fault { place, reason, hint: None }])
    })?;
    let trailing = |error| Failure::new(Code::InvalidBody, format!("the body goes on after its end: {error}"));
    reader.end().map_err(trailing)?;
    Ok(value)
}

/// No text of a body may hold U+0000. JSON can write it in one way only, so that other bodies are not read twice.
fn refuse_nul(text: &[u8]) -> Result<(), Failure> {
    const ESCAPED: &[u8] = br"\u0000";
    if !text.windows(ESCAPED.len()).any(|window| window == ESCAPED) {
        return Ok(());
    }
    // What is no JSON is refused where it is read.
    let place = serde_json::from_slice(text).ok().and_then(|document| nul_in(&document));
    place.map_or(Ok(()), |place| {
        let reason = TextError::Nul.to_string();
        Err(Failure::new(Code::InvalidBody, format!("the body is not what the route takes at `{place}`: {reason}"))
            .with_faults(vec![Fault { place: place.to_string(), reason, hint: None }]))
    })
}

/// The place of an error as a JSON Pointer.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter().fold(String::new(), |mut pointer, segment| {
        let part = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.replace('~', "~0").replace('/', "~1"),
            Segment::Enum { .. } | Segment::Unknown => return pointer,
        };
        pointer.push('/');
        pointer.push_str(&part);
        pointer
    })
}
