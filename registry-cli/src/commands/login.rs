//! `registry login` and `registry logout`: a server and a token, saved where only the user can read them.

use std::io::{BufRead as _, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

use crate::args::Login;
use crate::client::Client;
use crate::client::context::{Context, Contexts, DEFAULT_URL, TOKEN_VARIABLE, Target, URL_VARIABLE};
use crate::error::CliError;
use crate::output::{Output, notice};

pub(super) fn run(args: &Login, target: &Target, _out: &mut Output) -> Result<ExitCode, CliError> {
    let from_environment = std::env::var(URL_VARIABLE).ok().filter(|url| !url.is_empty());
    let mut contexts = Contexts::load()?;
    let of_context = contexts.chosen(target.context.as_deref())?.map(|context| context.url.clone());
    let url = target.url.clone().or(from_environment).or(of_context).unwrap_or_else(|| DEFAULT_URL.to_owned());
    notice(format_args!("signing in to {url}"));
    let token = token(args.token_file.as_deref())?;
    // A token that the server does not take is not worth saving.
    let client = Client::new(&url, Some(token.clone()))?;
    client.get("/api/v1/meta")?;
    let context = Context { url: client.base().to_owned(), token: Some(token) };
    if let Some(before) = contexts.contexts.insert(args.name.clone(), context).filter(|before| before.url != url) {
        notice(format_args!("context `{}` named {} before; --name keeps both", args.name, before.url));
    }
    contexts.current = Some(args.name.clone());
    contexts.save()?;
    notice(format_args!("signed in to {} as context `{}`", client.base(), args.name));
    Ok(ExitCode::SUCCESS)
}

pub(super) fn forget(target: &Target, _out: &mut Output) -> Result<ExitCode, CliError> {
    let mut contexts = Contexts::load()?;
    let name = target.context.clone().or_else(|| contexts.current.clone());
    let Some(context) = name.as_ref().and_then(|name| contexts.contexts.get_mut(name)) else {
        return Err(CliError::Argument("no context is in use".to_owned()));
    };
    context.token = None;
    let url = context.url.clone();
    contexts.save()?;
    notice(format_args!("the token for {url} is forgotten; it is still valid on the server"));
    Ok(ExitCode::SUCCESS)
}

fn token(file: Option<&Path>) -> Result<String, CliError> {
    let text = match (file, std::env::var(TOKEN_VARIABLE).ok()) {
        (Some(path), _) => {
            std::fs::read_to_string(path).map_err(|source| CliError::Read { path: path.to_owned(), source })?
        }
        (None, Some(token)) if !token.is_empty() => token,
        _ => {
            if std::io::stdin().is_terminal() {
                notice("paste the token:");
            }
            let mut line = String::new();
            std::io::stdin().lock().read_line(&mut line)?;
            line
        }
    };
    let token = text.trim().to_owned();
    if token.starts_with("mrt_") {
        return Ok(token);
    }
    Err(CliError::Argument("this is no token of a registry: those start with `mrt_`".to_owned()))
}
