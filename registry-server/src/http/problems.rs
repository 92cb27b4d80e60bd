//! What the kinds of problems mean.

use actix_web::{HttpResponse, web};

use super::{answer, problem};
use crate::api::problem::ProblemKind;
use crate::service::{Code, Failure};

/// Describe a kind of problem
///
/// Where the `type` of a problem leads.
#[utoipa::path(
    get,
    path = "/problems/{code}",
    operation_id = "get_problem_kind",
    params(("code" = String, Path, description = "The stable name of a kind of problem.", example = "model-not-found")),
    responses((status = 200, description = "The kind of problem.", body = ProblemKind))
)]
pub(super) async fn describe(code: web::Path<String>) -> Result<HttpResponse, Failure> {
    let unknown = || Failure::new(Code::NotFound, format!("there is no kind of problem `{code}`"));
    let code = Code::from_name(&code).ok_or_else(unknown)?;
    Ok(answer::ok(&problem::kind(code)))
}
