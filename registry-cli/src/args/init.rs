//! The arguments of `init`.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use registry_core::reference::Reference;

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:\n  registry init --model acme/fraud")]
pub(crate) struct Init {
    /// The model: `ns/model`.
    #[arg(long, value_name = "NS/MODEL")]
    pub(crate) model: Reference,
    /// The folder.
    #[arg(default_value = ".")]
    pub(crate) folder: PathBuf,
}
