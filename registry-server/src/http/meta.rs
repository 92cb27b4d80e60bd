//! What the server is and can do.

use actix_web::{HttpResponse, web};
use registry_store::blobs::MAX_FILE_BYTES;

use super::{answer, pages};
use crate::api::meta::Meta;
use crate::service::Registry;
use crate::service::uploads::MAX_UPLOAD_BYTES;

/// Describe the server
///
/// Its version, the version of its rules, its limits and its features.
#[utoipa::path(
    get,
    path = "/api/v1/meta",
    operation_id = "get_meta",
    responses((status = 200, description = "The server.", body = Meta))
)]
pub(super) async fn meta(registry: web::Data<Registry>) -> HttpResponse {
    answer::ok(&Meta::of_this_server((pages::MAX_PAGE_SIZE, MAX_UPLOAD_BYTES, MAX_FILE_BYTES), registry.features()))
}
