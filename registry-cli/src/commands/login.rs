//! `registry login` and `registry logout`: a server and a token, saved where only the user can read them.

use std::io::{BufRead as _, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

use super::whoami;
use crate::args::Login;
use crate::client::address::is_same;
use crate::client::context::{Context, Contexts, TOKEN_VARIABLE, Target, timeout, token_of_environment};
use crate::client::{Client, Token, TokenSource};
use crate::error::CliError;
use crate::output::{Output, notice};

pub(super) fn run(args: &Login, target: &Target, _out: &mut Output) -> Result<ExitCode, CliError> {
    let mut contexts = Contexts::load()?;
    let url = target.server(contexts.chosen(target.context.as_deref())?.map(|(_, context)| context));
    notice(format_args!("signing in to {url}"));
    let token = token(args.token_file.as_deref())?;
    let secret = token.reveal().to_owned();
    // A token that the server does not take is not worth saving.
    let client = Client::new(&url, Some(token), timeout()?)?;
    let me = whoami::me(&client)?;
    let context = Context { url: client.base().to_owned(), token: Some(secret) };
    if let Some(before) =
        contexts.contexts.insert(args.name.clone(), context).filter(|before| !is_same(&before.url, &url))
    {
        notice(format_args!("context `{}` named {} before; --name keeps both", args.name, before.url));
    }
    contexts.current = Some(args.name.clone());
    contexts.save()?;
    notice(format_args!("signed in to {} as `{}`, context `{}`", client.base(), me.principal.name, args.name));
    whoami::warn(&me.token);
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

/// The token: of a file, of the environment, or typed in.
fn token(file: Option<&Path>) -> Result<Token, CliError> {
    let token = match (file, token_of_environment()) {
        (Some(path), _) => {
            let text = std::fs::read_to_string(path);
            let text = text.map_err(|source| CliError::Read { path: path.to_owned(), source })?;
            Token::new(text.trim().to_owned(), TokenSource::File(path.to_owned()))
        }
        (None, Some(token)) => token,
        (None, None) => {
            if std::io::stdin().is_terminal() {
                notice("paste the token:");
            }
            let mut line = String::new();
            let failed = |source| CliError::Read { path: "standard input".into(), source };
            std::io::stdin().lock().read_line(&mut line).map_err(failed)?;
            if line.trim().is_empty() {
                let message = format!("there is no token: say --token-file FILE, set {TOKEN_VARIABLE}, or paste it");
                return Err(CliError::Argument(message));
            }
            Token::new(line.trim().to_owned(), TokenSource::Input)
        }
    };
    if token.reveal().starts_with("mrt_") {
        return Ok(token);
    }
    Err(CliError::Argument(format!("{} is none of a registry: those start with `mrt_`", token.source)))
}
