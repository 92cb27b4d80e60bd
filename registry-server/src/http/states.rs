//! The states of a version: withdrawn, advised against, switched off, gone, and back.

use actix_web::{HttpResponse, web};
use registry_core::digest::Digest;
use registry_core::lifecycle::Transition;
use serde::Deserialize;

use super::extract::{Command, Query, Write};
use super::query::DryRunQuery;
use crate::api::version::{StateChange, Version, VersionPath};
use crate::service::lifecycle::{self, StateOptions, StateRequest};
use crate::service::{Failure, Registry};

/// How far a yank may go.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct YankQuery {
    /// Answer what would happen, and change nothing.
    #[serde(default)]
    #[param(required = false)]
    dry_run: bool,
    /// Yank although channels serve the version; they keep serving it.
    #[serde(default)]
    #[param(required = false)]
    force: bool,
    /// Roll back all channels that serve the version, in the same commit.
    #[serde(default)]
    #[param(required = false)]
    rollback_channels: bool,
}

/// Why a version is deleted.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct DeleteQuery {
    /// Answer what would happen, and change nothing.
    #[serde(default)]
    #[param(required = false)]
    dry_run: bool,
    /// The reason.
    #[serde(default, deserialize_with = "crate::api::text::optional_reason")]
    #[param(required = false)]
    reason: Option<String>,
}

impl From<YankQuery> for StateOptions {
    fn from(query: YankQuery) -> Self {
        let YankQuery { dry_run, force, rollback_channels } = query;
        Self { dry_run, force, rollback_channels }
    }
}

impl From<DryRunQuery> for StateOptions {
    fn from(query: DryRunQuery) -> Self {
        Self { dry_run: query.dry_run, ..Self::default() }
    }
}

/// Makes the handler of one change of state.
macro_rules! state_change {
    ($(#[doc = $doc:literal])+ $name:ident($query:ident) => $transition:ident, $path:literal, $operation:literal) => {
        $(#[doc = $doc])+
        #[utoipa::path(
            post,
            path = $path,
            operation_id = $operation,
            tag = "versions",
            params(VersionPath, $query),
            request_body(content = StateChange),
            responses((status = 200, description = "The version, with the channels that serve it.", body = Version))
        )]
        pub(super) async fn $name(
            path: web::Path<VersionPath>,
            query: Query<$query>,
            command: Command<StateChange>,
        ) -> Result<HttpResponse, Failure> {
            command
                .run(async |registry, caller, StateChange { reason }| {
                    let (version, options) = (path.version.clone(), query.0.into());
                    let request = StateRequest { version, transition: Transition::$transition, reason, options };
                    lifecycle::change(registry, (caller, path.model_ref()), &request).await
                })
                .await
        }
    };
}

state_change!(
    /// Yank a version
    ///
    /// Withdraws it: ranges and `latest` pass it over; who names it still gets it, with a warning. Refused while a channel
    /// serves it, unless `force` or `rollback_channels` says what becomes of the channel.
    yank(YankQuery) => Yank,
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/yank", "yank_version"
);
state_change!(
    /// Take a yank back
    ///
    /// The version is what it was before, active or deprecated, and ranges and `latest` see it again. It is judged against
    /// the live versions of its line, as a publish is; refused (`return-conflict`) where a number would lie.
    unyank(DryRunQuery) => Unyank,
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/unyank", "unyank_version"
);
state_change!(
    /// Deprecate a version
    ///
    /// Advises against new use: it is served everywhere, with a warning.
    deprecate(DryRunQuery) => Deprecate,
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/deprecate", "deprecate_version"
);
state_change!(
    /// Take a deprecation back
    ///
    /// The version is served without a warning again.
    undeprecate(DryRunQuery) => Undeprecate,
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/undeprecate", "undeprecate_version"
);
state_change!(
    /// Switch a version off
    ///
    /// The emergency brake: nobody gets it, and channels that point at it answer 410. The answer names them.
    disable(DryRunQuery) => Disable,
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/disable", "disable_version"
);
state_change!(
    /// Switch a version on again
    ///
    /// The version is what it was before: active, deprecated or yanked. Where it is live again, it is judged against the
    /// live versions of its line, as a publish is; refused (`return-conflict`) where a number would lie.
    enable(DryRunQuery) => Enable,
    "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}/enable", "enable_version"
);

/// Delete a version
///
/// For good: a tombstone stays, and the number is never used again. Refused while a channel serves the version or may roll
/// back to it.
#[utoipa::path(
    delete,
    path = "/api/v1/namespaces/{namespace}/models/{model}/versions/{version}",
    operation_id = "delete_version",
    tag = "versions",
    params(VersionPath, DeleteQuery),
    responses((status = 200, description = "The tombstone.", body = Version))
)]
pub(super) async fn delete(
    registry: web::Data<Registry>,
    path: web::Path<VersionPath>,
    query: Query<DeleteQuery>,
    write: Write,
) -> Result<HttpResponse, Failure> {
    let Query(DeleteQuery { dry_run, reason }) = query;
    let options = StateOptions { dry_run, ..StateOptions::default() };
    let request = StateRequest { version: path.version.clone(), transition: Transition::Delete, reason, options };
    let caller = write.caller(Digest::of(b""));
    Ok(lifecycle::change(&registry, (&caller, path.model_ref()), &request).await?.into())
}
