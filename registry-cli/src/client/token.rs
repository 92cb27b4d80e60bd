//! A token, and where it is from: whoever reads that it is refused wants to know which one.

use std::fmt;
use std::path::PathBuf;

use crate::error::CliError;

/// A token.
#[derive(Clone)]
pub(crate) struct Token {
    secret: String,
    pub(crate) source: TokenSource,
}

/// Where a token is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TokenSource {
    /// The environment.
    Variable(&'static str),
    /// A saved context.
    Context(String),
    /// A file of the user.
    File(PathBuf),
    /// Somebody pasted it.
    Input,
}

impl fmt::Display for TokenSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Variable(name) => write!(f, "the token in {name}"),
            Self::Context(name) => write!(f, "the token of the context `{name}`"),
            Self::File(path) => write!(f, "the token in `{}`", path.display()),
            Self::Input => f.write_str("the token that was typed in"),
        }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({})", self.source)
    }
}

impl Token {
    pub(crate) fn new(secret: String, source: TokenSource) -> Self {
        Self { secret, source }
    }

    /// The token itself, to save or to send it.
    pub(crate) fn reveal(&self) -> &str {
        &self.secret
    }

    /// A token stands in a header, so not every text can be one.
    pub(super) fn check(&self, server: &str) -> Result<(), CliError> {
        match self.secret.chars().find(|character| !character.is_ascii_graphic()) {
            None => Ok(()),
            Some(character) => Err(CliError::Argument(format!(
                "{} for {server} holds {}, which no token does; copy it again",
                self.source,
                named(character),
            ))),
        }
    }
}

fn named(character: char) -> &'static str {
    match character {
        '\n' | '\r' => "a line break",
        character if character.is_whitespace() => "a blank",
        _ => "a character that is no letter, digit or sign of ASCII",
    }
}
