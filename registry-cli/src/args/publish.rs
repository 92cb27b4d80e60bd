//! The arguments of `publish`, and the number that a model is to get.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};
use registry_core::reference::Reference;
use registry_core::version::{Line, Version};

use super::Format;

/// Which digit rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BumpChoice {
    /// The smallest that is acceptable.
    Auto,
    /// The first.
    Major,
    /// The second.
    Minor,
    /// The third.
    Patch,
}

/// The number that a model is to get.
#[derive(Debug, ClapArgs)]
pub(crate) struct Number {
    /// The version number.
    #[arg(long, value_name = "VERSION", conflicts_with = "bump")]
    pub(crate) version: Option<Version>,
    /// Let the server choose the number [default: auto].
    #[arg(long, value_enum, value_name = "DIGIT")]
    pub(crate) bump: Option<BumpChoice>,
    /// The line that --bump starts from, such as 1 [default: the highest].
    #[arg(long, value_name = "LINE", requires = "bump")]
    pub(crate) line: Option<Line>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Without files, registry.toml in the current folder says what to publish.

Examples:
  registry publish model.onnx --model acme/fraud --version 1.3.0
  registry publish --bump auto
  registry publish model.onnx --model acme/fraud --version 1.3.0 --dry-run")]
pub(crate) struct Publish {
    /// The files of the model, or its folder.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The model [default: that of registry.toml].
    #[arg(long, value_name = "NS/MODEL")]
    pub(crate) model: Option<Reference>,
    #[command(flatten)]
    pub(crate) number: Number,
    /// What people should know about the version.
    #[arg(long, value_name = "TEXT")]
    pub(crate) description: Option<String>,
    /// Judge, and upload and publish nothing: the files are read here alone.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}
