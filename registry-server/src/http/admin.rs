//! For whoever looks after the registry.

use actix_web::HttpResponse;
use serde::Deserialize;

use super::extract::{Command, Query};
use crate::api::Nothing;
use crate::api::admin::FsckReport;
use crate::service::{Answer, Failure, fsck};

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
/// Compares rows with bytes and bytes with rows, and names the versions that something is wrong with. It changes neither;
/// a deep check remembers which blobs are damaged, so that they are asked for when the same files are published again.
#[utoipa::path(
    post,
    path = "/api/v1/admin/fsck",
    operation_id = "check_registry",
    tag = "admin",
    params(FsckQuery),
    request_body(content = Nothing),
    responses((status = 200, description = "What was found.", body = FsckReport))
)]
pub(super) async fn fsck(query: Query<FsckQuery>, command: Command<Nothing>) -> Result<HttpResponse, Failure> {
    command.run(async |registry, _caller, Nothing {}| Ok(Answer::ok(&fsck::fsck(registry, query.0.deep).await?))).await
}
