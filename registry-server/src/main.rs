//! `registry-server`: reads its configuration, starts, and serves until it is told to stop.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use registry_server::config::{Arguments, Command, Config};
use registry_server::{startup, telemetry};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    // Heeds `FAILPOINTS`; only tests build this.
    #[cfg(feature = "failpoints")]
    let _scenario = fail::FailScenario::setup();
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Whoever closed standard error does not want to know.
            let _said = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(mut arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let command = arguments.command.take();
    let config = Config::from_arguments(arguments)?;
    telemetry::start(config.log_format)?;
    match command {
        Some(Command::Migrate { grant_to }) => startup::migrate(&config, grant_to.as_deref()).await?,
        Some(Command::Bootstrap) => startup::bootstrap(&config, &mut std::io::stdout()).await?,
        None => {
            let server = startup::build(config).await?;
            server.greet(&mut std::io::stderr())?;
            server.run_until_signal().await?;
        }
    }
    Ok(())
}
