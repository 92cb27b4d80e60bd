//! The rules of the model registry, as pure functions: no input or output, no clock, no async runtime.
//! Time and identifiers are arguments.
#![forbid(unsafe_code)]

pub mod access;
pub mod bump;
pub mod canonical;
pub mod channel;
pub mod compat;
pub mod contract;
pub mod declared;
pub mod digest;
pub mod lifecycle;
pub mod manifest;
pub mod model;
pub mod name;
pub mod publish;
pub mod range;
pub mod reference;
pub mod resolve;
pub mod selector;
pub mod state;
pub mod text;
pub mod version;
