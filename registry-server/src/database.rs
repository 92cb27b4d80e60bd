//! Which database: a URL, whose password nobody gets to see.

use std::convert::Infallible;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// A text that may hold a password. Neither an error nor a log can show it.
#[derive(Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Hidden(String);

/// Where the metadata lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    /// A file.
    Sqlite(PathBuf),
    /// A server.
    Postgres(PostgresUrl),
}

/// The URL of a Postgres database. Shown without its password and its parameters.
#[derive(Clone, PartialEq, Eq)]
pub struct PostgresUrl(String);

/// Why a text is no URL of a database. The text itself is not repeated: it may hold a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseError {
    /// The scheme is none that is known.
    #[error("the database URL must begin with `postgres://` or `sqlite://`")]
    Scheme,
    /// There is no path.
    #[error("the database URL names no file: write `sqlite://PATH`, such as `sqlite:///srv/registry/registry.db`")]
    Path,
    /// What follows a `?` is no parameter: it may be the rest of a password.
    #[error("what follows the `?` of the database URL is no parameter; in a password write `?` as `%3F`")]
    Unescaped,
    /// A parameter that has no meaning.
    #[error("the database URL has the parameter `{0}`, which is none of {list}", list = PARAMETERS.join(", "))]
    Parameter(String),
}

/// The parameters that the driver understands; of others it would log the value.
const PARAMETERS: [&str; 12] = [
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "host",
    "port",
    "dbname",
    "user",
    "password",
    "application_name",
    "options",
    "statement-cache-capacity",
];

impl FromStr for Hidden {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl Database {
    /// Understands a URL.
    ///
    /// # Errors
    /// When it is none of a database that the registry can use.
    pub fn parse(Hidden(text): &Hidden) -> Result<Self, DatabaseError> {
        match text.split_once("://") {
            Some(("postgres" | "postgresql", rest)) => {
                check_parameters(rest)?;
                Ok(Self::Postgres(PostgresUrl(text.clone())))
            }
            Some(("sqlite", "")) => Err(DatabaseError::Path),
            Some(("sqlite", path)) => Ok(Self::Sqlite(PathBuf::from(path))),
            _ => Err(DatabaseError::Scheme),
        }
    }
}

fn check_parameters(rest: &str) -> Result<(), DatabaseError> {
    let Some((_, query)) = rest.split_once('?') else { return Ok(()) };
    let names = query.split('&').filter_map(|pair| pair.split('=').next());
    let known = |name: &&str| PARAMETERS.contains(name) || name.starts_with("options[");
    match names.filter(|name| !name.is_empty()).find(|name| !known(name)) {
        Some(name) if is_plain(name) => Err(DatabaseError::Parameter(name.to_owned())),
        Some(_part_of_a_password) => Err(DatabaseError::Unescaped),
        None => Ok(()),
    }
}

/// Whether this can be the name of a parameter, and not what follows a `?` in a password.
fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'))
}

impl PostgresUrl {
    /// The whole URL, for the driver alone.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let address = self.0.split('?').next().unwrap_or_default();
        let (scheme, rest) = address.split_once("://").unwrap_or_default();
        // A password may hold an `@`; a host cannot.
        let Some((login, place)) = rest.rsplit_once('@') else { return f.write_str(address) };
        match login.split_once(':') {
            Some((user, _)) => write!(f, "{scheme}://{user}:***@{place}"),
            None => write!(f, "{scheme}://{login}@{place}"),
        }
    }
}

impl fmt::Debug for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite://{}", path.display()),
            Self::Postgres(url) => write!(f, "{url}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Database, DatabaseError> {
        let Ok(hidden) = Hidden::from_str(text);
        Database::parse(&hidden)
    }

    #[test]
    fn a_password_is_never_shown() {
        for (text, shown) in [
            ("postgres://ada:geheim@db:5432/registry", "postgres://ada:***@db:5432/registry"),
            ("postgresql://ada:gehe@im:geheim@db/registry?sslmode=require", "postgresql://ada:***@db/registry"),
            ("postgres://ada@db/registry?password=geheim", "postgres://ada@db/registry"),
            ("postgres:///registry?host=/run/postgresql", "postgres:///registry"),
            ("sqlite:///srv/registry.db", "sqlite:///srv/registry.db"),
        ] {
            let database = parse(text).unwrap();
            assert_eq!(database.to_string(), shown);
            assert!(!format!("{database:?}").contains("geheim"), "{database:?}");
        }
        let Ok(hidden) = Hidden::from_str("geheim");
        assert_eq!(format!("{hidden:?}"), "***");
    }

    #[test]
    fn what_is_no_url_of_a_database_is_refused_without_repeating_it() {
        assert_eq!(parse("sqlite://"), Err(DatabaseError::Path));
        assert_eq!(parse("registry.db"), Err(DatabaseError::Scheme));
        let error = parse("mysql://ada:geheim@db/registry").unwrap_err();
        assert_eq!(error, DatabaseError::Scheme);
        assert!(!error.to_string().contains("geheim"));
        let error = parse("postgres://ada:ge?heim@db/registry").unwrap_err();
        assert!(error == DatabaseError::Unescaped && !error.to_string().contains("heim"), "{error}");
        let error = parse("postgres://db/registry?passwort=geheim").unwrap_err();
        assert!(error.to_string().contains("`passwort`") && !error.to_string().contains("geheim"), "{error}");
    }
}
