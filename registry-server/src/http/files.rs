//! Downloads: the bytes of a file, whole or in part.

use actix_web::body::SizedStream;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use registry_core::selector::Selector;
use registry_store::rows::FileRecord;

use super::answer::{IMMUTABLE, NO_CACHE};
use super::observe::request_id;
use super::range::{Wanted, wanted};
use crate::api::version::VersionFilePath;
use crate::service::{Failure, Registry, download, versions};

/// Download a file
///
/// The bytes of a file of a version that is served. One `Range` is answered with 206; several get the whole file. The
/// entity tag is the SHA-256 of the whole file: whoever downloads should compare it with what arrived.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files/{path}",
    operation_id = "download_file",
    tag = "versions",
    params(
        VersionFilePath,
        ("Range" = Option<String>, Header, description = "The bytes to send.", example = "bytes=0-1023"),
        ("If-Range" = Option<String>, Header, description = "Heed `Range` only if the file has this entity tag."),
        ("If-None-Match" = Option<String>, Header, description = "Answer 304 if the file has this entity tag."),
    ),
    responses(
        (status = 200, description = "The file.", content_type = "application/octet-stream", body = Vec<u8>, headers(
            ("ETag" = String, description = "The SHA-256 of the file."),
            ("Accept-Ranges" = String, description = "`bytes`."),
        )),
        (status = 206, description = "A part of it.", content_type = "application/octet-stream", body = Vec<u8>,
            headers(("Content-Range" = String, description = "Which part."))),
        (status = 302, description = "The bytes lie in an object store that the client may read for a few minutes.",
            headers(("Location" = String, description = "A secret link, for this file alone."))),
        (status = 304, description = "The client has it."),
    )
)]
pub(super) async fn download(
    registry: web::Data<Registry>,
    path: web::Path<VersionFilePath>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let model = path.model_ref();
    let file = versions::served_file(&registry, model, (&path.version, &path.path)).await?;
    let mut response = HttpResponse::Ok();
    describe(&mut response, &file, &path.version);
    if is_known(&request, &file) {
        return Ok(response.status(StatusCode::NOT_MODIFIED).finish());
    }
    if *request.method() == Method::GET
        && let Some(link) = download::link(&registry, model, &file, &disposition(&file)).await?
    {
        let private = (header::CACHE_CONTROL, "no-store");
        return Ok(HttpResponse::Found().insert_header((header::LOCATION, link)).insert_header(private).finish());
    }
    let part = match wanted(range(&request, &file), file.size)? {
        Wanted::Whole => 0..file.size,
        Wanted::Part(part) => {
            let content_range = format!("bytes {}-{}/{}", part.start, part.end - 1, file.size);
            response.status(StatusCode::PARTIAL_CONTENT).insert_header((header::CONTENT_RANGE, content_range));
            part
        }
    };
    let length = part.end - part.start;
    let bytes = match *request.method() {
        Method::HEAD => stream::empty().boxed(),
        _ => download::read(&registry, model, &file, part).await?,
    };
    // By now the status has left: a client sees only that the connection ends.
    let (id, path) = (request_id(&request), path.path.clone());
    let bytes = bytes.inspect_err(move |error| tracing::error!(request_id = id, %path, %error, "a download broke off"));
    // The length is known, so it is announced, and a body that breaks off is noticed.
    response.no_chunking(length);
    Ok(response.body(SizedStream::new(length, bytes)))
}

fn describe(response: &mut actix_web::HttpResponseBuilder, file: &FileRecord, selector: &Selector) {
    let cache = if matches!(selector, Selector::Exact(_) | Selector::Digest(_)) { IMMUTABLE } else { NO_CACHE };
    response
        .insert_header((header::CONTENT_TYPE, file.media_type.as_str()))
        .insert_header((header::ETAG, tag(file)))
        .insert_header((header::CACHE_CONTROL, cache))
        .insert_header((header::ACCEPT_RANGES, "bytes"))
        .insert_header((header::CONTENT_DISPOSITION, disposition(file)))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
}

/// The entity tag of a file; weak comparison is none, because bytes have no other form.
fn tag(file: &FileRecord) -> String {
    format!("\"{}\"", file.sha256)
}

/// A browser stores the file and never shows it. The name is in RFC 8187 form, where any character may stand.
fn disposition(file: &FileRecord) -> String {
    let name = file.path.segments().next_back().unwrap_or_default();
    let encode = |byte: u8| match byte {
        b'.' | b'-' | b'_' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let encoded: String = name.bytes().map(encode).collect();
    format!("attachment; filename*=UTF-8''{encoded}")
}

/// A range of other bytes than the client has a part of would be of no use to it.
fn range<'a>(request: &'a HttpRequest, file: &FileRecord) -> Option<&'a str> {
    let condition = text(request, &header::IF_RANGE);
    let holds = condition.is_none_or(|condition| condition == tag(file));
    text(request, &header::RANGE).filter(|_| holds)
}

fn is_known(request: &HttpRequest, file: &FileRecord) -> bool {
    let tag = tag(file);
    let tags = text(request, &header::IF_NONE_MATCH).into_iter().flat_map(|text| text.split(','));
    tags.map(|tag| tag.trim().trim_start_matches("W/")).any(|known| known == tag || known == "*")
}

fn text<'a>(request: &'a HttpRequest, name: &header::HeaderName) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
}
