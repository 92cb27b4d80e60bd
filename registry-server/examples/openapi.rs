//! Writes the OpenAPI document of the server to standard output; `cargo xtask openapi` keeps it.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(registry_server::openapi().as_bytes())
}
