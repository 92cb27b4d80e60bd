//! Models.

use actix_web::{HttpResponse, web};
use registry_core::name::ModelName;

use super::answer;
use super::extract::{Command, IfMatch, LARGE, Query};
use super::pages::{self, PageQuery};
use super::path::{ModelPath, NamespacePath};
use crate::api::Nothing;
use crate::api::model::{Model, ModelCreate, ModelList, ModelUpdate};
use crate::api::policy::Policy;
use crate::api::problem::Problem;
use crate::service::models::{self, Call};
use crate::service::{Caller, Failure, Registry};

fn call<'a>(caller: &'a Caller, path: &'a ModelPath) -> Call<'a> {
    Call { caller, namespace: &path.namespace, name: &path.model }
}

/// List the models of a namespace
///
/// By name.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models",
    operation_id = "list_models",
    params(NamespacePath, PageQuery),
    responses(
        (status = 200, description = "A page of models.", body = ModelList),
        (status = 404, description = "`namespace-not-found`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    registry: web::Data<Registry>,
    path: web::Path<NamespacePath>,
    query: Query<PageQuery>,
) -> Result<HttpResponse, Failure> {
    let after: Option<ModelName> = pages::after(query.0.page_token.as_ref())?;
    let page = models::list(&registry, &path.namespace, after.as_ref(), query.0.page_size.rows()).await?;
    let next_page_token = pages::next(&page, |row| row.name.clone());
    Ok(answer::ok(&ModelList { items: page.rows.into_iter().map(Into::into).collect(), next_page_token }))
}

/// Make a model
///
/// A publish makes its model itself; this is for models with a description or a policy from the start.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models",
    operation_id = "create_model",
    params(NamespacePath),
    request_body = ModelCreate,
    responses(
        (status = 201, description = "The new model.", body = Model,
            headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its revision."))),
        (status = 404, description = "`namespace-not-found`", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`model-exists`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(
    path: web::Path<NamespacePath>,
    command: Command<ModelCreate>,
) -> Result<HttpResponse, Failure> {
    command.run(async |registry, caller, wanted| models::create(registry, caller, &path.namespace, &wanted).await).await
}

/// Show a model
///
/// With its latest version and the number of its versions.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}",
    operation_id = "get_model",
    params(ModelPath),
    responses(
        (status = 200, description = "The model.", body = Model,
            headers(("ETag" = String, description = "Its revision."))),
        (status = 404, description = "`model-not-found`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(registry: web::Data<Registry>, path: web::Path<ModelPath>) -> Result<HttpResponse, Failure> {
    let model = models::show(&registry, &path.namespace, &path.model).await?;
    Ok(answer::at_revision(&model, model.revision))
}

/// Change a model
///
/// Its description and its labels. Needs `If-Match` with the `ETag` of what was read.
#[utoipa::path(
    patch,
    path = "/api/v1/namespaces/{namespace}/models/{model}",
    operation_id = "update_model",
    params(ModelPath, ("If-Match" = String, Header, description = "The `ETag` of what was read.", example = "\"1\"")),
    request_body = ModelUpdate,
    responses(
        (status = 200, description = "The changed model.", body = Model,
            headers(("ETag" = String, description = "Its revision."))),
        (status = 412, description = "`stale-revision`", body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`precondition-required`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn update(
    path: web::Path<ModelPath>,
    seen: IfMatch,
    command: Command<ModelUpdate>,
) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, wanted| {
            models::update(registry, call(caller, &path), seen.required()?, &wanted).await
        })
        .await
}

/// Show the policy of a model
///
/// What the model decides otherwise than its namespace and the catalogue of rules.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/policy",
    operation_id = "get_model_policy",
    params(ModelPath),
    responses((status = 200, description = "The policy.", body = Policy,
        headers(("ETag" = String, description = "The revision of the model."))))
)]
pub(super) async fn policy(registry: web::Data<Registry>, path: web::Path<ModelPath>) -> Result<HttpResponse, Failure> {
    let row = models::find(&registry, &path.namespace, &path.model).await?;
    Ok(answer::at_revision(&Policy::from(row.policy), row.revision))
}

/// Set the policy of a model
///
/// Replaces all of it. Needs `If-Match` with the `ETag` of what was read.
#[utoipa::path(
    put,
    path = "/api/v1/namespaces/{namespace}/models/{model}/policy",
    operation_id = "set_model_policy",
    params(ModelPath, ("If-Match" = String, Header, description = "The `ETag` of what was read.", example = "\"1\"")),
    request_body = Policy,
    responses(
        (status = 200, description = "The policy as it holds now.", body = Policy,
            headers(("ETag" = String, description = "The revision of the model."))),
        (status = 412, description = "`stale-revision`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid-policy`", body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`precondition-required`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn set_policy(
    path: web::Path<ModelPath>,
    seen: IfMatch,
    command: Command<Policy, LARGE>,
) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, wanted| {
            models::set_policy(registry, call(caller, &path), seen.required()?, wanted).await
        })
        .await
}

/// Archive a model
///
/// It takes no new versions from then on; what is published stays available.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/archive",
    operation_id = "archive_model",
    params(ModelPath),
    request_body = Nothing,
    responses((status = 200, description = "The archived model.", body = Model))
)]
pub(super) async fn archive(path: web::Path<ModelPath>, command: Command<Nothing>) -> Result<HttpResponse, Failure> {
    command.run(async |registry, caller, Nothing {}| models::archive(registry, call(caller, &path)).await).await
}

/// Restore a model
///
/// Opens an archived model for new versions again.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/restore",
    operation_id = "restore_model",
    params(ModelPath),
    request_body = Nothing,
    responses((status = 200, description = "The restored model.", body = Model))
)]
pub(super) async fn restore(path: web::Path<ModelPath>, command: Command<Nothing>) -> Result<HttpResponse, Failure> {
    command.run(async |registry, caller, Nothing {}| models::restore(registry, call(caller, &path)).await).await
}
