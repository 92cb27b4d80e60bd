//! Principals and their tokens, for administrators of the registry.

use actix_web::{HttpResponse, web};
use registry_core::name::PrincipalName;
use registry_store::access::TokenRecord;
use uuid::Uuid;

use super::answer;
use super::extract::{Command, Query};
use super::pages::{self, PageQuery};
use crate::api::Nothing;
use crate::api::access::{
    Principal, PrincipalCreate, PrincipalList, PrincipalPath, PrincipalTokenPath, PrincipalUpdate, Token, TokenCreate,
    TokenList,
};
use crate::api::problem::Problem;
use crate::service::tokens::Call;
use crate::service::{Failure, Page, Registry, principals, tokens};

/// List principals
///
/// By name.
#[utoipa::path(
    get,
    path = "/api/v1/principals",
    operation_id = "list_principals",
    tag = "principals",
    params(PageQuery),
    responses((status = 200, description = "A page of principals.", body = PrincipalList))
)]
pub(super) async fn list(registry: web::Data<Registry>, query: Query<PageQuery>) -> Result<HttpResponse, Failure> {
    let after: Option<PrincipalName> = pages::after(query.0.page_token.as_ref())?;
    let page = principals::list(&registry, after.as_ref(), query.0.page_size.rows()).await?;
    let next_page_token = pages::next(&page, |row| row.name.clone());
    Ok(answer::ok(&PrincipalList { items: page.rows.into_iter().map(Into::into).collect(), next_page_token }))
}

/// Make a principal
///
/// A user or a service account. It may do nothing yet: make it a member of a namespace, and make it a token.
#[utoipa::path(
    post,
    path = "/api/v1/principals",
    operation_id = "create_principal",
    tag = "principals",
    request_body = PrincipalCreate,
    responses(
        (status = 201, description = "The new principal.", body = Principal,
            headers(("Location" = String, description = "Where it is."))),
        (status = 409, description = "`principal-exists`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(command: Command<PrincipalCreate>) -> Result<HttpResponse, Failure> {
    command.run(async |registry, caller, wanted| principals::create(registry, caller, &wanted).await).await
}

/// Show a principal
///
/// What it is, and whether it is disabled.
#[utoipa::path(
    get,
    path = "/api/v1/principals/{principal}",
    operation_id = "get_principal",
    tag = "principals",
    params(PrincipalPath),
    responses(
        (status = 200, description = "The principal.", body = Principal),
        (status = 404, description = "`principal-not-found`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    registry: web::Data<Registry>,
    path: web::Path<PrincipalPath>,
) -> Result<HttpResponse, Failure> {
    Ok(answer::ok(&Principal::from(principals::find(&registry, &path.principal).await?)))
}

/// Change a principal
///
/// Its description, and whether it is disabled: then its tokens open nothing, a second later at most.
#[utoipa::path(
    patch,
    path = "/api/v1/principals/{principal}",
    operation_id = "update_principal",
    tag = "principals",
    params(PrincipalPath),
    request_body = PrincipalUpdate,
    responses(
        (status = 200, description = "The changed principal.", body = Principal),
        (status = 409, description = "`last-admin`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn update(
    path: web::Path<PrincipalPath>,
    command: Command<PrincipalUpdate>,
) -> Result<HttpResponse, Failure> {
    let update = async |registry: &Registry, caller: &_, wanted| {
        principals::update(registry, caller, (&path.principal, &wanted)).await
    };
    command.run(update).await
}

/// List the tokens of a principal
///
/// The oldest first, without their secrets.
#[utoipa::path(
    get,
    path = "/api/v1/principals/{principal}/tokens",
    operation_id = "list_principal_tokens",
    tag = "principals",
    params(PrincipalPath, PageQuery),
    responses((status = 200, description = "A page of tokens.", body = TokenList))
)]
pub(super) async fn tokens(
    registry: web::Data<Registry>,
    path: web::Path<PrincipalPath>,
    query: Query<PageQuery>,
) -> Result<HttpResponse, Failure> {
    let after: Option<Uuid> = pages::after(query.0.page_token.as_ref())?;
    Ok(listed(tokens::list(&registry, &path.principal, after, query.0.page_size.rows()).await?))
}

/// A page of tokens as a response.
pub(super) fn listed(page: Page<TokenRecord>) -> HttpResponse {
    let next_page_token = pages::next(&page, |row| row.id);
    answer::ok(&TokenList { items: page.rows.into_iter().map(Into::into).collect(), next_page_token })
}

/// Make a token for a principal
///
/// The token is in `secret` of this answer, and shown never again.
#[utoipa::path(
    post,
    path = "/api/v1/principals/{principal}/tokens",
    operation_id = "create_principal_token",
    tag = "principals",
    params(PrincipalPath),
    request_body = TokenCreate,
    responses((status = 201, description = "The new token, with its secret.", body = Token,
        headers(("Location" = String, description = "Where it is."))))
)]
pub(super) async fn create_token(
    path: web::Path<PrincipalPath>,
    command: Command<TokenCreate>,
) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, wanted| {
            tokens::create(registry, Call { caller, principal: &path.principal }, &wanted).await
        })
        .await
}

/// Revoke a token of a principal
///
/// It opens nothing from then on, on any server a second later at most.
#[utoipa::path(
    delete,
    path = "/api/v1/principals/{principal}/tokens/{token}",
    operation_id = "revoke_principal_token",
    tag = "principals",
    params(PrincipalTokenPath),
    responses(
        (status = 200, description = "The revoked token.", body = Token),
        (status = 404, description = "`token-not-found`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn revoke_token(
    path: web::Path<PrincipalTokenPath>,
    command: Command<Nothing>,
) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, Nothing {}| {
            tokens::revoke(registry, Call { caller, principal: &path.principal }, path.token).await
        })
        .await
}
