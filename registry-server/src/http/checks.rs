//! Compatibility checks: would this contract be accepted?

use actix_web::{HttpResponse, web};

use super::extract::{Command, LARGE};
use super::path::ModelPath;
use crate::api::verdict::{CompatibilityCheck, Verdict};
use crate::service::{Failure, publish};

/// Check a contract
///
/// Judges a contract as a publish would, and writes nothing. That it is incompatible is an answer, not an error. The model
/// need not exist. Without `version` and `bump` the smallest acceptable number is judged. Where the server reads the contract
/// itself, out of uploaded `files`, unsafe ones are refused as a publish refuses them: 422 `unsafe-format`.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/compatibility-checks",
    operation_id = "check_compatibility",
    tag = "versions",
    params(ModelPath),
    request_body(content = CompatibilityCheck),
    responses((status = 200, description = "The verdict.", body = Verdict))
)]
pub(super) async fn check(
    path: web::Path<ModelPath>,
    command: Command<CompatibilityCheck, LARGE>,
) -> Result<HttpResponse, Failure> {
    // The answer is kept under no idempotency key: whoever may only read would fill the database with them.
    command.run(async |registry, _caller, wanted| publish::check(registry, path.model_ref(), wanted).await).await
}
