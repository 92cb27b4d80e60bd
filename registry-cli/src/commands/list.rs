//! Lists of the API: fetched page by page up to a limit, printed as asked, and never cut in silence.

use jiff::Timestamp;
use registry_client::ResponseValue;
use serde::Serialize;
use serde_json::{Value, json};

use crate::args::{Format, ListFormat, Listing};
use crate::client::{Answered, Api, Client};
use crate::error::CliError;
use crate::output::{Output, notice, safe};

/// The largest page that the server gives.
const MAX_PAGE: u32 = 500;

/// A column: its title, and how its cells are made.
pub(super) type Column<T> = (&'static str, fn(&T) -> String);

/// The columns, and the one word that stands for an item.
pub(super) type View<'a, T> = (&'a [Column<T>], fn(&T) -> String);

/// Which page of a list is asked for.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) size: u32,
    /// What the page before said; none for the first one.
    pub(super) token: Option<String>,
}

/// The items of a page, and what to say for the next one.
pub(super) type Items<T> = (Vec<T>, Option<String>);

/// Sends a request for a page of a list.
macro_rules! page {
    ($request:expr, $page:expr) => {{
        let request = $request.page_size($page.size);
        let request = match &$page.token {
            Some(token) => request.page_token(token),
            None => request,
        };
        request.send().await?.map(|list| (list.items, list.next_page_token))
    }};
}
pub(super) use page;

/// Fetches and prints a list.
pub(super) fn print<T: Serialize>(
    client: &Client,
    send: &impl AsyncFn(&Api, &Page) -> Answered<Items<T>>,
    (columns, name): View<'_, T>,
    listing: &Listing,
    out: &mut Output,
) -> Result<(), CliError> {
    let (items, more) = fetch(client, send, listing.limit)?;
    show(&items, (columns, name), listing, out)?;
    if more {
        notice(format_args!("only the first {} are shown; --limit shows more", listing.limit));
    }
    Ok(())
}

/// Prints items of a list.
pub(super) fn show<T: Serialize>(
    items: &[T],
    (columns, name): View<'_, T>,
    listing: &Listing,
    out: &mut Output,
) -> Result<(), CliError> {
    match listing.output {
        // As values, whose keys are in the order of the alphabet.
        ListFormat::Json => out.json(&json!({"items": items}))?,
        ListFormat::Ndjson => items.iter().try_for_each(|item| out.json_line(&json!(item)))?,
        ListFormat::Name => items.iter().try_for_each(|item| out.line(safe(&name(item))))?,
        ListFormat::Table => {
            let titles: Vec<&str> = columns.iter().map(|(title, _)| *title).collect();
            let row = |item: &T| columns.iter().map(|(_, cell)| safe(&cell(item))).collect();
            out.table(&titles, &items.iter().map(row).collect::<Vec<_>>())?;
        }
    }
    Ok(())
}

/// So many items of a list, and whether there are more.
pub(super) fn fetch<T>(
    client: &Client,
    send: &impl AsyncFn(&Api, &Page) -> Answered<Items<T>>,
    limit: u32,
) -> Result<(Vec<T>, bool), CliError> {
    let mut items: Vec<T> = Vec::new();
    let mut page = Page::default();
    loop {
        page.size = limit.saturating_sub(u32::try_from(items.len()).unwrap_or(u32::MAX)).clamp(1, MAX_PAGE);
        let (more, token) = client.get(async |api| send(api, &page).await).map(ResponseValue::into_inner)?;
        items.extend(more);
        let full = u32::try_from(items.len()).unwrap_or(u32::MAX) >= limit;
        if token.is_none() || full {
            return Ok((items, token.is_some()));
        }
        page.token = token;
    }
}

/// What a bump says of a change.
pub(super) fn change(bump: &str) -> String {
    if bump == "none" { "nothing changed".to_owned() } else { format!("a {bump} change") }
}

/// A text that may not be there.
pub(super) fn text(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

/// A time without its fraction of a second.
pub(super) fn time(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The first twelve digits of a digest.
pub(super) fn short(digest: &str) -> String {
    digest.trim_start_matches("sha256:").chars().take(12).collect()
}

/// Prints one object in the form that is asked for.
pub(super) fn one(object: &impl Serialize, keys: &[&str], format: Format, out: &mut Output) -> Result<(), CliError> {
    match format {
        Format::Json => out.json(&json!(object)),
        Format::Table => self::object(object, keys, out),
    }
}

/// Prints one object as lines of key and value.
pub(super) fn object(object: &impl Serialize, keys: &[&str], out: &mut Output) -> Result<(), CliError> {
    let value = json!(object);
    let width = keys.iter().map(|key| key.len()).max().unwrap_or_default();
    for key in keys {
        let shown = match &value[*key] {
            Value::Null => continue,
            Value::Array(items) if items.is_empty() => continue,
            Value::Object(entries) if entries.is_empty() => continue,
            Value::String(text) if text.is_empty() => continue,
            Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
            Value::Object(entries) => {
                let entry = |(key, value): (&String, &Value)| format!("{key}: {}", plain(value));
                entries.iter().map(entry).collect::<Vec<_>>().join(", ")
            }
            other => plain(other),
        };
        out.line(format!("{:width$}  {}", key.replace('_', " "), safe(&shown)))?;
    }
    Ok(())
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_change_is_not_called_one() {
        assert_eq!([change("none"), change("minor")], ["nothing changed", "a minor change"]);
    }
}
