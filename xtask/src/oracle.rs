//! Compares our readers with the Python packages that define the formats, and our API with the meta-schemas of OpenAPI.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run;

const SCRIPTS: &[&str] = &["onnx_oracle.py", "safetensors_oracle.py"];

/// Installs the packages into a virtual environment under `target` and runs every script.
pub(crate) fn all() -> Result<(), String> {
    run::cargo(&["build", "--locked", "-p", "registry-formats", "--example", "dump", "--example", "hazards"])?;
    let formats = run::root().join("registry-formats/tests/oracle");
    let server = run::root().join("registry-server/tests/oracle");
    let python = environment(&[&formats.join("requirements.txt"), &server.join("requirements.txt")])?;
    let dump = run::target().join("debug/examples/dump");
    for script in SCRIPTS {
        run::command(Command::new(&python).arg(formats.join(script)).arg(&dump))?;
    }
    run::command(
        Command::new(&python).arg(server.join("openapi_oracle.py")).args(["openapi.json", "openapi-3.0.json"]),
    )?;
    unsafe_formats(&formats)
}

/// Compares what we find in hostile files with what the tools of others find. They ask for packages of their own.
fn unsafe_formats(formats: &Path) -> Result<(), String> {
    let python = environment_in("unsafe-oracles", &[&formats.join("unsafe-requirements.txt")])?;
    let hazards = run::target().join("debug/examples/hazards");
    let page = run::root().join("docs/unsafe-formats.md");
    run::command(Command::new(python).arg(formats.join("unsafe_oracle.py")).arg(hazards).arg(page))
}

/// The Python of the virtual environment that most of our scripts share, with the required packages.
pub(crate) fn environment(requirements: &[&Path]) -> Result<PathBuf, String> {
    environment_in("venv", requirements)
}

/// The same with an environment of its own, for packages at versions that others cannot have.
pub(crate) fn environment_in(name: &str, requirements: &[&Path]) -> Result<PathBuf, String> {
    let folder = run::target().join(name);
    let python = folder.join("bin/python");
    if !python.exists() {
        run::command(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    for file in requirements {
        pip.arg("--requirement").arg(file);
    }
    run::command(&mut pip)?;
    Ok(python)
}
