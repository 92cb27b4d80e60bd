//! `registry member`: who may do what in a namespace.

use std::process::ExitCode;

use registry_client::types::{Member, MemberSet};
use registry_core::access::Role;
use registry_core::name::NamespaceName;
use serde_json::json;

use super::list::{self, Page, page, time};
use crate::args::{Format, Listing, MemberCommand, OneMember};
use crate::client::context::Target;
use crate::client::{Api, Client};
use crate::error::CliError;
use crate::output::{Output, safe};

pub(super) fn run(command: &MemberCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    match command {
        MemberCommand::List { namespace, listing } => list_members(&client, namespace, listing, out)?,
        MemberCommand::Set { one, roles } => {
            let body = MemberSet { roles: roles.iter().map(Role::to_string).collect() };
            let set = client.once(async |api| {
                let request = api.set_member().namespace(one.namespace.as_str()).principal(one.principal.as_str());
                request.body(body.clone()).send().await
            })?;
            let line = format!("{}: {} in {}", set.principal, set.roles.join(", "), one.namespace);
            print(&set, one, &line, out)?;
        }
        MemberCommand::Remove(one) => {
            let removed = client.once(async |api| {
                api.remove_member().namespace(one.namespace.as_str()).principal(one.principal.as_str()).send().await
            })?;
            let line = format!("{}: no member of {} any longer", removed.principal, one.namespace);
            print(&removed, one, &line, out)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn list_members(
    client: &Client,
    namespace: &NamespaceName,
    listing: &Listing,
    out: &mut Output,
) -> Result<(), CliError> {
    let name = |member: &Member| member.principal.clone();
    let columns: [list::Column<Member>; 3] =
        [("principal", name), ("roles", |member| member.roles.join(", ")), ("since", |member| time(member.created_at))];
    let send = async |api: &Api, page: &Page| page!(api.list_members().namespace(namespace.as_str()), page);
    list::print(client, &send, (&columns, name), listing, out)
}

fn print(member: &Member, one: &OneMember, line: &str, out: &mut Output) -> Result<(), CliError> {
    match one.output {
        Format::Json => out.json(&json!(member)),
        Format::Table => out.line(safe(line)),
    }
}
