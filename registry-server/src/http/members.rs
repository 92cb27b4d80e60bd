//! The members of a namespace.

use actix_web::{HttpResponse, web};
use registry_core::name::PrincipalName;

use super::answer;
use super::extract::{Command, Query};
use super::pages::{self, PageQuery};
use super::path::NamespacePath;
use crate::api::Nothing;
use crate::api::access::{Member, MemberList, MemberPath, MemberSet};
use crate::api::problem::Problem;
use crate::service::members::{self, Call};
use crate::service::{Failure, Registry};

/// List members
///
/// Who may do what in the namespace, by name. The members of the namespace `registry` look after the registry as a whole.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/members",
    operation_id = "list_members",
    tag = "members",
    params(NamespacePath, PageQuery),
    responses((status = 200, description = "A page of members.", body = MemberList))
)]
pub(super) async fn list(
    registry: web::Data<Registry>,
    path: web::Path<NamespacePath>,
    query: Query<PageQuery>,
) -> Result<HttpResponse, Failure> {
    let after: Option<PrincipalName> = pages::after(query.0.page_token.as_ref())?;
    let page = members::list(&registry, &path.namespace, after.as_ref(), query.0.page_size.rows()).await?;
    let next_page_token = pages::next(&page, |row| row.principal.clone());
    Ok(answer::ok(&MemberList { items: page.rows.into_iter().map(Into::into).collect(), next_page_token }))
}

/// Give roles
///
/// Gives a principal these roles in the namespace, in place of those that it has.
#[utoipa::path(
    put,
    path = "/api/v1/namespaces/{namespace}/members/{principal}",
    operation_id = "set_member",
    tag = "members",
    params(MemberPath),
    request_body = MemberSet,
    responses(
        (status = 200, description = "The member.", body = Member),
        (status = 404, description = "`principal-not-found`", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`last-admin`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn set(path: web::Path<MemberPath>, command: Command<MemberSet>) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, wanted| {
            let call = Call { caller, namespace: &path.namespace, principal: &path.principal };
            members::set(registry, call, &wanted.roles).await
        })
        .await
}

/// Take all roles
///
/// The principal is no member of the namespace any longer. Answers who it was, without roles.
#[utoipa::path(
    delete,
    path = "/api/v1/namespaces/{namespace}/members/{principal}",
    operation_id = "remove_member",
    tag = "members",
    params(MemberPath),
    responses(
        (status = 200, description = "Who was a member.", body = Member),
        (status = 404, description = "`member-not-found`", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`last-admin`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn remove(path: web::Path<MemberPath>, command: Command<Nothing>) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, Nothing {}| {
            let call = Call { caller, namespace: &path.namespace, principal: &path.principal };
            members::remove(registry, call).await
        })
        .await
}
