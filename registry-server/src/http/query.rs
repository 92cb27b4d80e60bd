//! What stands in the queries of several routes.

use serde::Deserialize;
use utoipa::IntoParams;

/// Whether to act.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DryRunQuery {
    /// Answer what would happen, and change nothing.
    #[serde(default)]
    #[param(required = false)]
    pub(crate) dry_run: bool,
}
