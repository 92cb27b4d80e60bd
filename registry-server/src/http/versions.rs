//! Versions: publish, list, read, describe.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpResponse, web};
use registry_core::state::VersionState;

use super::answer;
use super::extract::{Command, LARGE, Query};
use super::pages::{self, list_query};
use super::path::ModelPath;
use super::query::DryRunQuery;
use crate::api::verdict::Verdict;
use crate::api::version::{FileList, SelectorPath, Version, VersionCreate, VersionList, VersionPath, VersionUpdate};
use crate::service::{Failure, Registry, publish, versions};

/// Says that a version was there already, with the same content.
const REPLAYED: HeaderName = HeaderName::from_static("x-replayed");

list_query! {
    /// Which versions to list.
    VersionsQuery {
        /// Only versions in this state: `active`, `deprecated`, `yanked`, `disabled` or `deleted`.
        #[param(value_type = Option<String>, example = "active")]
        state: Option<VersionState>,
    }
}

/// Publish a version
///
/// The server reads the contract out of the uploaded files itself, compares it with the live versions, and refuses a
/// number that announces less than changed: 409 with the verdict. Files that run code when they are loaded, as pickles do
/// wherever they stand, or that cannot be looked into are refused: 422 `unsafe-format`, with each finding and what to
/// publish instead, unless the policy of the namespace has `files.allow_pickle`; then the version has them as `unsafe`.
/// Namespace and model are made when they are missing. The same number with the same content again is 200. With `dry_run` the answer is the one that a publish would get, with
/// 200, and nothing is written.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/versions",
    operation_id = "publish_version",
    tag = "versions",
    params(ModelPath, DryRunQuery),
    request_body(content = VersionCreate),
    responses(
        (status = 201, description = "The new version.", body = Version, headers(
            ("Location" = String, description = "The version."),
            ("ETag" = String, description = "The digest of its manifest."),
        )),
        (status = 200, description = "The version is there already; with `dry_run` it may be one that would be.", body = Version,
            headers(("X-Replayed" = String, description = "`true` when the version was there already."))),
    )
)]
pub(super) async fn create(
    path: web::Path<ModelPath>,
    query: Query<DryRunQuery>,
    command: Command<VersionCreate, LARGE>,
) -> Result<HttpResponse, Failure> {
    let dry_run = query.0.dry_run;
    let mut response = command
        .run(async |registry, caller, wanted| {
            publish::publish(registry, (caller, path.model_ref()), &wanted, dry_run).await
        })
        .await?;
    if response.status() == actix_web::http::StatusCode::OK && !dry_run {
        response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    }
    Ok(response)
}

/// List versions
///
/// All versions of a model, the newest first, whatever their state.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/versions",
    operation_id = "list_versions",
    tag = "versions",
    params(ModelPath, VersionsQuery),
    responses((status = 200, description = "The versions.", body = VersionList))
)]
pub(super) async fn list(
    registry: web::Data<Registry>,
    path: web::Path<ModelPath>,
    query: Query<VersionsQuery>,
) -> Result<HttpResponse, Failure> {
    let Query(VersionsQuery { state, page_size, page_token }) = query;
    let before = pages::after(page_token.as_ref())?;
    let page = versions::list(&registry, path.model_ref(), (state, before), page_size.rows()).await?;
    let next_page_token = pages::next(&page, |version| version.ordinal);
    Ok(answer::ok(&VersionList { items: page.rows, next_page_token }))
}

/// Show a version
///
/// A version by number, range, `latest`, channel or digest. Named by number or digest it is shown in any state.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}",
    operation_id = "get_version",
    tag = "versions",
    params(SelectorPath),
    responses((status = 200, description = "The version.", body = Version))
)]
pub(super) async fn show(
    registry: web::Data<Registry>,
    path: web::Path<SelectorPath>,
) -> Result<HttpResponse, Failure> {
    Ok(answer::ok(&versions::show(&registry, path.model_ref(), &path.version).await?))
}

/// Describe a version
///
/// Changes description and labels, which are no part of the version's digest.
#[utoipa::path(
    patch,
    path = "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}",
    operation_id = "update_version",
    tag = "versions",
    params(VersionPath),
    request_body(content = VersionUpdate),
    responses((status = 200, description = "The version.", body = Version))
)]
pub(super) async fn update(
    path: web::Path<VersionPath>,
    command: Command<VersionUpdate>,
) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, wanted| {
            versions::update(registry, (caller, path.model_ref()), &path.version, &wanted).await
        })
        .await
}

/// Get the manifest of a version
///
/// What the version is made of. The SHA-256 of its RFC 8785 form is the digest of the version.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/manifest",
    operation_id = "get_version_manifest",
    tag = "versions",
    params(SelectorPath),
    responses((status = 200, description = "The manifest.", body = Object))
)]
pub(super) async fn manifest(
    registry: web::Data<Registry>,
    path: web::Path<SelectorPath>,
) -> Result<HttpResponse, Failure> {
    let documents = versions::show_documents(&registry, path.model_ref(), &path.version).await?;
    Ok(answer::ok(&documents.manifest))
}

/// Get the verdict of a version
///
/// The verdict that the version was accepted with.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/verdict",
    operation_id = "get_version_verdict",
    tag = "versions",
    params(SelectorPath),
    responses((status = 200, description = "The verdict.", body = Verdict))
)]
pub(super) async fn verdict(
    registry: web::Data<Registry>,
    path: web::Path<SelectorPath>,
) -> Result<HttpResponse, Failure> {
    let documents = versions::show_documents(&registry, path.model_ref(), &path.version).await?;
    Ok(answer::ok(&documents.verdict))
}

/// Get the contract of a version
///
/// What callers send and readers get, as it was read out of the files and declared.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/contract",
    operation_id = "get_version_contract",
    tag = "versions",
    params(SelectorPath),
    responses((status = 200, description = "The contract.", body = Object))
)]
pub(super) async fn contract(
    registry: web::Data<Registry>,
    path: web::Path<SelectorPath>,
) -> Result<HttpResponse, Failure> {
    Ok(answer::ok(&versions::show_contract(&registry, path.model_ref(), &path.version).await?))
}

/// List the files of a version
///
/// By path, each with its size and digest.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/files",
    operation_id = "list_version_files",
    tag = "versions",
    params(SelectorPath),
    responses((status = 200, description = "The files, by path.", body = FileList))
)]
pub(super) async fn files(
    registry: web::Data<Registry>,
    path: web::Path<SelectorPath>,
) -> Result<HttpResponse, Failure> {
    let items = versions::show_files(&registry, path.model_ref(), &path.version).await?;
    Ok(answer::ok(&FileList { items }))
}
