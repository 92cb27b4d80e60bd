//! `registry search`: models by name.

use std::process::ExitCode;

use registry_client::types::SearchHit;

use super::list::{self, Page, page, text};
use crate::args::Search;
use crate::client::Api;
use crate::client::context::Target;
use crate::error::CliError;
use crate::output::Output;

pub(super) fn run(args: &Search, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let name = |hit: &SearchHit| format!("{}/{}", hit.namespace, hit.name);
    let columns: [list::Column<SearchHit>; 3] =
        [("model", name), ("latest", |hit| text(hit.latest.as_ref())), ("description", |hit| hit.description.clone())];
    let send = async |api: &Api, page: &Page| page!(api.search_models().q(&args.text), page);
    list::print(&target.client()?, &send, (&columns, name), &args.listing, out)?;
    Ok(ExitCode::SUCCESS)
}
