//! The arguments of `channel`, `promote` and `rollback`.

use clap::{Args as ClapArgs, Subcommand};
use jiff::Timestamp;
use registry_core::name::{ChannelName, NameError, PrincipalName};
use registry_core::reference::Reference;
use registry_core::version::Version;

use super::{Format, Listing};

#[derive(Debug, Subcommand)]
pub(crate) enum ChannelCommand {
    /// List the channels of a model.
    #[command(after_help = "Example:\n  registry channel list acme/fraud")]
    List {
        /// The model: `ns/model`.
        #[arg(value_parser = super::whole_model)]
        model: Reference,
        #[command(flatten)]
        listing: Listing,
    },
    /// Show what a channel serves, now or at a time.
    #[command(after_help = "Example:\n  registry channel show acme/fraud production --at 2026-05-01T00:00:00Z")]
    Show {
        /// The model: `ns/model`.
        #[arg(value_parser = super::whole_model)]
        model: Reference,
        /// The channel.
        channel: ChannelName,
        /// The time.
        #[arg(long, value_name = "TIME", value_parser = time)]
        at: Option<Timestamp>,
        /// The form of the answer.
        #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
        output: Format,
    },
    /// Show every move of a channel, the newest first.
    #[command(after_help = "Example:\n  registry channel history acme/fraud production")]
    History {
        /// The model: `ns/model`.
        #[arg(value_parser = super::whole_model)]
        model: Reference,
        /// The channel.
        channel: ChannelName,
        #[command(flatten)]
        listing: Listing,
    },
    /// Change the policy of a channel; what is not named stays as it is.
    #[command(
        after_help = "A protected channel is moved by those promoters that --promoters names, and by the admins of the
namespace. To be named gives no role.

Examples:
  registry channel policy acme/fraud production --constraint '^2' --require-if-match
  registry channel policy acme/fraud production --promoters ada,on-call
  registry channel policy acme/fraud production --promoters ''        lifts the protection"
    )]
    Policy {
        /// The model: `ns/model`.
        #[arg(value_parser = super::whole_model)]
        model: Reference,
        /// The channel.
        channel: ChannelName,
        /// The range that versions must lie in.
        #[arg(long, value_name = "RANGE")]
        constraint: Option<String>,
        /// The largest step from one version to the next.
        #[arg(long, value_name = "STEP", value_parser = ["patch", "minor", "major"])]
        largest_step: Option<String>,
        /// Let major steps through without --allow-major.
        #[arg(long, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
        allow_major: Option<bool>,
        /// Refuse moves that do not say which revision they were decided on.
        #[arg(long, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
        require_if_match: Option<bool>,
        /// The promoters who may move it, with commas between; '' for every promoter.
        #[arg(long, value_name = "NAMES", value_parser = parse_promoters)]
        promoters: Option<Promoters>,
    },
    /// Let a channel serve nothing.
    #[command(after_help = "Example:\n  registry channel clear acme/fraud staging --reason 'end of the trial'")]
    Clear {
        /// The model: `ns/model`.
        #[arg(value_parser = super::whole_model)]
        model: Reference,
        /// The channel.
        channel: ChannelName,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
}

/// Those of the promoters who may move a channel; none for all of them.
#[derive(Debug, Clone)]
pub(crate) struct Promoters(pub(crate) Vec<PrincipalName>);

fn parse_promoters(text: &str) -> Result<Promoters, NameError> {
    if text.is_empty() {
        return Ok(Promoters(Vec::new()));
    }
    text.split(',').map(str::parse).collect::<Result<_, _>>().map(Promoters)
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Shows the plan and asks, on a terminal; --yes does not ask.

Example:
  registry promote acme/fraud@1.3.0 --to production --reason 'passed the shadow run'")]
pub(crate) struct Promote {
    /// The version: `ns/model@1.2.3`.
    pub(crate) reference: Reference,
    /// The channel.
    #[arg(long, value_name = "CHANNEL")]
    pub(crate) to: ChannelName,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// Let the channel take a major step.
    #[arg(long)]
    pub(crate) allow_major: bool,
    /// Only if the channel still has this revision.
    #[arg(long, value_name = "N")]
    pub(crate) if_revision: Option<u64>,
    /// Show the plan and do nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Do not ask.
    #[arg(long)]
    pub(crate) yes: bool,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Goes to the most recent earlier version that can still be served; again, and it goes further back.
Shows the plan and asks, on a terminal; --yes does not ask.

Example:
  registry rollback acme/fraud --channel production --reason 'scores drift since 14:00'"
)]
pub(crate) struct Rollback {
    /// The model: `ns/model`.
    #[arg(value_parser = super::whole_model)]
    pub(crate) model: Reference,
    /// The channel.
    #[arg(long, value_name = "CHANNEL")]
    pub(crate) channel: ChannelName,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    /// Go to this version; the channel must have served it before.
    #[arg(long, value_name = "VERSION")]
    pub(crate) to: Option<Version>,
    /// Refuse to go to any other version than this.
    #[arg(long, value_name = "VERSION")]
    pub(crate) expect: Option<Version>,
    /// Refuse instead of passing over versions that cannot be served.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Show the plan and do nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Do not ask.
    #[arg(long)]
    pub(crate) yes: bool,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

fn time(text: &str) -> Result<Timestamp, String> {
    text.parse().map_err(|_| "it is no time; write it with its zone, as in 2026-05-01T00:00:00Z".to_owned())
}
