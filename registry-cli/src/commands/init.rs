//! `registry init`: a registry.toml for the model in a folder.

use std::io::Write as _;
use std::process::ExitCode;

use crate::args::Init;
use crate::error::CliError;
use crate::files::Bundle;
use crate::output::{Output, notice, safe};

pub(super) fn run(args: &Init, out: &mut Output) -> Result<ExitCode, CliError> {
    let path = args.folder.join("registry.toml");
    let bundle = Bundle::find(std::slice::from_ref(&args.folder))?;
    match bundle.read(false) {
        Ok(extraction) => extraction.notices.iter().for_each(notice),
        Err(error) => notice(format_args!("the model cannot be read yet: {error}")),
    }
    let names: Vec<String> = bundle.files.iter().map(|(name, _)| format!("    {name:?},\n")).collect();
    let text = format!(
        "model = \"{}/{}\"\nfiles = [\n{}]\n\n[declared]\n\
         # What no file says. Uncomment what you know; `registry explain --list` shows what is compared.\n\
         # license = \"Apache-2.0\"\n# units = {{ \"inputs.amount\" = \"EUR\" }}\n# labels = \"labels.json\"\n",
        args.model.namespace,
        args.model.model,
        names.concat(),
    );
    let failed = |source| CliError::Save { path: path.clone(), source };
    // An existing file is somebody's work.
    let mut file = std::fs::File::create_new(&path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    out.line(format!("{} is written; next: registry publish --bump auto", safe(&path.display().to_string())))?;
    Ok(ExitCode::SUCCESS)
}
