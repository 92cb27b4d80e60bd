//! Lists of the API: fetched page by page up to a limit, printed as asked, and never cut in silence.

use serde_json::{Value, json};

use crate::args::{ListFormat, Listing};
use crate::client::Client;
use crate::client::reference::escaped;
use crate::error::CliError;
use crate::output::{Output, notice, safe};

/// The largest page that the server gives.
const MAX_PAGE: u32 = 500;

/// A column: its title, and the place in an item, or how it is made.
pub(super) type Column = (&'static str, fn(&Value) -> String);

/// Fetches and prints a list. `path` may have a query; `name` gives the one word that stands for an item.
pub(super) fn print(
    client: &Client,
    path: &str,
    (columns, name): (&[Column], fn(&Value) -> String),
    listing: &Listing,
    out: &mut Output,
) -> Result<(), CliError> {
    let (items, more) = fetch(client, path, listing.limit)?;
    match listing.output {
        ListFormat::Json => out.json(&json!({"items": items}))?,
        ListFormat::Ndjson => items.iter().try_for_each(|item| out.json_line(item))?,
        ListFormat::Name => items.iter().try_for_each(|item| out.line(safe(&name(item))))?,
        ListFormat::Table => {
            let titles: Vec<&str> = columns.iter().map(|(title, _)| *title).collect();
            let row = |item: &Value| columns.iter().map(|(_, cell)| safe(&cell(item))).collect();
            out.table(&titles, &items.iter().map(row).collect::<Vec<_>>())?;
        }
    }
    if more {
        notice(format_args!("only the first {} are shown; --limit shows more", listing.limit));
    }
    Ok(())
}

fn fetch(client: &Client, path: &str, limit: u32) -> Result<(Vec<Value>, bool), CliError> {
    let mut items: Vec<Value> = Vec::new();
    let mut token: Option<String> = None;
    loop {
        let wanted = limit.saturating_sub(u32::try_from(items.len()).unwrap_or(u32::MAX)).clamp(1, MAX_PAGE);
        let separator = if path.contains('?') { '&' } else { '?' };
        let page = token.as_ref().map(|token| format!("&page_token={}", escaped(token))).unwrap_or_default();
        let answer = client.get(&format!("{path}{separator}page_size={wanted}{page}"))?;
        items.extend(answer.value["items"].as_array().cloned().unwrap_or_default());
        token = answer.value["next_page_token"].as_str().map(str::to_owned);
        let full = u32::try_from(items.len()).unwrap_or(u32::MAX) >= limit;
        if token.is_none() || full {
            return Ok((items, token.is_some()));
        }
    }
}

/// A text of an item, empty where there is none.
pub(super) fn text(item: &Value, key: &str) -> String {
    match &item[key] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A time without its fraction of a second.
pub(super) fn time(item: &Value, key: &str) -> String {
    let text = text(item, key);
    match text.split_once('.') {
        Some((seconds, _)) => format!("{seconds}Z"),
        None => text,
    }
}

/// The first twelve digits of a digest.
pub(super) fn short(digest: &str) -> String {
    digest.trim_start_matches("sha256:").chars().take(12).collect()
}

/// Prints one object: as it is, or as lines of key and value.
pub(super) fn object(value: &Value, keys: &[&str], out: &mut Output) -> Result<(), CliError> {
    let width = keys.iter().map(|key| key.len()).max().unwrap_or_default();
    for key in keys {
        let shown = match &value[*key] {
            Value::Null => continue,
            Value::Array(items) if items.is_empty() => continue,
            Value::Object(entries) if entries.is_empty() => continue,
            Value::String(text) if text.is_empty() => continue,
            Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
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
