//! Writes the OpenAPI document of the server to standard output, with `3.0` as OpenAPI 3.0.3; `cargo xtask openapi` keeps both.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let document = if std::env::args().nth(1).as_deref() == Some("3.0") {
        registry_server::openapi_3_0()
    } else {
        registry_server::openapi()
    };
    std::io::stdout().write_all(document.as_bytes())
}
