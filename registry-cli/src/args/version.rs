//! The arguments of `version`.

use clap::{Args as ClapArgs, Subcommand};
use registry_core::reference::Reference;

use super::{Format, Listing};

/// One version, and how it is printed.
#[derive(Debug, ClapArgs)]
pub(crate) struct OneVersion {
    /// The version: `ns/model`, and behind an `@` a number, a range, a channel or a digest; `latest` without it.
    pub(crate) version: Reference,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum VersionCommand {
    /// List the versions of a model, the newest first.
    #[command(after_help = "Example:\n  registry version list acme/fraud")]
    List {
        /// The model: `ns/model`.
        #[arg(value_parser = super::whole_model)]
        model: Reference,
        #[command(flatten)]
        listing: Listing,
    },
    /// Show a version.
    #[command(after_help = "Example:\n  registry version show acme/fraud@production")]
    Show(OneVersion),
    /// Withdraw a version: ranges and `latest` pass it over, exact requests and channels still get it.
    #[command(after_help = "Example:\n  registry version yank acme/fraud@1.3.0 --reason 'trained on the wrong table'")]
    Yank {
        #[command(flatten)]
        change: StateChange,
        /// Yank it although a channel serves it.
        #[arg(long)]
        force: bool,
        /// Roll back every channel that serves it, in the same step.
        #[arg(long, conflicts_with = "force")]
        rollback_channels: bool,
    },
    /// Take a yank back.
    #[command(after_help = "Example:\n  registry version unyank acme/fraud@1.3.0")]
    Unyank(StateChange),
    /// Advise against new use of a version.
    #[command(after_help = "Example:\n  registry version deprecate acme/fraud@1.0.0 --reason 'use 1.3.0'")]
    Deprecate(StateChange),
    /// Take a deprecation back.
    #[command(after_help = "Example:\n  registry version undeprecate acme/fraud@1.0.0")]
    Undeprecate(StateChange),
    /// Switch a version off: nobody gets it, channels that serve it included.
    #[command(after_help = "Example:\n  registry version disable acme/fraud@1.3.0 --reason 'leaks training data'")]
    Disable(StateChange),
    /// Switch a version on again.
    #[command(after_help = "Example:\n  registry version enable acme/fraud@1.3.0")]
    Enable(StateChange),
    /// Delete a version for good; its number is never used again.
    #[command(
        after_help = "Asks, on a terminal; --yes does not ask.\n\nExample:\n  registry version delete acme/fraud@1.3.0 --reason 'published by mistake'"
    )]
    Delete {
        /// The version: `ns/model@1.2.3`.
        reference: Reference,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
}

/// A change of the state of one version.
#[derive(Debug, ClapArgs)]
pub(crate) struct StateChange {
    /// The version: `ns/model@1.2.3`.
    pub(crate) reference: Reference,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
}
