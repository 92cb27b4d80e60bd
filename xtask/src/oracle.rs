//! Compares our readers with the Python packages that define the formats.

use std::path::PathBuf;
use std::process::Command;

use crate::run;

const SCRIPTS: &[&str] = &["onnx_oracle.py", "safetensors_oracle.py"];

/// Installs the packages into a virtual environment under `target` and runs every script.
pub(crate) fn all() -> Result<(), String> {
    run::cargo(&["build", "--locked", "-p", "registry-formats", "--example", "dump"])?;
    let folder = run::root().join("registry-formats/tests/oracle");
    let python = environment(&folder.join("requirements.txt"))?;
    let dump = target().join("debug/examples/dump");
    for script in SCRIPTS {
        run::command(Command::new(&python).arg(folder.join(script)).arg(&dump))?;
    }
    Ok(())
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| run::root().join("target"), PathBuf::from)
}

/// The Python of a virtual environment with the required packages.
fn environment(requirements: &std::path::Path) -> Result<PathBuf, String> {
    let folder = target().join("oracle-venv");
    let python = folder.join("bin/python");
    if !python.exists() {
        run::command(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(requirements);
    run::command(&mut pip)?;
    Ok(python)
}
