//! Uploads: announce a file, send its bytes.

use std::io;

use actix_web::{HttpMessage as _, HttpRequest, HttpResponse, web};
use bytes::Bytes;
use futures_util::future::join;
use registry_store::blobs::body_channel;
use tokio::sync::mpsc::Sender;

use super::answer;
use super::extract::{Command, Write};
use super::limits::Limits;
use super::pace::Paced;
use super::path::ModelPath;
use crate::api::upload::{Upload, UploadCreate, UploadPath};
use crate::service::{Code, Failure, Registry, uploads};

/// The media type of bytes.
const OCTET_STREAM: &str = "application/octet-stream";

/// Announce a file
///
/// Says where to send the bytes: at once, or in parts, as larger files need. Where they are stored already in that line,
/// the answer is 200 and `complete`: there is nothing to send. The model need not exist yet.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/uploads",
    operation_id = "create_upload",
    tag = "uploads",
    params(ModelPath),
    request_body(content = UploadCreate),
    responses(
        (status = 201, description = "Send the bytes to `url`.", body = Upload,
            headers(("Location" = String, description = "The upload."))),
        (status = 200, description = "The bytes are there already.", body = Upload),
    )
)]
pub(super) async fn create(
    path: web::Path<ModelPath>,
    command: Command<UploadCreate>,
) -> Result<HttpResponse, Failure> {
    command.run(async |registry, _caller, wanted| uploads::create(registry, path.model_ref(), &wanted).await).await
}

/// Show an upload
///
/// How far it has come, and which parts of it are there: whoever was interrupted sends the others.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}",
    operation_id = "get_upload",
    tag = "uploads",
    params(UploadPath),
    responses((status = 200, description = "The upload.", body = Upload))
)]
pub(super) async fn show(registry: web::Data<Registry>, path: web::Path<UploadPath>) -> Result<HttpResponse, Failure> {
    Ok(answer::ok(&uploads::show(&registry, path.model_ref(), &path.upload).await?))
}

/// Send the bytes of an upload
///
/// The bytes are verified on their way: a wrong size or digest is refused, and nothing of it stays. Sending them again is
/// no error.
#[utoipa::path(
    put,
    path = "/api/v1/namespaces/{namespace}/models/{model}/uploads/{upload}/content",
    operation_id = "send_upload",
    tag = "uploads",
    params(UploadPath),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "The bytes are stored.", body = Upload))
)]
pub(super) async fn send(
    registry: web::Data<Registry>,
    path: web::Path<UploadPath>,
    (request, write): (HttpRequest, Write),
    (limits, payload): (web::Data<Limits>, web::Payload),
) -> Result<HttpResponse, Failure> {
    check_type(&request)?;
    let (sender, body) = body_channel();
    let receive = uploads::receive(&registry, (&write.authority, path.model_ref()), &path.upload, body);
    let payload = Paced::new(payload, limits.patience);
    let (upload, ()) = join(receive, forward(payload, sender)).await;
    Ok(answer::ok(&upload?))
}

/// Bytes are bytes; a client that says nothing of them means that, too.
pub(super) fn check_type(request: &HttpRequest) -> Result<(), Failure> {
    let essence = request.content_type();
    if essence.is_empty() || essence.eq_ignore_ascii_case(OCTET_STREAM) {
        return Ok(());
    }
    let detail = format!("the bytes of a file are `{OCTET_STREAM}`, not `{essence}`");
    Err(Failure::new(Code::UnsupportedMediaType, detail))
}

/// Hands the body on, piece by piece, to where it may be waited for on other threads. Whoever no longer listens has
/// refused it.
pub(super) async fn forward(mut payload: Paced<web::Payload>, sender: Sender<io::Result<Bytes>>) {
    while let Some(piece) = payload.next().await {
        let ends = piece.is_err();
        if sender.send(piece).await.is_err() || ends {
            return;
        }
    }
}
