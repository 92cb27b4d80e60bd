//! What browsers are told: to trust nothing that comes from here, and to tell nobody where they were. No header of CORS is
//! ever sent, so no page of another site may read an answer.

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};

/// For answers that are no pages; the documentation brings its own.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";

/// Sets the headers that every answer bears; `tls` says that the server speaks TLS itself.
pub(super) fn secure(headers: &mut HeaderMap, tls: bool) {
    let mut set = |name: HeaderName, value| headers.insert(name, HeaderValue::from_static(value));
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin");
    if tls {
        // A proxy in front says it for itself.
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING));
    }
}
