//! The server from outside, over HTTP: one story a file, all in one program, which links once.

mod namespaces;
mod openapi;
mod problems;
mod server;
mod support;
