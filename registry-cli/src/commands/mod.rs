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
mod member;
mod model;
mod namespace;
mod principal;
mod promote;
mod publish;
mod pull;
mod resolve;
mod rollback;
mod search;
mod token;
mod version;
mod whoami;

use std::process::ExitCode;

use crate::args::{Args, Command};
use crate::error::CliError;
use crate::output::Output;

/// Runs a command and gives its exit code.
pub(crate) fn run(args: Args, out: &mut Output) -> Result<ExitCode, CliError> {
    match args.command {
        Command::Inspect(inspect) => inspect::run(&inspect, out),
        Command::Diff(diff) => diff::run(&diff, out),
        Command::Check(check) => check::run(&check.what, &check.server.target(), out),
        Command::Publish(publish) => publish::run(&publish.what, &publish.server.target(), out),
        Command::Explain(explain) => explain::run(&explain, out),
        Command::Resolve(resolve) => resolve::run(&resolve.what, &resolve.server.target(), out),
        Command::Pull(pull) => pull::run(&pull.what, &pull.server.target(), out),
        Command::Lock(lock) => lock::run(&lock.what, &lock.server.target(), out),
        Command::Model(model) => model::run(&model.what, &model.server.target(), out),
        Command::Version(version) => version::run(&version.what, &version.server.target(), out),
        Command::Channel(channel) => channel::run(&channel.what, &channel.server.target(), out),
        Command::Promote(promote) => promote::run(&promote.what, &promote.server.target(), out),
        Command::Rollback(rollback) => rollback::run(&rollback.what, &rollback.server.target(), out),
        Command::Events(events) => events::run(&events.what, &events.server.target(), out),
        Command::Search(search) => search::run(&search.what, &search.server.target(), out),
        Command::Admin(admin) => admin::run(&admin.what, &admin.server.target(), out),
        Command::Namespace(namespace) => namespace::run(&namespace.what, &namespace.server.target(), out),
        Command::Member(member) => member::run(&member.what, &member.server.target(), out),
        Command::Principal(principal) => principal::run(&principal.what, &principal.server.target(), out),
        Command::Token(token) => token::run(&token.what, &token.server.target(), out),
        Command::Whoami(whoami) => whoami::run(&whoami.what, &whoami.server.target(), out),
        Command::Login(login) => login::run(&login.what, &login.server.target(), out),
        Command::Logout(logout) => login::forget(&logout.server.target(), out),
        Command::Context(context) => context::run(&context, out),
        Command::Init(init) => init::run(&init, out),
        Command::Api(api) => api::run(&api.what, &api.server.target(), out),
        Command::Completions(completions) => completions::run(&completions, out),
    }
}
