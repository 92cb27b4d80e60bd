//! Prints what is read of model files, one JSON line for each: `dump [--digests] FILE...`. For the oracles
//! in `tests/oracle`.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use registry_formats::{Extraction, NamedFile, ReadOptions, read_contract};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let mut options = ReadOptions::default();
    for argument in std::env::args_os().skip(1) {
        if argument == "--digests" {
            options.digests = true;
        } else {
            writeln!(out, "{}", line(&PathBuf::from(argument), &options))?;
        }
    }
    Ok(())
}

fn line(path: &Path, options: &ReadOptions) -> Value {
    match read(path, options) {
        Ok(Extraction { signature, artifact, notices }) => json!({
            "path": path.to_string_lossy(),
            "inputs": signature.inputs,
            "outputs": signature.outputs,
            "artifact": artifact,
            "notices": notices,
        }),
        Err(error) => json!({ "path": path.to_string_lossy(), "error": error }),
    }
}

fn read(path: &Path, options: &ReadOptions) -> Result<Extraction, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let files = [NamedFile { path: &name, bytes: &file }];
    read_contract(&files, options).map_err(|error| error.to_string())
}
