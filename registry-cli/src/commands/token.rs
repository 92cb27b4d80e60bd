//! `registry token`: list, create and revoke tokens. A secret is printed once, by `create`, and kept nowhere.

use std::process::ExitCode;

use registry_client::ResponseValue;
use registry_client::types::{Scope, Token, TokenCreate};
use registry_core::access::Scope as Limit;
use registry_core::name::PrincipalName;
use serde_json::json;
use uuid::Uuid;

use super::list::{self, Page, page, time};
use crate::args::{Format, Listing, Owner, TokenCommand};
use crate::client::context::Target;
use crate::client::{Api, Client};
use crate::error::CliError;
use crate::output::{Output, notice, safe};

pub(super) fn run(command: &TokenCommand, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let client = target.client()?;
    match command {
        TokenCommand::List { owner, listing } => list_tokens(&client, owner, listing, out)?,
        TokenCommand::Create { owner, description, scopes, days, output } => {
            let body = TokenCreate {
                description: description.clone(),
                expires_in_days: *days,
                scopes: (!scopes.is_empty()).then(|| scopes.iter().map(limit).collect()),
            };
            let made = create(&client, owner.of.as_ref(), &body)?;
            print_secret(&made, *output, out)?;
        }
        TokenCommand::Revoke { id, owner, output } => {
            let revoked = revoke(&client, owner.of.as_ref(), &checked(id)?)?;
            match output {
                Format::Json => out.json(&json!(revoked))?,
                Format::Table => out.line(safe(&format!("{} of {} is revoked", revoked.id, revoked.principal)))?,
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A scope as the API has it.
fn limit(scope: &Limit) -> Scope {
    Scope {
        actions: scope.actions.iter().map(|action| action.as_str().to_owned()).collect(),
        namespace: scope.namespace.to_string(),
        model: scope.model.to_string(),
        channel: scope.channel.to_string(),
    }
}

/// What a token is limited to, as `--scope` takes it; none when it is not.
pub(super) fn scopes(token: &Token) -> Option<String> {
    let part = |before: &str, pattern: &str| if pattern == "*" { String::new() } else { format!("{before}{pattern}") };
    let shown = |scope: &Scope| {
        let Scope { actions, namespace, model, channel } = scope;
        format!("{}:{namespace}{}{}", actions.join(","), part("/", model), part(":", channel))
    };
    // Not by the type of the rules: a newer server may know more actions.
    Some(token.scopes.as_ref()?.iter().map(shown).collect::<Vec<_>>().join(" "))
}

fn list_tokens(client: &Client, owner: &Owner, listing: &Listing, out: &mut Output) -> Result<(), CliError> {
    let name = |token: &Token| token.id.clone();
    let columns: [list::Column<Token>; 6] = [
        ("id", name),
        ("expires", |token| token.expires_at.map_or_else(|| "never".to_owned(), time)),
        ("last used", |token| token.last_used_at.map(time).unwrap_or_default()),
        ("revoked", |token| token.revoked_at.map(time).unwrap_or_default()),
        ("scopes", |token| scopes(token).unwrap_or_else(|| "not limited".to_owned())),
        ("description", |token| token.description.clone()),
    ];
    let send = async |api: &Api, page: &Page| {
        if let Some(of) = &owner.of {
            page!(api.list_principal_tokens().principal(of.as_str()), page)
        } else {
            page!(api.list_my_tokens(), page)
        }
    };
    list::print(client, &send, (&columns, name), listing, out)
}

fn create(client: &Client, of: Option<&PrincipalName>, body: &TokenCreate) -> Result<Token, CliError> {
    let made = client.post(async |api, key| match of {
        Some(of) => {
            let request = api.create_principal_token().principal(of.as_str()).idempotency_key(key);
            request.body(body.clone()).send().await
        }
        None => api.create_my_token().idempotency_key(key).body(body.clone()).send().await,
    });
    made.map(ResponseValue::into_inner)
}

/// The secret alone is the answer, so that it can go into a file; what is said about it is talk.
fn print_secret(token: &Token, format: Format, out: &mut Output) -> Result<(), CliError> {
    let Some(secret) = &token.secret else {
        // The answer with the secret was lost, and the retry is answered without: nobody has kept it.
        return Err(CliError::Answer(format!(
            "the token {} was made, but its secret was lost on the way; `registry token revoke {}`, and make another one",
            token.id, token.id
        )));
    };
    let expires = token.expires_at.map_or_else(|| "never".to_owned(), time);
    notice(format_args!("token {} of {}, expires {expires}", token.id, token.principal));
    match scopes(token) {
        None => notice(format_args!("it may do all that {} may; --scope limits it", token.principal)),
        Some(limits) => notice(format_args!("it is limited to {limits}")),
    }
    notice("the secret is shown only now");
    match format {
        Format::Json => out.json(&json!(token)),
        Format::Table => out.line(safe(secret)),
    }
}

/// The id of a token. A secret that somebody pastes instead is not repeated.
fn checked(id: &str) -> Result<String, CliError> {
    if id.starts_with("mrt_") {
        let reason = "this is a token itself; its id, which `registry token list` shows, is no secret";
        return Err(CliError::Argument(reason.to_owned()));
    }
    let refused = |_| CliError::Argument(format!("`{id}` is no id of a token; `registry token list` shows them"));
    Uuid::parse_str(id).map(|id| id.to_string()).map_err(refused)
}

fn revoke(client: &Client, of: Option<&PrincipalName>, id: &str) -> Result<Token, CliError> {
    let revoked = client.once(async |api| match of {
        Some(of) => api.revoke_principal_token().principal(of.as_str()).token(id).send().await,
        None => api.revoke_my_token().token(id).send().await,
    });
    revoked.map(ResponseValue::into_inner)
}
