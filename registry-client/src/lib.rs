//! The Rust client of the model registry, generated from its OpenAPI document.
//!
//! Every operation of the API is a method of [`Client`] with a builder; its name is the `operationId` of the document.
//! A refusal is [`Error::ErrorResponse`] with the [`types::Problem`] that the server sent, and for a version number that
//! lies its `violations` say why.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let registry = registry_client::connect("http://127.0.0.1:8787", None)?;
//! let found = registry.resolve_version().namespace("acme").model("iris").ref_("^1.0").send().await?;
//! println!("{} {}", found.version, found.digest);
//! # Ok(())
//! # }
//! ```
//!
//! Bytes stream both ways: [`Client::send_upload`] takes anything that becomes a [`reqwest::Body`], and [`open_file`]
//! answers a [`ByteStream`].

mod connect;
mod file;
#[rustfmt::skip]
#[allow(warnings, clippy::all, clippy::pedantic)]
mod generated;

pub use connect::{ConnectError, connect, connect_with};
pub use file::{FileError, Wanted, open_file};
pub use generated::{ByteStream, Client, ClientInfo, Error, ResponseValue, builder, types};
pub use reqwest;
