//! `cargo xtask postgres COMMAND`: runs a command beside a Postgres of its own.

use std::process::Command;

use test_postgres::{Cluster, URL};

use crate::run;

/// Starts a Postgres, runs the command with its URL, and stops it, whatever comes of the command.
pub(crate) fn beside(command: &mut Command) -> Result<(), String> {
    let cluster = Cluster::start()?;
    run::command(command.env(URL, cluster.url()))
}

/// The same for words of a command line.
pub(crate) fn run(words: &[&str]) -> Result<(), String> {
    let [program, arguments @ ..] = words else { return Err("COMMAND: there is none".to_owned()) };
    beside(Command::new(program).args(arguments))
}
