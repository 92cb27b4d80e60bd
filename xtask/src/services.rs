//! `cargo xtask services COMMAND`: runs a command beside a Postgres and an object store of its own.

use std::process::Command;

use test_postgres::Cluster;
use test_s3::Store;

use crate::{oracle, run};

/// Starts both, runs the command with what it needs to reach them in its environment, and stops them, whatever comes of
/// the command.
pub(crate) fn beside(command: &mut Command) -> Result<(), String> {
    let python = oracle::environment(&[&run::root().join("test-s3/requirements.txt")])?;
    let program = python.with_file_name("weed");
    let cluster = Cluster::start()?;
    let store = Store::start_program(&program)?;
    command.env(test_postgres::URL, cluster.url()).env(test_s3::URL, "s3://registry-tests");
    command.env(test_s3::PROGRAM, &program).envs(store.environment());
    run::command(command)
}

/// The same for words of a command line.
pub(crate) fn run(words: &[&str]) -> Result<(), String> {
    let [program, arguments @ ..] = words else { return Err("COMMAND: there is none".to_owned()) };
    beside(Command::new(program).args(arguments))
}
