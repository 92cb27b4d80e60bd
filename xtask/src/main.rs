//! The project's own commands: `cargo xtask demo | test | services | openapi | clients | api | schemathesis | bench | fuzz`.

mod api;
mod clients;
mod demo;
mod fuzz;
mod openapi;
mod oracle;
mod run;
mod schemathesis;
mod server;
mod services;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  demo [--stop]   start a server and show the main job on real models; --stop ends it
  test            all checks: format, lints, documentation, tests, oracles, dependencies
  services CMD    run CMD beside a Postgres and an object store of its own; TEST_POSTGRES_URL and TEST_S3_URL name them
  openapi         write openapi.json and openapi-3.0.json from the code of the server
  clients [test]  write the generated parts of the clients from the OpenAPI documents; or test the clients
  api             fail when openapi.json breaks a client of the last release, whose document is openapi.released.json
  schemathesis [--minutes N] [--seed N]
                  requests made up from openapi.json against a live server, whose answers are held to it; for N minutes
  bench           all benchmarks, each beside its yardstick, with both services
  fuzz [RUNS]     every fuzz target, RUNS runs each (default 1000000); installs cargo-fuzz when it is missing
";

/// No command is run for whoever asks what it does.
fn wants_help(words: &[&str]) -> bool {
    words.is_empty() || words.iter().any(|word| matches!(*word, "help" | "-h" | "--help"))
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        words if wants_help(words) => {
            print!("{HELP}");
            Ok(())
        }
        ["demo"] => demo::start(),
        ["demo", "--stop"] => demo::stop(),
        ["test"] => test::all(),
        ["services", command @ ..] => services::run(command),
        ["openapi"] => openapi::write(),
        ["clients"] => clients::generate(),
        ["clients", "test"] => clients::test(),
        ["api"] => api::unbroken(),
        ["schemathesis", words @ ..] => schemathesis::run(words),
        ["bench"] => services::beside(&mut run::cargo_command(&["bench", "--workspace", "--locked", "--benches"])),
        ["fuzz"] => fuzz::all(1_000_000),
        ["fuzz", runs] => runs.parse().map_err(|error| format!("RUNS: {error}")).and_then(fuzz::all),
        other => Err(format!("unknown command `{}`\n\n{HELP}", other.join(" "))),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_runs_nothing() {
        for words in
            [&[] as &[&str], &["help"], &["--help"], &["demo", "--help"], &["demo", "-h"], &["bench", "--help"]]
        {
            assert!(wants_help(words), "{words:?}");
        }
        assert!(!wants_help(&["demo"]) && !wants_help(&["demo", "--stop"]));
    }
}
