//! `registry namespace`: list, show, create and change namespaces.

use std::process::ExitCode;

use registry_client::types::{Namespace, NamespaceCreate, NamespaceUpdate};

use super::list::{self, Page, page, time};
use crate::args::{NamespaceCommand, OneNamespace};
use crate::client::context::Target;
use crate::client::{Api, Client, entity_tag};
use crate::error::CliError;
use crate::output::Output;

const KEYS: &[&str] = &["name", "private", "description", "quota_bytes", "revision", "created_at"];

pub(super) fn run(command: &NamespaceCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    match command {
        NamespaceCommand::List { listing } => {
            let name = |namespace: &Namespace| namespace.name.clone();
            let columns: [list::Column<Namespace>; 4] = [
                ("namespace", name),
                ("private", |namespace| if namespace.private { "private".to_owned() } else { String::new() }),
                ("created", |namespace| time(namespace.created_at)),
                ("description", |namespace| namespace.description.clone()),
            ];
            let send = async |api: &Api, page: &Page| page!(api.list_namespaces(), page);
            list::print(&client, &send, (&columns, name), listing, out)?;
        }
        NamespaceCommand::Show(one) => print(&show(&client, one)?, one, out)?,
        NamespaceCommand::Create { one, private, description } => {
            let body = NamespaceCreate {
                name: one.name.to_string(),
                private: Some(*private),
                description: description.clone(),
            };
            let made = client
                .post(async |api, key| api.create_namespace().idempotency_key(key).body(body.clone()).send().await)?;
            print(&made, one, out)?;
        }
        NamespaceCommand::Update { one, private, description, quota } => {
            // What is not named stays as it is, so it must still be what was read.
            let seen = entity_tag(show(&client, one)?.revision);
            let body = NamespaceUpdate { private: *private, description: description.clone(), quota_bytes: *quota };
            let changed = client.once(async |api| {
                let request = api.update_namespace().namespace(one.name.as_str()).if_match(&seen);
                request.body(body.clone()).send().await
            })?;
            print(&changed, one, out)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn show(client: &Client, one: &OneNamespace) -> Result<Namespace, CliError> {
    let found = client.get(async |api| api.get_namespace().namespace(one.name.as_str()).send().await);
    found.map(registry_client::ResponseValue::into_inner)
}

fn print(namespace: &Namespace, one: &OneNamespace, out: &mut Output) -> Result<(), CliError> {
    list::one(namespace, KEYS, one.output, out)
}
