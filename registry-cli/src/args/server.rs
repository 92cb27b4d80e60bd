//! Which server is asked, and the arguments of the commands about a server as such.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

use super::Format;
use crate::client::context::Target;

/// Which server is asked.
#[derive(Debug, Clone, ClapArgs)]
pub(crate) struct ServerArgs {
    /// The server; without it `REGISTRY_URL`, the current context, or <http://127.0.0.1:8787>.
    #[arg(long, global = true, value_name = "URL", help_heading = "Server")]
    url: Option<String>,
    /// The context to use instead of the current one.
    #[arg(long, global = true, value_name = "NAME", help_heading = "Server")]
    context: Option<String>,
}

impl ServerArgs {
    /// Where the options say to go.
    pub(crate) fn target(&self) -> Target {
        Target { url: self.url.clone(), context: self.context.clone() }
    }
}

/// A command that asks a server.
#[derive(Debug, ClapArgs)]
pub(crate) struct Asking<T: ClapArgs> {
    #[command(flatten)]
    pub(crate) server: ServerArgs,
    #[command(flatten)]
    pub(crate) what: T,
}

/// A group of commands that ask a server.
#[derive(Debug, ClapArgs)]
pub(crate) struct AskingOneOf<T: Subcommand> {
    #[command(flatten)]
    pub(crate) server: ServerArgs,
    #[command(subcommand)]
    pub(crate) what: T,
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
#[command(after_help = "Examples:
  registry api GET /api/v1/meta
  registry api PUT /api/v1/namespaces/acme/policy --if-match 3 --body policy.json")]
pub(crate) struct Api {
    /// The method.
    pub(crate) method: String,
    /// The path, from /api on.
    pub(crate) path: String,
    /// A file with the JSON body, `-` for standard input.
    #[arg(long, value_name = "FILE")]
    pub(crate) body: Option<PathBuf>,
    /// The `revision` of what was read and is to be changed: if it has changed since, nothing is done.
    #[arg(long, value_name = "REVISION")]
    pub(crate) if_match: Option<u64>,
}
