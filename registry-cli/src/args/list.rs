//! How lists are printed, and the commands that are nothing but a list.

use clap::{Args as ClapArgs, ValueEnum, value_parser};
use registry_core::name::NamespaceName;

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

/// A list, and how it is printed.
#[derive(Debug, ClapArgs)]
pub(crate) struct Listing {
    /// The most rows, from 1 to 100000.
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = value_parser!(u32).range(1..=100_000))]
    pub(crate) limit: u32,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value = "table", value_name = "FORMAT")]
    pub(crate) output: ListFormat,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:\n  registry events --namespace acme -o ndjson")]
pub(crate) struct Events {
    /// The namespace.
    #[arg(long, value_name = "NS")]
    pub(crate) namespace: NamespaceName,
    /// Only events after this number, the oldest first; without it, the newest ones.
    #[arg(long, value_name = "SEQ")]
    pub(crate) after: Option<u64>,
    #[command(flatten)]
    pub(crate) listing: Listing,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Example:\n  registry search fraud")]
pub(crate) struct Search {
    /// A part of a name.
    #[arg(value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(crate) text: String,
    #[command(flatten)]
    pub(crate) listing: Listing,
}
