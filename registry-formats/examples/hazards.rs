//! Prints what is unsafe in files, one JSON line for each: `hazards FILE...`. For the oracle in `tests/oracle`.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use registry_core::hazard::Hazard;
use registry_formats::{NamedFile, find_hazards};
use serde_json::json;

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for argument in std::env::args_os().skip(1) {
        let path = PathBuf::from(argument);
        let line = match read(&path) {
            Ok(hazards) => json!({ "path": path.to_string_lossy(), "hazards": hazards }),
            Err(error) => json!({ "path": path.to_string_lossy(), "error": error }),
        };
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<Hazard>, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    find_hazards(&[NamedFile { path: &name, bytes: &file }]).map_err(|error| error.to_string())
}
