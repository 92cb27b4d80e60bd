//! Whoever asks, and their own tokens.

use actix_web::{HttpResponse, web};
use uuid::Uuid;

use super::answer;
use super::extract::{Command, Query, Write};
use super::pages::{self, PageQuery};
use super::principals::listed;
use crate::api::Nothing;
use crate::api::access::{Me, Token, TokenCreate, TokenList, TokenPath};
use crate::api::problem::Problem;
use crate::service::tokens::{self, Call};
use crate::service::{Failure, Registry};

/// Show who asks
///
/// The principal, the token, and the roles in namespaces.
#[utoipa::path(
    get,
    path = "/api/v1/me",
    operation_id = "get_me",
    tag = "me",
    responses((status = 200, description = "Whoever asks.", body = Me))
)]
pub(super) async fn show(registry: web::Data<Registry>, write: Write) -> Result<HttpResponse, Failure> {
    Ok(answer::ok(&tokens::me(&registry, &write.authority).await?))
}

/// List one's own tokens
///
/// The oldest first, without their secrets.
#[utoipa::path(
    get,
    path = "/api/v1/me/tokens",
    operation_id = "list_my_tokens",
    tag = "me",
    params(PageQuery),
    responses((status = 200, description = "A page of tokens.", body = TokenList))
)]
pub(super) async fn tokens(
    registry: web::Data<Registry>,
    write: Write,
    query: Query<PageQuery>,
) -> Result<HttpResponse, Failure> {
    let after: Option<Uuid> = pages::after(query.0.page_token.as_ref())?;
    Ok(listed(tokens::list(&registry, &write.authority.principal, after, query.0.page_size.rows()).await?))
}

/// Make a token for oneself
///
/// The token is in `secret` of this answer, and shown never again. A token that is limited makes no tokens.
#[utoipa::path(
    post,
    path = "/api/v1/me/tokens",
    operation_id = "create_my_token",
    tag = "me",
    request_body = TokenCreate,
    responses((status = 201, description = "The new token, with its secret.", body = Token,
        headers(("Location" = String, description = "Where it is."))))
)]
pub(super) async fn create_token(command: Command<TokenCreate>) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, wanted| {
            tokens::create(registry, Call { caller, principal: &caller.authority.principal }, &wanted).await
        })
        .await
}

/// Revoke a token of one's own
///
/// It opens nothing from then on, on any server a second later at most. A token that is limited revokes no other.
#[utoipa::path(
    delete,
    path = "/api/v1/me/tokens/{token}",
    operation_id = "revoke_my_token",
    tag = "me",
    params(TokenPath),
    responses(
        (status = 200, description = "The revoked token.", body = Token),
        (status = 404, description = "`token-not-found`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn revoke_token(
    path: web::Path<TokenPath>,
    command: Command<Nothing>,
) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, Nothing {}| {
            tokens::revoke(registry, Call { caller, principal: &caller.authority.principal }, path.token).await
        })
        .await
}
