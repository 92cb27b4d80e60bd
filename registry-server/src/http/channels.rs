//! Channels: promote, roll back, clear, and the history.

use actix_web::{HttpResponse, web};
use jiff::Timestamp;
use registry_core::version::Version;
use serde::Deserialize;
use utoipa::IntoParams;

use super::answer;
use super::extract::{Command, IfMatch, LARGE, Query};
use super::pages::{self, PageQuery};
use super::path::ModelPath;
use super::query::DryRunQuery;
use crate::api::channel::{
    Channel, ChannelList, ChannelPath, ChannelPolicy, ChannelRevisionList, Clear, Promote, Promotion, Rollback,
    RollbackDone, RollbackPlan,
};
use crate::service::channels::{self, ChannelCall, Wanted};
use crate::service::{Caller, Failure, Registry};

/// At which time.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AtQuery {
    /// Answer what the channel served at this time.
    #[param(value_type = Option<String>, format = DateTime, example = "2026-05-01T00:00:00Z")]
    at: Option<Timestamp>,
}

/// Where to roll back to.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct TargetQuery {
    /// Refuse when the nearest target is not eligible, instead of passing it over.
    #[serde(default)]
    #[param(required = false)]
    strict: bool,
    /// A version that the channel has served; without it the nearest eligible one.
    #[param(value_type = Option<String>, example = "1.1.0")]
    to_version: Option<Version>,
    /// A revision of the channel, instead of a version.
    to_revision: Option<u64>,
}

/// What a request to move a channel says beside its body.
type Asked = (web::Path<ChannelPath>, Query<DryRunQuery>, IfMatch);

fn call<'a>(caller: &'a Caller, (path, query, if_match): &'a Asked) -> ChannelCall<'a> {
    ChannelCall { caller, path, if_match: if_match.0, dry_run: query.0.dry_run }
}

/// List channels
///
/// All channels of a model by name, each with the version that it serves.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/channels",
    operation_id = "list_channels",
    tag = "channels",
    params(ModelPath, PageQuery),
    responses((status = 200, description = "The channels.", body = ChannelList))
)]
pub(super) async fn list(
    registry: web::Data<Registry>,
    path: web::Path<ModelPath>,
    query: Query<PageQuery>,
) -> Result<HttpResponse, Failure> {
    let model = (&path.namespace, &path.model);
    let after = pages::after(query.0.page_token.as_ref())?;
    let page = channels::channels(&registry, model, after.as_ref(), query.0.page_size.rows()).await?;
    let next_page_token = pages::next(&page, |channel| channel.name.clone());
    Ok(answer::ok(&ChannelList { items: page.rows, next_page_token }))
}

/// Show a channel
///
/// What the channel serves now, with its revision as entity tag; with `at`, what it served then. The state of the version
/// and the policy are always the present ones.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}",
    operation_id = "get_channel",
    tag = "channels",
    params(ChannelPath, AtQuery),
    responses((
        status = 200,
        description = "The channel.",
        body = Channel,
        headers(("ETag" = String, description = "The revision of the channel; absent with `at`.")),
    ))
)]
pub(super) async fn show(
    registry: web::Data<Registry>,
    path: web::Path<ChannelPath>,
    query: Query<AtQuery>,
) -> Result<HttpResponse, Failure> {
    let channel = channels::channel(&registry, &path, query.0.at).await?;
    Ok(match query.0.at {
        // A past state must not pass for the present one in an `If-Match`.
        Some(_) => answer::ok(&channel),
        None => answer::at_revision(&channel, channel.revision),
    })
}

/// Set the policy of a channel
///
/// Replaces the policy, and makes the channel when it is not there. What the channel serves stays.
#[utoipa::path(
    put,
    path = "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}",
    operation_id = "set_channel_policy",
    tag = "channels",
    params(
        ChannelPath,
        ("If-Match" = Option<String>, Header, description = "The entity tag of the channel that was read."),
    ),
    request_body(content = ChannelPolicy, example = json!({"constraint": "^1", "largest_step": "minor"})),
    responses((
        status = 200,
        description = "The channel with its new policy.",
        body = Channel,
        headers(("ETag" = String, description = "The revision of the channel.")),
    ))
)]
pub(super) async fn set_policy(
    path: web::Path<ChannelPath>,
    if_match: IfMatch,
    command: Command<ChannelPolicy, LARGE>,
) -> Result<HttpResponse, Failure> {
    command
        .run(async |registry, caller, wanted| {
            let call = ChannelCall { caller, path: &path, if_match: if_match.0, dry_run: false };
            channels::put_policy(registry, call, &wanted).await
        })
        .await
}

/// List the revisions of a channel
///
/// The whole history, newest first: who moved the channel from which version to which, when and why.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/revisions",
    operation_id = "list_channel_revisions",
    tag = "channels",
    params(ChannelPath, PageQuery),
    responses((status = 200, description = "The revisions.", body = ChannelRevisionList))
)]
pub(super) async fn revisions(
    registry: web::Data<Registry>,
    path: web::Path<ChannelPath>,
    query: Query<PageQuery>,
) -> Result<HttpResponse, Failure> {
    let before = pages::after(query.0.page_token.as_ref())?;
    let page = channels::revisions(&registry, &path, before, query.0.page_size.rows()).await?;
    let next_page_token = pages::next(&page, |revision| revision.seq);
    Ok(answer::ok(&ChannelRevisionList { items: page.rows, next_page_token }))
}

/// Show the target of a rollback
///
/// Where a rollback would lead now, decided as the rollback itself decides. Send the entity tag as `If-Match` and the
/// version as `expected_version` to get exactly this.
#[utoipa::path(
    get,
    path = "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback-target",
    operation_id = "get_rollback_target",
    tag = "channels",
    params(ChannelPath, TargetQuery),
    responses((
        status = 200,
        description = "The plan.",
        body = RollbackPlan,
        headers(("ETag" = String, description = "The revision that the plan was made on.")),
    ))
)]
pub(super) async fn rollback_target(
    registry: web::Data<Registry>,
    path: web::Path<ChannelPath>,
    query: Query<TargetQuery>,
) -> Result<HttpResponse, Failure> {
    let Query(TargetQuery { strict, to_version, to_revision }) = query;
    let wanted = Wanted { to_version, to_revision, strict };
    Ok(channels::rollback_target(&registry, &path, &wanted).await?.into())
}

/// Promote a version to a channel
///
/// Makes the channel serve the version, and makes the channel when it is not there. All gates are judged, and all that
/// fail are named; a version with `unsafe` files passes only for an admin of the namespace. Serving that version already is no error: `changed` is `false` then, and nothing is recorded.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/promote",
    operation_id = "promote_channel",
    tag = "channels",
    params(
        ChannelPath,
        DryRunQuery,
        ("If-Match" = Option<String>, Header, description = "The entity tag of the channel that was read."),
    ),
    request_body(content = Promote, example = json!({"version": "1.0.0", "reason": "passed the shadow run"})),
    responses((
        status = 200,
        description = "What the promotion did.",
        body = Promotion,
        headers(("ETag" = String, description = "The revision of the channel.")),
    ))
)]
pub(super) async fn promote(on: Asked, command: Command<Promote>) -> Result<HttpResponse, Failure> {
    command.run(async |registry, caller, wanted| channels::promote(registry, call(caller, &on), &wanted).await).await
}

/// Roll a channel back
///
/// Makes the channel serve the most recent earlier, different and still eligible version of its own history. Repeated, it
/// goes further back. It needs a reason, and `If-Match` or an `Idempotency-Key`: a bare retry could undo twice.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/rollback",
    operation_id = "rollback_channel",
    tag = "channels",
    params(
        ChannelPath,
        DryRunQuery,
        ("If-Match" = Option<String>, Header, description = "The entity tag of the channel that was read."),
    ),
    request_body(content = Rollback, example = json!({"reason": "the false positive rate doubled"})),
    responses((
        status = 200,
        description = "What the rollback did.",
        body = RollbackDone,
        headers(("ETag" = String, description = "The revision of the channel.")),
    ))
)]
pub(super) async fn rollback(on: Asked, command: Command<Rollback>) -> Result<HttpResponse, Failure> {
    command.run(async |registry, caller, wanted| channels::rollback(registry, call(caller, &on), &wanted).await).await
}

/// Clear a channel
///
/// Makes the channel serve nothing. Its history stays: a rollback restores the last version.
#[utoipa::path(
    post,
    path = "/api/v1/namespaces/{namespace}/models/{model}/channels/{channel}/clear",
    operation_id = "clear_channel",
    tag = "channels",
    params(
        ChannelPath,
        DryRunQuery,
        ("If-Match" = Option<String>, Header, description = "The entity tag of the channel that was read."),
    ),
    request_body(content = Clear, example = json!({"reason": "the experiment is over"})),
    responses((
        status = 200,
        description = "What the clear did.",
        body = Promotion,
        headers(("ETag" = String, description = "The revision of the channel.")),
    ))
)]
pub(super) async fn clear(on: Asked, command: Command<Clear>) -> Result<HttpResponse, Failure> {
    command.run(async |registry, caller, wanted| channels::clear(registry, call(caller, &on), &wanted).await).await
}
