//! Around every request: its id, the check of the host, the problem body of a failure, the access log and the metrics.

use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, web};
use tracing::Instrument as _;
use uuid::Uuid;

use super::host::Hosts;
use super::limits::{Limits, Place};
use super::metrics::Metrics;
use super::pace::Turn;
use super::{answer, body, headers, problem};
use crate::service::{Failure, token};

/// The id of a request, chosen by the client or here.
pub(crate) const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const MAX_REQUEST_ID: usize = 128;

/// What the log says of a request that no route took.
const UNMATCHED: &str = "unmatched";

#[derive(Debug, Clone)]
struct RequestId(String);

/// Who made a request, once a token has shown it.
#[derive(Debug, Clone)]
pub(crate) struct Principal(pub(crate) String);

/// The id of a request.
pub(crate) fn request_id(request: &HttpRequest) -> String {
    request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default()
}

/// The outermost layer.
pub(crate) async fn observe(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let start = Instant::now();
    let id = chosen_id(&request);
    request.extensions_mut().insert(RequestId(id.clone()));
    let metrics = request.app_data::<web::Data<Metrics>>().cloned();
    let in_flight = metrics.as_ref().map(|metrics| metrics.enter());
    let answering = request.conn_data::<Turn>().map(Turn::take);
    let is_tls = request.app_data::<web::Data<Limits>>().is_some_and(|limits| limits.is_tls);
    let (mut response, mut place) = match admitted(request.request()) {
        Err(failure) => {
            body::leave(&mut request);
            (problem::rendered(request.error_response(failure)), None)
        }
        Ok(place) => {
            let span = tracing::info_span!("request", request_id = %id);
            (problem::rendered(next.call(request).instrument(span).await?), place)
        }
    };
    if let Some(unread) = body::left(response.request()) {
        // Nobody is kept out by a body that does not come.
        place = None;
        unread.skip().await;
    }
    finish(&mut response, &id);
    headers::secure(response.headers_mut(), is_tls);
    drop(in_flight);
    report(&response, &id, start.elapsed(), metrics.as_ref().map(web::Data::get_ref));
    Ok(response.map_body(|_, body| body::Until::sent(body, (answering, place)).boxed()))
}

/// A place for a request that the server answers for.
fn admitted(request: &HttpRequest) -> Result<Option<Place>, Failure> {
    if let Some(hosts) = request.app_data::<web::Data<Hosts>>() {
        hosts.check(request)?;
    }
    request.app_data::<web::Data<Limits>>().map(|limits| limits.enter(request)).transpose()
}

/// The id that the client sent, if it can stand in a log and a header; else a new one.
fn chosen_id(request: &ServiceRequest) -> String {
    let sent = request.headers().get(X_REQUEST_ID).and_then(|value| value.to_str().ok());
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    // It stands in the log, where no token may be.
    let good =
        |id: &&str| !id.contains(token::PREFIX) && (1..=MAX_REQUEST_ID).contains(&id.len()) && id.bytes().all(plain);
    sent.filter(good).map_or_else(|| Uuid::new_v4().to_string(), str::to_owned)
}

fn finish(response: &mut ServiceResponse<BoxBody>, id: &str) {
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(X_REQUEST_ID, id);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(answer::NO_CACHE));
    }
}

/// One line a request. It names the pattern of the route, never the query: queries and paths may hold what logs must not.
fn report(response: &ServiceResponse<BoxBody>, id: &str, took: Duration, metrics: Option<&Metrics>) {
    let request = response.request();
    let method = request.method().as_str();
    let route = request.match_pattern().unwrap_or_else(|| UNMATCHED.to_owned());
    let status = response.status().as_u16();
    let extensions = request.extensions();
    let principal = extensions.get::<Principal>().map(|principal| principal.0.as_str());
    let duration_ms = took.as_secs_f64() * 1000.0;
    let trace_id = trace_id(request);
    tracing::info!(target: "access", method, route, status, duration_ms, request_id = id, principal, trace_id);
    if let Some(metrics) = metrics {
        metrics.count(request.method(), &route, status, took);
    }
}

/// The trace that the request belongs to: the second part of a W3C `traceparent`.
fn trace_id(request: &HttpRequest) -> Option<&str> {
    let parent = request.headers().get("traceparent")?.to_str().ok()?;
    let id = parent.split('-').nth(1)?;
    (id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(id)
}
