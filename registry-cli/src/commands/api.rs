//! `registry api`: any route, for what has no command of its own.

use std::path::PathBuf;
use std::process::ExitCode;

use registry_client::reqwest::Method;
use serde_json::Value;

use crate::args::Api;
use crate::client::context::Target;
use crate::error::CliError;
use crate::files::read_text;
use crate::output::Output;
use crate::parse;

pub(super) fn run(args: &Api, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let known = [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
    let method = known.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(&args.method));
    let unknown = || format!("`{}` is no method of the API: GET, HEAD, POST, PUT, PATCH, DELETE", args.method);
    let method = method.ok_or_else(|| CliError::Argument(unknown()))?;
    if !args.path.starts_with('/') {
        return Err(CliError::Argument(format!("`{}` is no path: write `/api/v1/…`", args.path)));
    }
    let read = |path: &PathBuf| parse::json(path, &read_text(path)?, "a JSON body");
    let body: Option<Value> = args.body.as_ref().map(read).transpose()?;
    out.json(&target.client()?.raw((&method, &args.path), args.if_match, body.as_ref())?)?;
    Ok(ExitCode::SUCCESS)
}
