//! `cargo xtask openapi`: writes the committed document of the API. A test fails when it is not that of the code.

use crate::run;

/// Asks the server for its document and writes it.
pub(crate) fn write() -> Result<(), String> {
    let path = run::root().join("openapi.json");
    let mut server =
        run::cargo_command(&["run", "--quiet", "--locked", "-p", "registry-server", "--example", "openapi"]);
    let output = server.current_dir(run::root()).output().map_err(|error| format!("cannot run {server:?}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{server:?}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    std::fs::write(&path, &output.stdout).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
