//! Files that people write, read with errors that say where in them something is wrong, and what.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::CliError;

/// Reads a TOML file. `what` says what it should be, as in `a lock file`.
pub(crate) fn toml<T: DeserializeOwned>(path: &Path, text: &str, what: &str) -> Result<T, CliError> {
    toml::from_str(text).map_err(|error| {
        let (line, column) = place_in(text, error.span().map_or(0, |span| span.start));
        refused(path, what, (line, column), error.message())
    })
}

/// Reads a JSON file.
pub(crate) fn json<T: DeserializeOwned>(path: &Path, text: &str, what: &str) -> Result<T, CliError> {
    serde_json::from_str(text).map_err(|error| {
        let said = error.to_string();
        // The place stands behind the message, too.
        let message = said.rsplit_once(" at line ").map_or(said.as_str(), |(message, _)| message);
        refused(path, what, (error.line(), error.column().max(1)), message)
    })
}

fn refused(path: &Path, what: &str, (line, column): (usize, usize), message: &str) -> CliError {
    let message = message.replace('\n', " ");
    let reason = format!("not {what}: line {line}, column {column}: {message}");
    CliError::Content { path: path.to_owned(), reason }
}

/// The line and the column of a byte, both from 1.
fn place_in(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    struct Named {
        #[expect(dead_code, reason = "only its error is looked at")]
        name: String,
    }

    #[test]
    fn errors_say_where_and_what() {
        let path = Path::new("a/x");
        let of_toml = |text: &str| toml::<Named>(path, text, "a card").unwrap_err().to_string();
        let of_json = |text: &str| json::<Named>(path, text, "a card").unwrap_err().to_string();
        assert_eq!(
            of_toml("a = 1\nname = 2\n"),
            "a/x: not a card: line 2, column 8: invalid type: integer `2`, expected a string"
        );
        assert!(of_toml("name = \n").starts_with("a/x: not a card: line 1, column 8: "));
        assert_eq!(of_json("{\n}"), "a/x: not a card: line 2, column 1: missing field `name`");
        assert!(!of_toml("name").contains('\n') && !of_toml("x = [\n1 2").contains('\n'));
    }
}
