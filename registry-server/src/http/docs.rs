//! The documentation: the OpenAPI document, and Swagger UI to read it, with nothing loaded from elsewhere.

use std::sync::{Arc, LazyLock};

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use utoipa_swagger_ui::{Config, serve};

use super::document;
use crate::service::{Code, Failure};

static DOCUMENT: LazyLock<String> = LazyLock::new(document::openapi);

static DOCUMENT_3_0: LazyLock<String> = LazyLock::new(document::openapi_3_0);

static SWAGGER: LazyLock<Arc<Config<'static>>> =
    LazyLock::new(|| Arc::new(Config::from("/openapi.json").try_it_out_enabled(true)));

/// Only what this server sends; Swagger UI sets styles on its elements.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'";

/// Get the OpenAPI document
///
/// OpenAPI 3.1, made from the code of this server.
#[utoipa::path(
    get,
    path = "/openapi.json",
    operation_id = "get_openapi",
    responses((status = 200, description = "The document.", content_type = "application/json", body = Object))
)]
pub(super) async fn openapi() -> HttpResponse {
    json(&DOCUMENT)
}

/// Get the OpenAPI document in version 3.0
///
/// The same as OpenAPI 3.0.3, for generators of clients that read no 3.1.
#[utoipa::path(
    get,
    path = "/openapi-3.0.json",
    operation_id = "get_openapi_3_0",
    responses((status = 200, description = "The document.", content_type = "application/json", body = Object))
)]
pub(super) async fn openapi_3_0() -> HttpResponse {
    json(&DOCUMENT_3_0)
}

fn json(document: &'static str) -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(document)
}

/// Go to the documentation
///
/// Leads to the page, whose parts stand beside it.
#[utoipa::path(
    get,
    path = "/docs",
    operation_id = "open_docs",
    responses((status = 308, description = "To `/docs/`."))
)]
pub(super) async fn entrance() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((header::LOCATION, "/docs/")).finish()
}

/// Read the documentation
///
/// Swagger UI over the OpenAPI document; `/docs/` is its page, the other files are its parts.
#[utoipa::path(
    get,
    path = "/docs/{file}",
    operation_id = "get_docs",
    params(("file" = String, Path, description = "A file of Swagger UI.", example = "index.html")),
    responses((status = 200, description = "The page, or a part of it.", content_type = "text/html", body = String))
)]
pub(super) async fn file(file: web::Path<String>) -> Result<HttpResponse, Failure> {
    let broken = |error| Failure::new(Code::Internal, format!("the documentation cannot be served: {error}"));
    // `serve` takes a lone slash for the page, which would then look for its parts elsewhere.
    let found = if file.starts_with('/') { None } else { serve(&file, Arc::clone(&SWAGGER)).map_err(broken)? };
    let missing = || Failure::new(Code::NotFound, "the documentation has no such file; its page is `/docs/`");
    let found = found.ok_or_else(missing)?;
    Ok(HttpResponse::Ok()
        .content_type(found.content_type)
        .insert_header((header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY))
        .body(found.bytes.into_owned()))
}
