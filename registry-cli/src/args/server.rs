//! The arguments of the commands that ask a server.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use jiff::Timestamp;
use registry_core::name::{ChannelName, NamespaceName};
use registry_core::reference::Reference;
use registry_core::version::{Line, Version};

use super::Format;

/// How a list is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people.
    Table,
    /// For programs: the API's object.
    Json,
    /// One object a line.
    Ndjson,
    /// One name a line.
    Name,
}

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
    /// Upload and judge, and publish nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

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

/// A list, and how it is printed.
#[derive(Debug, ClapArgs)]
pub(crate) struct Listing {
    /// The most rows.
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(crate) limit: u32,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: ListFormat,
}

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
    pub(crate) model: Reference,
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
        model: Reference,
        #[command(flatten)]
        listing: Listing,
    },
    /// Show a version.
    #[command(after_help = "Example:\n  registry version show acme/fraud@production")]
    Show(OneModel),
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

#[derive(Debug, Subcommand)]
pub(crate) enum ChannelCommand {
    /// List the channels of a model.
    #[command(after_help = "Example:\n  registry channel list acme/fraud")]
    List {
        /// The model: `ns/model`.
        model: Reference,
        #[command(flatten)]
        listing: Listing,
    },
    /// Show what a channel serves, now or at a time.
    #[command(after_help = "Example:\n  registry channel show acme/fraud production --at 2026-05-01T00:00:00Z")]
    Show {
        /// The model: `ns/model`.
        model: Reference,
        /// The channel.
        channel: ChannelName,
        /// The time.
        #[arg(long, value_name = "TIME")]
        at: Option<Timestamp>,
        /// The form of the answer.
        #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
        output: Format,
    },
    /// Show every move of a channel, the newest first.
    #[command(after_help = "Example:\n  registry channel history acme/fraud production")]
    History {
        /// The model: `ns/model`.
        model: Reference,
        /// The channel.
        channel: ChannelName,
        #[command(flatten)]
        listing: Listing,
    },
    /// Change the policy of a channel; what is not named stays as it is.
    #[command(
        after_help = "Example:\n  registry channel policy acme/fraud production --constraint '^2' --require-if-match"
    )]
    Policy {
        /// The model: `ns/model`.
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
    },
    /// Let a channel serve nothing.
    #[command(after_help = "Example:\n  registry channel clear acme/fraud staging --reason 'end of the trial'")]
    Clear {
        /// The model: `ns/model`.
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

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:\n  registry events --namespace acme -o ndjson")]
pub(crate) struct Events {
    /// The namespace.
    #[arg(long, value_name = "NS")]
    pub(crate) namespace: NamespaceName,
    /// Only events after this number.
    #[arg(long, value_name = "SEQ", default_value_t = 0)]
    pub(crate) after: u64,
    #[command(flatten)]
    pub(crate) listing: Listing,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:\n  registry search fraud")]
pub(crate) struct Search {
    /// A part of a name.
    pub(crate) text: String,
    #[command(flatten)]
    pub(crate) listing: Listing,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AdminCommand {
    /// Check that every version has its bytes.
    #[command(
        after_help = "Exits with 11 when something is missing or wrong.\n\nExample:\n  registry admin fsck --deep"
    )]
    Fsck {
        /// Read every byte and check its digest.
        #[arg(long)]
        deep: bool,
        /// The form of the answer.
        #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
        output: Format,
    },
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "The token is read from REGISTRY_TOKEN, or from a file, or asked for; never from the arguments.

Example:
  registry login --token-file registry-data/admin-token")]
pub(crate) struct Login {
    /// The name of the context.
    #[arg(long, value_name = "NAME", default_value = "default")]
    pub(crate) name: String,
    /// A file that holds the token.
    #[arg(long, value_name = "FILE")]
    pub(crate) token_file: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:\n  registry logout")]
pub(crate) struct Logout {}

#[derive(Debug, Subcommand)]
pub(crate) enum ContextCommand {
    /// List the contexts.
    #[command(after_help = "Example:\n  registry context list")]
    List,
    /// Choose a context.
    #[command(after_help = "Example:\n  registry context use staging")]
    Use {
        /// The name.
        name: String,
    },
    /// Remove a context with its token.
    #[command(after_help = "Example:\n  registry context rm staging")]
    Rm {
        /// The name.
        name: String,
    },
}

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

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:\n  registry api GET /api/v1/meta")]
pub(crate) struct Api {
    /// The method.
    pub(crate) method: String,
    /// The path, from /api on.
    pub(crate) path: String,
    /// A file with the JSON body, `-` for standard input.
    #[arg(long, value_name = "FILE")]
    pub(crate) body: Option<PathBuf>,
}
