//! `registry`: the command line of the model registry.
#![forbid(unsafe_code)]

mod args;
mod client;
mod commands;
mod error;
mod files;
mod github;
mod hashing;
mod output;
mod parse;
mod progress;
mod report;
mod secrets;
mod staged;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let args = match args::Args::try_parse() {
        Ok(args) => args,
        // Help and version are no errors; clap knows where each belongs and how it exits.
        Err(answer) => return output::usage(&answer),
    };
    let mut out = output::Output::stdout();
    match commands::run(args, &mut out) {
        Ok(code) => code,
        Err(error) => output::failure(&error),
    }
}
