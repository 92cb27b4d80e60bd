//! `registry whoami`: who one is to a server, and what one may do.

use std::process::ExitCode;

use jiff::{SignedDuration, Timestamp};
use registry_client::types::{Me, Token};
use serde_json::json;

use super::judgement::now;
use super::list::time;
use super::token::scopes;
use crate::args::{Format, Whoami};
use crate::client::Client;
use crate::client::context::Target;
use crate::error::CliError;
use crate::output::{Output, notice, safe};

/// How long before its end a token is warned of.
const SOON: SignedDuration = SignedDuration::from_hours(7 * 24);

pub(super) fn run(args: &Whoami, target: &Target, out: &mut Output) -> Result<ExitCode, CliError> {
    let me = me(&target.client()?)?;
    match args.output {
        Format::Json => out.json(&json!(me))?,
        Format::Table => print(&me, out)?,
    }
    warn(&me.token);
    Ok(ExitCode::SUCCESS)
}

/// Whoever the token of a client stands for.
pub(super) fn me(client: &Client) -> Result<Me, CliError> {
    client.get(async |api| api.get_me().send().await).map(registry_client::ResponseValue::into_inner)
}

/// Says that a token ends soon.
pub(super) fn warn(token: &Token) {
    if let Some(ends) = token.expires_at.filter(|ends| is_soon(*ends, now())) {
        // A token that is limited makes none.
        let advice =
            if token.scopes.is_none() { "`registry token create` makes another one" } else { "have another one made" };
        notice(format_args!("the token expires {}; {advice}", time(ends)));
    }
}

fn is_soon(ends: Timestamp, now: Timestamp) -> bool {
    ends.duration_since(now) < SOON
}

fn print(me: &Me, out: &mut Output) -> Result<(), CliError> {
    let Me { principal, token, administrator, memberships } = me;
    let mut row = |key: &str, value: &str| out.line(format!("{key:13}  {}", safe(value)));
    row("principal", &principal.name)?;
    row("kind", &principal.kind)?;
    if !principal.description.is_empty() {
        row("description", &principal.description)?;
    }
    row("administrator", if *administrator { "yes: of the registry and every namespace" } else { "no" })?;
    let roles = memberships.iter().map(|one| format!("{} in {}", one.roles.join(", "), one.namespace));
    let roles = roles.collect::<Vec<_>>().join("; ");
    row("roles", if roles.is_empty() { "none" } else { &roles })?;
    let about = if token.description.is_empty() { String::new() } else { format!(" ({})", token.description) };
    row("token", &format!("{}{about}", token.id))?;
    row("expires", &token.expires_at.map_or_else(|| "never".to_owned(), time))?;
    row("scopes", scopes(token).as_deref().unwrap_or("not limited"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_soon() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let now = at("2026-11-01T00:00:00Z");
        assert!(is_soon(at("2026-10-31T00:00:00Z"), now));
        assert!(is_soon(at("2026-11-07T23:59:59Z"), now));
        assert!(!is_soon(at("2026-11-08T00:00:00Z"), now));
    }
}
