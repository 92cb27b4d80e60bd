//! `registry search`: models by name.

use std::process::ExitCode;

use super::list::{self, text};
use crate::args::Search;
use crate::client::context::Target;
use crate::client::reference::escaped;
use crate::error::CliError;
use crate::output::Output;

pub(super) fn run(args: &Search, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let path = format!("/api/v1/search?q={}", escaped(&args.text));
    let name = |item: &serde_json::Value| format!("{}/{}", text(item, "namespace"), text(item, "name"));
    let columns: [list::Column; 3] = [
        ("model", |item| format!("{}/{}", text(item, "namespace"), text(item, "name"))),
        ("latest", |item| text(item, "latest")),
        ("description", |item| text(item, "description")),
    ];
    list::print(&target.client()?, &path, (&columns, name), &args.listing, out)?;
    Ok(ExitCode::SUCCESS)
}
