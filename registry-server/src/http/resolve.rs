//! Resolve and compare: questions about the versions of a model.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use registry_core::range::PreReleases;
use registry_core::resolve::Fallback;
use registry_core::selector::Selector;
use serde::Deserialize;

use super::answer::{self, NO_CACHE};
use super::extract::Query;
use super::path::ModelPath;
use crate::api::resolution::Resolution;
use crate::api::verdict::Verdict;
use crate::service::resolve::Wish;
use crate::service::{Code, Failure, Registry, compare, resolve};

/// The header in which an inference request names its version.
const MODEL_VERSION: &str = "X-Model-Version";

/// Which version is asked for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ResolveQuery {
    /// A number, a range, `latest`, a channel or a digest. Without it, and without the header, `latest`.
    #[serde(rename = "ref")]
    #[param(rename = "ref", value_type = Option<String>, example = "^1.0")]
    selector: Option<String>,
    /// `latest` serves the latest version instead of one that is not there or not served; `error` does not. The policy of
    /// the model decides without it.
    #[param(value_type = Option<String>, example = "error")]
    fallback: Option<Fallback>,
    /// `include` lets ranges see pre-releases.
    #[param(value_type = Option<String>)]
    prerelease: Option<Prerelease>,
}

/// Which pre-releases ranges see.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Prerelease {
    Include,
}

/// Which versions to compare.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CompareQuery {
    /// The older version: a number, a range, `latest`, a channel or a digest.
    #[param(value_type = String, example = "1.0.0")]
    base: String,
    /// The newer version.
    #[param(value_type = String, example = "latest")]
    head: String,
}

/// Resolve a selector
///
/// From a selector to one version, its digest and its files. The selector stands in `ref` or in the header
/// `X-Model-Version`. What is not there is 404, what is switched off or deleted 410; with a fallback both become `latest`,
/// marked as such. A channel that exists never falls back.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/resolve",
    operation_id = "resolve_version",
    tag = "resolve",
    params(
        ModelPath,
        ResolveQuery,
        ("X-Model-Version" = Option<String>, Header, description = "The selector, instead of `ref`.", example = "1.0.0"),
    ),
    responses((status = 200, description = "The version.", body = Resolution, headers(
        ("ETag" = String, description = "The digest of the manifest."),
        ("Cache-Control" = String, description = "`no-cache`: the state of a version is part of the answer, and changes."),
    )))
)]
pub(super) async fn resolve(
    registry: web::Data<Registry>,
    path: web::Path<ModelPath>,
    query: Query<ResolveQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let selector = selector(&request, query.0.selector.as_deref())?;
    let prereleases = query.0.prerelease.map_or(PreReleases::Named, |Prerelease::Include| PreReleases::Include);
    let wish = Wish { fallback: query.0.fallback, prereleases };
    let resolution = resolve::find(&registry, path.model_ref(), &selector, wish).await?;
    let tag = format!("\"{}\"", resolution.digest);
    // Even the answer to a number or a digest tells of states, which change; only the bytes behind it never do.
    let mut response = answer::cached(NO_CACHE);
    response.insert_header((header::ETAG, tag)).insert_header((header::VARY, MODEL_VERSION));
    Ok(response.json(resolution))
}

/// Compare two versions
///
/// What changed from one published version to another, judged by the present policy.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/compare",
    operation_id = "compare_versions",
    tag = "resolve",
    params(ModelPath, CompareQuery),
    responses((status = 200, description = "The verdict; no number was requested.", body = Verdict))
)]
pub(super) async fn compare(
    registry: web::Data<Registry>,
    path: web::Path<ModelPath>,
    query: Query<CompareQuery>,
) -> Result<HttpResponse, Failure> {
    let (base, head) = (parsed(&query.0.base)?, parsed(&query.0.head)?);
    Ok(answer::ok(&compare::compare(&registry, path.model_ref(), (&base, &head)).await?))
}

fn selector(request: &HttpRequest, named: Option<&str>) -> Result<Selector, Failure> {
    let header = request.headers().get(MODEL_VERSION).map(|value| value.to_str());
    let unreadable =
        |_| Failure::new(Code::InvalidHeader, format!("`{MODEL_VERSION}` holds other than printable ASCII"));
    match (named, header.transpose().map_err(unreadable)?) {
        (None, None) => Ok(Selector::Latest),
        (Some(text), None) | (None, Some(text)) => parsed(text),
        (Some(named), Some(header)) if named == header => parsed(named),
        (Some(named), Some(header)) => {
            let detail = format!("`ref` asks for `{named}` and `{MODEL_VERSION}` for `{header}`; send one of them");
            Err(Failure::new(Code::InvalidQuery, detail))
        }
    }
}

fn parsed(text: &str) -> Result<Selector, Failure> {
    text.parse().map_err(|error: registry_core::selector::InvalidSelector| {
        let failure = Failure::new(Code::InvalidSelector, error.to_string());
        match error.suggestion {
            Some(suggestion) => failure.with_detail("suggestion", suggestion),
            None => failure,
        }
    })
}
