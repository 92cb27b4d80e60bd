//! The arguments of every command. Every `--help` ends with an example.

mod access;
mod channel;
mod fetch;
mod init;
mod list;
mod model;
mod publish;
mod server;
mod slips;
mod version;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use registry_core::compat::Profile;
use registry_core::contract::Consumption;
use registry_core::reference::{Reference, ReferenceError};
use registry_core::version::Version;

pub(crate) use access::*;
pub(crate) use channel::*;
pub(crate) use fetch::*;
pub(crate) use init::Init;
pub(crate) use list::*;
pub(crate) use model::*;
pub(crate) use publish::*;
pub(crate) use server::*;
pub(crate) use slips::meant_by;
pub(crate) use version::*;

/// The model registry that refuses a version number that lies.
#[derive(Debug, Parser)]
#[command(name = "registry", version, about, max_term_width = 100, disable_help_subcommand = true)]
#[command(after_help = "Examples:
  registry inspect model.onnx
  registry diff examples/iris/1.0.0.onnx examples/iris/2.0.0.onnx
  registry publish model.onnx --model acme/fraud --bump auto
  registry promote acme/fraud@1.3.0 --to production
  registry rollback acme/fraud --channel production --reason 'scores drift'
  registry token create --of fraud-ci --scope 'publish:acme/fraud-*'

Environment: REGISTRY_URL and REGISTRY_TOKEN name the server and the token; REGISTRY_TIMEOUT says
how many seconds the server may be silent [default: 60].

Exit codes: 0 ok, 1 unexpected, 2 usage or invalid input, 3 not signed in, 4 forbidden, 5 not found,
6 conflict or stale, 7 incompatible, 9 rate limited, 10 unavailable, 11 a digest does not hold")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show the contract that is read out of model files.
    Inspect(Inspect),
    /// Show what changed between two models, and which bump that requires.
    Diff(Diff),
    /// Ask whether a model may be published under a number.
    Check(Asking<Check>),
    /// Publish a model.
    Publish(Asking<Publish>),
    /// Explain a rule, or list all of them.
    Explain(Explain),
    /// Find the one version that a reference means.
    Resolve(Asking<Resolve>),
    /// Fetch the files of a version, verified.
    Pull(Asking<Pull>),
    /// Write down which version a reference means now, with its digests.
    Lock(Asking<Lock>),
    /// List, show, create and archive models.
    Model(AskingOneOf<ModelCommand>),
    /// List and show versions, and change their state.
    Version(AskingOneOf<VersionCommand>),
    /// List and show channels, and their history.
    Channel(AskingOneOf<ChannelCommand>),
    /// Let a channel serve a version.
    Promote(Asking<Promote>),
    /// Let a channel serve the version that it served before.
    Rollback(Asking<Rollback>),
    /// Show what happened in a namespace.
    Events(Asking<Events>),
    /// Find models by name.
    Search(Asking<Search>),
    /// Check the registry itself.
    Admin(AskingOneOf<AdminCommand>),
    /// List, show, create and change namespaces.
    Namespace(AskingOneOf<NamespaceCommand>),
    /// Say who may do what in a namespace, or in the registry as a whole.
    Member(AskingOneOf<MemberCommand>),
    /// List, show, create, disable and enable users and service accounts.
    Principal(AskingOneOf<PrincipalCommand>),
    /// List, create and revoke tokens.
    Token(AskingOneOf<TokenCommand>),
    /// Show who one is to a server, and what one may do.
    Whoami(Asking<Whoami>),
    /// Save a server and a token.
    Login(Asking<Login>),
    /// Forget the token of a context.
    Logout(Asking<Logout>),
    /// List, choose and remove saved servers.
    #[command(subcommand)]
    Context(ContextCommand),
    /// Write a registry.toml for the model in this folder.
    Init(Init),
    /// Call any route of the API.
    Api(Asking<Api>),
    /// Print a completion script for a shell.
    Completions(Completions),
}

/// How data is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Table,
    /// For programs: the same object as the API's.
    Json,
}

/// How a report is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people.
    Table,
    /// For programs: the verdict.
    Json,
    /// Annotations of a pull request.
    Github,
}

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "The files together are one model: the model file, and beside it config.json, MLmodel, tokenizer.json
and so on. A folder stands for all files in it.

Example:
  registry inspect examples/reviews/1.0.0"
)]
pub(crate) struct Inspect {
    /// The files of one model, or one folder.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Read every byte, for the digests of the weights and of the content.
    #[arg(long)]
    pub(crate) digests: bool,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

/// What a judgement depends on, beside the two models.
#[derive(Debug, ClapArgs)]
pub(crate) struct Judgement {
    /// How requests reach the model [default: serving-json, or what the policy says].
    #[arg(long, value_name = "PROFILE", value_parser = parse_profile)]
    pub(crate) profile: Option<Profile>,
    /// How consumers use a model that does not say so itself: endpoint or artifact.
    #[arg(long, value_name = "CONSUMPTION", value_parser = parse_consumption)]
    pub(crate) consumption: Option<Consumption>,
    /// A policy file (TOML) with overrides of rules.
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// Do not read the weights: changes of the weights alone are then not seen.
    #[arg(long)]
    pub(crate) skip_weights: bool,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: ReportFormat,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  registry diff examples/iris/1.0.0.onnx examples/iris/2.0.0.onnx
  registry diff --from 1.0.0 --as 1.1.0 examples/iris/1.0.0.onnx examples/iris/1.1.0.onnx
  registry diff --exit-code old/ new/          exits with 7 when the changes need a major version")]
pub(crate) struct Diff {
    /// The old model: a file, or a folder.
    pub(crate) old: PathBuf,
    /// The new model: a file, or a folder.
    pub(crate) new: PathBuf,
    /// The version number of the old model.
    #[arg(long, value_name = "VERSION", requires = "as_version")]
    pub(crate) from: Option<Version>,
    /// The version number that the new model is to get.
    #[arg(long = "as", value_name = "VERSION", requires = "from")]
    pub(crate) as_version: Option<Version>,
    /// Exit with 7 when the changes need a major version, or more than `--as` announces.
    #[arg(long)]
    pub(crate) exit_code: bool,
    #[command(flatten)]
    pub(crate) judgement: Judgement,
}

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Exits with 0 when the number is acceptable, with 7 when it is too small, and with 6 when it is taken
or nothing changed.

Examples:
  registry check --from 1.0.0 --as 1.1.0 examples/iris/1.0.0.onnx examples/iris/2.0.0.onnx
  registry check model.onnx --model acme/fraud --version 1.3.0        asks the server
  registry check .                                                    with a registry.toml"
)]
pub(crate) struct Check {
    /// With --from: the published model and the model to publish. Without: the model to publish, which the server compares
    /// with what is live [default: the current folder].
    #[arg(value_name = "PATH", num_args = 0..=2)]
    pub(crate) paths: Vec<PathBuf>,
    /// The version number of the published model, when it is a file.
    #[arg(long, value_name = "VERSION", requires = "as_version", conflicts_with_all = ["model", "version", "bump"])]
    pub(crate) from: Option<Version>,
    /// The version number that the new model is to get, with --from.
    #[arg(long = "as", value_name = "VERSION", requires = "from")]
    pub(crate) as_version: Option<Version>,
    /// The model on the server [default: that of registry.toml].
    #[arg(long, value_name = "NS/MODEL")]
    pub(crate) model: Option<Reference>,
    #[command(flatten)]
    pub(crate) number: Number,
    #[command(flatten)]
    pub(crate) judgement: Judgement,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  registry explain input.dim.changed
  registry explain --list")]
pub(crate) struct Explain {
    /// The id of the rule.
    #[arg(required_unless_present = "list", conflicts_with = "list")]
    pub(crate) rule: Option<String>,
    /// List all rules.
    #[arg(long)]
    pub(crate) list: bool,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "With --versions no server is asked, and REFERENCE is a selector alone. The list is text with one version a
line, or JSON: {\"versions\": [{\"version\": \"1.2.0\", \"state\": \"active\"}], \"channels\": {\"production\": \"1.2.0\"}}

Examples:
  registry resolve 'acme/fraud@^2.1'
  registry resolve acme/fraud@production
  printf '1.2.0\\n1.3.1\\n2.0.0\\n' | registry resolve --versions - '^1.2'"
)]
pub(crate) struct Resolve {
    /// What is asked for: `ns/model@SELECTOR`, where the selector is `1.2.3`, `^1.2`, `latest`, a channel or `sha256:…`.
    #[arg(value_name = "REFERENCE")]
    pub(crate) reference: String,
    /// A list of versions instead of a server, `-` for standard input.
    #[arg(long, value_name = "FILE")]
    pub(crate) versions: Option<PathBuf>,
    /// Serve the latest version when the one asked for is not there.
    #[arg(long)]
    pub(crate) fallback_latest: bool,
    /// Let ranges find pre-releases.
    #[arg(long)]
    pub(crate) prereleases: bool,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:
  registry completions bash > /etc/bash_completion.d/registry")]
pub(crate) struct Completions {
    /// The shell.
    pub(crate) shell: clap_complete::Shell,
}

fn parse_profile(text: &str) -> Result<Profile, String> {
    parse_word(text, &[Profile::ServingJson, Profile::ServingTensor])
}

fn parse_consumption(text: &str) -> Result<Consumption, String> {
    parse_word(text, &[Consumption::Endpoint, Consumption::Artifact])
}

/// Reads a word in the spelling that JSON and policies use.
fn parse_word<T: serde::Serialize + Copy>(text: &str, choices: &[T]) -> Result<T, String> {
    let spelled = |choice: &T| registry_core::canonical::value_of(choice).as_str().unwrap_or_default().to_owned();
    let found = choices.iter().find(|choice| spelled(choice) == text).copied();
    found.ok_or_else(|| format!("choose one of: {}", choices.iter().map(spelled).collect::<Vec<_>>().join(", ")))
}

/// A model, without a version: a command that is about all of it must not pass over a version that was written.
fn whole_model(text: &str) -> Result<Reference, String> {
    let reference: Reference = text.parse().map_err(|error: ReferenceError| error.to_string())?;
    match text.split_once('@') {
        None => Ok(reference),
        Some((model, _)) => {
            Err(format!("this is about the whole model: write `{model}` (`rollback` takes a version by --to)"))
        }
    }
}
