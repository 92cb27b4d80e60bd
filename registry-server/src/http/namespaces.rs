//! Namespaces.

use actix_web::{HttpResponse, web};
use registry_core::name::NamespaceName;

use super::answer;
use super::extract::{Command, IfMatch, LARGE, Let, Query};
use super::pages::{self, PageQuery};
use super::path::NamespacePath;
use crate::api::namespace::{Namespace, NamespaceCreate, NamespaceList, NamespaceUpdate};
use crate::api::policy::Policy;
use crate::api::problem::Problem;
use crate::service::namespaces::{self, Call};
use crate::service::{Failure, Registry};

/// List namespaces
///
/// By name.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces",
    operation_id = "list_namespaces",
    params(PageQuery),
    responses((status = 200, description = "A page of namespaces.", body = NamespaceList))
)]
pub(super) async fn list(
    registry: web::Data<Registry>,
    query: Query<PageQuery>,
    Let(visitor): Let,
) -> Result<HttpResponse, Failure> {
    let after: Option<NamespaceName> = pages::after(query.0.page_token.as_ref())?;
    let page = namespaces::list(&registry, &visitor, after.as_ref(), query.0.page_size.rows()).await?;
    let next_page_token = pages::next(&page, |row| row.name.clone());
    Ok(answer::ok(&NamespaceList { items: page.rows.into_iter().map(Into::into).collect(), next_page_token }))
}

/// Make a namespace
///
/// For administrators of the registry. A publish of theirs makes its namespace itself; this is for namespaces with a
/// description, or private ones, from the start.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces",
    operation_id = "create_namespace",
    request_body = NamespaceCreate,
    responses(
        (status = 201, description = "The new namespace.", body = Namespace,
            headers(("Location" = String, description = "Where it is."), ("ETag" = String, description = "Its revision."))),
        (status = 409, description = "`namespace-exists`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(command: Command<NamespaceCreate>) -> Result<HttpResponse, Failure> {
    command.run(async |registry, caller, wanted| namespaces::create(registry, caller, &wanted).await).await
}

/// Show a namespace
///
/// Its description and its revision, which is the `ETag`.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}",
    operation_id = "get_namespace",
    params(NamespacePath),
    responses(
        (status = 200, description = "The namespace.", body = Namespace,
            headers(("ETag" = String, description = "Its revision."))),
        (status = 404, description = "`namespace-not-found`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    registry: web::Data<Registry>,
    path: web::Path<NamespacePath>,
) -> Result<HttpResponse, Failure> {
    let row = namespaces::show(&registry, &path.namespace).await?;
    let revision = row.revision;
    Ok(answer::at_revision(&Namespace::from(row), revision))
}

/// Change a namespace
///
/// Its description, whether it is private, and its quota, which administrators of the registry set. Needs `If-Match` with the `ETag` of what was read.
#[utoipa::path(
    patch,
    path = "/api/v1/namespaces/{namespace}",
    operation_id = "update_namespace",
    params(NamespacePath, ("If-Match" = String, Header, description = "The `ETag` of what was read.", example = "\"1\"")),
    request_body = NamespaceUpdate,
    responses(
        (status = 200, description = "The changed namespace.", body = Namespace,
            headers(("ETag" = String, description = "Its revision."))),
        (status = 412, description = "`stale-revision`", body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`precondition-required`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn update(
    path: web::Path<NamespacePath>,
    seen: IfMatch,
    command: Command<NamespaceUpdate>,
) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, wanted| {
            let call = Call { caller, name: &path.namespace, seen: seen.required()? };
            namespaces::update(registry, call, &wanted).await
        })
        .await
}

/// Show the policy of a namespace
///
/// What the namespace decides otherwise than the catalogue of rules; it holds for all its models.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/policy",
    operation_id = "get_namespace_policy",
    params(NamespacePath),
    responses((status = 200, description = "The policy.", body = Policy,
        headers(("ETag" = String, description = "The revision of the namespace."))))
)]
pub(super) async fn policy(
    registry: web::Data<Registry>,
    path: web::Path<NamespacePath>,
) -> Result<HttpResponse, Failure> {
    let row = namespaces::show(&registry, &path.namespace).await?;
    Ok(answer::at_revision(&Policy::from(row.policy), row.revision))
}

/// Set the policy of a namespace
///
/// Replaces all of it. Needs `If-Match` with the `ETag` of what was read.
#[utoipa::path(
    put,
    path = "/api/v1/namespaces/{namespace}/policy",
    operation_id = "set_namespace_policy",
    params(NamespacePath, ("If-Match" = String, Header, description = "The `ETag` of what was read.", example = "\"1\"")),
    request_body = Policy,
    responses(
        (status = 200, description = "The policy as it holds now.", body = Policy,
            headers(("ETag" = String, description = "The revision of the namespace."))),
        (status = 412, description = "`stale-revision`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`invalid-policy`", body = Problem, content_type = "application/problem+json"),
        (status = 428, description = "`precondition-required`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn set_policy(
    path: web::Path<NamespacePath>,
    seen: IfMatch,
    command: Command<Policy, LARGE>,
) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, wanted| {
            let call = Call { caller, name: &path.namespace, seen: seen.required()? };
            namespaces::set_policy(registry, call, wanted).await
        })
        .await
}
