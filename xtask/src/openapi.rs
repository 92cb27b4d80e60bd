//! `cargo xtask openapi`: writes the committed documents of the API. A test fails when they are not those of the code.

use crate::run;

/// The committed documents, each with the version that the server is asked for.
const DOCUMENTS: [(&str, &str); 2] = [("openapi.json", "3.1"), ("openapi-3.0.json", "3.0")];

/// Asks the server for its documents and writes them.
pub(crate) fn write() -> Result<(), String> {
    DOCUMENTS.iter().try_for_each(|(file, version)| {
        let path = run::root().join(file);
        let document = of_the_code(version)?;
        std::fs::write(&path, document).map_err(|error| format!("cannot write {}: {error}", path.display()))
    })
}

fn of_the_code(version: &str) -> Result<Vec<u8>, String> {
    let mut server =
        run::cargo_command(&["run", "--quiet", "--locked", "-p", "registry-server", "--example", "openapi", version]);
    let output = server.current_dir(run::root()).output().map_err(|error| format!("cannot run {server:?}: {error}"))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(format!("{server:?}: {}", String::from_utf8_lossy(&output.stderr)))
    }
}
