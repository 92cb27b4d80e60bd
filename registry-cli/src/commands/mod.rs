//! One command a file.

mod admin;
mod api;
mod channel;
mod check;
mod completions;
mod context;
mod diff;
mod events;
mod explain;
mod init;
mod inspect;
mod judgement;
mod list;
mod lock;
mod login;
mod model;
mod promote;
mod publish;
mod pull;
mod resolve;
mod rollback;
mod search;
mod version;

use std::process::ExitCode;

use crate::args::{Args, Command};
use crate::error::CliError;
use crate::output::Output;

/// Runs a command and gives its exit code.
pub(crate) fn run(args: Args, out: &mut Output) -> Result<ExitCode, CliError> {
    let target = args.target();
    match args.command {
        Command::Inspect(inspect) => inspect::run(&inspect, out),
        Command::Diff(diff) => diff::run(&diff, out),
        Command::Check(check) => check::run(&check, &target, out),
        Command::Publish(publish) => publish::run(&publish, &target, out),
        Command::Explain(explain) => explain::run(&explain, out),
        Command::Resolve(resolve) => resolve::run(&resolve, &target, out),
        Command::Pull(pull) => pull::run(&pull, &target, out),
        Command::Lock(lock) => lock::run(&lock, &target, out),
        Command::Model(model) => model::run(&model, &target, out),
        Command::Version(version) => version::run(&version, &target, out),
        Command::Channel(channel) => channel::run(&channel, &target, out),
        Command::Promote(promote) => promote::run(&promote, &target, out),
        Command::Rollback(rollback) => rollback::run(&rollback, &target, out),
        Command::Events(events) => events::run(&events, &target, out),
        Command::Search(search) => search::run(&search, &target, out),
        Command::Admin(admin) => admin::run(&admin, &target, out),
        Command::Login(login) => login::run(&login, &target, out),
        Command::Logout(_) => login::forget(&target, out),
        Command::Context(context) => context::run(&context, out),
        Command::Init(init) => init::run(&init, out),
        Command::Api(api) => api::run(&api, &target, out),
        Command::Completions(completions) => completions::run(&completions, out),
    }
}
