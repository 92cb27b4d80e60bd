//! The arguments of `pull` and `lock`.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use registry_core::reference::Reference;

#[derive(Debug, ClapArgs)]
#[command(after_help = "Every file is checked against its digest before it gets its name.

Examples:
  registry pull 'acme/fraud@^2.1' -d models/fraud
  registry pull --locked registry.lock -d models/fraud")]
pub(crate) struct Pull {
    /// What to fetch: `ns/model@SELECTOR`.
    #[arg(required_unless_present = "locked", conflicts_with = "locked")]
    pub(crate) reference: Option<Reference>,
    /// Fetch exactly what a lock file says.
    #[arg(long, value_name = "FILE")]
    pub(crate) locked: Option<PathBuf>,
    /// The folder for the files [default: the name of the model].
    #[arg(short = 'd', long, value_name = "DIR")]
    pub(crate) directory: Option<PathBuf>,
    /// Only files whose path matches; `*` stands for anything.
    #[arg(long, value_name = "GLOB")]
    pub(crate) file: Vec<String>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  registry lock 'acme/fraud@^2.1'          writes registry.lock; registry pull --locked registry.lock takes it as it is")]
pub(crate) struct Lock {
    /// What to lock: `ns/model@SELECTOR`.
    pub(crate) reference: Reference,
    /// The lock file.
    #[arg(long, value_name = "FILE", default_value = "registry.lock")]
    pub(crate) to: PathBuf,
}
