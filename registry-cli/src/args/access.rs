//! The arguments of the commands about who may do what: `whoami`, `token`, `principal`, `member` and `namespace`.

use clap::{Args as ClapArgs, Subcommand, value_parser};
use registry_core::access::{Role, Scope};
use registry_core::name::{NamespaceName, PrincipalName};

use super::{Format, Listing};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:\n  registry whoami -o json")]
pub(crate) struct Whoami {
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TokenCommand {
    /// List tokens, the oldest first; their secrets are kept nowhere.
    #[command(after_help = "Examples:
  registry token list
  registry token list --of fraud-ci")]
    List {
        #[command(flatten)]
        owner: Owner,
        #[command(flatten)]
        listing: Listing,
    },
    /// Make a token. Its secret is printed this once.
    #[command(
        after_help = "A scope is ACTION[,ACTION]:NAMESPACE[/MODEL][:CHANNEL]. The actions are read, publish, promote and
admin; each of them reads, too. In names, `*` stands for any characters. A token may do what one of
its scopes allows, and never more than whom it stands for. Without --scope it may do all of that.

The secret is all of standard output. A token that is limited makes no tokens.

Examples:
  registry token create --description laptop --days 30
  registry token create --of fraud-ci --scope 'publish:acme/fraud-*' > fraud-ci.token
  registry token create --scope 'publish:acme/fraud' --scope 'promote:acme/fraud:staging'"
    )]
    Create {
        #[command(flatten)]
        owner: Owner,
        /// What it is for.
        #[arg(long, value_name = "TEXT")]
        description: Option<String>,
        /// What it may do, and where; may be repeated.
        #[arg(long = "scope", value_name = "SCOPE")]
        scopes: Vec<Scope>,
        /// For how many days it is good, from 1 to 366.
        #[arg(long, value_name = "N", default_value_t = 90, value_parser = value_parser!(u32).range(1..=366))]
        days: u32,
        /// The form of the answer.
        #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
        output: Format,
    },
    /// Revoke a token: it opens nothing from then on, on any server a second later at most.
    #[command(after_help = "Examples:
  registry token revoke 01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e
  registry token revoke --of fraud-ci 01998a4e-7f7a-7c51-9d4e-3f2a1b0c9d8e")]
    Revoke {
        /// The id of the token, which `token list` shows.
        id: String,
        #[command(flatten)]
        owner: Owner,
        /// The form of the answer.
        #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
        output: Format,
    },
}

/// Whose tokens are meant.
#[derive(Debug, ClapArgs)]
pub(crate) struct Owner {
    /// Whose, for administrators of the registry [default: one's own].
    #[arg(long, value_name = "PRINCIPAL")]
    pub(crate) of: Option<PrincipalName>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PrincipalCommand {
    /// List principals by name.
    #[command(after_help = "Example:\n  registry principal list")]
    List {
        #[command(flatten)]
        listing: Listing,
    },
    /// Show a principal.
    #[command(after_help = "Example:\n  registry principal show fraud-ci")]
    Show(OnePrincipal),
    /// Make a principal. It may do nothing yet: make it a member of a namespace, and make it a token.
    #[command(after_help = "Examples:
  registry principal create ada --description 'Ada of the fraud team'
  registry principal create fraud-ci --service --description 'the pipeline of the fraud models'")]
    Create {
        #[command(flatten)]
        one: OnePrincipal,
        /// It is a program: a pipeline, a server.
        #[arg(long)]
        service: bool,
        /// What people should know about it.
        #[arg(long, value_name = "TEXT")]
        description: Option<String>,
    },
    /// Let none of its tokens open anything; they stay, and so do its roles.
    #[command(after_help = "Example:\n  registry principal disable ada")]
    Disable(OnePrincipal),
    /// Let its tokens open again what they may.
    #[command(after_help = "Example:\n  registry principal enable ada")]
    Enable(OnePrincipal),
}

/// One principal, and how it is printed.
#[derive(Debug, ClapArgs)]
pub(crate) struct OnePrincipal {
    /// The principal.
    pub(crate) name: PrincipalName,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

/// What the namespace of the registry itself stands for.
const REGISTRY: &str =
    "The members of the namespace `registry` look after the registry as a whole: its admins are admins
of every namespace, make principals and namespaces, and make tokens for others.";

#[derive(Debug, Subcommand)]
pub(crate) enum MemberCommand {
    /// List the members of a namespace, by name.
    #[command(after_help = format!("{REGISTRY}\n\nExamples:\n  registry member list acme\n  registry member list registry"))]
    List {
        /// The namespace.
        namespace: NamespaceName,
        #[command(flatten)]
        listing: Listing,
    },
    /// Give a principal these roles in a namespace, in place of those that it has.
    #[command(after_help = format!("A reader reads, also where the namespace is private; a publisher reads and publishes; a promoter
reads and moves channels; an admin does everything.

{REGISTRY}

Examples:
  registry member set acme ada --role publisher --role promoter
  registry member set registry grace --role admin"))]
    Set {
        #[command(flatten)]
        one: OneMember,
        /// A role: reader, publisher, promoter or admin; may be repeated.
        #[arg(long = "role", value_name = "ROLE", required = true, value_parser = parse_role)]
        roles: Vec<Role>,
    },
    /// Take all roles in a namespace from a principal.
    #[command(after_help = format!("{REGISTRY}\n\nExample:\n  registry member remove acme ada"))]
    Remove(OneMember),
}

/// One member, and how it is printed.
#[derive(Debug, ClapArgs)]
pub(crate) struct OneMember {
    /// The namespace; `registry` for the registry as a whole.
    pub(crate) namespace: NamespaceName,
    /// The principal.
    pub(crate) principal: PrincipalName,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

#[derive(Debug, Subcommand)]
pub(crate) enum NamespaceCommand {
    /// List the namespaces that one may see.
    #[command(after_help = "Example:\n  registry namespace list")]
    List {
        #[command(flatten)]
        listing: Listing,
    },
    /// Show a namespace.
    #[command(after_help = "Example:\n  registry namespace show acme")]
    Show(OneNamespace),
    /// Make a namespace, as an administrator of the registry.
    #[command(after_help = "To all but its members a private namespace is not there.

Examples:
  registry namespace create acme --description 'models of the fraud team'
  registry namespace create secret --private")]
    Create {
        #[command(flatten)]
        one: OneNamespace,
        /// Only members see it.
        #[arg(long)]
        private: bool,
        /// What people should know about it.
        #[arg(long, value_name = "TEXT")]
        description: Option<String>,
    },
    /// Change a namespace; what is not named stays as it is.
    #[command(after_help = "Examples:
  registry namespace update acme --private true
  registry namespace update acme --private false --description 'models of the fraud team'")]
    #[command(group(clap::ArgGroup::new("change").required(true).multiple(true)))]
    Update {
        #[command(flatten)]
        one: OneNamespace,
        /// Whether only members see it.
        #[arg(long, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true", group = "change")]
        private: Option<bool>,
        /// What people should know about it.
        #[arg(long, value_name = "TEXT", group = "change")]
        description: Option<String>,
        /// The most bytes that its files may take; 0 is no limit. For administrators of the registry.
        #[arg(long, value_name = "BYTES", group = "change")]
        quota: Option<u64>,
    },
}

/// One namespace, and how it is printed.
#[derive(Debug, ClapArgs)]
pub(crate) struct OneNamespace {
    /// The namespace.
    pub(crate) name: NamespaceName,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: Format,
}

fn parse_role(text: &str) -> Result<Role, String> {
    super::parse_word(text, &Role::ALL)
}
