//! Whether the server runs, and whether it can work.

use actix_web::{HttpResponse, web};

use super::answer;
use crate::api::meta::Health;
use crate::service::{Failure, Registry};

/// Tell whether the server runs
///
/// Touches neither the database nor the blobs: a server that answers here need not be restarted.
#[utoipa::path(
    get,
    path = "/healthz",
    operation_id = "get_health",
    responses((status = 200, description = "The server runs.", body = Health, example = json!({"status": "ok"})))
)]
pub(super) async fn live() -> HttpResponse {
    answer::ok(&Health { status: "ok" })
}

/// Tell whether the server can work
///
/// Asks the database and the blobs, and how much space is left. A server that is not ready should get no requests.
#[utoipa::path(
    get,
    path = "/readyz",
    operation_id = "get_readiness",
    responses((status = 200, description = "The server can work.", body = Health, example = json!({"status": "ready"})))
)]
pub(super) async fn ready(registry: web::Data<Registry>) -> Result<HttpResponse, Failure> {
    registry.ready().await?;
    Ok(answer::ok(&Health { status: "ready" }))
}
