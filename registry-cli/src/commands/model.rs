//! `registry model`: list, show, create, archive and restore models.

use std::process::ExitCode;

use registry_core::reference::Reference;
use serde_json::{Value, json};

use super::list::{self, text, time};
use crate::args::{Format, ModelCommand, OneModel};
use crate::client::context::Target;
use crate::client::reference::path_of;
use crate::client::{Answer, Client};
use crate::error::CliError;
use crate::output::Output;

const KEYS: &[&str] =
    &["namespace", "name", "description", "latest", "versions", "labels", "created_at", "archived_at"];

pub(super) fn run(command: &ModelCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    match command {
        ModelCommand::List { namespace, listing } => {
            let path = format!("/api/v1/namespaces/{namespace}/models");
            let columns: [list::Column; 4] = [
                ("model", |model| text(model, "name")),
                ("created", |model| time(model, "created_at")),
                ("archived", |model| time(model, "archived_at")),
                ("description", |model| text(model, "description")),
            ];
            list::print(&client, &path, (&columns, |model: &Value| text(model, "name")), listing, out)?;
        }
        ModelCommand::Show(one) => print(&client.get(&path_of(&one.model))?, one.output, out)?,
        ModelCommand::Create { model, description } => create(&client, model, description.as_deref(), out)?,
        ModelCommand::Archive(one) => act(&client, one, "archive", out)?,
        ModelCommand::Restore(one) => act(&client, one, "restore", out)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn act(client: &Client, one: &OneModel, action: &str, out: &mut Output) -> Result<(), CliError> {
    let answer = client.post(&format!("{}/{action}", path_of(&one.model)), &json!({}))?;
    print(&answer, one.output, out)
}

fn create(client: &Client, model: &Reference, description: Option<&str>, out: &mut Output) -> Result<(), CliError> {
    let namespaces = "/api/v1/namespaces";
    match client.post(namespaces, &json!({"name": model.namespace})) {
        Ok(_) => {}
        Err(CliError::Problem(problem)) if problem.code == "namespace-exists" => {}
        Err(error) => return Err(error),
    }
    let path = format!("{namespaces}/{}/models", model.namespace);
    let answer = client.post(&path, &json!({"name": model.model, "description": description.unwrap_or_default()}))?;
    print(&answer, Format::Table, out)
}

fn print(answer: &Answer, format: Format, out: &mut Output) -> Result<(), CliError> {
    match format {
        Format::Json => out.json(&answer.value),
        Format::Table => list::object(&answer.value, KEYS, out),
    }
}
