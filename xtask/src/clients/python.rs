//! The Python client: its generated core, and all that must hold of it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::{oracle, run, services};

const FOLDER: &str = "clients/python";

/// What the generator writes.
pub(super) const GENERATED: &str = "clients/python/src/model_registry/core";

/// Makes the core anew from the API document.
pub(super) fn generate() -> Result<(), String> {
    let folder = run::root().join(FOLDER);
    let core = run::root().join(GENERATED);
    // What is no longer in the document must not stay.
    if core.exists() {
        fs::remove_dir_all(&core).map_err(|error| format!("{}: {error}", core.display()))?;
    }
    let mut generator = tool(&programs()?, "openapi-python-client")?;
    generator.args(["generate", "--meta", "none", "--fail-on-warning", "--path", "openapi.json"]);
    generator.arg("--output-path").arg(&core).arg("--config").arg(folder.join("generator.yml"));
    run::command(generator.arg("--custom-template-path").arg(folder.join("templates")))
}

/// Lints, types, the lowest Python, and the tests with the real server, beside an object store.
pub(super) fn test() -> Result<(), String> {
    let programs = programs()?;
    let settings = format!("{FOLDER}/pyproject.toml");
    let sources = ["src", "tests", "benchmarks"].map(|part| format!("{FOLDER}/{part}"));
    run::command(tool(&programs, "ruff")?.args(["check", FOLDER]))?;
    run::command(tool(&programs, "ruff")?.args(["format", "--check", FOLDER]))?;
    run::command(tool(&programs, "mypy")?.args(["--config-file", &settings]).args(&sources))?;
    run::command(tool(&programs, "vermin")?.args(["--target=3.10-", "--violations", "--no-tips", &sources[0]]))?;
    run::build_programs()?;
    let mut tests = tool(&programs, "pytest")?;
    tests.args(["--config-file", &settings, &sources[1]]).env("REGISTRY_BINARIES", run::target().join("debug"));
    services::beside(&mut tests)
}

/// Where the programs lie that make and check the client.
fn programs() -> Result<PathBuf, String> {
    let requirements = run::root().join(FOLDER).join("requirements.txt");
    let python = oracle::environment_in("venv-client", &[&requirements])?;
    Ok(python.parent().unwrap_or(&python).to_owned())
}

/// One of them; it finds the others.
fn tool(programs: &Path, name: &str) -> Result<Command, String> {
    let others = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([programs.to_owned()].into_iter().chain(env::split_paths(&others)));
    let mut command = Command::new(programs.join(name));
    command.env("PATH", path.map_err(|error| error.to_string())?);
    Ok(command)
}
