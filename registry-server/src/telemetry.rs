//! The log: to standard error, for people on a terminal and as JSON otherwise. Nothing here knows a token.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::{SubscriberInitExt as _, TryInitError};

use crate::config::LogFormat;

/// What is logged when nothing else is asked for. The HTTP library calls every request that is no HTTP an error, which any
/// stranger could fill the log with; what it would say of our own answers, [`crate::http`] says itself.
const DEFAULT: &str = "info,sqlx=warn,actix_server=warn,actix_http=off";

/// The environment variable with the filter of the log, such as `debug` or `info,access=off`.
const FILTER: &str = "REGISTRY_LOG";

/// Starts the log of the process.
///
/// # Errors
/// When the process has one already.
pub fn start(format: Option<LogFormat>) -> Result<(), TryInitError> {
    let on_terminal = std::io::stderr().is_terminal();
    let format = format.unwrap_or(if on_terminal { LogFormat::Pretty } else { LogFormat::Json });
    let filter = EnvFilter::try_from_env(FILTER).unwrap_or_else(|_| EnvFilter::new(DEFAULT));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let registry = tracing_subscriber::registry().with(filter);
    match format {
        LogFormat::Pretty => registry.with(lines.with_ansi(on_terminal)).try_init(),
        LogFormat::Json => registry.with(lines.json().flatten_event(true).with_current_span(false)).try_init(),
    }
}
