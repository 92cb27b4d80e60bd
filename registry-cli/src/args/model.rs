//! The arguments of `model`.

use clap::{Args as ClapArgs, Subcommand};
use registry_core::name::NamespaceName;
use registry_core::reference::Reference;

use super::{Format, Listing};

#[derive(Debug, Subcommand)]
pub(crate) enum ModelCommand {
    /// List the models of a namespace.
    #[command(after_help = "Example:\n  registry model list acme")]
    List {
        /// The namespace.
        namespace: NamespaceName,
        #[command(flatten)]
        listing: Listing,
    },
    /// Show a model.
    #[command(after_help = "Example:\n  registry model show acme/fraud")]
    Show(OneModel),
    /// Make a model. Publishing makes it too.
    #[command(after_help = "Example:\n  registry model create acme/fraud --description 'card fraud, one score'")]
    Create {
        /// The model: `ns/model`.
        #[arg(value_parser = super::whole_model)]
        model: Reference,
        /// What people should know about it.
        #[arg(long, value_name = "TEXT")]
        description: Option<String>,
    },
    /// Close a model for new versions.
    #[command(after_help = "Example:\n  registry model archive acme/fraud")]
    Archive(OneModel),
    /// Open an archived model again.
    #[command(after_help = "Example:\n  registry model restore acme/fraud")]
    Restore(OneModel),
}

/// One model, and how it is printed.
#[derive(Debug, ClapArgs)]
pub(crate) struct OneModel {
    /// The model: `ns/model`.
    #[arg(value_parser = super::whole_model)]
    pub(crate) model: Reference,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}
