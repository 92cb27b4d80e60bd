//! The HTTP server of the model registry, as a library, so that tests start it as the binary does.
#![forbid(unsafe_code)]

mod api;
pub mod config;
pub mod database;
mod http;
mod lock;
mod service;
pub mod startup;
pub mod telemetry;

pub use http::document::{openapi, openapi_3_0};
