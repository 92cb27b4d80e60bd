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
//! Bytes stream both ways: [`Client::send_upload`] takes anything that becomes a [`reqwest::Body`], such as a
//! [`sized_body`], and [`open_file`] answers a [`ByteStream`]. Any other answer is an error when it has more than
//! [`MAX_ANSWER`] bytes. A failure that is no problem, such as the page of a proxy, becomes one with the code
//! `foreign-answer`.

mod body;
mod connect;
mod file;
#[rustfmt::skip]
#[allow(warnings, clippy::all, clippy::pedantic)]
mod generated;
mod hooks;

pub use body::sized_body;
pub use connect::{ConnectError, connect, connect_with, is_loopback, without_redirects};
pub use file::{FileError, Wanted, open_file, open_file_by};
pub use generated::{ByteStream, Client, ClientInfo, Error, ResponseValue, builder, types};
pub use hooks::{MAX_ANSWER, is_too_long, send};
pub use reqwest;
