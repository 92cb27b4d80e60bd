//! `registry context`: the saved servers.

use std::process::ExitCode;

use crate::args::ContextCommand;
use crate::client::context::Contexts;
use crate::error::CliError;
use crate::output::{Output, notice};

pub(super) fn run(command: &ContextCommand, out: &mut Output) -> Result<ExitCode, CliError> {
    let mut contexts = Contexts::load()?;
    match command {
        ContextCommand::List => {
            let row = |(name, context): (&String, &crate::client::context::Context)| {
                let current = if contexts.current.as_ref() == Some(name) { "*" } else { "" };
                let token = if context.token.is_some() { "saved" } else { "" };
                vec![current.to_owned(), name.clone(), context.url.clone(), token.to_owned()]
            };
            out.table(&["", "name", "server", "token"], &contexts.contexts.iter().map(row).collect::<Vec<_>>())?;
        }
        ContextCommand::Use { name } => {
            contexts.chosen(Some(name))?;
            contexts.current = Some(name.clone());
            contexts.save()?;
            notice(format_args!("using `{name}`"));
        }
        ContextCommand::Rm { name } => {
            contexts.chosen(Some(name))?;
            contexts.contexts.remove(name);
            contexts.current = contexts.current.filter(|current| current != name);
            contexts.save()?;
            notice(format_args!("`{name}` is removed"));
        }
    }
    Ok(ExitCode::SUCCESS)
}
