//! `registry model`: list, show, create, archive and restore models.

use std::collections::BTreeMap;
use std::process::ExitCode;

use registry_client::types::{Model, ModelCreate, NamespaceCreate, Nothing};
use registry_core::reference::Reference;

use super::list::{self, Page, page, time};
use super::whoami;
use crate::args::{Format, ModelCommand};
use crate::client::context::Target;
use crate::client::reference::about;
use crate::client::{Api, Client};
use crate::error::CliError;
use crate::output::Output;

const KEYS: &[&str] =
    &["namespace", "name", "description", "latest", "versions", "labels", "created_at", "archived_at"];

pub(super) fn run(command: &ModelCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    match command {
        ModelCommand::List { namespace, listing } => {
            let columns: [list::Column<Model>; 4] = [
                ("model", |model| model.name.clone()),
                ("created", |model| time(model.created_at)),
                ("archived", |model| model.archived_at.map(time).unwrap_or_default()),
                ("description", |model| model.description.clone()),
            ];
            let name = |model: &Model| model.name.clone();
            let send = async |api: &Api, page: &Page| page!(api.list_models().namespace(namespace.as_str()), page);
            list::print(&client, &send, (&columns, name), listing, out)?;
        }
        ModelCommand::Show(one) => {
            let model = client.get(async |api| about!(api.get_model(), one.model).send().await)?;
            print(&model, one.output, out)?;
        }
        ModelCommand::Create { model, description } => create(&client, model, description.as_deref(), out)?,
        ModelCommand::Archive(one) => {
            let archived = client.post(async |api, key| {
                about!(api.archive_model(), one.model).idempotency_key(key).body(Nothing {}).send().await
            })?;
            print(&archived, one.output, out)?;
        }
        ModelCommand::Restore(one) => {
            let restored = client.post(async |api, key| {
                about!(api.restore_model(), one.model).idempotency_key(key).body(Nothing {}).send().await
            })?;
            print(&restored, one.output, out)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn create(client: &Client, model: &Reference, description: Option<&str>, out: &mut Output) -> Result<(), CliError> {
    let description = Some(description.unwrap_or_default().to_owned());
    let body = ModelCreate { name: model.model.to_string(), description, labels: BTreeMap::new() };
    let create = || {
        client.post(async |api, key| {
            api.create_model().namespace(model.namespace.as_str()).idempotency_key(key).body(body.clone()).send().await
        })
    };
    let created = match create() {
        // Others than administrators are not to try what they may not: that would stand in the log of the registry.
        Err(CliError::Problem(problem)) if problem.code() == "namespace-not-found" && makes_namespaces(client)? => {
            create_namespace(client, model)?;
            create()?
        }
        other => other?,
    };
    print(&created, Format::Table, out)
}

/// Whether one may make namespaces.
fn makes_namespaces(client: &Client) -> Result<bool, CliError> {
    let me = whoami::me(client)?;
    Ok(me.administrator && me.token.scopes.is_none())
}

/// Makes the namespace of a model.
fn create_namespace(client: &Client, model: &Reference) -> Result<(), CliError> {
    let body = NamespaceCreate { name: model.namespace.to_string(), private: None, description: None };
    match client.post(async |api, key| api.create_namespace().idempotency_key(key).body(body.clone()).send().await) {
        Err(CliError::Problem(problem)) if problem.code() == "namespace-exists" => Ok(()),
        other => other.map(drop),
    }
}

fn print(model: &Model, format: Format, out: &mut Output) -> Result<(), CliError> {
    list::one(model, KEYS, format, out)
}
