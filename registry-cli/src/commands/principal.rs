//! `registry principal`: users and service accounts.

use std::process::ExitCode;

use registry_client::types::{Principal, PrincipalCreate, PrincipalUpdate};

use super::list::{self, Page, page, time};
use crate::args::{Listing, OnePrincipal, PrincipalCommand};
use crate::client::context::Target;
use crate::client::{Api, Client};
use crate::error::CliError;
use crate::output::{Output, notice};

const KEYS: &[&str] = &["name", "kind", "description", "created_at", "created_by", "disabled_at"];

pub(super) fn run(command: &PrincipalCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    match command {
        PrincipalCommand::List { listing } => list_principals(&client, listing, out)?,
        PrincipalCommand::Show(one) => {
            let found = client.get(async |api| api.get_principal().principal(one.name.as_str()).send().await)?;
            print(&found, one, out)?;
        }
        PrincipalCommand::Create { one, service, description } => {
            let kind = if *service { "service" } else { "user" };
            let body =
                PrincipalCreate { name: one.name.to_string(), kind: kind.to_owned(), description: description.clone() };
            let made = client
                .post(async |api, key| api.create_principal().idempotency_key(key).body(body.clone()).send().await)?;
            print(&made, one, out)?;
            let name = &one.name;
            notice(format_args!(
                "it may do nothing yet: `registry member set NS {name} --role ROLE`, `registry token create --of {name}`"
            ));
        }
        PrincipalCommand::Disable(one) => switch(&client, one, true, out)?,
        PrincipalCommand::Enable(one) => switch(&client, one, false, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn list_principals(client: &Client, listing: &Listing, out: &mut Output) -> Result<(), CliError> {
    let name = |principal: &Principal| principal.name.clone();
    let columns: [list::Column<Principal>; 5] = [
        ("principal", name),
        ("kind", |principal| principal.kind.clone()),
        ("created", |principal| time(principal.created_at)),
        ("disabled", |principal| principal.disabled_at.map(time).unwrap_or_default()),
        ("description", |principal| principal.description.clone()),
    ];
    let send = async |api: &Api, page: &Page| page!(api.list_principals(), page);
    list::print(client, &send, (&columns, name), listing, out)
}

fn switch(client: &Client, one: &OnePrincipal, disabled: bool, out: &mut Output) -> Result<(), CliError> {
    let body = PrincipalUpdate { description: None, disabled: Some(disabled) };
    let changed =
        client.once(async |api| api.update_principal().principal(one.name.as_str()).body(body.clone()).send().await)?;
    print(&changed, one, out)
}

fn print(principal: &Principal, one: &OnePrincipal, out: &mut Output) -> Result<(), CliError> {
    list::one(principal, KEYS, one.output, out)
}
