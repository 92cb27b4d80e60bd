//! Answers as responses.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName};
use actix_web::{HttpResponse, HttpResponseBuilder};
use serde::Serialize;
use serde_json::Value;

use crate::service::Answer;

/// The key by which a request is known again.
pub(crate) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Says that the answer is the stored one of an earlier request.
pub(crate) const IDEMPOTENCY_REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// For what was named by an exact version or a digest: it never changes.
pub(crate) const IMMUTABLE: &str = "private, max-age=31536000, immutable";

/// For what may be another tomorrow: keep it, but ask first.
pub(crate) const NO_CACHE: &str = "no-cache";

impl From<Answer> for HttpResponse {
    fn from(answer: Answer) -> Self {
        let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
        let mut response = Self::build(status);
        if let Some(location) = answer.location {
            response.insert_header((header::LOCATION, location));
        }
        if let Some(etag) = answer.etag {
            response.insert_header((header::ETAG, etag));
        }
        let mut body = answer.body;
        if let (Some(secret), Value::Object(members)) = (answer.secret, &mut body) {
            members.insert("secret".to_owned(), secret.reveal().into());
        }
        response.json(body)
    }
}

/// 200 with a body.
pub(crate) fn ok(body: &impl Serialize) -> HttpResponse {
    HttpResponse::Ok().json(body)
}

/// 200 with a body and the revision of the resource as its entity tag.
pub(crate) fn at_revision(body: &impl Serialize, revision: u64) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::ETAG, revision_tag(revision))).json(body)
}

/// The entity tag of a revision.
pub(crate) fn revision_tag(revision: u64) -> String {
    format!("\"{revision}\"")
}

/// Starts a 200 with a cache rule: [`IMMUTABLE`] or [`NO_CACHE`].
pub(crate) fn cached(rule: &'static str) -> HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CACHE_CONTROL, rule));
    response
}
