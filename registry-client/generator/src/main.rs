//! Writes the Rust client that progenitor makes of an OpenAPI 3.0 document to standard output.
//!
//! Usage: `registry-client-generator openapi-3.0.json`

mod document;

use std::error::Error;

use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TypeImpl};
use schemars::schema::{InstanceType, SchemaObject};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which document? Say its path")?;
    let document = document::read(&std::fs::read_to_string(&path)?)?;
    print!("{}", client(&document)?);
    Ok(())
}

fn client(document: &openapiv3::OpenAPI) -> Result<String, Box<dyn Error>> {
    let mut settings = GenerationSettings::new();
    // Builders: a parameter that the API gains must not break who calls without it.
    settings.with_interface(InterfaceStyle::Builder).with_map_type("::std::collections::BTreeMap");
    // The times of the rest of the workspace.
    for (format, name) in [("date-time", "::jiff::Timestamp"), ("date", "::jiff::civil::Date")] {
        settings.with_conversion(text_of(format), name, [TypeImpl::Display, TypeImpl::FromStr].into_iter());
    }
    let code = Generator::new(&settings).generate_tokens(document)?;
    Ok(prettyplease::unparse(&syn::parse2(code)?))
}

fn text_of(format: &str) -> SchemaObject {
    SchemaObject {
        instance_type: Some(InstanceType::String.into()),
        format: Some(format.to_owned()),
        ..SchemaObject::default()
    }
}
