//! Which server, and which token: options, then the environment, then the contexts in the user's configuration.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::client::address::is_same;
use crate::client::{Client, Token, TokenSource};
use crate::error::CliError;
use crate::parse;
use crate::staged::Staged;

/// The address of the server.
pub(crate) const URL_VARIABLE: &str = "REGISTRY_URL";
/// The token. It is never an argument, because arguments can be seen by everyone on the machine.
pub(crate) const TOKEN_VARIABLE: &str = "REGISTRY_TOKEN";
/// How long a server may be silent, in seconds.
pub(crate) const TIMEOUT_VARIABLE: &str = "REGISTRY_TIMEOUT";
/// The same when nobody says so.
const DEFAULT_TIMEOUT: Duration = Duration::from_mins(1);
/// The folder of the configuration, instead of the user's.
pub(crate) const CONFIG_VARIABLE: &str = "REGISTRY_CONFIG_DIR";
/// The server of somebody who has configured nothing: `registry-server` without flags.
pub(crate) const DEFAULT_URL: &str = "http://127.0.0.1:8787";

/// The contexts of a user.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contexts {
    /// The context that is used when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) current: Option<String>,
    /// The contexts by name.
    #[serde(default)]
    pub(crate) contexts: BTreeMap<String, Context>,
}

/// A server with a token.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Context {
    /// The address of the server.
    pub(crate) url: String,
    /// The token, when somebody logged in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) token: Option<String>,
}

impl Contexts {
    fn path() -> Result<PathBuf, CliError> {
        let folder = std::env::var_os(CONFIG_VARIABLE).map(PathBuf::from).or_else(|| {
            let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".config"));
            std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).or(home).map(|folder| folder.join("registry"))
        });
        let message = format!("no home folder; set {CONFIG_VARIABLE} to a folder for the configuration");
        folder.map(|folder| folder.join("contexts.toml")).ok_or(CliError::Argument(message))
    }

    /// Reads the contexts; there are none before the first login.
    pub(crate) fn load() -> Result<Self, CliError> {
        let path = Self::path()?;
        match std::fs::read_to_string(&path) {
            Ok(text) => parse::toml(&path, &text, "the contexts of this program"),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(CliError::Read { path, source }),
        }
    }

    /// Writes the contexts where only the user can read them, whole or not at all.
    pub(crate) fn save(&self) -> Result<(), CliError> {
        let path = Self::path()?;
        let failed = |source| CliError::Save { path: path.clone(), source };
        let text = toml::to_string(self).map_err(std::io::Error::other).map_err(failed)?;
        let mut staged = Staged::private(&path).map_err(failed)?;
        staged.write_all(text.as_bytes()).map_err(failed)?;
        staged.keep().map_err(failed)
    }

    /// The context in use, with its name: the named one, else the current one.
    pub(crate) fn chosen(&self, name: Option<&str>) -> Result<Option<(&String, &Context)>, CliError> {
        let Some(name) = name.or(self.current.as_deref()) else { return Ok(None) };
        let known = self.contexts.keys().cloned().collect::<Vec<_>>().join(", ");
        let known = if known.is_empty() {
            "there is none yet: `registry login` makes one".to_owned()
        } else {
            format!("there are: {known}")
        };
        let missing = || CliError::Argument(format!("there is no context `{name}`; {known}"));
        self.contexts.get_key_value(name).map(Some).ok_or_else(missing)
    }
}

/// Where the options of the command line say to go.
#[derive(Debug, Clone, Default)]
pub(crate) struct Target {
    pub(crate) url: Option<String>,
    pub(crate) context: Option<String>,
}

impl Target {
    /// The client for the chosen server.
    pub(crate) fn client(&self) -> Result<Client, CliError> {
        let contexts = Contexts::load()?;
        let context = contexts.chosen(self.context.as_deref())?;
        let url = self.server(context.map(|(_, context)| context));
        // A saved token belongs to its own server and goes to no other.
        let saved = context
            .filter(|(_, context)| is_same(&context.url, &url))
            .and_then(|(name, context)| Some(Token::new(context.token.clone()?, TokenSource::Context(name.clone()))));
        let given = token_of_environment();
        // A secret that a pipeline did not get must not become the token of whoever has logged in on its machine.
        if given.is_none()
            && std::env::var_os(TOKEN_VARIABLE).is_some()
            && let Some(saved) = &saved
        {
            return Err(CliError::Argument(format!(
                "{TOKEN_VARIABLE} is set, and empty; put a token into it, or unset it to use {}",
                saved.source
            )));
        }
        Client::new(&url, given.or(saved), timeout()?)
    }

    /// The address of the server: the option, the environment unless a context is named, the context, or the default.
    pub(crate) fn server(&self, context: Option<&Context>) -> String {
        let from_environment = if self.context.is_some() { None } else { variable(URL_VARIABLE) };
        let url = self.url.clone().or(from_environment).or_else(|| context.map(|context| context.url.clone()));
        url.unwrap_or_else(|| DEFAULT_URL.to_owned())
    }
}

/// The token in the environment.
pub(crate) fn token_of_environment() -> Option<Token> {
    variable(TOKEN_VARIABLE).map(|secret| Token::new(secret, TokenSource::Variable(TOKEN_VARIABLE)))
}

/// How long a server may be silent.
pub(crate) fn timeout() -> Result<Duration, CliError> {
    let Some(text) = variable(TIMEOUT_VARIABLE) else { return Ok(DEFAULT_TIMEOUT) };
    let seconds = text.parse().ok().filter(|seconds| *seconds > 0);
    let refused = || CliError::Argument(format!("{TIMEOUT_VARIABLE} is `{text}`; write a number of seconds, from 1"));
    seconds.map(Duration::from_secs).ok_or_else(refused)
}

/// A variable of the environment that says something.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
