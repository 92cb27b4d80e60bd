//! Uploads in parts: send them in any order, ask what is there, complete.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use futures_util::future::join;
use registry_core::digest::Digest;
use registry_store::blobs::body_channel;

use super::answer;
use super::extract::{Command, LARGE, Write, header_text};
use super::limits::Limits;
use super::pace::Paced;
use super::uploads::{check_type, forward};
use crate::api::Nothing;
use crate::api::upload::{PartLinks, PartLinksCreate, PartPath, PartSummary, PartsSent, Upload, UploadPath};
use crate::service::{Answer, Code, Failure, Registry, sessions};

/// The most parts that one request may be about.
const MAX_PARTS: usize = 100;

/// The digest of the bytes that a request carries; RFC 9530.
const CONTENT_DIGEST: &str = "Content-Digest";

/// Send a part of an upload
///
/// Parts may come in any order, several at a time and through any server. A part is verified on its way: a wrong size or
/// digest is refused, and nothing of it stays. A part that is sent again takes the place of the one before.
#[utoipa::path(
    put,
    path = "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts/{number}",
    operation_id = "send_upload_part",
    tag = "uploads",
    params(
        PartPath,
        ("Content-Digest" = String, Header, description = "The SHA-256 of the part, as RFC 9530 writes it.",
            example = "sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "The part is stored.", body = PartSummary))
)]
pub(super) async fn send(
    registry: web::Data<Registry>,
    path: web::Path<PartPath>,
    (request, write): (HttpRequest, Write),
    (limits, payload): (web::Data<Limits>, web::Payload),
) -> Result<HttpResponse, Failure> {
    check_type(&request)?;
    let sha256 = content_digest(&request)?;
    let (sender, body) = body_channel();
    let place = (path.upload.as_str(), path.number);
    let put = sessions::put_part(&registry, (&write.authority, path.model_ref()), place, sha256, body);
    let (part, ()) = join(put, forward(Paced::new(payload, limits.patience), sender)).await;
    Ok(answer::ok(&PartSummary::from(&part?)))
}

/// Ask for links to send parts with
///
/// With a link a part goes to the object store itself, which compares it with its digest. Then record it, with the `ETag`
/// that the store answers. Only where the upload says `part_links`; a file that is complete has no more links.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/part-links",
    operation_id = "create_upload_part_links",
    tag = "uploads",
    params(UploadPath),
    request_body(content = PartLinksCreate),
    responses((status = 200, description = "The links.", body = PartLinks))
)]
pub(super) async fn links(
    path: web::Path<UploadPath>,
    command: Command<PartLinksCreate, LARGE>,
) -> Result<HttpResponse, Failure> {
    // The answer is kept under no idempotency key: it would keep the secrets in it.
    command
        .run(async |registry, caller, wanted| {
            check_count(wanted.parts.len())?;
            let parts = sessions::links(registry, (caller, path.model_ref()), &path.upload, &wanted.parts).await?;
            Ok(Answer::ok(&PartLinks { parts }))
        })
        .await
}

/// Record parts that went to the object store
///
/// With the `ETag` that the store has answered. Recording a part again is no error.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/parts",
    operation_id = "record_upload_parts",
    tag = "uploads",
    params(UploadPath),
    request_body(content = PartsSent),
    responses((status = 200, description = "The upload, with its parts.", body = Upload))
)]
pub(super) async fn record(
    path: web::Path<UploadPath>,
    command: Command<PartsSent, LARGE>,
) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, sent| {
            check_count(sent.parts.len())?;
            Ok(Answer::ok(
                &sessions::record_sent(registry, (caller, path.model_ref()), &path.upload, &sent.parts).await?,
            ))
        })
        .await
}

/// Complete an upload
///
/// When all parts are there the server reads the whole, compares it with the digest that was promised, and stores it. What
/// takes longer than a second goes on after the answer, which is 202 then: ask for the upload until it no longer says
/// `verifying`. Parts that are something else together are refused and dropped; the upload begins anew.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/complete",
    operation_id = "complete_upload",
    tag = "uploads",
    params(UploadPath),
    request_body(content = Nothing),
    responses(
        (status = 200, description = "The bytes are stored.", body = Upload),
        (status = 202, description = "The whole is still being verified.", body = Upload,
            headers(("Location" = String, description = "Where to ask."))),
    )
)]
pub(super) async fn complete(path: web::Path<UploadPath>, command: Command<Nothing>) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, Nothing {}| {
            sessions::complete(registry, (caller, path.model_ref()), &path.upload).await
        })
        .await
}

/// Give an upload up
///
/// Removes the parts that are there. One that is complete stays as it is.
#[utoipa::path(
    delete,
    path = "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}",
    operation_id = "abort_upload",
    tag = "uploads",
    params(UploadPath),
    responses((status = 204, description = "No part is there any more."))
)]
pub(super) async fn abort(registry: web::Data<Registry>, path: web::Path<UploadPath>) -> Result<HttpResponse, Failure> {
    sessions::abort(&registry, path.model_ref(), &path.upload).await?;
    Ok(HttpResponse::new(StatusCode::NO_CONTENT))
}

fn check_count(count: usize) -> Result<(), Failure> {
    if (1..=MAX_PARTS).contains(&count) {
        return Ok(());
    }
    Err(Failure::new(Code::InvalidBody, format!("`parts` names {count} parts; it takes 1 to {MAX_PARTS}")))
}

fn content_digest(request: &HttpRequest) -> Result<Digest, Failure> {
    let text = header_text(request, CONTENT_DIGEST)?;
    text.as_deref().and_then(sha256_of).ok_or_else(|| {
        let detail = format!("a part needs `{CONTENT_DIGEST}: sha-256=:…:` with the SHA-256 of its bytes in Base64");
        Failure::new(Code::InvalidHeader, detail)
    })
}

/// The SHA-256 among the digests of a header, which are a dictionary of byte sequences; RFC 8941.
fn sha256_of(text: &str) -> Option<Digest> {
    let value = text.split(',').find_map(|member| member.trim().strip_prefix("sha-256="))?;
    let encoded = value.trim().strip_prefix(':')?.strip_suffix(':')?;
    let bytes: [u8; 32] = BASE64_STANDARD.decode(encoded).ok()?.try_into().ok()?;
    Some(Digest::from_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_of_a_part_is_read_as_it_is_standardised() {
        let test = "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=";
        for text in [format!("sha-256=:{test}:"), format!("sha-512=:AAAA:, sha-256=:{test}:")] {
            assert_eq!(sha256_of(&text), Some(Digest::of(b"test")), "{text}");
        }
        for text in
            ["", "sha-256", "sha-256=::", "sha-256=:AAAA:", &format!("sha-256={test}"), &format!("md5=:{test}:")]
        {
            assert_eq!(sha256_of(text), None, "{text}");
        }
    }
}
