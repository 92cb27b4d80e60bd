//! For whoever looks after the registry.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::extract::{Body, Query, Write, changing};
use crate::api::Nothing;
use crate::api::admin::FsckReport;
use crate::service::{Answer, Failure, Registry, fsck};

/// How much to read.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct FsckQuery {
    /// Read every byte, and compare it with its digest.
    #[serde(default)]
    #[param(required = false)]
    deep: bool,
}

/// Check the registry
///
/// Compares rows with bytes and bytes with rows. It changes nothing.
#[utoipa::path(
    post,
    path = "/api/v1/admin/fsck",
    operation_id = "check_registry",
    tag = "admin",
    params(FsckQuery),
    request_body(content = Nothing),
    responses((status = 200, description = "What was found.", body = FsckReport))
)]
pub(super) async fn fsck(
    registry: web::Data<Registry>,
    query: Query<FsckQuery>,
    write: Write,
    body: Body<Nothing>,
) -> Result<HttpResponse, Failure> {
    changing(&registry, &write, body.sha256, async |_caller| {
        Ok(Answer::ok(&fsck::fsck(&registry, query.0.deep).await?))
    })
    .await
}
